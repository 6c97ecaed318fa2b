import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { CommitmentView } from '../../desk/work/commitments/model.ts'
import { useNarrow } from '../calendar/narrow.ts'
import { useChange } from '../change.ts'
import { ask, desk } from '../client.ts'
import { Button } from '../parts/Button.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { Page, PageHead } from '../parts/Page.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useMay } from '../shell/may.ts'
import { Capture } from './Capture.tsx'
import { ChaseDialog } from './ChaseDialog.tsx'
import css from './Commitments.module.css'
import { EndDialog, type Ending } from './EndDialog.tsx'
import { PasteText } from './PasteText.tsx'
import { PromiseLine, type Verbs } from './PromiseLine.tsx'
import { PromisePanel } from './PromisePanel.tsx'
import { sidesOf, useSelection } from './selection.ts'
import { usePageVerbs } from './usePageVerbs.ts'

const titles = { ours: 'We owe', theirs: 'Owed to us' } as const

/** Who owes what to whom, both ways, what is late first; one key asks after it. */
export function CommitmentsPage() {
  const navigate = useNavigate()
  const { event: open } = useSearch({ strict: false })
  const narrow = useNarrow()
  const [all, setAll] = useState(false)
  const [pasting, setPasting] = useState(false)
  const [chasing, setChasing] = useState<string | null>(null)
  const [ending, setEnding] = useState<Ending | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const mayNote = useMay('commitment.capture') !== 'no'
  const list = useQuery({ ...ask.commitment.list.queryOptions({ input: { all: true } }), refetchInterval: 60_000 })
  const keep = useChange(desk.commitment.keep, { said: (done) => `Kept: ${done.commitment.words}`, loud: true })
  const reopen = useChange(desk.commitment.reopen, { said: 'Open again', loud: true })
  const show = (id: string | null) => void navigate({ to: '/commitments', search: id === null ? {} : { event: id } })
  const commitments = list.data?.commitments ?? []
  const standing = commitments.filter(({ state }) => state === 'open')
  const settled = commitments.filter(({ state }) => state !== 'open')
  const { selected, side, setSide, step, across } = useSelection(sidesOf(standing), all ? settled : [])
  const verbs: Verbs = {
    open: ({ id }) => show(id),
    chase: ({ id }) => setChasing(id),
    keep: ({ id }) => keep.mutate({ id }),
    end: (one, how) => setEnding({ one, how }),
    reopen: ({ id }) => reopen.mutate({ id, why: '' }),
  }
  usePageVerbs({
    selected,
    verbs,
    step,
    across,
    note: () => field.current?.focus(),
    paste: () => setPasting(true),
    settled: () => setAll(!all),
  })
  const column = (which: 'ours' | 'theirs') => (
    <Column
      key={which}
      side={which}
      lines={standing.filter((one) => one.side === which)}
      selected={selected}
      verbs={verbs}
    />
  )
  return (
    <Page wide={false} beside={open !== undefined || pasting}>
      <PageHead
        title="Commitments"
        sub="Who owes what to whom, by when, and when it is next asked after"
        actions={
          <Button of="commitment.add" hint="p" onClick={() => setPasting(true)}>
            From a text
          </Button>
        }
      />
      <Capture label="Note a promise in one line" hint="n" field={field} />
      {list.isPending && <Waiting />}
      {list.error ? <Refused error={list.error} retry={list.refetch} /> : null}
      {list.data && standing.length === 0 && (
        <EmptyState title="Nothing is promised, either way">
          {mayNote
            ? 'Type who owes what above, or paste a mail or your notes: what they promise is suggested, and kept with one key.'
            : 'Who owes what to whom stands here, with the day it is due and the day it is next asked after.'}
        </EmptyState>
      )}
      {narrow && standing.length > 0 && <Switch side={side} onSide={setSide} standing={standing} />}
      {standing.length > 0 && (
        <div className={css.columns}>{narrow ? column(side) : [column('ours'), column('theirs')]}</div>
      )}
      {settled.length > 0 && (
        <section className={css.settled} aria-label="Settled">
          <Button look="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? 'Hide what is settled' : `Settled in the last 90 days: ${settled.length}`}
          </Button>
          {all && (
            <ul className={css.lines}>
              {settled.map((one) => (
                <PromiseLine key={one.id} one={one} isOn={one.id === selected?.id} verbs={verbs} />
              ))}
            </ul>
          )}
        </section>
      )}
      {open !== undefined && <PromisePanel key={open} id={open} onClose={() => show(null)} verbs={verbs} />}
      {chasing !== null && <ChaseDialog key={chasing} id={chasing} onClose={() => setChasing(null)} />}
      {ending && <EndDialog key={`${ending.one.id}${ending.how}`} ending={ending} onClose={() => setEnding(null)} />}
      {pasting && <PasteText onClose={() => setPasting(false)} />}
    </Page>
  )
}

type Column = {
  side: 'ours' | 'theirs'
  lines: readonly CommitmentView[]
  selected: CommitmentView | null
  verbs: Verbs
}

const Column = ({ side, lines, selected, verbs }: Column) => (
  <section aria-label={titles[side]}>
    <h2 className={css.title}>
      {titles[side]} <small>{noteOf(lines)}</small>
    </h2>
    {lines.length === 0 && (
      <p className={css.note}>{side === 'ours' ? 'Nothing is owed to anybody.' : 'Nobody owes this desk anything.'}</p>
    )}
    <ul className={css.lines}>
      {lines.map((one) => (
        <PromiseLine key={one.id} one={one} isOn={one.id === selected?.id} verbs={verbs} />
      ))}
    </ul>
  </section>
)

const noteOf = (lines: readonly CommitmentView[]): string => {
  const late = lines.filter(({ isLate }) => isLate).length
  return late === 0 ? `${lines.length}` : `${lines.length}, ${late} late`
}

type SwitchProps = {
  side: 'ours' | 'theirs'
  onSide: (side: 'ours' | 'theirs') => void
  standing: readonly CommitmentView[]
}

const Switch = ({ side, onSide, standing }: SwitchProps) => (
  <fieldset className={css.switch}>
    <legend className="unseen">Which side</legend>
    {(['ours', 'theirs'] as const).map((one) => (
      <button key={one} type="button" aria-pressed={side === one} onClick={() => onSide(one)}>
        {titles[one]} {standing.filter((promise) => promise.side === one).length}
      </button>
    ))}
  </fieldset>
)
