import { type FormEvent, useId, useState } from 'react'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Final } from '../parts/Final.tsx'
import { Refused } from '../parts/Refused.tsx'
import { useVerbs } from '../shell/verbs.ts'
import type { BoardRow } from './BoardPage.tsx'

type Agent = BoardRow['member']

/** Stops every agent at one press; to let them go on somebody says why. */
export function StopAgents({ agents }: { agents: readonly Agent[] }) {
  const going = agents.filter(({ frozenAt }) => frozenAt === null)
  const stopped = useChange(desk.agent.freeze, {
    said: ({ stopped: names }) => `Stopped ${names.join(', ')}`,
    loud: true,
  })
  const stop = () => stopped.mutate({ agent: null, reason: '' })
  useVerbs(going.length === 0 ? [] : [{ id: 'stop-agents', words: 'Stop every agent', keys: ['x'], run: stop }])
  if (agents.length === 0) return null
  return (
    <Button look="danger" hint="x" busy={stopped.isPending} disabled={going.length === 0} onClick={stop}>
      {going.length === 0 ? 'Every agent is stopped' : 'Stop every agent'}
    </Button>
  )
}

/** Under the head, where the button has no room for it: stopping is not taken back but let go on. */
export const StopFinal = ({ agents }: { agents: readonly Agent[] }) =>
  agents.some(({ frozenAt }) => frozenAt === null) && <Final of="agent.freeze" what="stopping an agent" />

export function LetGoOn({ agent, onClose }: { agent: Agent; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const form = useId()
  const going = useChange(desk.agent.thaw, { said: `${agent.name} goes on`, onDone: onClose })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    going.mutate({ agent: agent.id, reason })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Let ${agent.name} go on?`}
      sub="It may do again what the board says."
      final={{ of: 'agent.thaw' }}
      actions={
        <>
          <Button
            of="agent.thaw"
            look="main"
            type="submit"
            form={form}
            disabled={reason.trim() === ''}
            busy={going.isPending}
          >
            Let it go on
          </Button>
          <Button onClick={onClose}>Not yet</Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <TextField label="Why" value={reason} onValue={setReason} />
      </form>
      <Refused error={going.error} />
    </Dialog>
  )
}

/** Stops one agent. */
export const useStop = (agent: Agent) => {
  const stopped = useChange(desk.agent.freeze, { said: `Stopped ${agent.name}`, loud: true })
  return { stop: () => stopped.mutate({ agent: agent.id, reason: '' }), busy: stopped.isPending }
}
