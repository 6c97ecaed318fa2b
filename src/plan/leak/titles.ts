import type { Token } from './fold.ts'

const words = (text: string): string[] => text.trim().split(/\s+/)

/** Words by which people are addressed and that are hardly ever names themselves, in many languages. */
export const address: ReadonlySet<string> = new Set(
  words(`
mr mrs ms miss mx sir madam madame mesdames messieurs monsieur mme mlle mademoiselle maitre herr herrn frau fraulein mevrouw mevr meneer dhr
signor signora signorina dott dottor dottore dottoressa senor senora senorita senhor senhora doutor doutora dr dra drs doctor docteur doctora
pani panie pana panem slecna gospodin gospodja gospod kyrios kyria hanim hanimefendi bey beyefendi efendi abla hocam kaptan avukat muhendis
sheikh sheikha shaikh shaykh sayyida ustadh khanum sahib saheb shrimati shri sensei senpai xiansheng nushi taitai laoshi encik puan datuk dato datin tengku
direktor direktorin direktoren oberst dozent dozentin rechtsanwalt rechtsanwaltin kommissar kommissarin zuster wethouder burgemeester inspecteur commissaire adjointe adjoint
directeur directrice capitaine reitora directora engenheiro engenheira ingeniero ingeniera dyrektor dyrektorka overlege kaptein kapten overste kapitan
`),
)

/** Ranks and offices: before a name no part of it, and elsewhere words or names like others. */
const ranks: ReadonlySet<string> = new Set(
  words(`
dame lady lord don dona dom sor pan sri smt hajji haji hajja emir emira sayyid tunku tuan khun pastor pfarrer schwester bruder padre hermana reitor rektor tecnica tecnico hoca
prof professor professora profesor profesora professeur captain capt major maj colonel col lieutenant lt general gen admiral adm sergeant sgt corporal commander cmdr
commodore brigadier marshal officer constable detective inspector superintendent agent special chief deputy vice acting assistant senior head state secretary minister
premier president chancellor governor mayor councillor councilor alderman senator congressman congresswoman representative ambassador consul judge justice magistrate
attorney counsel barrister solicitor notary nurse matron sister brother father mother reverend rev canon dean bishop archbishop cardinal rabbi rav imam pandit mufti abbot abbess
principal headmaster headmistress teacher coach chef driver engineer architect director manager chair chairman chairwoman composer king queen prince princess duke duchess
earl countess count baron baroness viscount hon
ministre ministro ministra presidente prasident prasidentin notar notarin notaire notario advocate advocaat avvocato abogado abogada advogado advogada
`),
)

/** What follows a name and is no part of it: `Peter Oswald MP`, `Deniz Hanım`. */
const behind: ReadonlySet<string> = new Set(
  words(
    'mp mep kc qc sc phd md obe cbe mbe kbe esq jr sr snr jnr hanim hanimefendi bey beyefendi efendi abla hoca kaptan san sama sensei sahib saheb',
  ),
)

/** What no name begins with: `van Dijk` after a first name, `the board`. */
const particles: ReadonlySet<string> = new Set(
  words(
    'a the de del della di da do dos das du des la le les los lo las il el al van von vom der den dem ten ter te zu zum zur af y e i of and und et',
  ),
)

const isRank = ({ word }: Token): boolean => address.has(word) || ranks.has(word)
const isTitle = (token: Token): boolean => isRank(token) || behind.has(token.word)

/** The words of a name that are its bearer's own: neither `Nurse`, `Special Agent` or `Hanım`, nor `van`. `Will` is one. */
export function ownOf(tokens: readonly Token[]): readonly Token[] {
  const own = tokens.filter(({ word }) => !particles.has(word))
  let [from, to] = [0, own.length]
  while (from < to && isRank(own[from] as Token)) from++
  while (to > from && behind.has((own[to - 1] as Token).word)) to--
  return own.slice(from, to)
}

/** What somebody is called: their own words, or where that is one, with what stands beside it: `Nurse Farah`, `Imran San`. */
export function calledOf(tokens: readonly Token[]): readonly Token[] {
  const own = ownOf(tokens)
  const [only] = own
  if (only === undefined) return tokens
  if (own.length > 1) return own
  const at = tokens.indexOf(only)
  const [before, after] = [tokens[at - 1], tokens[at + 1]]
  if (before && isRank(before)) return [before, only]
  return after && behind.has(after.word) ? [only, after] : own
}

/** Without what somebody is addressed by, where there is a name besides. */
export function withoutTitles(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(isTitle)) return tokens
  const own = ownOf(tokens)
  if (own.length === 0) return tokens
  const isOwn = new Set(own)
  return tokens.filter((one) => isOwn.has(one) || !isTitle(one))
}
