import { tokensOf } from './fold.ts'
import type { ItemRead } from './reads.ts'

const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Of what is kept from somebody who may take part in it. */
const kept = list(`
surprise surprises suprise shh psst uberraschung overraskelse verrassing overraskning sorpresa sorpresas surpresa niespodzianka niespodzianki prekvapeni yllatys
`)

/** What somebody does not know, beside their name. */
const not = list(
  'not never nobody unaware nicht nichts nie ikke inte niet pas non nao no nunca thinks believes glaubt tror croit cree',
)

/** What stands before whoever is spoken about and not met: `Complaint against Lavallée`, `Interview re L. Croft`. */
const over = list(
  'against re regarding concerning about contre concernant gegen uber tegen over betreft contra sobre mot om przeciw',
)

/** Of posts that are taken from somebody. */
const posts = list(`
replace replaces replacing replacement replaced successor succession dismissal dismiss dismissed removal remove removed severance redundancy redundant
notice exit farewell leaving retire retirement retiring demotion let go sack fire firing termination kundigung nachfolge entlassung abschied ontslag opvolging
afscheid licenciement remplacement succession oppsigelse avskjed etterfolger despedida demissao sucessao despido cese zwolnienie nastepca
`)

/** Matters over somebody, where a title names them beside it. */
const matters = list(`
complaint grievance investigation disciplinary misconduct warning appraisal plainte enquete beschwerde klacht onderzoek klage reclamacion queixa skarga
`)

const isOfMatter = ({ said }: About): boolean => tokensOf(said.title).some(({ word }) => matters.has(word))

const isOfPost = ({ said }: About): boolean =>
  [said.title, said.notes].some((text) => tokensOf(text).some(({ word }) => posts.has(word)))

/** The title is over them, with an initial or a title of theirs between at most. */
const isOver = ({ said }: About, own: ReadonlySet<string>): boolean => {
  const tokens = tokensOf(said.title)
  return tokens.some(
    ({ word }, i) => over.has(word) && tokens.slice(i + 1, i + 3).some(({ stem }) => stem.length > 1 && own.has(stem)),
  )
}

const pronouns = list('he she they er sie il elle hij zij ze han hun hon el ella ele ela on ona')

/** What somebody does not, who is kept in the dark. */
const knows = list(`
know knows known hear hears heard learn learns told tell suspect suspects guess find wind wissen weiss erfahren weten weet horen savoir sait saber sabe saben
vite vet fa hore wiedziec wie
`)

/** What is read of an item to know whom it is about. */
type About = Pick<ItemRead, 'people' | 'stems' | 'notes' | 'said'>

/** It is kept from one of those who take part: a surprise. */
const isKept = ({ said }: About): boolean =>
  [said.title, said.notes].some((text) => tokensOf(text).some(({ word }) => kept.has(word)))

/**
 * Whether an item is kept from somebody who takes part in it. Who takes part knows of it, unless the record says otherwise:
 * they are named where somebody is said not to know, or where it is about losing a post; or it is a surprise, for whom its
 * title names, else for who stands first. Whoever else helps with a surprise is named in its notes, and not as who must not
 * hear.
 */
export function isAboutThem(item: About, own: ReadonlySet<string>): boolean {
  const names = (stems: ReadonlySet<string>) => [...own].some((stem) => stem.length > 1 && stems.has(stem))
  if (isUnaware(item, own)) return true
  const isNamed = names(item.stems)
  const isFor = item.people.find((name) => name.some((stem) => item.stems.has(stem)))
  const isMeant = isNamed || (isFor === undefined && names(item.notes))
  if (!isKept(item)) return (isMeant && isOfPost(item)) || (isNamed && isOfMatter(item)) || isOver(item, own)
  if (isNamed) return true
  return isMeant || (isFor === undefined && isFirst(item, own))
}

/**
 * It is said of them that they do not know: beside their name (`Bernard must not hear`), or of a “he”, “she” or “they” that
 * follows it; where the notes name none of those who take part, of whom the title names.
 */
function isUnaware({ people, stems, said }: About, own: ReadonlySet<string>): boolean {
  const everybody = new Set(people.flat())
  let named: ReadonlySet<string> = new Set([...everybody].filter((stem) => stems.has(stem)))
  for (const part of said.notes.split(/[.;,\n]+/)) {
    const tokens = tokensOf(part)
    const here = new Set(tokens.map(({ stem }) => stem).filter((stem) => everybody.has(stem)))
    const isMeant = here.size > 0 || tokens.some(({ word }) => pronouns.has(word))
    if (here.size > 0) named = here
    const isNot =
      tokens.some(({ word }) => not.has(word)) && (here.size > 0 || tokens.some(({ word }) => knows.has(word)))
    if (isMeant && isNot && [...own].some((stem) => stem.length > 1 && named.has(stem))) return true
  }
  return false
}

const isFirst = ({ people, notes }: About, own: ReadonlySet<string>): boolean =>
  !people.some((name) => name.some((stem) => notes.has(stem))) && (people[0] ?? []).every((stem) => own.has(stem))
