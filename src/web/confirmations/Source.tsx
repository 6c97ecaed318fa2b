import { Fragment, useEffect, useRef } from 'react'
import type { PartView } from '../../desk/travel/confirmations/model.ts'
import css from './Confirmations.module.css'

type Place = { readonly at: number; readonly length: number }

/** What stands between and under the words that were read, in order; words that overlap count once. */
function piecesOf(
  text: string,
  fields: readonly PartView['fields'][number][],
): readonly (Place & { readonly read: boolean })[] {
  const places = fields
    .flatMap(({ origin }) => (origin.by === 'words' ? [{ at: origin.at, length: origin.words.length }] : []))
    .sort((a, b) => a.at - b.at)
  const pieces: (Place & { read: boolean })[] = []
  let end = 0
  for (const { at, length } of places) {
    if (at < end) continue
    if (at > end) pieces.push({ at: end, length: at - end, read: false })
    pieces.push({ at, length, read: true })
    end = at + length
  }
  if (end < text.length) pieces.push({ at: end, length: text.length - end, read: false })
  return pieces
}

/** The confirmation as a person reads it, with the words that values were taken from; those that are pointed at stand out. */
export function Source({
  text,
  fields,
  pointed,
}: {
  text: string
  fields: readonly PartView['fields'][number][]
  pointed: Place | null
}) {
  const mark = useRef<HTMLElement>(null)
  const box = useRef<HTMLPreElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place is pointed at
  useEffect(() => {
    if (mark.current && box.current) box.current.scrollTop = mark.current.offsetTop - box.current.clientHeight / 2
  }, [pointed?.at])
  return (
    <section className={css.source} aria-label="What it says">
      <h2>What it says</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys too (WCAG 2.1.1) */}
      <pre ref={box} className={css.text} tabIndex={0}>
        {piecesOf(text, fields).map(({ at, length, read }) => {
          const words = text.slice(at, at + length)
          const isPointed = pointed !== null && pointed.at < at + length && at < pointed.at + pointed.length
          return read ? (
            <mark key={at} ref={isPointed ? mark : null} className={isPointed ? css.pointed : css.read}>
              {words}
            </mark>
          ) : (
            <Fragment key={at}>{words}</Fragment>
          )
        })}
      </pre>
    </section>
  )
}
