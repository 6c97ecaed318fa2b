import * as z from 'zod'
import { weekdays } from '../../plan/time.ts'
import type { Member } from '../act.ts'
import { sightOf } from '../authority/board/model.ts'
import { dateText, dayGiven, labels, zoneName } from '../shapes.ts'

export const name = z.string().trim().min(1).max(200)
/** Lower case: two spellings of an address are one. */
export const address = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email({ message: 'An address is like lucas@meridian.example' }).max(320))
export const days = z.array(z.enum(weekdays)).max(7)
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'A time is like 09:00' })
const few = z.string().trim().max(500)

export const channels = ['', 'mail', 'phone', 'chat', 'page'] as const
export const paces = ['', 'hour', 'day', 'next-day', 'days'] as const

/** How somebody likes to work. Hours are on the clocks of the zone they are in; nothing said is '' or null. */
export const ways = z
  .object({
    days: days.default([]),
    from: clock.nullable().default(null),
    until: clock.nullable().default(null),
    /** What they answer on; `page` is the desk's own page of an offer. */
    channel: z.enum(channels).default(''),
    /** How soon they answer: within the hour, the same day, the next working day, in some days. */
    pace: z.enum(paces).default(''),
    phone: z.string().trim().max(60).default(''),
    /** "Two lines, times in Zurich, never a form" */
    helps: few.default(''),
  })
  .refine(({ from, until }) => (from === null) === (until === null) && (from === null || from !== until), {
    message: 'Hours have a beginning and an end that differ',
    path: ['until'],
  })
export type Ways = z.infer<typeof ways>
export const noWays: Ways = { days: [], from: null, until: null, channel: '', pace: '', phone: '', helps: '' }

/** Somebody assists somebody: on some days (none: all), for some matters ('': all). */
export const assists = z.object({ id: z.uuid(), days: days.default([]), area: z.string().trim().max(120).default('') })
export type Assists = z.infer<typeof assists>

/** What a person may say of somebody. */
export const personDraft = z.object({
  name,
  names: z.array(name).max(20).default([]).describe('what else they are called'),
  addresses: z.array(address).max(20).default([]),
  organisation: z.string().trim().max(200).default(''),
  zone: zoneName.nullable().default(null),
  ways: ways.default(noWays),
  label: labels.default('desk'),
})
export type PersonDraft = z.infer<typeof personDraft>

/** Somebody known to this desk; the same human at two desks is two persons. */
export type Person = Readonly<PersonDraft> & {
  readonly id: string
  readonly version: number
  readonly assistants: readonly Assists[]
}

export const contactKinds = ['note', 'tip', 'they-helped', 'we-helped', 'thanks'] as const
export type ContactKind = (typeof contactKinds)[number]

/** One line noted after a contact with somebody. */
export type Contact = {
  readonly id: string
  readonly version: number
  readonly personId: string
  readonly kind: ContactKind
  readonly words: string
  /** `2026-11-24` */
  readonly on: string
  readonly by: string
  readonly label: PersonDraft['label']
}

/** How often something of a kind was noted, and the newest day of it: `2026-11-24`. */
export type Noted = { readonly n: number; readonly last: string }

/** What lines about somebody come to: the newest, and of each kind how many there are. */
export type Digest = { readonly last: Contact | null; readonly of: { readonly [kind in ContactKind]?: Noted } }

/** Lines about one person, the newest first. */
export const digestOf = (lines: readonly Contact[]): Digest => ({
  last: lines[0] ?? null,
  of: Object.fromEntries(
    [...Map.groupBy(lines, ({ kind }) => kind)].map(([kind, those]) => [
      kind,
      { n: those.length, last: those[0]?.on ?? '' },
    ]),
  ),
})

export const contactDraft = z.object({
  personId: z.uuid(),
  kind: z.enum(contactKinds).default('note'),
  words: z.string().trim().min(1).max(500),
  /** Today unless told. */
  on: dayGiven.nullable().default(null),
  /** That of the person unless told; a line about somebody private is private. */
  label: labels.nullable().default(null),
})

