import { useState } from 'react'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { NotesField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { useMe } from '../shell/me.ts'
import css from './Board.module.css'
import type { BoardRow } from './BoardPage.tsx'
import { LetGoOn, useStop } from './StopAgents.tsx'
import { TokenShown } from './TokenShown.tsx'

type Agent = BoardRow['member']
type Doing = 'going on' | 'token' | 'away' | null

/** What a person does with an agent: stop it, let it go on, give it another token, send it away. */
export function AgentVerbs({ agent }: { agent: Agent }) {
  const [doing, setDoing] = useState<Doing>(null)
  const { stop, busy } = useStop(agent)
  const me = useMe().member
  const answers = me.kind === 'executive' || me.id === agent.sponsor?.id
  const close = () => setDoing(null)
  return (
    <span className={css.verbs}>
      {agent.frozenAt === null ? (
        <Button busy={busy} onClick={stop} aria-label={`Stop ${agent.name}`}>
          Stop
        </Button>
      ) : (
        <Button of="agent.thaw" onClick={() => setDoing('going on')} aria-label={`Go on… ${agent.name}`}>
          Go on…
        </Button>
      )}
      {answers && (
        <Button of="agent.token" look="quiet" onClick={() => setDoing('token')} aria-label={`Token… ${agent.name}`}>
          Token…
        </Button>
      )}
      <Button of="agent.remove" look="quiet" onClick={() => setDoing('away')} aria-label={`Send away… ${agent.name}`}>
        Send away…
      </Button>
      {doing === 'going on' && <LetGoOn agent={agent} onClose={close} />}
      {doing === 'token' && <AnotherToken agent={agent} onClose={close} />}
      {doing === 'away' && <SendAway agent={agent} onClose={close} />}
    </span>
  )
}

function AnotherToken({ agent, onClose }: { agent: Agent; onClose: () => void }) {
  const made = useChange(desk.agent.token, { said: 'The token before works no more' })
  if (made.data) return <TokenShown name={agent.name} token={made.data.token} onClose={onClose} />
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Another token for ${agent.name}?`}
      sub="The one it has now stops working at once. The new one is shown once."
      final={{ of: 'agent.token' }}
      actions={
        <>
          <Button of="agent.token" look="main" busy={made.isPending} onClick={() => made.mutate({ agent: agent.id })}>
            Make another
          </Button>
          <Button onClick={onClose}>Keep the old one</Button>
        </>
      }
    >
      <Refused error={made.error} />
    </Dialog>
  )
}

function SendAway({ agent, onClose }: { agent: Agent; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const gone = useChange(desk.agent.remove, { said: `Sent ${agent.name} away`, onDone: onClose })
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Send ${agent.name} away?`}
      sub="Its token stops working, and what it asked for is taken back. What it did stays in the journal under its name."
      final={{ of: 'agent.remove' }}
      actions={
        <>
          <Button
            of="agent.remove"
            look="danger"
            busy={gone.isPending}
            onClick={() => gone.mutate({ agent: agent.id, reason })}
          >
            Send it away
          </Button>
          <Button onClick={onClose}>Keep it</Button>
        </>
      }
    >
      <NotesField label="Why" rows={2} value={reason} onValue={setReason} />
      <Refused error={gone.error} />
    </Dialog>
  )
}
