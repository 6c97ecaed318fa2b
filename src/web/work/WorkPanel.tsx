import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { WorkView } from '../../desk/work/tasks/model.ts'
import { useChange } from '../change.ts'
import { ask, desk } from '../client.ts'
import { minutesWords, momentWords } from '../dates.ts'
import { openOwn } from '../mistakes/open.ts'
import { Button } from '../parts/Button.tsx'
import { Panel } from '../parts/Dialog.tsx'
import { Looked } from '../parts/Looked.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { WhoCan } from '../parts/WhoCan.tsx'
import { seesPriorities } from '../priorities/open.ts'
import { TieDoor } from '../priorities/TieDoor.tsx'
import { useMe } from '../shell/me.ts'
import { useVerbs } from '../shell/verbs.ts'
import { CallOff } from './CallOff.tsx'
import { Checks } from './Checks.tsx'
import { CloseWork } from './CloseWork.tsx'
import { dueText } from './dueText.ts'
import { EditWork } from './EditWork.tsx'
import css from './Work.module.css'

/** One piece of work, whole, beside the page: what was asked, what it is held to, and what can be done about it. */
export function WorkPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { data, error, refetch } = useQuery(ask.work.show.queryOptions({ input: { id } }))
  if (data) return <Known work={data.work} onClose={onClose} />
  return (
    <Panel open onClose={onClose} title="Work">
      {error ? <Refused error={error} retry={refetch} /> : <Waiting />}
    </Panel>
  )
}

function Known({ work, onClose }: { work: WorkView; onClose: () => void }) {
  const { member } = useMe()
  const [asking, setAsking] = useState<'close' | 'edit' | 'off' | null>(null)
  const reopened = useChange(desk.work.reopen, { said: `Took up ${work.title} again` })
  const reopen = () => reopened.mutate({ id: work.id })
  const isOpen = work.state === 'open'
  const own = () => openOwn({ item: work.id })
  useVerbs([{ id: 'own-work', words: `Own a mistake about ${work.title}`, keys: ['h'], of: 'mistake.own', run: own }])
  useVerbs(
    isOpen
      ? [
          {
            id: 'close-work',
            words: `Close ${work.title}`,
            keys: ['f'],
            of: 'work.close',
            run: () => setAsking('close'),
          },
          {
            id: 'edit-work',
            words: `Change ${work.title}`,
            keys: ['e'],
            of: 'work.edit',
            run: () => setAsking('edit'),
          },
          {
            id: 'call-off-work',
            words: `Call ${work.title} off`,
            keys: ['x'],
            of: 'work.cancel',
            run: () => setAsking('off'),
          },
        ]
      : [{ id: 'reopen-work', words: `Take ${work.title} up again`, keys: ['b'], of: 'work.reopen', run: reopen }],
  )
  const back = () => setAsking(null)
  return (
    <Panel
      open
      onClose={onClose}
      title={work.title}
      sub={subOf(work)}
      actions={
        <>
          {isOpen ? (
            <>
              <Button of="work.close" look="main" hint="f" onClick={() => setAsking('close')}>
                It is done
              </Button>
              <Button of="work.edit" hint="e" onClick={() => setAsking('edit')}>
                Change
              </Button>
              <Button of="work.cancel" look="danger" hint="x" onClick={() => setAsking('off')}>
                Call off
              </Button>
            </>
          ) : (
            <Button of="work.reopen" hint="b" busy={reopened.isPending} onClick={reopen}>
              Take it up again
            </Button>
          )}
          <Button of="mistake.own" look="quiet" hint="h" onClick={own}>
            Own it
          </Button>
        </>
      }
    >
      <WhoCan of={isOpen ? 'work.edit' : 'work.reopen'} what="change this" />
      {work.asked !== '' && <blockquote className={css.asked}>{work.asked}</blockquote>}
      <Facts work={work} />
      <section className={css.section} aria-label="Held to">
        <h3>Held to</h3>
        <Checks work={work} />
      </section>
      {seesPriorities(member) && <TieDoor of={{ what: 'work', id: work.id, recurrenceId: null }} title={work.title} />}
      <Looked item={work.id} label={work.label} />
      <Link to="/journal" search={{ about: work.id }} className={css.history ?? ''}>
        What happened to it
      </Link>
      <Refused error={reopened.error} />
      {asking === 'close' && <CloseWork work={work} onClose={back} onDone={onClose} />}
      {asking === 'edit' && <EditWork work={work} onClose={back} />}
      {asking === 'off' && <CallOff work={work} onClose={back} />}
    </Panel>
  )
}

const subOf = (work: WorkView): string => {
  if (work.closed) return `Closed ${momentWords(work.closed.at)} by ${work.closed.by}${howOf(work.closed)}`
  if (work.cancelled) return `Called off ${momentWords(work.cancelled.at)} by ${work.cancelled.by}`
  return work.due === null ? 'No date' : `${work.late ? 'Was due' : 'Due'} ${dueText(work)}`
}

const howOf = ({ onTime, toStandard }: NonNullable<WorkView['closed']>): string =>
  `${onTime === null ? '' : onTime ? ', on time' : ', late'}${toStandard === null ? '' : toStandard ? ', to standard' : ', not to standard'}`

const Facts = ({ work }: { work: WorkView }) => {
  const facts: readonly (readonly [string, string])[] = [
    ['Who', work.owner === 'theirs' ? `${work.who}, whom we can only ask` : work.who],
    ['Asked by', work.askedBy],
    ['Goal', work.goal],
    ['Kind', work.kind],
    ['Project', work.project],
    ['Effort', work.effort === null ? '' : minutesWords(work.effort)],
    ['Again', work.repeatWords],
    ['Hangs on', work.hanging.map(({ title }) => title ?? 'something private').join(', ')],
    ['Why late', work.closed?.late ?? ''],
    ['Note', work.closed?.note ?? work.cancelled?.reason ?? ''],
    ['Missed', work.closed?.skipped.join(', ') ?? ''],
  ]
  return (
    <dl className={css.facts}>
      {facts.map(([name, words]) =>
        words === '' ? null : (
          <div key={name} className={css.fact}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ),
      )}
      {work.links.map((link) => (
        <div key={link} className={css.fact}>
          <dt>Link</dt>
          <dd>
            <a href={link} rel="noreferrer" target="_blank">
              {link}
            </a>
          </dd>
        </div>
      ))}
    </dl>
  )
}
