/** A word as it stands in a text: from and until (UTF-16 offsets, `to` behind the last), and what is compared. */
export type Token = {
  readonly from: number
  readonly to: number
  /** Small Latin letters and digits, without marks: `Größe` is `grosse`. */
  readonly word: string
  readonly stem: string
  /** It begins with a capital where no sentence begins, or is all capitals. */
  readonly named: boolean
  readonly capital: boolean
  /** It is written in capitals alone. */
  readonly loud: boolean
}

/** Letters of other alphabets that look like Latin ones, and Latin ones that have no marks to lose. */
const alike: Readonly<Record<string, string>> = Object.fromEntries([
  ['а', 'a'],
  ['в', 'b'],
  ['е', 'e'],
  ['ё', 'e'],
  ['к', 'k'],
  ['м', 'm'],
  ['н', 'h'],
  ['о', 'o'],
  ['р', 'p'],
  ['с', 'c'],
  ['т', 't'],
  ['у', 'y'],
  ['х', 'x'],
  ['і', 'i'],
  ['ї', 'i'],
  ['ј', 'j'],
  ['ѕ', 's'],
  ['ԁ', 'd'],
  ['ԛ', 'q'],
  ['ԝ', 'w'],
  ['һ', 'h'],
  ['ӏ', 'l'],
  ['ɡ', 'g'],
  ['ɑ', 'a'],
  ['ο', 'o'],
  ['α', 'a'],
  ['ε', 'e'],
  ['ι', 'i'],
  ['κ', 'k'],
  ['ν', 'v'],
  ['ρ', 'p'],
  ['τ', 't'],
  ['υ', 'u'],
  ['χ', 'x'],
  ['η', 'n'],
  ['ω', 'w'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
  ['ŀ', 'l'],
  ['ħ', 'h'],
] as const)

const apostrophes = /['’‘ʼ`´＇]/g
const ascii = /^[a-z0-9]+$/

/** A word as it is compared, whatever it was written with. */
export function folded(raw: string): string {
  const small = raw.toLowerCase()
  if (ascii.test(small)) return small
  const bare = raw
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}\p{Lm}]/gu, '')
  const latin = [...bare].map((letter) => alike[letter] ?? letter).join('')
  return latin
    .replace(/(?<=..)['’‘ʼ`´]s$/, '')
    .replace(apostrophes, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** Without the endings of English: `reviews`, `reviewed` and `reviewing` are one word. */
export function stemOf(word: string): string {
  if (word.length < 5 || /\d/.test(word)) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (/(?:[sxz]|ch|sh)es$/.test(word)) return word.slice(0, -2)
  if (/[^su]s$/.test(word)) return word.slice(0, -1)
  const verb = /^(.{4,}?)(?:ing|ed)$/.exec(word)?.[1]
  if (verb === undefined || !/[aeiouy]/.test(verb)) return word
  return /([bdgmnprt])\1$/.test(verb) ? verb.slice(0, -1) : verb
}

const words = /[\p{L}\p{N}\u24B6-\u24E9][\p{L}\p{M}\p{N}\p{Cf}\u24B6-\u24E9'’‘ʼ`´＇]*/gu
/** Several of what is called by its first letters: `NDAs`. */
const acronyms = /^(\p{Lu}{2,})['’]?s$/u
const elided = /^(?:[dlmnstjc]|qu)['’ʼ](?=\p{L}{3})/iu

const begins = (text: string, at: number): boolean => {
  for (let n = at - 1; n >= 0; n--) {
    const letter = text[n] as string
    if ((letter >= 'a' && letter <= 'z') || letter === ',') return false
    if (letter === ' ' || letter === '\t' || letter === '"' || letter === '“' || letter === '„' || letter === '(')
      continue
    return (
      /[.!?:\n\r•–—*>-]/.test(letter) &&
      !(letter === '.' && /\b(?:dr|mr|mrs|ms|prof|st)$/i.test(text.slice(Math.max(0, n - 5), n)))
    )
  }
  return true
}

/** A word as it is compared, wherever it stands. `skip`: letters before it that belong to another, as in `d’accord`. */
export type Form = Pick<Token, 'word' | 'stem' | 'capital' | 'loud'> & { readonly skip: number }

const plain = /^[A-Za-z0-9]+$/

function formOf(whole: string): Form {
  if (plain.test(whole) && !acronyms.test(whole)) {
    const word = whole.toLowerCase()
    const capital = whole.charCodeAt(0) >= 65 && whole.charCodeAt(0) <= 90
    return {
      word,
      stem: stemOf(word),
      capital,
      loud: capital && /^[A-Z0-9]*[A-Z][A-Z0-9]*$/.test(whole.slice(1)),
      skip: 0,
    }
  }
  const skip = elided.exec(whole)?.[0].length ?? 0
  const raw = whole.slice(skip)
  const word = folded(acronyms.exec(raw)?.[1] ?? raw)
  const capital = /^[\p{Lu}\p{Lt}]/u.test(raw.normalize('NFKC'))
  const loud = capital && raw === raw.toUpperCase() && /\p{Lu}.*\p{Lu}/u.test(raw)
  return { word, stem: stemOf(word), capital, loud, skip }
}

/** More forms than this are not kept. */
const mostForms = 200_000

// biome-ignore lint/suspicious/noControlCharactersInRegex: every one of the first 128, whatever it is.
const latin = /^[\x00-\x7f]*$/
const plainWords = /[A-Za-z0-9][A-Za-z0-9'`]*/g

/** The words of a text in their order. `forms`: those met before, where many texts are read. */
export function tokensOf(text: string, forms?: Map<string, Form>): Token[] {
  const found: Token[] = []
  const next = latin.test(text) ? plainWords : words
  next.lastIndex = 0
  for (let match = next.exec(text); match !== null; match = next.exec(text)) {
    const [whole] = match
    let form = forms?.get(whole)
    if (form === undefined) {
      form = formOf(whole)
      if (forms !== undefined && forms.size < mostForms) forms.set(whole, form)
    }
    const { word, stem, capital, loud, skip } = form
    if (word === '') continue
    const from = match.index + skip
    const to = match.index + whole.length
    const inAddress = isOfAddress(text[from - 1]) || isOfAddress(text[to])
    const named = inAddress || (capital && (loud || !begins(text, from)))
    found.push({ from, to, word, stem, loud, capital: capital || inAddress, named })
  }
  return found
}

const isOfAddress = (letter: string | undefined): boolean =>
  letter === '/' || letter === '@' || letter === '_' || letter === '#'

/** Words that are written with a hyphen, as one: `send-off`. */
export const hyphenated = (text: string, tokens: readonly Token[]): Token[] =>
  tokens.flatMap((first, n) => {
    const second = tokens[n + 1]
    if (!second || second.from !== first.to + 1 || !/^[-‐‑]$/.test(text.slice(first.to, second.from))) return []
    const word = first.word + second.word
    return [{ ...first, to: second.to, word, stem: stemOf(word) }]
  })

const apart = /^[\s.\-_*·]{1,3}$/

/** The words of one that is written together with a capital for each, `CopperHeron`; `at`: its place among the words. */
export const humped = (text: string, tokens: readonly Token[]): { readonly token: Token; readonly at: number }[] =>
  tokens.flatMap(({ from, to }, at) => {
    const parts = text.slice(from, to).split(/(?<=\p{Ll})(?=\p{Lu})/u)
    if (parts.length < 2) return []
    let begin = from
    return parts.map((part) => {
      const word = folded(part)
      const token = {
        from: begin,
        to: begin + part.length,
        word,
        stem: stemOf(word),
        loud: false,
        capital: true,
        named: true,
      }
      begin += part.length
      return { token, at }
    })
  })

/** Words made of at least three single letters that stand apart. */
export function spelledOut(text: string, tokens: readonly Token[]): Token[] {
  const made: Token[] = []
  for (let at = 0; at < tokens.length; ) {
    let end = at
    while (
      end < tokens.length &&
      tokens[end]?.word.length === 1 &&
      (end === at || apart.test(text.slice(tokens[end - 1]?.to, tokens[end]?.from)))
    )
      end++
    const [first, last] = [tokens[at], tokens[end - 1]]
    if (end - at >= 3 && first && last) {
      const word = tokens
        .slice(at, end)
        .map((one) => one.word)
        .join('')
      made.push({ from: first.from, to: last.to, word, stem: stemOf(word), capital: true, loud: false, named: true })
    }
    at = Math.max(end, at + 1)
  }
  return made
}
