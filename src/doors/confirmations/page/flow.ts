/** Text as it flows on a page: runs of white space are one space, but for those that do not break, and lines break where the page breaks them. */
export class Flow {
  #text = ''
  /** Its last two letters, kept by themselves: asking the text each time costs its whole length. */
  #end = '\n'
  #gap = false

  add(words: string): void {
    const flat = words.replace(/[ \t\r\n\f]+/g, ' ')
    if (flat === '') return
    const bare = flat.replace(/^ | $/g, '')
    if (flat[0] === ' ') this.#gap = true
    if (bare === '') return
    this.#put(this.#gap && !this.#end.endsWith('\n') ? ` ${bare}` : bare)
    this.#gap = flat.endsWith(' ')
  }

  /** Text whose breaks and spaces are meant. */
  keep(words: string): void {
    if (words !== '') this.#put(words)
  }

  /** What comes next stands on a line of its own. */
  line(): void {
    if (!this.#end.endsWith('\n')) this.#put('\n')
    this.#gap = false
  }

  /** What comes next stands apart: one line is left free. */
  blank(): void {
    this.line()
    if (this.#text !== '' && this.#end !== '\n\n') this.#put('\n')
  }

  /** A break that is written, however many there are. */
  br(): void {
    this.#put('\n')
    this.#gap = false
  }

  block(text: string): void {
    this.line()
    if (text !== '') this.#put(`${text}\n`)
  }

  text(): string {
    // Not by a pattern: one that ends in white space is tried anew at each space of a long run.
    const lines = this.#text.split('\n').map((line) => line.trimEnd())
    const from = lines.findIndex((line) => line !== '')
    const to = lines.findLastIndex((line) => line !== '')
    return from === -1 ? '' : lines.slice(from, to + 1).join('\n')
  }

  #put(words: string): void {
    this.#text += words
    this.#end = `${this.#end}${words.slice(-2)}`.slice(-2)
  }
}
