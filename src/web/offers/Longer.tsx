import { useState } from 'react'
import type { GroupView } from '../../desk/holds/model.ts'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { DateField, TimeField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Refused } from '../parts/Refused.tsx'
import { useMay } from '../shell/may.ts'
import css from './OffersPage.module.css'

/** Until when they are held, and longer where that is wanted. */
export function Longer({ group }: { group: GroupView }) {
  const until = Temporal.ZonedDateTime.from(group.expiresAt)
  const [on, setOn] = useState(until.toPlainDate().toString())
  const [time, setTime] = useState(until.toPlainTime().toString({ smallestUnit: 'minute' }))
  const extended = useChange(desk.hold.extend, { said: 'Held until then' })
  const mayExtend = useMay('hold.extend') !== 'no'
  const asked = on && time ? Temporal.PlainDateTime.from(`${on}T${time}`).toZonedDateTime(until.timeZoneId) : null
  const expiresAt = asked?.toString({ smallestUnit: 'second' })
  const isNew = asked !== null && !asked.equals(until)
  return (
    <section className={css.section}>
      <h3>If nobody answers</h3>
      <p className={css.note}>{group.onSilenceWords}</p>
      {mayExtend && (
        <div className={css.pair}>
          <DateField label="Held until" value={on} onValue={setOn} />
          <TimeField label="at" zone={until.timeZoneId} value={time} onValue={setTime} />
        </div>
      )}
      {isNew && expiresAt && (
        <p className={css.row}>
          <Button
            of="hold.extend"
            look="main"
            busy={extended.isPending}
            onClick={() => extended.mutate({ groupId: group.id, expiresAt })}
          >
            Hold until then
          </Button>
        </p>
      )}
      <Refused error={extended.error} />
    </section>
  )
}
