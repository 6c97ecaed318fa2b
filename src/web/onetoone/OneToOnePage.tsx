import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useChange } from '../change.ts'
import { ask, desk } from '../client.ts'
import { Choice } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { Page, PageHead } from '../parts/Page.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { WhoCan } from '../parts/WhoCan.tsx'
import { useMe } from '../shell/me.ts'
import { useVerbs } from '../shell/verbs.ts'
import { Agenda } from './Agenda.tsx'
import { AgreedList } from './Agreed.tsx'
import { Clock } from './Clock.tsx'
import { type About, Feedback, GiveFeedback } from './Feedback.tsx'
import css from './OneToOne.module.css'
import { Former, Past } from './Past.tsx'
import { useLines } from './selection.ts'
import type { Shown } from './shapes.ts'

/** Fifteen minutes of the executive and who assists them: the agenda is drawn from the record, and every line has its answer. */
export function OneToOnePage() {
  const { member } = useMe()
  const { about } = useSearch({ strict: false }) as { about?: string }
  const [chosen, setChosen] = useState<string | null>(about ?? null)
  const input = chosen === null ? {} : { with: chosen }
  const shown = useQuery({ ...ask.oneToOne.show.queryOptions({ input }), refetchInterval: 30_000 })
  const { data } = shown
  const [printing, setPrinting] = usePrinting()
  if (data?.pair) return <Theirs shown={data} onChoose={setChosen} />
  return (
    <Page>
      <div className="unprinted">
        <PageHead title="One-to-one" />
        {shown.isPending && <Waiting />}
        {shown.error ? <Refused error={shown.error} retry={shown.refetch} /> : null}
        {data && <EmptyState title="There is none here for you">{data.words}</EmptyState>}
        {data && <Former before={data.before} onPrint={setPrinting} />}
        {data && member.kind === 'executive' && <Feedback onGive={null} />}
      </div>
      {printing !== null && <Paper text={printing} />}
    </Page>
  )
}

type Props = { shown: Shown; onChoose: (assistant: string) => void }

function Theirs({ shown, onChoose }: Props) {
  const { member } = useMe()
  const { pair, sections, running } = shown
  const { selected, step, take } = useLines(sections)
  const [giving, setGiving] = useState<{ about: About | null } | null>(null)
  const [printing, setPrinting] = usePrinting()
  const begun = useChange(desk.oneToOne.begin, { said: 'The fifteen minutes run' })
  const ended = useChange(desk.oneToOne.end, { said: 'Ended: what was agreed is below' })
  const begin = () => pair && begun.mutate({ with: pair.assistant.id })
  const end = () => running && ended.mutate({ id: running.id })
  useVerbs([
    { id: 'line-next', words: 'The next line', keys: ['ArrowDown'], repeats: true, run: () => step(1) },
    { id: 'line-before', words: 'The line before', keys: ['ArrowUp'], repeats: true, run: () => step(-1) },
    running
      ? { id: 'one-to-one-end', words: 'End the one-to-one', keys: ['e'], of: 'oneToOne.end', run: end }
      : { id: 'one-to-one-begin', words: 'Begin the one-to-one', keys: ['n'], of: 'oneToOne.begin', run: begin },
    {
      id: 'feedback',
      words: 'Give feedback',
      keys: ['f'],
      of: 'feedback.give',
      run: () => setGiving({ about: null }),
    },
  ])
  if (!pair) return null
  const other = member.id === pair.executive.id ? pair.assistant : pair.executive
  return (
    <Page>
      <div className="unprinted">
        <PageHead
          title="One-to-one"
          sub={`${pair.executive.name} and ${pair.assistant.name}. ${shown.since}.`}
          actions={
            running ? (
              <>
                <Clock beganAt={running.beganAt} />
                <Button look="main" hint="e" of="oneToOne.end" busy={ended.isPending} onClick={end}>
                  End it
                </Button>
              </>
            ) : (
              <Button look="main" hint="n" of="oneToOne.begin" busy={begun.isPending} onClick={begin}>
                Begin the fifteen minutes
              </Button>
            )
          }
        />
        <Refused error={begun.error ?? ended.error} />
        <WhoCan of="oneToOne.begin" what="begin it" />
        <Others shown={shown} onChoose={onChoose} />
        <div className={css.columns}>
          {sections.length === 0 ? (
            <EmptyState title="Nothing waits for the two of you">
              No decision, no conflict, no promise that is late. Say thank you, and use the minutes for something
              better.
            </EmptyState>
          ) : (
            <Agenda
              sections={sections}
              meeting={running?.id ?? null}
              selected={selected}
              onTake={take}
              onFeedback={(about) => setGiving({ about: JSON.parse(about) as About })}
            />
          )}
          <div className={css.beside}>
            {running && (
              <section aria-label="Agreed so far">
                <h2 className={css.title}>
                  Agreed so far <small>{running.agreed.length}</small>
                </h2>
                <AgreedList meeting={running} />
              </section>
            )}
            <Past assistant={pair.assistant.id} onPrint={setPrinting} />
            <Former before={shown.before} onPrint={setPrinting} />
            <Feedback onGive={(about) => setGiving({ about })} />
          </div>
        </div>
      </div>
      {printing !== null && <Paper text={printing} />}
      {giving && <GiveFeedback about={giving.about} partner={other} onClose={() => setGiving(null)} />}
    </Page>
  )
}

const Paper = ({ text }: { text: string }) => <pre className={`${css.paper} printed`}>{text}</pre>

/** With whom, for an executive whom several assist. */
function Others({ shown: { pair }, onChoose }: Props) {
  if (!pair || pair.others.length === 0) return null
  const all = [pair.assistant, ...pair.others].sort((a, b) => a.name.localeCompare(b.name))
  return (
    <div className={css.others}>
      <Choice
        label="With"
        value={pair.assistant.id}
        options={all.map(({ id, name }) => ({ value: id, words: name }))}
        onValue={onChoose}
      />
    </div>
  )
}

/** The text alone goes onto the paper; the page comes back once it is printed. */
function usePrinting() {
  const [text, setText] = useState<string | null>(null)
  useEffect(() => {
    if (text === null) return
    const after = () => setText(null)
    window.addEventListener('afterprint', after, { once: true })
    window.print()
    return () => window.removeEventListener('afterprint', after)
  }, [text])
  return [text, setText] as const
}
