import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { useChange } from '../change.ts'
import { ask, desk } from '../client.ts'
import { todayIn } from '../clock.ts'
import { shortDayWords } from '../dates.ts'
import { Choice, DateField, NotesField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { useMe } from '../shell/me.ts'

/** Who may stand in for whom here. */
export function useCovering() {
  const { data } = useQuery(ask.member.list.queryOptions({ input: {} }))
  const members = data?.members ?? []
  const named = ({ id, name, kind }: (typeof members)[number]) => ({ value: id, words: `${name}, ${kind}` })
  return {
    away: members.filter(({ kind }) => kind === 'assistant' || kind === 'executive').map(named),
    covers: members.filter(({ kind }) => kind === 'assistant' || kind === 'cover' || kind === 'observer').map(named),
  }
}

const dayOr = (text: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) ? shortDayWords(Temporal.PlainDate.from(text)) : '…'

/** From a day to a day; what the cover may do is the usual, and is changed on the Board of the cover afterwards. */
export function PlanCover({ onClose }: { onClose: () => void }) {
  const me = useMe()
  const form = useId()
  const today = todayIn(me.desk.zone)
  const { away, covers } = useCovering()
  const [draft, setDraft] = useState({
    away: me.member.id,
    cover: '',
    fromOn: today.add({ days: 1 }).toString(),
    toOn: today.add({ days: 3 }).toString(),
    reason: '',
  })
  const put = (part: Partial<typeof draft>) => setDraft((was) => ({ ...was, ...part }))
  const others = covers.filter(({ value }) => value !== draft.away)
  const cover = draft.cover === '' ? (others[0]?.value ?? '') : draft.cover
  const planned = useChange(desk.cover.plan, { said: (answer) => answer.cover.words, onDone: onClose })
  const save = (event: FormEvent) => {
    event.preventDefault()
    planned.mutate({ ...draft, cover })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Plan a cover"
      sub="It begins as the first day does and ends with the last, by the desk’s own clock."
      actions={
        <>
          <Button look="main" type="submit" form={form} disabled={cover === ''} busy={planned.isPending}>
            Plan it
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </>
      }
    >
      <form id={form} onSubmit={save}>
        <Choice label="Who is away" value={draft.away} options={away} onValue={(one) => put({ away: one })} />
        {others.length === 0 ? (
          <Nobody />
        ) : (
          <Choice label="Who covers" value={cover} options={others} onValue={(one) => put({ cover: one })} />
        )}
        <DateField
          label="First day"
          hint={dayOr(draft.fromOn)}
          value={draft.fromOn}
          onValue={(fromOn) => put({ fromOn })}
        />
        <DateField label="Last day" hint={dayOr(draft.toOn)} value={draft.toOn} onValue={(toOn) => put({ toOn })} />
        <NotesField
          label="Why, if it helps"
          rows={2}
          value={draft.reason}
          onValue={(reason) => put({ reason })}
          hint="Whoever covers reads it."
        />
      </form>
      <Refused error={planned.error} />
    </Dialog>
  )
}

export const Nobody = () => (
  <p>
    Nobody else sits at this desk who could cover. Invite somebody on the <Link to="/board">Board</Link> first.
  </p>
)
