import { Fragment, useEffect, useRef } from 'react'
import type { PartView } from '../../desk/travel/confirmations/model.ts'
import { desk } from '../client.ts'
import { Button } from '../parts/Button.tsx'
import { wordsOf } from '../parts/Refused.tsx'
import { tell } from '../shell/toasts.tsx'
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
  id,
  text,
  fields,
  pointed,
}: {
  id: string
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
      <div className={css.sourceHead}>
        <h2>What it says</h2>
        <Original id={id} />
      </div>
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

/** The file as it was dropped in: handed over to be kept, never shown as a page of the desk's own. */
function Original({ id }: { id: string }) {
  const save = async () => {
    const { fileName, base64 } = await desk.confirmation.original({ id })
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }))
    link.download = fileName
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <Button
      look="quiet"
      of="confirmation.original"
      onClick={() => void save().catch((error: unknown) => tell(wordsOf(error)))}
    >
      Save the file
    </Button>
  )
}
