import type { ReactNode } from 'react'
import type { PriorityView, SetView, WeekView } from '../../desk/partnership/priorities/model.ts'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { minutesWords } from '../dates.ts'
import { Arrow } from '../parts/Arrow.tsx'
import { Button } from '../parts/Button.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Tag } from '../parts/Tag.tsx'
import { mayOf, useMay } from '../shell/may.ts'
import { useMe } from '../shell/me.ts'
import { Bar } from './Bar.tsx'
import { horizonName, percent, restOf, setName } from './open.ts'
import css from './Priorities.module.css'

/** A number and its sign stay on one line. */
const unbroken = (words: string): string => words.replaceAll(' %', '\u00a0%')

type Verbs = { readonly onOpen: (name: string) => void; readonly onEdit: (priority: PriorityView | null) => void }

/** The priorities of a year, a quarter or a week in their order, with what each got; what is left stands last. */
export function SetCard({
  set,
  week,
  children,
  ...verbs
}: Verbs & { set: SetView; week: WeekView; children?: ReactNode }) {
  const isEmpty = set.priorities.length + set.hidden === 0
  return (
    <section className={css.set} aria-label={horizonName(set.horizon)}>
      <header className={css.setHead}>
        <h2>{setName(set)}</h2>
        {!isEmpty && (
          <Button look="quiet" of="priority.add" onClick={() => verbs.onEdit(null)}>
            Add to {horizonName(set.horizon).toLowerCase()}
          </Button>
        )}
      </header>
      {isEmpty ? (
        <Empty set={set} onEdit={verbs.onEdit} />
      ) : (
        <>
          <p className={set.horizon === 'quarter' ? css.first : css.sentence}>{unbroken(set.sentence)}</p>
          <ol className={css.list}>
            {set.priorities.map((priority, n) => (
              <Line key={priority.id} priority={priority} set={set} at={n} {...verbs} />
            ))}
          </ol>
          {set.hidden > 0 && (
            <p className={css.note}>
              {set.hidden === 1 ? 'One more is' : `${set.hidden} more are`} private; the time is among what is left.
            </p>
          )}
          <Rest set={set} week={week} onOpen={verbs.onOpen} />
          {children}
        </>
      )}
    </section>
  )
}

function Line({ priority, set, at, onOpen, onEdit }: Verbs & { priority: PriorityView; set: SetView; at: number }) {
  const { id, title, lived, meant, isShort, ruleWords, work, effort, label } = priority
  return (
    <li className={css.line} data-short={isShort || undefined}>
      <span className={css.place} aria-hidden="true">
        {at + 1}
      </span>
      <div className={css.what}>
        <h3>
          {title} {label === 'private' && <Tag tone="plum">private</Tag>}
          {isShort && <Tag tone="amber">less than half of what was meant</Tag>}
        </h3>
        <p className={css.note}>{ruleWords.length === 0 ? 'Tied by hand alone' : ruleWords.join('; or ')}</p>
        {work.length > 0 && <p className={css.note}>Open work: {work.map((one) => one.title).join(', ')}</p>}
        {effort.words !== '' && <p className={css.note}>Beside the calendar: {effort.words}</p>}
      </div>
      <button type="button" className={css.number} onClick={() => onOpen(id)}>
        <span className="unseen">{title}: </span>
        <b>{percent(lived.share)}</b>
        <span>
          {lived.share === null ? 'nothing is known' : minutesWords(lived.minutes)}
          {meant !== null && ` · ${meant} % meant`}
        </span>
        <Bar share={lived.share} meant={meant} isShort={isShort} />
      </button>
      <Moves set={set} at={at} onEdit={() => onEdit(priority)} />
    </li>
  )
}

/** A place up or down, and everything else about it. */
function Moves({ set, at, onEdit }: { set: SetView; at: number; onEdit: () => void }) {
  const order = useChange(desk.priority.order, { said: 'In another order' })
  const ids = set.priorities.map(({ id }) => id)
  const title = set.priorities[at]?.title ?? ''
  const move = (to: number) => {
    const next = [...ids]
    next.splice(to, 0, ...next.splice(at, 1))
    order.mutate({ horizon: set.horizon, on: set.from, ids: next })
  }
  const me = useMe()
  if (mayOf(me, 'priority.order') === 'no' && mayOf(me, 'priority.edit') === 'no') return null
  return (
    <div className={css.moves}>
      <Button
        look="quiet"
        of="priority.order"
        aria-label={`${title} one place up`}
        disabled={at === 0}
        onClick={() => move(at - 1)}
      >
        <Arrow to="up" />
      </Button>
      <Button
        look="quiet"
        of="priority.order"
        aria-label={`${title} one place down`}
        disabled={at === ids.length - 1}
        onClick={() => move(at + 1)}
      >
        <Arrow to="down" />
      </Button>
      <Button look="quiet" of="priority.edit" aria-label={`Change ${title}`} onClick={onEdit}>
        Change
      </Button>
      <Refused error={order.error} />
    </div>
  )
}

const Rest = ({ set, week, onOpen }: { set: SetView; week: WeekView; onOpen: Verbs['onOpen'] }) => {
  if (!week.isKnown) return null
  const untouched = week.minutes - set.other.minutes - set.priorities.reduce((sum, { lived }) => sum + lived.minutes, 0)
  return (
    <div className={css.rest}>
      <span>Belongs to none of them</span>
      <button type="button" className={css.number} onClick={() => onOpen(restOf(set.horizon))}>
        <span className="unseen">Belongs to none: </span>
        <b>{percent(set.other.share)}</b>
        <span>
          {set.other.minutes === 0 ? 'nothing' : minutesWords(set.other.minutes)} ·{' '}
          {minutesWords(Math.max(0, untouched))} had nothing in them
        </span>
      </button>
    </div>
  )
}

/** Nothing comes first yet: say it, or take over what came first before. */
function Empty({ set, onEdit }: { set: SetView; onEdit: Verbs['onEdit'] }) {
  const { desk: at } = useMe()
  const may = useMay('priority.add') !== 'no'
  const carry = useChange(desk.priority.carry, {
    said: ({ count }) => (count === 1 ? 'Taken over' : `${count} taken over`),
  })
  return (
    <div className={css.empty}>
      <p>
        {set.sentence}{' '}
        {may
          ? 'Say what does, and the desk counts what it gets.'
          : `${at.executive} says what does; what belongs to it can then be tied on each event.`}
      </p>
      {may && (
        <p className={css.verbs}>
          <Button of="priority.add" onClick={() => onEdit(null)}>
            Say what comes first
          </Button>
          {set.earlier > 0 && (
            <Button
              of="priority.carry"
              busy={carry.isPending}
              onClick={() => carry.mutate({ horizon: set.horizon, on: set.from })}
            >
              Take over {set.earlier === 1 ? 'the one' : `the ${set.earlier}`} from before
            </Button>
          )}
        </p>
      )}
      <Refused error={carry.error} />
    </div>
  )
}
