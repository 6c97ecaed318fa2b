import { useState } from 'react'
import type { GroupView } from '../../desk/holds/model.ts'
import { useChange } from '../change.ts'
import { desk, refusalOf } from '../client.ts'
import { TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Refused } from '../parts/Refused.tsx'
import css from './OffersPage.module.css'

/** Times the other side proposed, each with what it would cost as the plan is now, to be taken in one step. */
export function Proposals({ group }: { group: GroupView }) {
  const [why, setWhy] = useState('')
  const accepted = useChange(desk.hold.accept, { said: 'Booked; what was held is free' })
  const no = refusalOf(accepted.error)
  if (group.proposals.length === 0) return null
  const anyway = why.trim() === '' ? {} : { anyway: { reason: why.trim() } }
  return (
    <section className={css.section} aria-label="They proposed">
      <h3>They proposed</h3>
      <ul className={css.holds}>
        {group.proposals.map((one) => (
          <li key={one.id} className={css.hold}>
            <p>
              <b>{one.words}</b>
            </p>
            {one.theirs && <p className={css.note}>{one.theirs}</p>}
            {one.note !== '' && (
              <p className={css.note}>
                {one.by} wrote: “{one.note}”
              </p>
            )}
            <p className={css.note}>
              {one.findings.length === 0 ? 'Costs nothing.' : one.findings.map(({ words }) => words).join(' · ')}
            </p>
            <p className={css.row}>
              <Button
                of="hold.accept"
                look={one.cost === 0 ? 'main' : 'plain'}
                busy={accepted.isPending}
                onClick={() => accepted.mutate({ groupId: group.id, proposalId: one.id, ...anyway })}
              >
                Take it
              </Button>
            </p>
          </li>
        ))}
      </ul>
      <Refused error={accepted.error} />
      {no?.why === 'moved-on' && <TextField label="Why book it anyway" value={why} maxLength={500} onValue={setWhy} />}
    </section>
  )
}
