/** A typed line while it is being understood: what has been read is blanked, so that nothing is read twice. */
export type Part = { readonly from: number; readonly to: number; readonly meaning: string }

export class Line {
  readonly text: string
  /** The same length as `text`; what was understood is spaces. */
  left: string
  readonly parts: Part[] = []
  readonly assumed: string[] = []

  constructor(text: string) {
    this.text = text
    this.left = text
  }

  /** Takes the first match out of what is left. The whole match is taken; what it means is for the caller. */
  take(
    pattern: RegExp,
    meaning: string,
    fits: (match: RegExpExecArray) => boolean = () => true,
  ): RegExpExecArray | null {
    const all = new RegExp(pattern.source, pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`)
    for (let match = all.exec(this.left); match; match = all.exec(this.left)) {
      if (match[0] === '') return null
      if (!fits(match)) continue
      this.blank(match.index, match.index + match[0].length, meaning)
      return match
    }
    return null
  }

  /** Takes the first match that means something, and answers what. */
  read<T>(pattern: RegExp, meaning: string, make: (match: RegExpExecArray) => T | null): T | null {
    let made: T | null = null
    this.take(pattern, meaning, (match) => {
      made = make(match)
      return made !== null
    })
    return made
  }

  blank(from: number, to: number, meaning: string): void {
    const said = this.text.slice(from, to)
    const start = from + (said.length - said.trimStart().length)
    this.parts.push({ from: start, to: start + said.trim().length, meaning })
    this.left = this.left.slice(0, from) + ' '.repeat(to - from) + this.left.slice(to)
  }

  assume(words: string): void {
    if (!this.assumed.includes(words)) this.assumed.push(words)
  }
}
