import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import type { PointView, TripView } from '../../desk/travel/model.ts'
import { useChange } from '../change.ts'
import { ask, desk } from '../client.ts'
import { todayIn } from '../clock.ts'
import { momentWords, shortDayWords } from '../dates.ts'
import { Choice, DateField, TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Tag } from '../parts/Tag.tsx'
import { useMe } from '../shell/me.ts'
import { useVerbs } from '../shell/verbs.ts'
import form from './Forms.module.css'
import css from './Points.module.css'

type Asking = { readonly what: 'add' } | { readonly what: 'give' | 'settle'; readonly point: PointView }

/** What is still open about a trip, before anything else: who sees to each, and by when. */
export function Points({ trip }: { trip: TripView }) {
  const [asking, setAsking] = useState<Asking | null>(null)
  const open = trip.points.filter(({ settled }) => settled === null)
  const settled = trip.points.filter((point) => point.settled !== null)
  useVerbs([
    {
      id: 'point-add',
      words: 'Note what is open',
      keys: ['a'],
      of: 'point.add',
      run: () => setAsking({ what: 'add' }),
    },
  ])
  const close = () => setAsking(null)
  return (
    <section className={css.points} aria-labelledby="open-points">
      <div className={css.head}>
        <h2 id="open-points">
          Open points <small>{open.length === 0 ? 'none' : open.length}</small>
        </h2>
        <Button of="point.add" look="quiet" hint="a" onClick={() => setAsking({ what: 'add' })}>
          Note one
        </Button>
      </div>
      {open.length > 0 && (
        <ul>
          {open.map((point) => (
            <Point key={point.id} point={point} trip={trip} onAsk={(what) => setAsking({ what, point })} />
          ))}
        </ul>
      )}
      {settled.length > 0 && (
        <details className={css.settled}>
          <summary>Settled {settled.length}</summary>
          <ul>
            {settled.map((point) => (
              <li key={point.id}>
                {point.words}: <b>{point.settled?.how}</b>{' '}
                <small>
                  {point.settled?.who}, {point.settled && momentWords(point.settled.at)}
                </small>
              </li>
            ))}
          </ul>
        </details>
      )}
      {asking?.what === 'add' && <AddPoint trip={trip} onClose={close} />}
      {asking?.what === 'give' && <Give point={asking.point} onClose={close} />}
      {asking?.what === 'settle' && <Settle point={asking.point} onClose={close} />}
    </section>
  )
}

function Point({ point, trip, onAsk }: { point: PointView; trip: TripView; onAsk: (what: 'give' | 'settle') => void }) {
  const late = point.dueOn !== null && point.dueOn < todayIn(trip.zone).toString()
  const about = trip.segments.find(({ id }) => id === point.segmentId)
  return (
    <li className={`${css.point} ${late ? css.late : point.ownerName === null ? css.nobody : ''}`}>
      <div>
        <b>{point.words}</b>
        <p>
          {point.ownerName ?? <Tag tone="amber">nobody sees to it</Tag>}
          {point.dueOn && (
            <>
              {' · '}
              {late ? <Tag tone="red">was due {dayOf(point.dueOn)}</Tag> : `by ${dayOf(point.dueOn)}`}
            </>
          )}
          {about && ` · ${about.title}`}
        </p>
      </div>
      <p className={css.verbs}>
        <Button of="point.settle" aria-label={`Settle: ${point.words}`} onClick={() => onAsk('settle')}>
          Settle…
        </Button>
        <Button of="point.edit" look="quiet" aria-label={`Give to: ${point.words}`} onClick={() => onAsk('give')}>
          Give to…
        </Button>
      </p>
    </li>
  )
}

const dayOf = (on: string): string => shortDayWords(Temporal.PlainDate.from(on))

/** Who of this desk sees to it, if anybody. */
function OwnerField({ value, onValue }: { value: string; onValue: (id: string) => void }) {
  const { data } = useQuery(ask.member.list.queryOptions({ input: {} }))
  const members = (data?.members ?? []).filter(({ kind }) => kind !== 'desk')
  return (
    <Choice
      label="Who sees to it"
      value={value}
      options={[{ value: '', words: 'Nobody yet' }, ...members.map(({ id, name }) => ({ value: id, words: name }))]}
      onValue={onValue}
    />
  )
}

function AddPoint({ trip, onClose }: { trip: TripView; onClose: () => void }) {
  const id = useId()
  const { member } = useMe()
  const [words, setWords] = useState('')
  const [owner, setOwner] = useState(member.id)
  const [due, setDue] = useState('')
  const [segment, setSegment] = useState('')
  const added = useChange(desk.point.add, { said: 'Noted as open', onDone: onClose })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    added.mutate({
      tripId: trip.id,
      words,
      ownerId: owner || null,
      dueOn: due || null,
      segmentId: segment || null,
    })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="What is open"
      actions={
        <>
          <Button of="point.add" look="main" type="submit" form={id} busy={added.isPending}>
            Note it
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </>
      }
    >
      <form id={id} onSubmit={submit}>
        <TextField
          label="What is open"
          hint="“Who pays the second night?”"
          required
          maxLength={300}
          value={words}
          onValue={setWords}
        />
        <div className={form.pair}>
          <OwnerField value={owner} onValue={setOwner} />
          <DateField label="By" value={due} onValue={setDue} />
        </div>
        <Choice
          label="About"
          value={segment}
          options={[
            { value: '', words: 'The whole trip' },
            ...trip.segments.map(({ id: of, title }) => ({ value: of, words: title })),
          ]}
          onValue={setSegment}
        />
        <Refused error={added.error} />
      </form>
    </Dialog>
  )
}

function Give({ point, onClose }: { point: PointView; onClose: () => void }) {
  const id = useId()
  const [owner, setOwner] = useState(point.ownerId ?? '')
  const [due, setDue] = useState(point.dueOn ?? '')
  const edited = useChange(desk.point.edit, { said: 'Given', onDone: onClose })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    edited.mutate({ id: point.id, set: { ownerId: owner || null, dueOn: due || null } })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Give it to somebody"
      sub={point.words}
      actions={
        <>
          <Button of="point.edit" look="main" type="submit" form={id} busy={edited.isPending}>
            Save
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </>
      }
    >
      <form id={id} className={form.pair} onSubmit={submit}>
        <OwnerField value={owner} onValue={setOwner} />
        <DateField label="By" value={due} onValue={setDue} />
      </form>
      <Refused error={edited.error} />
    </Dialog>
  )
}

function Settle({ point, onClose }: { point: PointView; onClose: () => void }) {
  const id = useId()
  const [how, setHow] = useState('')
  const settled = useChange(desk.point.settle, { said: 'Settled', onDone: onClose })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    settled.mutate({ id: point.id, how })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Settle it"
      sub={point.words}
      actions={
        <>
          <Button of="point.settle" look="main" type="submit" form={id} busy={settled.isPending}>
            It is settled
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </>
      }
    >
      <form id={id} onSubmit={submit}>
        <TextField label="How" required maxLength={500} value={how} onValue={setHow} />
      </form>
      <Refused error={settled.error} />
    </Dialog>
  )
}
