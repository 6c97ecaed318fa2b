import type { WorkView } from '../../desk/work/tasks/model.ts'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { KeyHint } from '../parts/KeyHint.tsx'
import { Refused } from '../parts/Refused.tsx'
import { useMay } from '../shell/may.ts'
import { useVerbs } from '../shell/verbs.ts'
import css from './Work.module.css'

type Check = WorkView['checks'][number]

const byDesk = 'the desk'

const heldBy = ({ by, does, reason }: Check, isOpen: boolean, mayTick: boolean): string => {
  if (by === byDesk && does === 'closed-before-due' && isOpen) return 'met, if it is closed now'
  if (by === byDesk) return 'the desk sees that it is so'
  if (by !== null) return `ticked by ${by}`
  if (reason !== '') return `closed without: ${reason}`
  return does === null ? '' : `the desk ticks it once it is so${mayTick ? '; tick it yourself if you know better' : ''}`
}

/** The checks of its standard: each has a number that ticks it, except what the desk sees for itself. */
export function Checks({ work }: { work: WorkView }) {
  const tick = useChange(desk.work.tick, { loud: true })
  const isOpen = work.state === 'open'
  const mayTick = useMay('work.tick') !== 'no'
  const turn = ({ id, by }: Check) => tick.mutate({ id: work.id, check: id, on: by === null })
  const mine = work.checks.filter(({ by }) => by !== byDesk)
  const keyOf = (check: Check) => (mine.indexOf(check) < 9 ? `${mine.indexOf(check) + 1}` : undefined)
  useVerbs(
    isOpen
      ? mine.slice(0, 9).map((check, i) => ({
          id: `tick-${check.id}`,
          words: `${check.by === null ? 'Tick' : 'Take the tick from'} “${check.words}”`,
          keys: [`${i + 1}`],
          of: 'work.tick' as const,
          run: () => turn(check),
        }))
      : [],
  )
  if (work.checks.length === 0)
    return (
      <p className={css.note}>
        {work.kind === ''
          ? 'It has no kind, so it is held to no standard.'
          : `There is no standard for ${work.kind} yet.`}
      </p>
    )
  return (
    <>
      <ul className={css.checks}>
        {work.checks.map((check) => (
          <li key={check.id}>
            {isOpen && mayTick && check.by !== byDesk ? (
              <button
                type="button"
                aria-pressed={check.by !== null}
                className={`${css.check} ${check.by === null ? '' : css.met}`}
                onClick={() => turn(check)}
              >
                <What check={check} isOpen={isOpen} mayTick={mayTick} />
                {keyOf(check) !== undefined && <KeyHint of={keyOf(check) ?? ''} />}
              </button>
            ) : (
              <div className={`${css.check} ${check.by === null ? '' : css.met}`}>
                <What check={check} isOpen={isOpen} mayTick={mayTick} />
              </div>
            )}
          </li>
        ))}
      </ul>
      <Refused error={tick.error} />
    </>
  )
}

const What = ({ check, isOpen, mayTick }: { check: Check; isOpen: boolean; mayTick: boolean }) => (
  <>
    <span className={css.box} aria-hidden="true">
      {check.by === null ? '' : '✓'}
    </span>
    <span>
      {check.words}
      <span className={css.by}>{heldBy(check, isOpen, mayTick)}</span>
    </span>
  </>
)
