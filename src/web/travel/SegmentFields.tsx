import { useQuery } from '@tanstack/react-query'
import type { TripView } from '../../desk/travel/model.ts'
import { type SegmentKind, segmentKinds } from '../../plan/segment.ts'
import { ask } from '../client.ts'
import { shortDayWords } from '../dates.ts'
import { useKnownPeople } from '../event/known.ts'
import { Choice, DateField, MinutesField, NotesField, TextField, TimeField } from '../fields/Field.tsx'
import { MoneyField } from '../fields/MoneyField.tsx'
import { PersonField } from '../fields/PersonField.tsx'
import { EndFields, MomentFields } from './EndFields.tsx'
import css from './Forms.module.css'
import { type AskedForm, type SegmentForm, uses } from './segmentForm.ts'
import type { WrongAt } from './TripFields.tsx'
import { kindWords } from './words.ts'

type Props = { form: SegmentForm; wrongAt: WrongAt; onPut: (part: Partial<SegmentForm>) => void }

/** Which kind of part it is; each has the fields it has a use for. */
export const KindField = ({ kind, onKind }: { kind: SegmentKind; onKind: (kind: SegmentKind) => void }) => (
  <fieldset className={css.kinds}>
    <legend className="unseen">Which kind</legend>
    {segmentKinds.map((one) => (
      <label key={one}>
        <input type="radio" name="kind" checked={one === kind} onChange={() => onKind(one)} />
        <span>{kindWords[one]}</span>
      </label>
    ))}
  </fieldset>
)

const states = [
  { value: 'intended' as const, words: 'intended: nobody outside knows of it' },
  { value: 'requested' as const, words: 'asked for, not answered' },
  { value: 'booked' as const, words: 'booked: somebody outside holds it' },
]

/** How far it has come, as far as a person may say so by hand; a confirmation has who said so, and is recorded as one. */
const StateField = ({ form, wrongAt, onPut }: Props) =>
  form.status === 'intended' || form.status === 'requested' || form.status === 'booked' ? (
    <Choice
      label="It is"
      value={form.status}
      wrong={wrongAt('status')}
      options={states}
      onValue={(status) => onPut({ status })}
    />
  ) : null

const providers: Partial<Record<SegmentKind, string>> = {
  flight: 'Airline',
  train: 'Railway',
  bus: 'Bus line',
  ferry: 'Ferry line',
  car: 'Hired from',
  ride: 'Whose car',
  stay: 'Hotel',
  meal: 'Restaurant',
}

/** What everybody who books it has to know: who carries, under which number, from where to where and when. */
export function SegmentFields({ form, wrongAt, onPut, knownZones }: Props & { knownZones: readonly [string, string] }) {
  const { carries, flies, sleeps, ticket } = uses(form.kind)
  const text = (name: 'provider' | 'number' | 'confirmation' | 'title', label: string, hint?: string) => (
    <TextField
      label={label}
      hint={hint}
      value={form[name]}
      wrong={wrongAt(name)}
      maxLength={name === 'number' ? 40 : 200}
      autoComplete="off"
      onValue={(value) => onPut({ [name]: value })}
    />
  )
  return (
    <>
      {!carries && !sleeps && text('title', 'What it is called', '“Dinner, Seehof”')}
      <div className={css.three}>
        {providers[form.kind] && text('provider', providers[form.kind] ?? '')}
        {ticket && text('number', 'Number', flies ? 'As XQ 345' : undefined)}
        {form.kind !== 'free' && text('confirmation', 'Confirmation')}
      </div>
      <EndFields
        of={carries ? 'From' : sleeps ? 'The stay' : 'Begins'}
        end={form.from}
        path="from"
        shows={{
          airport: flies || form.kind === 'ride',
          terminal: ticket,
          address: sleeps || form.kind === 'ride' || form.kind === 'meal',
        }}
        labels={
          sleeps
            ? { on: 'Check in', time: 'from' }
            : carries
              ? { on: 'Leaves on', time: 'at' }
              : { on: 'On', time: 'at' }
        }
        known={knownZones[0]}
        wrongAt={wrongAt}
        onPut={(part) => onPut({ from: { ...form.from, ...part } })}
      />
      <EndFields
        of={carries ? 'To' : sleeps ? 'Leaving' : 'Ends'}
        end={form.to}
        path="to"
        shows={
          carries
            ? { airport: flies || form.kind === 'ride', terminal: ticket, address: form.kind === 'ride' }
            : { place: false }
        }
        labels={
          sleeps
            ? { on: 'Check out', time: 'by' }
            : carries
              ? { on: 'Arrives on', time: 'at' }
              : { on: 'On', time: 'at' }
        }
        known={knownZones[1]}
        wrongAt={wrongAt}
        onPut={(part) => onPut({ to: { ...form.to, ...part } })}
      />
      <Carried form={form} wrongAt={wrongAt} onPut={onPut} />
      <StateField form={form} wrongAt={wrongAt} onPut={onPut} />
    </>
  )
}

