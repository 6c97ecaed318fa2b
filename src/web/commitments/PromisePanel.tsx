import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { CommitmentView } from '../../desk/work/commitments/model.ts'
import { ask } from '../client.ts'
import { momentWords, shortDayWords } from '../dates.ts'
import { openOwn } from '../mistakes/open.ts'
import { Button } from '../parts/Button.tsx'
import { Panel } from '../parts/Dialog.tsx'
import { Looked } from '../parts/Looked.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { WhoCan } from '../parts/WhoCan.tsx'
import css from './Commitments.module.css'
import type { Verbs } from './PromiseLine.tsx'

/** Its day, and its clock where one was said; how late it is. */
function dueLine({ dueOn, dueAt, time, isLate, dueWords }: CommitmentView): string {
  if (dueOn === null || dueAt === null) return 'No day was said'
  const when = time === null ? shortDayWords(Temporal.PlainDate.from(dueOn)) : momentWords(dueAt)
  return `Due ${when}${isLate ? `: ${dueWords}` : ''}`
}

/** One promise whole: the words it was made in, and every fact about it with its date. */
export function PromisePanel({ id, onClose, verbs }: { id: string; onClose: () => void; verbs: Verbs }) {
  const { data, error, refetch } = useQuery(ask.commitment.show.queryOptions({ input: { id } }))
  if (!data)
    return (
      <Panel open onClose={onClose} title="Commitment">
        {error ? <Refused error={error} retry={refetch} /> : <Waiting />}
      </Panel>
    )
  const { commitment: one, hanging } = data
  const isOpen = one.state === 'open'
  return (
    <Panel
      open
      onClose={onClose}
      title={one.words}
      sub={dueLine(one)}
      actions={
        <>
          {isOpen ? (
            <>
              <Button of="commitment.chase" look="main" onClick={() => verbs.chase(one)}>
                {one.side === 'theirs' ? 'Ask after it' : 'Write to them'}
              </Button>
              <Button of="commitment.keep" onClick={() => verbs.keep(one)}>
                {one.side === 'theirs' ? 'They kept it' : 'Kept'}
              </Button>
              <Button of="commitment.renegotiate" onClick={() => verbs.end(one, 'renegotiate')}>
                New date
              </Button>
              <Button of="commitment.break" onClick={() => verbs.end(one, 'break')}>
                Broken
              </Button>
              <Button of="commitment.forgive" onClick={() => verbs.end(one, 'forgive')}>
                Let go
              </Button>
            </>
          ) : (
            <Button of="commitment.reopen" onClick={() => verbs.reopen(one)}>
              Open again
            </Button>
          )}
          <Button of="mistake.own" look="quiet" onClick={() => openOwn({ item: one.id })}>
            Own a mistake
          </Button>
        </>
      }
    >
      <WhoCan of={isOpen ? 'commitment.keep' : 'commitment.reopen'} what="change this" />
      <p className={css.note}>{one.saidWords}</p>
      {one.quote !== '' && <blockquote className={css.quote}>“{one.quote}”</blockquote>}
      {isOpen && <p className={css.note}>{one.chaseWords}</p>}
      {hanging.length > 0 && (
        <section className={css.section}>
          <h3>Closes with it</h3>
          <ul className={css.few}>
            {hanging.map((other) => (
              <li key={other.id}>
                <Link to="/commitments" search={{ event: other.id }}>
                  {other.words}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className={css.section}>
        <h3>What became of it</h3>
        <ol className={css.facts}>
          {one.facts.map((fact) => (
            <li key={`${fact.at}${fact.code}`}>{fact.words}</li>
          ))}
        </ol>
      </section>
      <Looked item={one.id} label={one.label} />
      <p className={css.note}>
        <Link to="/journal" search={{ about: one.id }}>
          What happened to it
        </Link>
      </p>
    </Panel>
  )
}
