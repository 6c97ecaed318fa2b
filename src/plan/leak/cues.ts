import type { Token } from './fold.ts'

const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Who is at it: in the third person, as an assistant writes of the executive; and where they go or what they do there. */
const people = list(`
she he her him his hers elle lui sa son sie er ihr ihm ihn ihre sein seine seiner seinem zij ze hij hem haar zijn ella lei suo sua su ela ele dele dela hun hans hennes henne
esta estara tiene ira sera andra onun onu ona ondan onunla kendisi baskan patron mudur bedzie siedzi jedzie ona jej jego jemu go niego niej nia nim profesor profesorowi professor director boss chef chefin patron patronne baas jefe capo szef prezes prezeska
`)
/** When it is: words of days and hours, and the names of what they are kept in. */
export const weekdays = list(`
monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays mon tue tues wed weds thu thur thurs fri sat sun
weekend weekends wochenende helgen weekendowy tmrw
calendar diary kalender agenda agendy kalendarzu tomorrow tonight today noon midday morning afternoon evening oclock
montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag montags dienstags mittwochs donnerstags freitags samstags mo di mi do fr uhr morgen heute vormittag nachmittag abend mittag
lundi mardi mercredi jeudi vendredi samedi dimanche demain midi matin soir
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag donderdagmiddag vandaag ochtend middag avond
lunedi martedi mercoledi giovedi venerdi sabato domenica domani mezzogiorno mattina pomeriggio sera
pazartesi sali carsamba persembe cuma cumartesi pazar bugun yarin sabah ogle oglen ogleden ogleye aksam aksami bugunku yarinki saat hafta haftaya
ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik
lunes martes miercoles jueves viernes sabado domingo manana mediodia tarde
segunda terca quarta quinta sexta amanha manha
mandag tirsdag onsdag torsdag fredag lordag sondag mandagen tirsdagen onsdagen torsdagen fredagen imorgen morgenen kveld klokka klokken kl
mandagen tisdag onsdag lordagen imorgon
poniedzialek wtorek sroda srode czwartek piatek sobota sobote niedziela niedziele jutro dzisiaj rano wieczorem poludnie
pondeli utery streda ctvrtek patek
drugiej trzeciej druga trzecia czwarta piata szosta siodma osma dziewiata dziesiata czwartej piatej szostej siodmej osmej dziewiatej dziesiatej siedemnastej
week woche semaine semana settimana uke vecka tydzien
january february march april june july august september october november december
`)

/** Hours, where they follow one of the words before them: `at ten`, `um acht`. */
export const hours = list(`
one two three four five six seven eight nine ten eleven twelve half quarter
zwei drei vier funf sechs sieben acht neun zehn elf zwolf halb
deux trois quatre cinq six sept huit neuf dix onze
una dos tres cuatro cinco seis siete ocho nueve diez once doce
twee drie vier vijf zes zeven acht negen tien elf twaalf
due tre quattro cinque sei sette otto nove dieci
tre fire fem sex seks sju syv atte otte ni nio ti tio kvart halv
`)
const leadIn = list(`
at by from until till after before past to half quarter um ab bis gegen vor nach halb a vers des jusqua las la alle dalle om vanaf tot na half voor kl klokken
klokka vid pa ved over i
`)

/** What a letter begins with, before the name of its reader. */
export const greetings = list(`
dear hi hello hey good liebe lieber sehr guten hallo cher chere bonjour bonsoir salut querido querida estimado estimada hola caro cara gentile
buongiorno ola kjaere kaere hei hej kara basta beste geachte dag szanowny szanowna drogi droga pani panie pan mr mrs ms
`)

/** So many words before and after a word are looked at. */
const most = 25

/** What ends a sentence: not a full stop within a number or the name of a file. */
const ends = /[.!?;].*\s/
/** Sentences that end in so short a word do not end there. */
const short = /(?:^|\s)[\p{L}]{1,4}$|\d$/u

