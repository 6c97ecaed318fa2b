import { cabins, seats } from '../../plan/trips/comfort.ts'
import { CountField } from '../fields/CountField.tsx'
import { Choice, MinutesField, TextField, TimeField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import css from './Traveller.module.css'
import type { WishForm } from './wish.ts'

type Props = { form: WishForm; onPut: (part: Partial<WishForm>) => void }

const chosen = <T extends string>(all: readonly T[]) =>
  all.map((value) => ({ value, words: `${value.charAt(0).toUpperCase()}${value.slice(1)}` }))

const Words = ({
  label,
  hint,
  value,
  onValue,
}: {
  label: string
  hint?: string
  value: string
  onValue: (text: string) => void
}) => <TextField label={label} hint={hint} maxLength={300} autoComplete="off" value={value} onValue={onValue} />

/** The parts of one wish, each in a field of its own. */
export function WishFields({ form, onPut }: Props) {
  switch (form.is) {
    case 'earliest':
    case 'latest':
      return (
        <TimeField
          label={form.is === 'earliest' ? 'No earlier than' : 'No later than'}
          zone="the place it leaves from"
          required
          value={form.at}
          onValue={(at) => onPut({ at })}
        />
      )
    case 'connection':
      return <Connections form={form} onPut={onPut} />
    case 'margin':
      return (
        <MinutesField
          label="From landing to what follows"
          max={1440}
          value={form.minutes}
          onValue={(minutes) => onPut({ minutes })}
        />
      )
    case 'seat':
      return <Choice label="Seat" value={form.seat} options={chosen(seats)} onValue={(seat) => onPut({ seat })} />
    case 'cabin':
      return (
        <div className={css.pair}>
          <Choice label="At least" value={form.cabin} options={chosen(cabins)} onValue={(cabin) => onPut({ cabin })} />
          <CountField
            label="On flights from"
            unit="hours (0: on all)"
            min={0}
            max={24}
            value={form.hours}
            onValue={(hours) => onPut({ hours })}
          />
        </div>
      )
    case 'hotel':
      return (
        <>
          <Words
            label="Which hotels"
            hint="A word of their name each, with commas between"
            value={form.chains}
            onValue={(chains) => onPut({ chains })}
          />
          <MinutesField
            label="At most from where one goes"
            value={form.within}
            onValue={(within) => onPut({ within })}
          />
          <Words
            label="What it must have"
            hint="With commas between; held against what was asked of the hotel"
            value={form.has}
            onValue={(has) => onPut({ has })}
          />
        </>
      )
    case 'food':
      return (
        <Words
          label="Food"
          hint="As it is said to whoever cooks"
          value={form.words}
          onValue={(words) => onPut({ words })}
        />
      )
    case 'rides':
      return (
        <div className={css.pair}>
          <Words label="Who drives" value={form.who} onValue={(who) => onPut({ who })} />
          <Words label="What car" value={form.car} onValue={(car) => onPut({ car })} />
        </div>
      )
    case 'no-nights':
      return <p className={css.note}>In the air at two in the morning, on the clocks where it leaves from.</p>
    case 'rest':
      return (
        <CountField
          label="Free after a night flight"
          unit="hours"
          max={48}
          value={form.hours}
          onValue={(hours) => onPut({ hours })}
        />
      )
  }
}

/** Minutes between two flights, and where they differ. */
const Connections = ({ form: { minutes, airports }, onPut }: Props) => (
  <>
    <MinutesField label="Between two flights" max={600} value={minutes} onValue={(now) => onPut({ minutes: now })} />
    {airports.map((one, n) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: an airport is its place in the list while it is typed
      <div className={css.pair} key={n}>
        <TextField
          label="At the airport"
          hint="Its three letters"
          maxLength={3}
          autoComplete="off"
          value={one.airport}
          onValue={(airport) => onPut({ airports: airports.with(n, { ...one, airport: airport.toUpperCase() }) })}
        />
        <MinutesField
          label="There"
          max={600}
          value={one.minutes}
          onValue={(there) => onPut({ airports: airports.with(n, { ...one, minutes: there }) })}
        />
      </div>
    ))}
    {airports.length < 20 && (
      <Button look="quiet" onClick={() => onPut({ airports: [...airports, { airport: '', minutes }] })}>
        Otherwise at an airport
      </Button>
    )}
  </>
)
