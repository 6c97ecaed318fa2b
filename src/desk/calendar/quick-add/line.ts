/** A typed line while it is being understood: what has been read is blanked, so that nothing is read twice. */
export type Part = { readonly from: number; readonly to: number; readonly meaning: string }

/** Letters that stand in for others of the same length while the line is read. */
type Cover = { readonly from: number; readonly to: number; readonly was: string; readonly by: string }

/** A sign no keyboard has: what it covers is read as nothing. */
const hidden = '\u{E000}'

export class Line {
  text: string
  /** The same length as `text`; what was understood is spaces. */
  left: string
  readonly parts: Part[] = []
  readonly assumed: string[] = []
  /** What was set aside because it only looks like a day; `said` where a person should hear of it. */
  readonly aside: { readonly from: number; readonly to: number; readonly said: boolean }[] = []
  private covers: readonly Cover[] = []

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
    const end = start + said.trim().length
    const cover = this.covers.find((one) => one.from < end && end <= one.to)
    this.parts.push({ from: start, to: cover?.to ?? end, meaning })
    this.left = this.left.slice(0, from) + ' '.repeat(to - from) + this.left.slice(to)
  }

  /** Until `uncover`, these letters are read as `by`, or as nothing at all. */
  cover(from: number, to: number, by?: string): void {
    const cover = {
      from,
      to,
      was: this.text.slice(from, to),
      by: by === undefined ? hidden.repeat(to - from) : by.padEnd(to - from),
    }
    this.covers = [...this.covers, cover]
    this.text = put(this.text, from, cover.by)
    this.left = put(this.left, from, cover.by)
  }

  /** Reads these letters as nothing: they are part of a name. */
  setAside(from: number, to: number, said: boolean): void {
    this.aside.push({ from, to, said })
    this.cover(from, to)
  }

  /** Gives what was covered back to the line; answers what was read in the letters that stood in. */
  uncover(): readonly Cover[] {
    const read: Cover[] = []
    for (const cover of [...this.covers].reverse()) {
      if (this.left.slice(cover.from, cover.to) === cover.by) this.left = put(this.left, cover.from, cover.was)
      else read.push(cover)
      this.text = put(this.text, cover.from, cover.was)
    }
    this.covers = []
    return read
  }

  assume(words: string): void {
    if (!this.assumed.includes(words)) this.assumed.push(words)
  }
}

const put = (text: string, from: number, by: string) => text.slice(0, from) + by + text.slice(from + by.length)
