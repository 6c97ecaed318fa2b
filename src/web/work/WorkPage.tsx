import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { ask } from '../client.ts'
import { todayIn } from '../clock.ts'
import { Button } from '../parts/Button.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { Page, PageHead } from '../parts/Page.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useMay } from '../shell/may.ts'
import { useVerbs } from '../shell/verbs.ts'
import { AddWork } from './AddWork.tsx'
import { groupsOf } from './groups.ts'
import { Record } from './Record.tsx'
import { Standards } from './Standards.tsx'
import { WorkLines } from './WorkLines.tsx'
import { WorkPanel } from './WorkPanel.tsx'

/** What there is to do, by when it is due: ours to do, and what we can only ask for; and how it went so far. */
export function WorkPage() {
  const navigate = useNavigate()
  const { event: open } = useSearch({ strict: false }) as { event?: string }
  const [asking, setAsking] = useState<'record' | 'standards' | null>(null)
  const [closed, setClosed] = useState(false)
  const mayAdd = useMay('work.add') !== 'no'
  const list = useQuery({ ...ask.work.list.queryOptions({ input: {} }), refetchInterval: 60_000 })
  const record = useQuery(ask.work.record.queryOptions({ input: {} }))
  const show = (id: string | null) => void navigate({ to: '/work', search: id ? { event: id } : {} })
  useVerbs([
    { id: 'work-record', words: 'The record: on time and to standard', keys: ['h'], run: () => setAsking('record') },
    { id: 'work-standards', words: 'Standards', keys: ['g'], run: () => setAsking('standards') },
    {
      id: 'work-closed',
      words: closed ? 'Hide what is closed' : 'Also what is closed',
      keys: ['a'],
      run: () => setClosed(!closed),
    },
  ])
  const zone = list.data?.zone ?? 'UTC'
  const groups = groupsOf(list.data?.works ?? [], todayIn(zone), zone)
  const back = () => setAsking(null)
  return (
    <Page>
      <PageHead
        title="Work"
        sub={record.data?.words ?? 'What the desk answers for'}
        actions={
          <>
            <Button hint="h" onClick={() => setAsking('record')}>
              The record
            </Button>
            <Button hint="g" onClick={() => setAsking('standards')}>
              Standards
            </Button>
          </>
        }
      />
      <AddWork />
      {list.isPending && <Waiting />}
      {list.error ? <Refused error={list.error} retry={list.refetch} /> : null}
      {list.data && groups.length === 0 && (
        <EmptyState title="Nothing is to be done">
          {mayAdd
            ? 'Write a line above: what, by when, and how long it takes. With the effort, the desk says before its date when the hours will not be enough.'
            : 'What the desk answers for stands here, by when it is due, and says before its date when the hours will not be enough.'}
        </EmptyState>
      )}
      <WorkLines groups={groups} onOpen={show} />
      <Button look="quiet" hint="a" aria-expanded={closed} onClick={() => setClosed(!closed)}>
        {closed ? 'Hide what is closed' : 'Also what is closed'}
      </Button>
      {closed && <Closed onOpen={show} />}
      {open && <WorkPanel key={open} id={open} onClose={() => show(null)} />}
      {asking === 'record' && <Record onClose={back} />}
      {asking === 'standards' && <Standards onClose={back} />}
    </Page>
  )
}

/** What was closed, the newest first. */
function Closed({ onOpen }: { onOpen: (id: string) => void }) {
  const { data, error, refetch } = useQuery(ask.work.list.queryOptions({ input: { state: 'closed' } }))
  if (error) return <Refused error={error} retry={refetch} />
  if (!data) return <Waiting />
  if (data.works.length === 0) return <p>Nothing was closed yet.</p>
  return <WorkLines groups={[{ name: 'Closed', works: data.works }]} onOpen={onOpen} />
}
