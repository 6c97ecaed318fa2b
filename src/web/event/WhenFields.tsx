import { minutesWords } from '../dates.ts'
import { DateField, Switch, TimeField } from '../fields/Field.tsx'
import { ZoneField } from '../fields/ZoneField.tsx'
import type { Form } from './draft.ts'
import { whenOf } from './draft.ts'
import css from './EventEditor.module.css'

/** Day, times and zone of an event. Moving the start carries the end along, so that a length is never lost by accident. */
export function WhenFields({
  form,
  wrong,
  onPut,
}: {
  form: Form
  wrong: string | undefined
  onPut: (part: Partial<Form>) => void
}) {
  const moveStart = (part: { startOn?: string; startTime?: string }) =>
    onPut({ ...part, ...endAfter(form, { ...form, ...part }) })
  return (
    <fieldset className={css.when}>
      <legend>When</legend>
      <div className={css.times}>
        <DateField label="From" value={form.startOn} onValue={(startOn) => moveStart({ startOn })} />
        {!form.allDay && (
          <TimeField label="at" value={form.startTime} onValue={(startTime) => moveStart({ startTime })} />
        )}
        <DateField
          label={form.allDay ? 'Last day' : 'To'}
          value={form.endOn}
          min={form.startOn}
          wrong={wrong}
          onValue={(endOn) => onPut({ endOn })}
        />
        {!form.allDay && <TimeField label="at" value={form.endTime} onValue={(endTime) => onPut({ endTime })} />}
      </div>
      <p className={css.length} role="status">
        {lengthWords(form)}
      </p>
      <Switch label="All day" value={form.allDay} onValue={(allDay) => onPut({ allDay })} />
      {!form.allDay && (
        <div className={css.pair}>
          <ZoneField
            label={form.endZone === null ? 'Zone' : 'Zone it starts in'}
            value={form.zone}
            onValue={(zone) => onPut({ zone })}
          />
          {form.endZone === null ? (
            <div className={css.travels}>
              <Switch
                label="Ends in another zone"
                hint="A flight or a train: the day goes on in the zone it arrives in."
                value={false}
                onValue={() => onPut({ endZone: form.zone })}
              />
            </div>
          ) : (
            <ZoneField
              label="Zone it ends in"
              value={form.endZone}
              onValue={(endZone) => onPut({ endZone: endZone === form.zone ? null : endZone })}
            />
          )}
        </div>
      )}
    </fieldset>
  )
}

type Ends = Pick<Form, 'endOn' | 'endTime'>
const complete = (form: Form) =>
  [form.startOn, form.endOn].every((on) => /^\d{4}-/.test(on)) &&
  [form.startTime, form.endTime].every((time) => time !== '')

function endAfter(was: Form, now: Form): Partial<Ends> {
  if (!complete(was) || !complete(now)) return {}
  const at = (on: string, time: string) => Temporal.PlainDateTime.from(`${on}T${time}`)
  const length = at(was.startOn, was.startTime).until(at(was.endOn, was.endTime))
  const end = at(now.startOn, now.startTime).add(length)
  return { endOn: end.toPlainDate().toString(), endTime: end.toPlainTime().toString({ smallestUnit: 'minute' }) }
}

/** "Tuesday · 1 h 15", counted in real time where the two ends are in different zones or a clock changes. */
function lengthWords(form: Form): string {
  if (!complete(form)) return ''
  const weekday = Temporal.PlainDate.from(form.startOn).toLocaleString('en-GB', { weekday: 'long' })
  const when = whenOf(form)
  if (when.allDay) return weekday
  const start = Temporal.PlainDateTime.from(when.start).toZonedDateTime(when.zone ?? 'UTC')
  const end = Temporal.PlainDateTime.from(when.end).toZonedDateTime(when.endZone ?? when.zone ?? 'UTC')
  const minutes = Math.round((end.epochMilliseconds - start.epochMilliseconds) / 60_000)
  return minutes < 0 ? weekday : `${weekday} · ${minutesWords(minutes)}`
}
