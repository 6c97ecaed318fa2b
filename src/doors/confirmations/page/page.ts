import { Parser } from 'htmlparser2'
import { limits } from '../limits.ts'
import { type Data, Microdata } from './microdata.ts'
import { Sheet } from './sheet.ts'
import { Visible } from './visible.ts'

export type Page = {
  /** What a person sees of it, without what is struck out. */
  readonly text: string
  /** The same with what is struck out; null where nothing is. */
  readonly whole: string | null
  /** Each script of linked data, as written. */
  readonly scripts: readonly string[]
  readonly items: readonly Data[]
  /** Whether it was too deep or too long to be read to its end. */
  readonly cut: boolean
}

/** Reads a page as far as the limits go, in time proportional to its length; it never throws. */
export function readPage(html: string): Page {
  const sheet = new Sheet()
  const [visible, whole, microdata] = [new Visible(sheet, false), new Visible(sheet, true), new Microdata()]
  const scripts: string[] = []
  let style: string | null = null
  const source = html.slice(0, limits.page)
  let script: string | null = null
  let depth = 0
  let deep = false
  const parser = new Parser({
    onopentag(name, attributes) {
      depth++
      if (deep || depth > limits.tags) {
        deep = true
        return
      }
      visible.open(name, attributes)
      whole.open(name, attributes)
      microdata.open(name, attributes)
      if (name === 'script' && /ld\+json/i.test(attributes.type ?? '')) script = ''
      if (name === 'style' && !/print|max-|min-/i.test(attributes.media ?? '')) style = ''
    },
    ontext(words) {
      if (deep) return
      if (script !== null) script += words
      if (style !== null) style += words
      visible.words(words)
      whole.words(words)
      if (script === null) microdata.words(words)
    },
    onclosetag(name) {
      depth--
      if (deep) return
      visible.close(name)
      whole.close(name)
      microdata.close()
      if (name === 'script' && script !== null) scripts.push(script)
      if (name === 'script') script = null
      if (name === 'style' && style !== null) sheet.add(style)
      if (name === 'style') style = null
    },
  })
  // In steps, so that what nests without end is left before looking through what is open costs more than reading.
  for (let at = 0; at < source.length && !deep; at += 4096) parser.write(source.slice(at, at + 4096))
  if (!deep) parser.end()
  return {
    text: visible.text(),
    whole: visible.strikes ? whole.text() : null,
    scripts,
    items: microdata.items,
    cut: deep || html.length > limits.page,
  }
}