/** Seat, cabin and name of a ticket; driver and pick-up of a ride; who else comes to a meal. */
function Carried({ form, wrongAt, onPut }: Props) {
  const { ticket, driven, guests } = uses(form.kind)
  const known = useKnownPeople()
  const text = (name: 'seat' | 'cabin' | 'name' | 'driver' | 'phone' | 'pickUp', label: string, hint?: string) => (
    <TextField
      label={label}
      hint={hint}
      value={form[name]}
      wrong={wrongAt(name)}
      maxLength={name === 'pickUp' ? 500 : 200}
      autoComplete="off"
      onValue={(value) => onPut({ [name]: value })}
    />
  )
  return (
    <>
      {ticket && (
        <div className={css.three}>
          {text('seat', 'Seat')}
          {text('cabin', 'Cabin')}
          {text('name', 'Name on the booking', 'As in the passport')}
        </div>
      )}
      {driven && (
        <>
          <div className={css.pair}>
            {text('driver', 'Driver')}
            {text('phone', 'Their phone')}
          </div>
          {text('pickUp', 'Pick-up, exactly', '“Door 3 of Arrivals, by the pillar marked C”')}
        </>
      )}
      {guests && (
        <PersonField
          label="Who else is expected"
          anybody
          known={known}
          value={form.people}
          onValue={(people) => onPut({ people })}
        />
      )}
    </>
  )
}

const yesNo = [
  { value: 'unknown' as const, words: 'nobody has said' },
  { value: 'yes' as const, words: 'yes' },
  { value: 'no' as const, words: 'no' },
]

/** Deadlines and what the fare allows, each unknown until somebody has said. */
export const TermsFields = ({ form, wrongAt, onPut }: Props) => (
  <details className={css.around}>
    <summary>Deadlines, fare and cost</summary>
    {uses(form.kind).ticket && (
      <MomentFields
        label="Check in by"
        value={form.checkInBy}
        wrong={wrongAt('checkInBy', 'checkInBy.local')}
        onPut={(part) => onPut({ checkInBy: { ...form.checkInBy, ...part } })}
      />
    )}
    <MomentFields
      label="Cancel free of charge until"
      value={form.cancelBy}
      wrong={wrongAt('cancelBy', 'cancelBy.local')}
      onPut={(part) => onPut({ cancelBy: { ...form.cancelBy, ...part } })}
    />
    <div className={css.pair}>
      <Choice
        label="May it be changed?"
        value={form.changeable}
        options={yesNo}
        onValue={(changeable) => onPut({ changeable })}
      />
      <Choice
        label="Is it paid back?"
        value={form.refundable}
        options={yesNo}
        onValue={(refundable) => onPut({ refundable })}
      />
    </div>
    {form.changeable === 'yes' && (
      <MomentFields
        label="Changeable until"
        value={form.changeableUntil}
        wrong={wrongAt('fare.changeableUntil', 'fare.changeableUntil.local')}
        onPut={(part) => onPut({ changeableUntil: { ...form.changeableUntil, ...part } })}
      />
    )}
    {form.refundable === 'yes' && (
      <MomentFields
        label="Paid back until"
        value={form.refundableUntil}
        wrong={wrongAt('fare.refundableUntil', 'fare.refundableUntil.local')}
        onPut={(part) => onPut({ refundableUntil: { ...form.refundableUntil, ...part } })}
      />
    )}
    <MoneyField
      label="Cost"
      value={form.cost}
      wrong={wrongAt('cost', 'cost.amount')}
      onValue={(cost) => onPut({ cost })}
    />
  </details>
)