export const contactView = z.object({
  id: z.uuid(),
  version: z.int(),
  personId: z.uuid(),
  name: z.string(),
  kind: z.enum(contactKinds),
  words: z.string(),
  on: dateText,
  /** "Tue 24 Nov, a tip" */
  when: z.string(),
  by: z.string(),
  label: labels,
})
export type ContactView = z.infer<typeof contactView>

/** An assistant of somebody, as one is told of them. */
export const assistantView = z.object({
  id: z.uuid(),
  name: z.string(),
  address: z.string().nullable(),
  zone: z.string().nullable(),
  days,
  area: z.string(),
  /** "on Mondays and Tuesdays", "for board matters", '' for everything */
  when: z.string(),
  /** How they work, one line each. */
  works: z.array(z.string()),
  label: labels,
})
export type AssistantView = z.infer<typeof assistantView>

export const personView = personDraft.extend({
  id: z.uuid(),
  version: z.int(),
  /** How they work, one line each: "Mon to Fri 08:00–17:00 (Europe/Zurich)". */
  works: z.array(z.string()),
  assistants: z.array(assistantView),
  /** Whom they assist. */
  assisting: z.array(z.object({ id: z.uuid(), name: z.string(), when: z.string() })),
  /** Favours both ways, in words: "helped us twice, last on Tue 3 Nov; we helped once"; '' where none was noted. */
  favours: z.string(),
  /** The newest line about them; null: none. */
  last: contactView.nullable(),
})
export type PersonView = z.infer<typeof personView>

/** Who a letter about somebody goes to. */
export const throughView = z.object({
  /** The one it is for; null: nobody the desk knows by that name or address. */
  person: z
    .object({ id: z.uuid(), name: z.string(), zone: z.string().nullable(), address: z.string().nullable() })
    .nullable(),
  /** The assistant it goes to by itself; null: nobody, it goes to them. */
  through: assistantView.nullable(),
  /** All who assist them, the one it goes to first. */
  assistants: z.array(assistantView),
  /** "Goes to Lucas Favre, who assists Camille Aubry on Mondays and Tuesdays"; '' where nobody does. */
  words: z.string(),
  /** Why nobody was chosen: "Two people here are called Jo Park: …"; null where nothing is in doubt. */
  doubt: z.string().nullable(),
  /** Favours with the assistant, in words. */
  favours: z.string(),
  /** The newest lines about them and their assistants. */
  lines: z.array(contactView),
})
export type ThroughView = z.infer<typeof throughView>

/** Somebody who seems to assist somebody; never more than a suggestion. */
export const suggestion = z.object({
  /** Names the pair, for saying that it is none. */
  key: z.string(),
  assistant: z.object({ name: z.string().nullable(), address: z.string().nullable() }),
  to: z.object({ name: z.string(), address: z.string().nullable(), id: z.uuid().nullable() }),
  /** The words it was read from, as they stand. */
  quote: z.string(),
  /** Where: "in the invitation “Renewal”", "in the text". */
  found: z.string(),
  eventId: z.uuid().nullable(),
  label: labels,
})
export type Suggestion = z.infer<typeof suggestion>

/** Names as they are compared: without accents, case and double spaces. */
export const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase()

/** By what somebody is found again. */
export const knownBy = ({ name, names, addresses }: Pick<Person, 'name' | 'names' | 'addresses'>): string[] => [
  ...new Set([...[name, ...names].map(folded), ...addresses.map((one) => one.toLowerCase())]),
]

/** Whether a member may know of what has this label; the row policy says the same. */
export const mayKnow = (label: PersonDraft['label'], { kind, board }: Pick<Member, 'kind' | 'board'>): boolean =>
  label !== 'private' || kind === 'executive' || kind === 'desk' || sightOf(board) === 4
