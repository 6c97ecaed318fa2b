import { DateField, TextField } from '../fields/Field.tsx'
import css from './Confirmations.module.css'
import type { Filled } from './taking.ts'

/** The trip that is made with what is taken. */
export const NewTrip = ({
  value,
  onValue,
}: {
  value: Filled['newTrip']
  onValue: (value: Filled['newTrip']) => void
}) => (
  <section className={css.part} aria-label="The new trip">
    <h2>The new trip</h2>
    <TextField
      label="What it is called"
      required
      maxLength={200}
      value={value.title}
      onValue={(title) => onValue({ ...value, title })}
    />
    <div className={css.days}>
      <DateField label="From" required value={value.from} onValue={(from) => onValue({ ...value, from })} />
      <DateField label="Last day" required value={value.until} onValue={(until) => onValue({ ...value, until })} />
    </div>
  </section>
)
