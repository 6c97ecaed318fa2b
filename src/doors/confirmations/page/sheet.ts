type Attributes = Readonly<Record<string, string>>
type Look = 'hidden' | 'struck' | 'seen'

const hides = [
  /(?:^|;)\s*display\s*:\s*none/i,
  /(?:^|;)\s*visibility\s*:\s*(?:hidden|collapse)/i,
  /(?:^|;)\s*mso-hide\s*:\s*all/i,
  /(?:^|;)\s*font-size\s*:\s*0(?:px|pt|em|rem|%)?\s*(?:;|!|$)/i,
  /(?:^|;)\s*opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)/i,
  /(?:^|;)\s*max-height\s*:\s*0(?:px|pt|em)?\s*(?:;|!|$)/i,
]
const strikes = /(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*line-through/i
const shows = /(?:^|;)\s*(?:display|visibility|text-decoration(?:-line)?|font-size|opacity|max-height)\s*:/i

/** What a style makes of an element; null where it says nothing of that. */
function lookIn(style: string): Look | null {
  if (hides.some((each) => each.test(style))) return 'hidden'
  if (strikes.test(style)) return 'struck'
  return shows.test(style) ? 'seen' : null
}

/** `.was`, `span.was`, `#was`: others are for elements somewhere within others, or in some state. */
const simple = /^(?:([a-z][a-z0-9]*)?([.#])([\w-]+)|(s|del|strike|ins))$/i

/** No sheet has more to say of what is hidden. */
const most = 2000

/** What the style sheets of a page hide or strike out by class or name; what they say of other screens, or of prints, is no matter. */
export class Sheet {
  readonly #looks = new Map<string, Look>()

  /** Takes the rules of a sheet, of which later ones hold. */
  add(words: string): void {
    const rules = words.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/<!--|-->/g, ' ')
    let from = 0
    for (let at = rules.indexOf('{'); at !== -1 && this.#looks.size < most; at = rules.indexOf('{', from)) {
      const heads = rules.slice(from, at).split(';').at(-1)?.trim() ?? ''
      if (heads.startsWith('@')) {
        from = endOf(rules, at)
        continue
      }
      const close = rules.indexOf('}', at)
      const end = close === -1 ? rules.length : close
      const look = lookIn(rules.slice(at + 1, end))
      if (look) for (const head of heads.split(',')) this.#set(head.trim(), look)
      from = end + 1
    }
  }

  lookOf(name: string, { class: classes, id, style }: Attributes): Look {
    const own = style === undefined ? null : lookIn(style)
    if (own) return own
    if (this.#looks.size === 0) return 'seen'
    const all = [...(classes?.split(/\s+/) ?? []).map((each) => `.${each}`), ...(id === undefined ? [] : [`#${id}`])]
    const found = all.flatMap((each) => this.#looks.get(each) ?? this.#looks.get(`${name}${each}`) ?? [])
    return found.find((each) => each === 'hidden') ?? found.find((each) => each === 'struck') ?? 'seen'
  }

  #set(head: string, look: Look): void {
    const parts = simple.exec(head)
    if (parts?.[2]) this.#looks.set(`${parts[1]?.toLowerCase() ?? ''}${parts[2]}${parts[3]}`, look)
  }
}

/** Behind the block that opens here, with all blocks within. */
function endOf(rules: string, open: number): number {
  let depth = 0
  for (let at = open; at < rules.length; at++) {
    if (rules[at] === '{') depth++
    if (rules[at] === '}' && --depth === 0) return at + 1
  }
  return rules.length
}
