import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { desk } from '../client.ts'
import { Button } from '../parts/Button.tsx'
import { wordsOf } from '../parts/Refused.tsx'
import { tell } from '../shell/toasts.tsx'
import css from './Import.module.css'
import type { Sent } from './send.ts'

/** What became of a file: the counts, then everything a person should look at, in the file's own line numbers. */
export function ImportReported({ sent, calendar, onShut }: { sent: Sent; calendar: string; onShut: () => void }) {
  const read = useQueryClient()
  const navigate = useNavigate()
  const lookBack = () => {
    onShut()
    void navigate({ to: '/lookback', search: {} })
  }
  const undo = () =>
    desk.journal
      .undo({ entry: sent.did.entry }, { context: { key: `undo-${sent.did.entry}` } })
      .then(
        (undone) => tell(undone.words),
        (error: unknown) => tell(wordsOf(error)),
      )
      .then(() => read.invalidateQueries())
      .then(onShut)
  return (
    <>
      <dl className={css.counts}>
        <Count words="added" n={sent.added} />
        <Count words="changed" n={sent.changed} />
        <Count words="the same" n={sent.same} />
        <Count words="skipped" n={sent.skipped.length} />
      </dl>
      <p className={css.into}>Into “{calendar}”. One entry in the journal.</p>
      <List title="Skipped" note="The rest of the file came in." items={sent.skipped}>
        {(one) => (
          <>
            <b>Line {one.line}</b> {one.reason}
          </>
        )}
      </List>
      <List title="Changed on both sides" note="The newer won." items={sent.conflicts}>
        {(one) => (
          <>
            <b>{one.title}</b> {one.property.toLowerCase()}: kept “{one.kept}”, not “{one.other}”
          </>
        )}
      </List>
      <List title="On the desk, not in this file" note="Nothing was deleted." items={sent.missing}>
        {(one) => one.title}
      </List>
      <List title="Worth knowing" items={sent.remarks}>
        {(remark) => remark}
      </List>
      <div className={css.actions}>
        <Button look="main" onClick={lookBack}>
          What does it say about the week?
        </Button>
        <Button onClick={onShut}>Good</Button>
        {sent.did.undo && <Button onClick={() => void undo()}>Undo the import</Button>}
      </div>
    </>
  )
}

const Count = ({ words, n }: { words: string; n: number }) => (
  <div>
    <dt>{words}</dt>
    <dd>{n}</dd>
  </div>
)

const most = 200

function List<T>({
  title,
  note,
  items,
  children,
}: {
  title: string
  note?: string
  items: readonly T[]
  children: (item: T) => ReactNode
}) {
  if (items.length === 0) return null
  return (
    <details className={css.list} open={items.length <= 5}>
      <summary>
        {title} <span>{items.length}</span> {note && <small>{note}</small>}
      </summary>
      <ul>
        {items.slice(0, most).map((item) => (
          <li key={JSON.stringify(item)}>{children(item)}</li>
        ))}
        {items.length > most && <li>and {items.length - most} more</li>}
      </ul>
    </details>
  )
}
