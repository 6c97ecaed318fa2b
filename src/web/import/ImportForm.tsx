import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useRef, useState } from 'react'
import { ask, desk } from '../client.ts'
import { Choice, TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Refused, wordsOf } from '../parts/Refused.tsx'
import { Progress, Waiting } from '../parts/Waiting.tsx'
import { useMe } from '../shell/me.ts'
import css from './Import.module.css'
import { NotImported, type Sending, type Sent, sendFile } from './send.ts'

const owners = [
  { value: 'executive', words: 'The executive’s' },
  { value: 'assistant', words: 'Mine' },
] as const

type Target = { readonly id: string; readonly name: string; readonly owner: 'executive' | 'assistant' }

/** The calendar the file goes into, made first where it is new. */
async function calendarFor(target: Target): Promise<string> {
  if (target.id !== 'new') return target.id
  const key = crypto.randomUUID()
  const made = await desk.calendar.add({ name: target.name, owner: target.owner }, { context: { key } })
  return made.calendar.id
}

/** Which file, into which calendar; then how far it is. */
export function ImportForm({
  file: given,
  onShut,
  onSent,
}: {
  file: File | null
  onShut: () => void
  onSent: (sent: Sent, calendar: string) => void
}) {
  const known = useQuery(ask.calendar.list.queryOptions({ input: {} }))
  if (known.isPending) return <Waiting />
  if (!known.data) return <Refused error={known.error} retry={() => known.refetch()} />
  const calendars = known.data.calendars.map(({ id, name }) => ({ value: id, words: name }))
  return <Form given={given} calendars={calendars} onShut={onShut} onSent={onSent} />
}

function Form({
  given,
  calendars,
  onShut,
  onSent,
}: {
  given: File | null
  calendars: readonly { value: string; words: string }[]
  onShut: () => void
  onSent: (sent: Sent, calendar: string) => void
}) {
  const { desk: here } = useMe()
  const id = useId()
  const read = useQueryClient()
  const [file, setFile] = useState(given)
  const [target, setTarget] = useState<Target>({
    id: calendars[0]?.value ?? 'new',
    name: here.executive,
    owner: 'executive',
  })
  const [part, setPart] = useState<number | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const sending = useRef<Sending | null>(null)
  const name = target.id === 'new' ? target.name : (calendars.find((one) => one.value === target.id)?.words ?? '')

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!file) return
    setWrong(null)
    setPart(0)
    try {
      sending.current = sendFile(file, await calendarFor(target), crypto.randomUUID(), setPart)
      const sent = await sending.current.answer
      await read.invalidateQueries()
      onSent(sent, name)
    } catch (error) {
      setWrong(error instanceof NotImported ? error.message : wordsOf(error))
      setPart(null)
    }
  }
  if (part !== null)
    return (
      <>
        <Progress
          words={part < 1 ? `${file?.name}: ${Math.round(part * 100)} % sent` : `Reading ${file?.name}…`}
          done={part < 1 ? part : null}
        />
        {part < 1 && (
          <div className={css.actions}>
            <Button onClick={() => sending.current?.stop()}>Stop</Button>
          </div>
        )}
      </>
    )
  return (
    <form onSubmit={(event) => void submit(event)}>
      <div className={css.file}>
        <label htmlFor={id}>File</label>
        <input
          id={id}
          type="file"
          accept=".ics,.ical,.ifb,text/calendar"
          required={file === null}
          onChange={(e) => setFile(e.target.files?.[0] ?? null)}
        />
        {file && <p>{file.name}</p>}
      </div>
      <Choice
        label="Into"
        value={target.id}
        onValue={(to) => setTarget({ ...target, id: to })}
        options={[...calendars, { value: 'new', words: 'A new calendar…' }]}
      />
      {target.id === 'new' && (
        <>
          <TextField
            label="Its name"
            required
            value={target.name}
            onValue={(to) => setTarget({ ...target, name: to })}
          />
          <Choice
            label="Whose is it?"
            value={target.owner}
            onValue={(owner) => setTarget({ ...target, owner })}
            options={owners}
          />
        </>
      )}
      {wrong && (
        <p role="alert" className={css.wrong}>
          {wrong}
        </p>
      )}
      <div className={css.actions}>
        <Button type="submit" look="main" disabled={file === null}>
          Import
        </Button>
        <Button look="quiet" onClick={onShut}>
          Not now
        </Button>
      </div>
    </form>
  )
}
