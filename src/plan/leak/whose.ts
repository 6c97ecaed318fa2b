import { weekdays } from './cues.ts'
import { type Token, tokensOf } from './fold.ts'
import type { ItemRead } from './reads.ts'
import { address } from './titles.ts'
import { silent, trade } from './trade.ts'

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

/** Before an exception: `nobody in the firm but Pike`; and what begins it. */
const nobodies = list(
  'nobody none no nothing anyone anybody niemand niemandem niemanden keiner keine personne nadie nessuno ninguem ingen inget nikt nikomu nikdo kimse geen',
)
const except = list(
  'but except besides ausser sauf excepte hormis salvo excepto menos tranne eccetto behalve uitgezonderd utom forutom unntatt undtagen oprocz krome haric',
)

/** Before whom something is for. */
const forWhom = list('for fur pour para per voor til till for dla pro')

/** Who somebody is to the executive. */
const kin = list(`
wife husband partner mother father mum mom mummy dad daddy son daughter sister brother parents grandmother grandfather granny grandpa aunt uncle niece nephew cousin family
frau mann mutter vater sohn tochter schwester bruder eltern oma opa tante onkel familie femme mari mere pere fils fille soeur frere famille conjoint conjointe
mujer esposa esposo marido madre padre hijo hija hermana hermano familia moglie marito figlio figlia sorella fratello famiglia mulher mae pai filho filha irma irmao
vrouw man moeder vader zoon dochter zus broer kone mor far sonn datter soster bror dotter syster hustru zona maz matka ojciec syn corka siostra brat
esi annesi babasi oglu kizi kardesi
`)

/** Many whom nobody names. */
const many = list(`
staff team everybody everyone crew class kids children friends company belegschaft mitarbeiter mannschaft kinder equipe enfants personnel personal personeel equipo ninos
squadra bambini ansatte medarbejdere medarbetare barn zespol pracownicy
`)

/** Before who comes after, where a post is taken. */
const by = list('by durch par door por da przez af av')

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

/** What is said in one breath, as it stands there. */
const breathsOf = ({ said }: About): string[] =>
  [said.title, said.notes].flatMap((text) => text.split(/\s[-–—]\s|[.;,:\n]+/))

/** Between a word and the name it is of: `of`, `the`, `his`. Not where or when it is. */
const links = list(`
of to for the a an his her their our my de del della di do da du des la le les el los las il von vom van der den dem des fur zu zum zur voor til till av af para pour per pro
sein seine seinen seiner seinem ihr ihre ihren ihrer ihrem unser unsere unseren haar zijn hans hennes hendes sin sina son sa ses leur leurs su sus suo sua seu jego jej jeho nuestro nuestra
`)
const isBetween = ({ word }: Token): boolean => links.has(word) || kin.has(word) || address.has(word)

/** Feasts, that a surprise may be for: of whom it is they say nothing. */
const feasts = list(
  'new year eve birthday anniversary wedding silvester neujahr weihnachten ostern geburtstag hochzeit jubilaum verjaardag anniversaire noel navidad natale natal',
)
const isNoName = ({ word }: Token): boolean => trade.has(word) || weekdays.has(word) || feasts.has(word)

/** Names that follow a word in the same breath, with small words between. */
function namesAfter(tokens: readonly Token[], at: number): readonly Token[] {
  const rest = tokens.slice(at + 1)
  const from = rest.findIndex(({ word, capital }) => capital && !silent.has(word) && !address.has(word))
  if (from < 0 || !rest.slice(0, from).every(isBetween)) return []
  const to = rest.findIndex(({ capital }, n) => n > from && !capital)
  return rest.slice(from, to < 0 ? rest.length : to).filter((one) => !isNoName(one))
}

/** It is about losing a post, and not somebody else’s than theirs: `to replace Steve Ridley` is about him. */
const isOfPost = (item: About, own: ReadonlySet<string>): boolean =>
  breathsOf(item).some((text) => {
    const tokens = tokensOf(text)
    return tokens.some(({ word }, at) => {
      if (!posts.has(word)) return false
      const named = namesAfter(tokens, at)
      const isTheirs = named.some(({ stem }) => own.has(stem))
      return by.has(tokens[at + 1]?.word ?? '') ? !isTheirs : named.length === 0 || isTheirs
    })
  })

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
 * title names, else for who stands first, unless it is said to be for another. Whoever else helps with a surprise is named in
 * its notes, and not as who must not hear.
 */
export function isAboutThem(item: About, own: ReadonlySet<string>): boolean {
  const title = stemsIn(item.said.title)
  const names = (stems: ReadonlySet<string>) => [...own].some((stem) => stem.length > 1 && stems.has(stem))
  if (isUnaware(item, title, own)) return true
  const isNamed = names(title)
  const isFor = item.people.find((name) => name.some((stem) => title.has(stem)))
  const isMeant = isNamed || (isFor === undefined && names(item.notes))
  if (!isKept(item)) return (isMeant && isOfPost(item, own)) || (isNamed && isOfMatter(item)) || isOver(item, own)
  if (isNamed) return true
  return isMeant || (isFor === undefined && isFirst(item, own) && !isForAnother(item, own))
}

/** It is said to be for somebody who does not take part, or for many; or for one of the family, and they are whose house it is. */
const isForAnother = (item: About, own: ReadonlySet<string>): boolean => {
  const people = new Set(item.people.flat())
  const isHost = [...own].some((stem) => item.stems.has(stem))
  return breathsOf(item).some((text) => {
    const tokens = tokensOf(text)
    return tokens.some(({ word }, at) => {
      if (!forWhom.has(word)) return false
      const named = namesAfter(tokens, at).filter(({ word }) => !kin.has(word))
      if (named.length > 0) return !named.some(({ stem }) => people.has(stem))
      const near = tokens.slice(at + 1, at + 4)
      return near.some((one) => many.has(one.word)) || (isHost && near.some((one) => kin.has(one.word)))
    })
  })
}

const stemsIn = (text: string): ReadonlySet<string> => new Set(tokensOf(text).map(({ stem }) => stem))

/** Without who is said to be the one that knows: `nobody but Pike`. */
function withoutKnowing(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(
    ({ word }, n) => except.has(word) && tokens.slice(0, n).some((one) => nobodies.has(one.word)),
  )
  return at < 0 || tokens.slice(at).some(({ word }) => not.has(word)) ? tokens : tokens.slice(0, at)
}

/**
 * It is said of them that they do not know: beside their name (`Bernard must not hear`), or of a “he”, “she” or “they” that
 * follows it; where the notes name none of those who take part, of whom the title names.
 */
function isUnaware({ people, said }: About, title: ReadonlySet<string>, own: ReadonlySet<string>): boolean {
  const everybody = new Set(people.flat())
  let named: ReadonlySet<string> = new Set([...everybody].filter((stem) => title.has(stem)))
  for (const part of said.notes.split(/[.;,\n]+/)) {
    const tokens = withoutKnowing(tokensOf(part))
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
