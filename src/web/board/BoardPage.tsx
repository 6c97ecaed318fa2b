import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, type desk } from '../client.ts'
import { Button } from '../parts/Button.tsx'
import { Page, PageHead } from '../parts/Page.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useVerbs, type Verb } from '../shell/verbs.ts'
import { AddAgent } from './AddAgent.tsx'
import css from './Board.module.css'
import { BoardTable } from './BoardTable.tsx'
import { ChangePart } from './ChangePart.tsx'
import { Invite } from './Invite.tsx'
import type { Part } from './levels.ts'
import { StopAgents, StopFinal } from './StopAgents.tsx'
import { useWorksHere } from './works.ts'

export type BoardRow = Awaited<ReturnType<typeof desk.board.show>>['rows'][number]

/** Who may do what, on one page. */
export function BoardPage() {
  const { data, error, refetch } = useQuery(ask.board.show.queryOptions({ input: {} }))
  const [chosen, setChosen] = useState<{ member: string; part: Part } | null>(null)
  const [adding, setAdding] = useState(false)
  const [inviting, setInviting] = useState(false)
  const works = useWorksHere()
  const invite: Verb = {
    id: 'invite',
    words: 'Invite somebody to this desk',
    keys: ['a'],
    of: 'member.invite',
    run: () => setInviting(true),
  }
  const bring: Verb = {
    id: 'add-agent',
    words: 'Let an agent work here',
    keys: ['n'],
    of: 'agent.add',
    run: () => setAdding(true),
  }
  useVerbs(works ? [bring, invite] : [])
  const rows = data?.rows ?? []
  const row = rows.find(({ member }) => member.id === chosen?.member)
  const agents = rows.filter(({ member }) => member.kind === 'agent')
  return (
    <Page wide beside={row !== undefined}>
      <PageHead
        title="Board"
        sub="Who may do what here. It is asked in the server, of people and of agents alike, through every door."
        actions={
          <>
            <StopAgents agents={agents.map(({ member }) => member)} />
            {works && (
              <>
                <Button of="member.invite" hint="a" onClick={() => setInviting(true)}>
                  Invite somebody
                </Button>
                <Button of="agent.add" hint="n" onClick={() => setAdding(true)}>
                  Let an agent work here
                </Button>
              </>
            )}
          </>
        }
      />
      <StopFinal agents={agents.map(({ member }) => member)} />
      {error && <Refused error={error} retry={refetch} />}
      {!data && !error && <Waiting />}
      {data && (
        <>
          <BoardTable rows={rows} chosen={chosen} onChoose={(member, part) => setChosen({ member, part })} />
          <p className={css.note}>
            Money, partnership, spending and private things are given by the executive alone. Nobody gives more than
            they have, or anything to themselves. Every change has a reason, and is in the journal.
          </p>
        </>
      )}
      {row && chosen && (
        <ChangePart
          key={`${chosen.member} ${JSON.stringify(chosen.part)}`}
          row={row}
          part={chosen.part}
          onClose={() => setChosen(null)}
        />
      )}
      {inviting && <Invite onClose={() => setInviting(false)} />}
      {adding && <AddAgent onClose={() => setAdding(false)} />}
    </Page>
  )
}
