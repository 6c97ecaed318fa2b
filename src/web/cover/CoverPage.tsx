import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CoverView } from '../../desk/cover/model.ts'
import { useWorksHere } from '../board/works.ts'
import { ask } from '../client.ts'
import { Button } from '../parts/Button.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { Page, PageHead } from '../parts/Page.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useMay } from '../shell/may.ts'
import { useVerbs } from '../shell/verbs.ts'
import css from './Cover.module.css'
import { CoverCard } from './CoverCard.tsx'
import { CoverSettings } from './CoverSettings.tsx'
import { PlanCover } from './PlanCover.tsx'

/** Who is away and who covers; what was handed over, and what was done meanwhile. */
export function CoverPage() {
  const open = useQuery({ ...ask.cover.list.queryOptions({ input: {} }), refetchInterval: 60_000 })
  const past = useQuery(ask.cover.list.queryOptions({ input: { past: 'true' } }))
  const [planning, setPlanning] = useState(false)
  const mayStart = open.data?.mayStart === true
  const works = useWorksHere()
  const maySet = useMay('cover.settings') !== 'no' && works
  useVerbs(mayStart ? [{ id: 'plan-cover', words: 'Plan a cover', keys: ['n'], run: () => setPlanning(true) }] : [])
  const covers = open.data?.covers ?? []
  return (
    <Page>
      <PageHead
        title="Cover"
        sub="Somebody stands in for a few days: it begins and ends by itself, the note writes itself, and on return you see what was done in your name."
        actions={
          mayStart && (
            <Button look="main" hint="n" onClick={() => setPlanning(true)}>
              Plan a cover
            </Button>
          )
        }
      />
      {open.error && <Refused error={open.error} retry={open.refetch} />}
      {open.isPending && <Waiting />}
      {open.data && covers.length === 0 && (
        <EmptyState title="Everybody is here">
          {mayStart
            ? 'Plan a cover before you are away; when somebody is ill, Today has a button that needs two taps.'
            : 'When somebody is away it stands here, with who answers meanwhile.'}
        </EmptyState>
      )}
      <Covers title="Now and planned" covers={covers} />
      <Covers title="Before" covers={past.data?.covers ?? []} />
      {open.data && maySet && <CoverSettings key={JSON.stringify(open.data.settings)} before={open.data.settings} />}
      {planning && <PlanCover onClose={() => setPlanning(false)} />}
    </Page>
  )
}

const Covers = ({ title, covers }: { title: string; covers: readonly CoverView[] }) =>
  covers.length > 0 && (
    <section className={css.covers} aria-label={title}>
      <h2>{title}</h2>
      {covers.map((cover) => (
        <CoverCard key={cover.id} cover={cover} />
      ))}
    </section>
  )
