import type { EventPart } from '../../../plan/series.ts'

type Given = Pick<EventPart, 'title' | 'people' | 'organizer' | 'start' | 'endZone' | 'categories'>

const word = (words: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'iu')

/** Before the people are counted: what the title says is a stronger hint than who comes. */
const byTitle: readonly (readonly [kind: string, words: RegExp])[] = [
  ['board', word('board(?: of directors| meeting| call)?|supervisory board|audit committee|trustees|verwaltungsrat')],
  ['interview', word('interview|candidate|hiring panel|screening call|vorstellungsgespräch')],
  ['one-to-one', word('1[:-]1|1-on-1|1on1|one[- ](?:to|on)[- ]one|121|1-2-1|o3|jour fixe|catch[- ]?up with')],
  [
    'travel',
    word(
      'flight|fly(?:ing)? (?:to|from|home)|train (?:to|from)|eurostar|airport|drive to|car to|taxi|transfer to|travel(?:ling|ing)?|boarding|check-?in|hotel|[A-Z]{2} ?\\d{2,4} [A-Z]{3}[- →>–]+[A-Z]{3}',
    ),
  ],
  [
    'focus',
    word(
      'focus(?: time| block)?|deep work|writing(?: time| block)?|thinking time|do not book|no meetings|prep(?:aration)?(?: time| block)?',
    ),
  ],
  [
    'personal',
    word(
      'doctor|dentist|dentist’s|gp|physio|gym|school|birthday|kids?|children|pick ?up|haircut|anniversary|family|personal|holiday|vacation|annual leave|day off|wedding|funeral|yoga|massage|choir|vet',
    ),
  ],
]
/** These say board of something else. */
const notBoard = word('onboard(?:ing)?|board games?|white ?board|dash ?board|board papers?|board prep(?:aration)?')

const domain = (address: string) => address.slice(address.lastIndexOf('@') + 1)

/** Addresses that everybody can have say nothing about where somebody works. */
const everybodys = new Set(
  'gmail.com googlemail.com outlook.com hotmail.com live.com icloud.com me.com yahoo.com proton.me protonmail.com gmx.net gmx.de gmx.ch bluewin.ch aol.com'.split(
    ' ',
  ),
)

/**
 * What kind of meeting this looks like. A guess by rule, shown as one: first what the title says, then whether it carries
 * somebody to another zone, then who is invited. `home` are the domains the executive's own people write from.
 */
export function guessKind(part: Given, home: ReadonlySet<string>): string {
  const title = part.title
  for (const [kind, words] of byTitle) if (words.test(title) && !(kind === 'board' && notBoard.test(title))) return kind
  const zone = part.start.form === 'zoned' ? part.start.zone.name : null
  if (part.endZone?.name && zone && part.endZone.name !== zone && part.endZone.name.includes('/') && zone.includes('/'))
    return 'travel'
  return byPeople(part, home)
}

function byPeople({ people, organizer }: Given, home: ReadonlySet<string>): string {
  const addresses = new Set([...people.map(({ address }) => address), ...(organizer ? [organizer] : [])])
  if (addresses.size === 0) return 'other'
  const foreign = [...addresses].filter((address) => !home.has(domain(address)))
  if (home.size === 0) return addresses.size === 2 ? 'one-to-one' : 'other'
  if (foreign.length > 0)
    return foreign.every((one) => everybodys.has(domain(one))) && addresses.size <= 2 ? 'personal' : 'external'
  return addresses.size <= 2 ? 'one-to-one' : 'internal'
}

/** The domains of the executive's own addresses, those everybody can have left out. */
export const homeDomains = (addresses: readonly string[]): Set<string> =>
  new Set(addresses.map(domain).filter((one) => one.includes('.') && !everybodys.has(one)))