/** What whoever books it was asked for, which the booking is held against. */
export function AskedFields({ form, wrongAt, onPut }: Props) {
  const { asked } = form
  const put = (part: Partial<AskedForm>) => onPut({ asked: { ...asked, ...part } })
  const text = (name: 'from' | 'to' | 'cabin' | 'seat' | 'name', label: string) => (
    <TextField
      label={label}
      aria-label={`Asked: ${label.toLowerCase()}`}
      value={asked[name]}
      wrong={wrongAt(`asked.${name}`)}
      maxLength={200}
      autoComplete="off"
      onValue={(value) => put({ [name]: value })}
    />
  )
  return (
    <details className={css.around} open={asked.words !== ''}>
      <summary>What was asked</summary>
      <TextField
        label="As it was said"
        hint="“Tuesday evening to Zurich, aisle, home by Wednesday night”"
        value={asked.words}
        wrong={wrongAt('asked.words', 'asked')}
        maxLength={500}
        autoComplete="off"
        onValue={(words) => put({ words })}
      />
      {asked.words !== '' && (
        <>
          <div className={css.three}>
            <DateField label="Day" aria-label="Asked: day" value={asked.on} onValue={(on) => put({ on })} />
            {text('from', 'From')}
            {text('to', 'To')}
          </div>
          <div className={css.pair}>
            <TimeField
              label="Leaves after"
              aria-label="Asked: leaves after"
              value={asked.departAfter}
              onValue={(departAfter) => put({ departAfter })}
            />
            <TimeField
              label="Arrives by"
              aria-label="Asked: arrives by"
              value={asked.arriveBy}
              onValue={(arriveBy) => put({ arriveBy })}
            />
            {text('cabin', 'Cabin')}
            {text('seat', 'Seat')}
            {text('name', 'Name')}
          </div>
        </>
      )}
    </details>
  )
}

/** What it hangs on, what is done if it fails, and notes. */
export function AroundFields({ form, trip, own, wrongAt, onPut }: Props & { trip: TripView; own: string | null }) {
  const others = trip.segments.filter(({ id, status }) => id !== own && status !== 'cancelled')
  const tick = (id: string, on: boolean) =>
    onPut({ dependsOn: on ? [...form.dependsOn, id] : form.dependsOn.filter((one) => one !== id) })
  return (
    <details className={css.around}>
      <summary>What it depends on, its event, fallback, notes</summary>
      {others.length > 0 && (
        <fieldset className={css.checks}>
          <legend>It makes no sense without</legend>
          {others.map(({ id, title }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={form.dependsOn.includes(id)}
                onChange={(e) => tick(id, e.target.checked)}
              />
              {title}
            </label>
          ))}
        </fieldset>
      )}
      <MinutesField
        label="Minutes needed before it"
        hint="Between what comes before and this; empty: as the rules say"
        max={1440}
        value={form.minimumConnection}
        wrong={wrongAt('minimumConnection')}
        onValue={(minimumConnection) => onPut({ minimumConnection })}
      />
      <TextField
        label="If it fails"
        hint="“The 19:20, seats every evening”"
        value={form.fallback}
        wrong={wrongAt('fallback')}
        maxLength={500}
        onValue={(fallback) => onPut({ fallback })}
      />
      {!uses(form.kind).sleeps && <EventField form={form} trip={trip} wrong={wrongAt('eventId')} onPut={onPut} />}
      <NotesField label="Notes" rows={3} value={form.notes} onValue={(notes) => onPut({ notes })} />
    </details>
  )
}

/** An event that is this already: they move together. */
function EventField({
  form,
  trip,
  wrong,
  onPut,
}: Pick<Props, 'form' | 'onPut'> & { trip: TripView; wrong: string | undefined }) {
  const to = Temporal.PlainDate.from(trip.until).add({ days: 1 }).toString()
  const { data } = useQuery(ask.event.list.queryOptions({ input: { from: trip.from, to } }))
  const events = (data?.events ?? []).filter(
    ({ allDay, cancelled, hidden, repeats }) => !allDay && !cancelled && !hidden && !repeats,
  )
  return (
    <Choice
      label="It stands on the calendar already as"
      hint="Without a time of its own it takes those of the event, and they move together."
      value={form.eventId}
      wrong={wrong}
      options={[
        { value: '', words: 'Nothing: the desk puts it there' },
        ...events.map(({ eventId, title, start }) => ({
          value: eventId,
          words: `${shortDayWords(Temporal.PlainDate.from(start.slice(0, 10)))}, ${start.slice(11, 16)}: ${title}`,
        })),
      ]}
      onValue={(eventId) => onPut({ eventId })}
    />
  )
}
