import { Parser } from 'htmlparser2'
import { limits } from '../limits.ts'
import { type Data, Microdata } from './microdata.ts'
import { Visible } from './visible.ts'

export type Page = {
  /** What a person sees of it. */
  readonly text: string
  /** Each script of linked data, as written. */
  readonly scripts: readonly string[]
  readonly items: readonly Data[]
  /** Whether it was too deep or too long to be read to its end. */
  readonly cut: boolean
}

/** Reads a page as far as the limits go, in time proportional to its length; it never throws. */
export function readPage(html: string): Page {
  const [visible, microdata] = [new Visible(), new Microdata()]
  const scripts: string[] = []
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
      microdata.open(name, attributes)
      if (name === 'script' && /ld\+json/i.test(attributes.type ?? '')) script = ''
    },
    ontext(words) {
      if (deep) return
      if (script !== null) script += words
      visible.words(words)
      if (script === null) microdata.words(words)
    },
    onclosetag(name) {
      depth--
      if (deep) return
      visible.close(name)
      microdata.close()
      if (name === 'script' && script !== null) scripts.push(script)
      if (name === 'script') script = null
    },
  })
  // In steps, so that what nests without end is left before looking through what is open costs more than reading.
  for (let at = 0; at < source.length && !deep; at += 4096) parser.write(source.slice(at, at + 4096))
  if (!deep) parser.end()
  return { text: visible.text(), scripts, items: microdata.items, cut: deep || html.length > limits.page }
}
