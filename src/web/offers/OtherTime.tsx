import { useState } from 'react'
import type { GroupView } from '../../desk/holds/model.ts'
import { useChange } from '../change.ts'
import { desk, refusalOf } from '../client.ts'
import { DateField, TextField, TimeField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Refused } from '../parts/Refused.tsx'
import css from './OffersPage.module.css'

/** A time that was agreed on the phone and is none of those held: booked in one step, and everything held is freed. */
export function OtherTime({ group }: { group: GroupView }) {
  const zone = Temporal.ZonedDateTime.from(group.expiresAt).timeZoneId
  const [on, setOn] = useState('')
  const [at, setAt] = useState('')
  const [who, setWho] = useState(group.through?.name ?? group.to.name)
  const [why, setWhy] = useState('')
  const taken = useChange(desk.hold.take, { said: 'Booked; what was held is free' })
  const book = () => {
    const start = Temporal.PlainDateTime.from(`${on}T${at}`).toZonedDateTime(zone)
    const text = (time: Temporal.ZonedDateTime) => time.toString({ smallestUnit: 'second' })
    taken.mutate({
      groupId: group.id,
      time: { start: text(start), end: text(start.add({ minutes: group.minutes })) },
      who,
      note: '',
      ...(why.trim() !== '' && { anyway: { reason: why.trim() } }),
    })
  }
  const no = refusalOf(taken.error)
  return (
    <details className={css.section}>
      <summary>Agreed on another time</summary>
      <div className={css.pair}>
        <DateField label="On" value={on} onValue={setOn} />
        <TimeField label="at" zone={zone} value={at} onValue={setAt} />
      </div>
      <TextField label="Who said so" value={who} maxLength={200} onValue={setWho} />
      <Refused error={taken.error} />
      {no?.why === 'moved-on' && <TextField label="Why book it anyway" value={why} maxLength={500} onValue={setWhy} />}
      <p className={css.row}>
        <Button
          of="hold.take"
          disabled={on === '' || at === '' || who.trim() === ''}
          busy={taken.isPending}
          onClick={book}
        >
          Book it, {group.minutes} min
        </Button>
      </p>
    </details>
  )
}
