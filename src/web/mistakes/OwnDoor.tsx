import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useId, useState } from 'react'
import { useChange } from '../change.ts'
import { ask, desk } from '../client.ts'
import { Choice, NotesField, TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { useMe } from '../shell/me.ts'
import { useVerbs } from '../shell/verbs.ts'
import { type OwnFrom, onOwn, openOwn } from './open.ts'

/** “Own a mistake”, from a finding, an event or by hand; in ⌘K on every page. */
export function OwnDoor() {
  const [from, setFrom] = useState<OwnFrom | null>(null)
  useEffect(() => onOwn(setFrom), [])
  useVerbs([{ id: 'own-mistake', words: 'Own a mistake', group: 'Desk', of: 'mistake.own', run: () => openOwn() }])
  return from && <Own from={from} onClose={() => setFrom(null)} />
}

function Own({ from, onClose }: { from: OwnFrom; onClose: () => void }) {
  const me = useMe()
  const form = useId()
  const navigate = useNavigate()
  const { data } = useQuery(ask.member.list.queryOptions({ input: {} }))
  const people = (data?.members ?? []).filter(({ kind }) => kind !== 'agent' && kind !== 'desk')
  const agents = (data?.members ?? []).filter(({ kind }) => kind === 'agent')
  const [draft, setDraft] = useState({ title: from.title ?? '', asked: '', done: '', owner: me.member.id, agent: '' })
  const put = (part: Partial<typeof draft>) => setDraft((was) => ({ ...was, ...part }))
  const isByHand = from.fingerprint === undefined && from.item === undefined
  const owned = useChange(desk.mistake.own, {
    said: 'Owned',
    onDone: ({ mistake }) => {
      onClose()
      void navigate({ to: '/mistakes', search: { mistake: mistake.id } })
    },
  })
  const own = (event: FormEvent) => {
    event.preventDefault()
    const { title, asked, done, owner, agent } = draft
    owned.mutate({
      ...(from.fingerprint && { fingerprint: from.fingerprint }),
      ...(from.item && { item: from.item }),
      ...(title.trim() && { title }),
      ...(asked.trim() && { asked }),
      ...(done.trim() && { done }),
      ...(agent === '' ? { owner } : { agent }),
    })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Own a mistake"
      sub={
        isByHand
          ? 'Say it in a line; everything can be put right afterwards.'
          : 'What was asked, what was done and who is touched are read from the record; everything can be put right afterwards.'
      }
      actions={
        <>
          <Button
            of="mistake.own"
            look="main"
            type="submit"
            form={form}
            busy={owned.isPending}
            disabled={isByHand && draft.title === ''}
          >
            Own it
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </>
      }
    >
      <form id={form} onSubmit={own}>
        {isByHand && (
          <>
            <TextField label="What went wrong" value={draft.title} onValue={(title) => put({ title })} />
            <NotesField label="What was asked" rows={2} value={draft.asked} onValue={(asked) => put({ asked })} />
            <NotesField label="What was done" rows={2} value={draft.done} onValue={(done) => put({ done })} />
          </>
        )}
        <Choice
          label="Whose it is"
          value={draft.owner}
          options={people.map(({ id, name, kind }) => ({ value: id, words: `${name}, ${kind}` }))}
          onValue={(owner) => put({ owner })}
        />
        {agents.length > 0 && (
          <Choice
            label="An agent did it"
            hint="Whoever answers for the agent owns it; the agent is named."
            value={draft.agent}
            options={[{ value: '', words: 'No' }, ...agents.map(({ id, name }) => ({ value: id, words: name }))]}
            onValue={(agent) => put({ agent })}
          />
        )}
      </form>
      <Refused error={owned.error} />
    </Dialog>
  )
}
