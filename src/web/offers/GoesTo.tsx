import { useQuery } from '@tanstack/react-query'
import type { GroupView } from '../../desk/holds/model.ts'
import { useChange } from '../change.ts'
import { ask, desk } from '../client.ts'
import { Button } from '../parts/Button.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Works } from '../people/PersonPanel.tsx'
import css from './OffersPage.module.css'

/** Who reads an offer that is out, how they work, and who else could. */
export function GoesTo({ group }: { group: GroupView }) {
  const { to, through, meeting } = group
  const input = { name: to.name, address: to.address ?? '', title: meeting.title, kind: meeting.kind }
  const { data } = useQuery({ ...ask.person.through.queryOptions({ input }), retry: false })
  const moved = useChange(desk.hold.redirect, { said: 'It goes to them now; write to them, nothing was sent' })
  const reader = through?.name ?? to.name
  const assistants = data?.assistants ?? []
  const now = assistants.find(({ name }) => name === reader)
  const others = assistants.filter(({ name }) => name !== reader)
  if (through === null && others.length === 0) return null
  const redirect = (next: { name: string; address: string | null } | null) =>
    moved.mutate({ groupId: group.id, through: next && { name: next.name, address: next.address } })
  return (
    <section className={css.section}>
      <h3>Goes to {reader}</h3>
      {now && <Works works={now.works} />}
      <p className={css.row}>
        {through !== null && (
          <Button of="hold.redirect" busy={moved.isPending} onClick={() => redirect(null)}>
            Write to {to.name} instead
          </Button>
        )}
        {others.map((one) => (
          <Button key={one.id} of="hold.redirect" busy={moved.isPending} onClick={() => redirect(one)}>
            Write to {one.name}
            {one.when === '' ? '' : `, ${one.when}`}
          </Button>
        ))}
      </p>
      <Refused error={moved.error} />
    </section>
  )
}
