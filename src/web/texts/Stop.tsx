import { type FormEvent, useId, useState } from 'react'
import { useChange } from '../change.ts'
import { TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Final } from '../parts/Final.tsx'
import { Refused } from '../parts/Refused.tsx'
import css from './Stop.module.css'
import type { Leaving, Stopped } from './useLeaving.ts'

type Stopping = Pick<Leaving, 'stopped' | 'error' | 'clear' | 'release'>

/** What stopped a text: its words where they stand, and the way on. Nothing once the text is another. `text`: as it is now. */
export function Stop({ leaving, text }: { leaving: Stopping; text: string }) {
  const { stopped, error } = leaving
  if (stopped === null || stopped.text !== text) return <Refused error={error} />
  const { answer } = stopped
  return (
    <div className={css.stop} role="alert">
      <p className={css.words}>{answer.words}</p>
      {linesOf(stopped).map((line) => (
        <p key={line.at} className={css.line}>
          {line.parts.map((part) =>
            part.marked ? <mark key={part.at}>{part.words}</mark> : <span key={part.at}>{part.words}</span>,
          )}
        </p>
      ))}
      <Abouts stopped={stopped} />
      {answer.mayRelease ? <Release leaving={leaving} stopped={stopped} /> : null}
      <Refused error={error} />
    </div>
  )
}

const what = { person: 'somebody of', place: 'the place of', title: 'the title of', notes: 'the notes of' } as const

/** Which private items the words are of, for whoever may know. */
function Abouts({ stopped }: { stopped: Stopped }) {
  const said = new Set(
    stopped.answer.stops.flatMap(({ words, about }) =>
      about.slice(0, 1).map((one) => `“${words}”: ${what[one.what]} “${one.title}”`),
    ),
  )
  if (said.size === 0) return null
  return (
    <ul className={css.about}>
      {[...said].map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  )
}

function Release({ leaving, stopped }: { leaving: Stopping; stopped: Stopped }) {
  const form = useId()
  const [reason, setReason] = useState('')
  const released = useChange(leaving.release, {
    said: 'Released. The journal keeps by whom and why.',
    onDone: () => {
      leaving.clear()
      stopped.go()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    released.mutate({ text: stopped.text, hash: stopped.hash ?? '', reason })
  }
  return (
    <form id={form} className={css.release} onSubmit={submit}>
      <TextField
        label="Why they may know"
        hint="It goes for exactly this text, to exactly them. One word other, and it is read again."
        required
        maxLength={500}
        value={reason}
        onValue={setReason}
      />
      <Button type="submit" look="danger" busy={released.isPending}>
        Release it with this reason
      </Button>
      <Final of="text.release" />
      <Refused error={released.error} />
    </form>
  )
}

type Part = { readonly at: number; readonly words: string; readonly marked: boolean }

/** The lines of a text that have something in them, cut where it begins and ends. */
function linesOf({ text, answer }: Stopped): { at: number; parts: Part[] }[] {
  const lines: { at: number; parts: Part[] }[] = []
  for (const line of text.matchAll(/[^\n]+/g)) {
    const end = line.index + line[0].length
    const stops = answer.stops.filter(({ from, to }) => from < end && to > line.index)
    if (stops.length === 0) continue
    const parts: Part[] = []
    let at = line.index
    for (const { from, to } of stops) {
      if (from > at) parts.push({ at, words: text.slice(at, from), marked: false })
      parts.push({ at: from, words: text.slice(from, to), marked: true })
      at = to
    }
    if (at < end) parts.push({ at, words: text.slice(at, end), marked: false })
    lines.push({ at: line.index, parts })
  }
  return lines
}
