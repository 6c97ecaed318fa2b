import { useQuery } from '@tanstack/react-query'
import type { Brief } from '../../desk/work/brief/contract.ts'
import { ask } from '../client.ts'
import { momentWords } from '../dates.ts'
import { Button } from '../parts/Button.tsx'
import { Panel } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Tag } from '../parts/Tag.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { Lines } from '../people/Lines.tsx'
import { useVerbs } from '../shell/verbs.ts'
import css from './Commitments.module.css'

type Which = { readonly eventId: string; readonly recurrenceId: string | null; readonly title: string }

/** What to know before a meeting, on screen or on paper; what could not be found stands at its foot. */
export function BriefPanel({ which, onClose }: { which: Which; onClose: () => void }) {
  const { eventId, recurrenceId, title } = which
  const input = { eventId, ...(recurrenceId === null ? {} : { recurrenceId }) }
  const { data, error, refetch } = useQuery(ask.brief.show.queryOptions({ input }))
  useVerbs(data ? [{ id: 'print-brief', words: 'Print the brief', keys: ['p'], run: () => window.print() }] : [])
  return (
    <Panel
      open
      onClose={onClose}
      title={`Before ${title}`}
      sub={data && !data.start.includes('T') ? data.start : data && momentWords(data.start)}
      actions={
        <Button look="main" hint="p" disabled={!data} onClick={() => window.print()}>
          Print
        </Button>
      }
    >
      {data ? <Whole brief={data} /> : error ? <Refused error={error} retry={refetch} /> : <Waiting />}
    </Panel>
  )
}

const Whole = ({ brief }: { brief: Brief }) => (
  <div data-brief>
    <section className={css.section}>
      <h3>Who</h3>
      {brief.people.map((person) => (
        <Person key={person.address ?? person.name} person={person} />
      ))}
    </section>
    <section className={css.section}>
      <h3>Decisions wanted there</h3>
      {brief.wanted.length === 0 && <p className={css.note}>Nothing says so.</p>}
      <ul className={css.few}>
        {brief.wanted.map(({ what, who, from }) => (
          <li key={`${what}${from}`}>
            {what} {who !== '' && <span className={css.note}>{who}</span>}
          </li>
        ))}
      </ul>
    </section>
    {brief.notes.map(({ id, title, on, lines }) => (
      <section key={id} className={css.section}>
        <h3>
          Noted {on}, {title}
        </h3>
        <ul className={css.few}>
          {lines.map((line) => (
            <li key={line.id}>
              {line.kind === 'decision' && <Tag tone="blue">decided</Tag>} {line.text}
            </li>
          ))}
        </ul>
      </section>
    ))}
    <section className={css.section}>
      <h3>What could not be found</h3>
      {brief.missing.length === 0 ? (
        <p className={css.note}>Everything that was looked for was found.</p>
      ) : (
        <ul className={css.missing}>
          {brief.missing.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </section>
  </div>
)

const Person = ({ person }: { person: Brief['people'][number] }) => (
  <div className={css.person}>
    <p>
      <b>{person.name}</b> {person.answer === 'declined' && <Tag tone="red">declined</Tag>}
      {person.answer === 'needs-action' && <Tag tone="amber">no answer</Tag>}
    </p>
    {person.address !== person.name && <p className={css.note}>{person.address}</p>}
    {person.assistant && (
      <p className={css.note}>
        Through {person.assistant.name}
        {person.assistant.address === null ? '' : ` · ${person.assistant.address}`}
      </p>
    )}
    {person.works.length > 0 && <p className={css.note}>{person.works.join(' · ')}</p>}
    <p className={css.note}>
      {person.lastMet ? `Last met ${person.lastMet.words}: ${person.lastMet.title}` : `No record of having met`}
    </p>
    {person.lines.length > 0 && <Lines lines={person.lines} who />}
    {[...person.ours, ...person.theirs].map((one) => (
      <p key={one.id}>
        {one.words} <Tag tone={one.isLate ? 'red' : one.side === 'ours' ? 'amber' : 'blue'}>{one.dueWords}</Tag>
      </p>
    ))}
  </div>
)