/** Where the sentence or line about this word begins and ends among the words of the text. */
function sentenceAt(text: string, tokens: readonly Token[], at: number): readonly Token[] {
  const isEnd = (first: Token | undefined, second: Token | undefined) => {
    if (!first || !second) return true
    const between = text.slice(first.to, second.from)
    if (between.includes('\n')) return true
    if (!ends.test(between)) return false
    return !(between.startsWith('.') && short.test(text.slice(Math.max(0, first.to - 6), first.to)))
  }
  let [from, to] = [at, at]
  while (from > 0 && at - from < most && !isEnd(tokens[from - 1], tokens[from])) from--
  while (to < tokens.length - 1 && to - at < most && !isEnd(tokens[to], tokens[to + 1])) to++
  return tokens.slice(from, to + 1)
}

/** What a sentence says beside a word: of whom it speaks, and when. */
export type Cues = { readonly who: boolean; readonly when: boolean }

/** A text, its words, and the words of the names of those it is from, to or about. */
type Said = { readonly text: string; readonly tokens: readonly Token[]; readonly names: ReadonlySet<string> }

/** What the sentence about a word says, or (`isWide`) all that stands around it; `own`: what is no time there, but what is asked about. */
export function cuesAt(said: Said, at: number, isWide: boolean, own: readonly Token[] = []): Cues {
  const { text, tokens } = said
  const around = isWide ? tokens.slice(Math.max(0, at - most), at + most) : sentenceAt(text, tokens, at)
  return {
    who: isOfSheet(around, text) || around.some((token) => isSomebody(token, said)),
    when: around.some((token, n) => !own.includes(token) && isTime(token, around[n - 1]?.word ?? '', text)),
  }
}

/** A line of a day sheet: an hour, and few words; it is the executive's. */
const isOfSheet = (line: readonly Token[], text: string): boolean => {
  const first = line[0]
  return first !== undefined && line.length <= 6 && /^\d{1,2}[:.h]\d\d\b/.test(text.slice(first.from, first.from + 6))
}

/** At its beginning and its end a text only addresses and signs. */
function isSomebody({ word, from, loud, capital }: Token, { text, tokens, names }: Said): boolean {
  if (people.has(word)) return true
  if (!capital) return false
  if (word.length === 1) return !loud && [...names].some((name) => name.startsWith(word))
  return names.has(word) && from >= (tokens[3]?.from ?? text.length) && from < (tokens.at(-2)?.from ?? 0)
}

const isTime = ({ word, from }: Token, before: string, text: string): boolean =>
  weekdays.has(word) ||
  (hours.has(word) && leadIn.has(before)) ||
  (hour.test(word) && leadHour.has(before)) ||
  isClock({ word, from }, text)

/** Whether a number is of an hour or a day. */
export const isClock = ({ word, from }: Pick<Token, 'word' | 'from'>, text: string): boolean =>
  /^\d/.test(word) && clock.test(text.slice(from, from + 14))

const hour = /^(?:1?\d|2[0-4])$/
const leadHour = list('at um kl klokka klokken klockan las alle om until till bis ab')
/** `8.30`, `8:30`, `18 h`, `4pm`, `the 19th`, `am 12. um`, `am 3. Mai`; not the end of a sentence, `Tor 2. Helm`. */
const clock =
  /^\d{1,2}(?:[:.]\d\d|\s?[hH]\b|\s?(?:[ap]m|[AP]M)\b|(?:st|nd|rd|th)\b|h\d\d|\.\s(?:\s*\p{Ll}|\d|Jan|Feb|M[aä]r|Apr|Mai|Jun|Jul|Aug|Sep|O[kc]t|Nov|De[zc]))/u

/** A name of a file or an address is read as one word, however it is written. */
export const isInFile = (text: string, { from, to }: Token): boolean => {
  let [begin, end] = [from, to]
  while (begin > 0 && from - begin < longest && !/\s/.test(text[begin - 1] as string)) begin--
  while (end < text.length && end - to < longest && !/\s/.test(text[end] as string)) end++
  return /[\p{L}\d]\.[a-z]{2,4}\d?[,;:.)"]?$|[/@_]/iu.test(text.slice(begin, end))
}
const longest = 80
