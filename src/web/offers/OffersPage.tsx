import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { GroupView } from '../../desk/holds/model.ts'
import { ask } from '../client.ts'
import { spanWords } from '../dates.ts'
import { Button } from '../parts/Button.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { Page, PageHead } from '../parts/Page.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Tag, type Tone } from '../parts/Tag.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { WhoCan } from '../parts/WhoCan.tsx'
import { useVerbs } from '../shell/verbs.ts'
import { GroupPanel } from './GroupPanel.tsx'
import css from './OffersPage.module.css'

type Line = Pick<GroupView, 'id' | 'to' | 'meeting' | 'state' | 'stateWords' | 'needs' | 'holds' | 'through'>

const tones: Record<GroupView['state'], Tone> = {
  out: 'amber',
  taken: 'green',
  declined: 'red',
  released: 'blue',
  expired: 'red',
  cancelled: 'blue',
}

/** What was offered to whom, what each waits for, and what needs the assistant now. */
export function OffersPage() {
  const navigate = useNavigate()
  const { event: open } = useSearch({ strict: false }) as { event?: string }
  const [all, setAll] = useState(false)
  const list = useQuery({ ...ask.hold.list.queryOptions({ input: { all: true } }), refetchInterval: 60_000 })
  const show = (id: string | null) => void navigate({ to: '/offers', search: id ? { event: id } : {} })
  const offer = () => void navigate({ to: '/calendar', search: { offer: true } })
  useVerbs([
    { id: 'offer-times', words: 'Offer times', keys: ['f'], of: 'hold.offer', run: offer },
    { id: 'settled', words: all ? 'Only what is out' : 'Also what is settled', keys: ['a'], run: () => setAll(!all) },
  ])
  const groups: readonly Line[] = list.data?.groups ?? []
  const out = groups.filter(({ state, needs }) => state === 'out' || needs.length > 0)
  const settled = groups.filter((group) => !out.includes(group))
  return (
    <Page>
      <PageHead
        title="Offers"
        sub="Times that are held until somebody answers"
        actions={
          <Button of="hold.offer" look="main" hint="f" onClick={offer}>
            Offer times
          </Button>
        }
      />
      <WhoCan of="hold.offer" what="offer times" />
      {list.isPending && <Waiting />}
      {list.error ? <Refused error={list.error} retry={list.refetch} /> : null}
      {list.data && out.length === 0 && (
        <EmptyState
          title="Nothing is held for anybody"
          actions={
            <Button of="hold.offer" look="main" hint="f" onClick={offer}>
              Offer times
            </Button>
          }
        >
          Offer a few times and each is kept on the calendar until one is taken; the others are freed at that moment.
        </EmptyState>
      )}
      <Lines groups={out} onOpen={show} />
      {settled.length > 0 && (
        <Button look="quiet" hint="a" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Hide what is settled' : `Settled in the last 30 days: ${settled.length}`}
        </Button>
      )}
      {all && <Lines groups={settled} onOpen={show} />}
      {open && <GroupPanel key={open} groupId={open} onClose={() => show(null)} />}
    </Page>
  )
}

const Lines = ({ groups, onOpen }: { groups: readonly Line[]; onOpen: (id: string) => void }) => (
  <ul className={css.lines}>
    {groups.map((group) => (
      <li key={group.id}>
        <button type="button" className={`${css.line} ${css[group.state]}`} onClick={() => onOpen(group.id)}>
          <span className={css.who}>
            <b>{group.meeting.title}</b> for {group.to.name}
            {group.through && ` through ${group.through.name}`}
          </span>
          <span className={css.state}>
            {group.needs.map(({ code, words }) => (
              <Tag key={code} tone="red">
                {words}
              </Tag>
            ))}
            {(group.needs.length === 0 || group.state !== 'out') && (
              <Tag tone={tones[group.state]}>{group.stateWords}</Tag>
            )}
          </span>
          <span className={css.times}>
            {group.holds.map((hold) => (
              <span key={hold.id} className={hold.state === 'freed' ? css.freed : undefined}>
                {spanWords(hold.start, hold.end)}
              </span>
            ))}
          </span>
        </button>
      </li>
    ))}
  </ul>
)
