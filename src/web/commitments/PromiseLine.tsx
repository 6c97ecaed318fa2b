import type { CommitmentView } from '../../desk/work/commitments/model.ts'
import { Button } from '../parts/Button.tsx'
import { Tag } from '../parts/Tag.tsx'
import css from './Commitments.module.css'

export type Verbs = {
  readonly open: (one: CommitmentView) => void
  readonly chase: (one: CommitmentView) => void
  readonly keep: (one: CommitmentView) => void
  readonly end: (one: CommitmentView, how: 'break' | 'forgive' | 'renegotiate') => void
  readonly reopen: (one: CommitmentView) => void
}

const tones = { open: 'green', kept: 'green', broken: 'red', forgiven: 'blue', fell: 'amber' } as const
const settled = {
  open: '',
  kept: 'kept',
  broken: 'broken',
  forgiven: 'let go',
  fell: 'fell with what it hung on',
} as const

/** One promise: who, what, by when, when it is next asked after. The one the keyboard is on shows everything that can be done. */
export function PromiseLine({ one, isOn, verbs }: { one: CommitmentView; isOn: boolean; verbs: Verbs }) {
  const edge = one.isLate ? css.late : one.isChaseDue ? css.due : ''
  return (
    <li className={`${css.line} ${edge} ${isOn ? css.on : ''}`}>
      <button type="button" className={css.open} data-promise={one.id} onClick={() => verbs.open(one)}>
        {one.words}{' '}
        {one.state === 'open' ? (
          <Tag tone={one.isLate ? 'red' : one.isChaseDue ? 'amber' : 'green'}>{one.dueWords}</Tag>
        ) : (
          <Tag tone={tones[one.state]}>{settled[one.state]}</Tag>
        )}{' '}
        {one.label === 'private' && <Tag tone="plum">private</Tag>}
      </button>
      <p className={css.note}>{one.saidWords}</p>
      {one.chaseWords !== '' && <p className={css.note}>{one.chaseWords}</p>}
      <p className={css.verbs}>
        {one.state === 'open' ? (
          <Doing one={one} isOn={isOn} verbs={verbs} />
        ) : (
          <Button of="commitment.reopen" {...(isOn && { hint: 'a' })} onClick={() => verbs.reopen(one)}>
            Open again
          </Button>
        )}
      </p>
    </li>
  )
}

function Doing({ one, isOn, verbs }: { one: CommitmentView; isOn: boolean; verbs: Verbs }) {
  const key = (hint: string) => (isOn ? { hint } : {})
  const chase = (
    <Button
      of="commitment.chase"
      look={one.isChaseDue || one.isLate ? 'main' : 'plain'}
      {...key('f')}
      onClick={() => verbs.chase(one)}
    >
      {one.side === 'theirs' ? 'Ask after it' : 'Write to them'}
    </Button>
  )
  return (
    <>
      {chase}
      <Button of="commitment.keep" {...key('g')} onClick={() => verbs.keep(one)}>
        {one.side === 'theirs' ? 'They kept it' : 'Kept'}
      </Button>
      {isOn && (
        <>
          <Button of="commitment.renegotiate" hint="e" onClick={() => verbs.end(one, 'renegotiate')}>
            New date
          </Button>
          <Button of="commitment.break" hint="b" onClick={() => verbs.end(one, 'break')}>
            Broken
          </Button>
          <Button of="commitment.forgive" hint="x" onClick={() => verbs.end(one, 'forgive')}>
            Let go
          </Button>
        </>
      )}
    </>
  )
}
