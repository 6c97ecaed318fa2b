import { type FormEvent, useRef, useState } from 'react'
import { useChange } from '../change.ts'
import { changeNamed, desk } from '../client.ts'
import { DateField, TextField } from '../fields/Field.tsx'
import { Message } from '../findings/Message.tsx'
import { Button } from '../parts/Button.tsx'
import { Final } from '../parts/Final.tsx'
import { Refused } from '../parts/Refused.tsx'
import { type Deed, mayOf } from '../shell/may.ts'
import { useMe } from '../shell/me.ts'
import { useVerbs } from '../shell/verbs.ts'
import css from './OneToOne.module.css'
import type { Line, Way } from './shapes.ts'

/** What can be done about a line: operations of the desk, each a button, and that it was talked through. */
export function Ways({ line, meeting, isOn }: { line: Line; meeting: string | null; isOn: boolean }) {
  const me = useMe()
  const [asking, setAsking] = useState<Way | null>(null)
  const [writing, setWriting] = useState<Way | null>(null)
  const pressed = useRef('')
  const perform = useChange(
    ({ way, said }: { way: Way; said: object }, options) => {
      const call = changeNamed(way.operation)
      pressed.current = bare(way)
      if (!call) return Promise.reject(new Error(`This build does not know ${way.operation}`))
      return call({ ...way.input, ...said }, options)
    },
    { said: () => `Done: ${pressed.current}`, onDone: () => setAsking(null) },
  )
  const settled = useChange(desk.oneToOne.settle, { said: 'Talked through' })
  const back = useChange(desk.oneToOne.reopen, { said: 'Back on the agenda' })
  const press = (way: Way) => {
    if (way.letter) setWriting(way)
    else if (way.asks) setAsking(way)
    else perform.mutate({ way, said: {} })
  }
  const talked = () => meeting !== null && settled.mutate({ id: meeting, key: line.key })
  const maySettle = meeting !== null && line.settles !== null && line.settled === null
  useVerbs(
    isOn && line.settled === null
      ? [
          ...line.ways.map((way, n) => ({
            id: `way-${n + 1}`,
            words: `${way.words}: ${line.words}`,
            of: way.operation as Deed,
            ...(n < mostKeys && { keys: [`${n + 1}`] }),
            run: () => press(way),
          })),
          ...(maySettle
            ? [
                {
                  id: 'settle',
                  words: `${line.settles}: ${line.words}`,
                  keys: ['+'],
                  of: 'oneToOne.settle' as const,
                  run: talked,
                },
              ]
            : []),
        ]
      : [],
  )
  if (line.settled !== null)
    return (
      <p className={css.ways}>
        <span className={css.done}>{line.settled}</span>
        {meeting !== null && (
          <Button
            look="quiet"
            of="oneToOne.reopen"
            busy={back.isPending}
            onClick={() => back.mutate({ id: meeting, key: line.key })}
          >
            Put it back
          </Button>
        )}
        <Refused error={back.error} />
      </p>
    )
  return (
    <>
      {(line.ways.length > 0 || maySettle) && (
        <p className={css.ways}>
          {line.ways.map((way, n) => (
            <Button
              key={way.words}
              look={way.main ? 'main' : 'plain'}
              of={way.operation as Deed}
              {...(way.may !== null && { may: way.may })}
              busy={perform.isPending}
              {...(isOn && n < mostKeys && { hint: `${n + 1}` })}
              onClick={() => press(way)}
            >
              <Named words={way.words} of={line} />
            </Button>
          ))}
          {maySettle && (
            <Button of="oneToOne.settle" busy={settled.isPending} {...(isOn && { hint: '+' })} onClick={talked}>
              <Named words={line.settles ?? ''} of={line} />
            </Button>
          )}
          {atOnce(line)
            .filter((operation) => mayOf(me, operation as Deed) !== 'no')
            .map((operation) => (
              <Final key={operation} of={operation} />
            ))}
        </p>
      )}
      {asking?.asks && (
        <Asking
          key={asking.words}
          way={asking}
          busy={perform.isPending}
          onSaid={(said) => perform.mutate({ way: asking, said })}
          onClose={() => setAsking(null)}
        />
      )}
      {writing?.letter && (
        <Message
          finding={{ fingerprint: writing.letter.finding }}
          fix={{ ...writing, words: bare(writing), may: writing.may ?? 'yes' }}
          message={writing.letter}
          open
          onClose={() => setWriting(null)}
        />
      )}
      <Refused error={perform.error ?? settled.error} />
    </>
  )
}

/** What it does, without the dots that say that something is asked first. */
const bare = ({ words }: Way): string => words.replace('…', '')

/** From six on, digits mean pages. */
const mostKeys = 5

/** Operations that one press performs; what has to be said with one comes before it. */
const atOnce = ({ ways }: Line): readonly string[] => [
  ...new Set(ways.filter(({ asks, letter }) => asks === null && letter === null).map(({ operation }) => operation)),
]

/** What a button says, and about which line to whoever only hears it. */
const Named = ({ words, of }: { words: string; of: Line }) => (
  <span>
    {words}
    <span className="unseen">: {of.words}</span>
  </span>
)

/** The one thing that has to be said with it: a reason, or a day. */
function Asking({
  way,
  busy,
  onSaid,
  onClose,
}: {
  way: Way
  busy: boolean
  onSaid: (said: object) => void
  onClose: () => void
}) {
  const [value, setValue] = useState('')
  const { asks } = way
  if (!asks) return null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSaid({ [asks.field]: value })
  }
  const field = { label: asks.words, value, onValue: setValue, required: true, autoFocus: true }
  return (
    <form className={css.asking} onSubmit={submit}>
      {asks.what === 'day' ? <DateField {...field} /> : <TextField {...field} maxLength={500} />}
      <p className={css.ways}>
        <Button type="submit" look="main" of={way.operation as Deed} busy={busy}>
          {bare(way)}
        </Button>
        <Button look="quiet" onClick={onClose}>
          Not now
        </Button>
        <Final of={way.operation} />
      </p>
    </form>
  )
}
