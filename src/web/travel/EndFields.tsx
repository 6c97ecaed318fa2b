import { Choice, DateField, TextField, TimeField } from '../fields/Field.tsx'
import { ZoneField } from '../fields/ZoneField.tsx'
import { Button } from '../parts/Button.tsx'
import css from './Forms.module.css'
import { type EndForm, type MomentForm, twiceIn } from './segmentForm.ts'
import type { WrongAt } from './TripFields.tsx'

type Shows = {
  readonly airport?: boolean
  readonly terminal?: boolean
  readonly address?: boolean
  readonly place?: boolean
}

/**
 * Where and when one end is: the time on the clocks there. The zone is asked for only where no airport and no known place
 * tells it; an offset only for an hour that happens twice.
 */
export function EndFields({
  of,
  end,
  path,
  shows,
  labels,
  known = '',
  wrongAt,
  onPut,
}: {
  of: string
  end: EndForm
  path: 'from' | 'to'
  shows: Shows
  labels: { readonly on: string; readonly time: string; readonly place?: string }
  /** The zone the desk knows already, from an airport or a place. */
  known?: string
  wrongAt: WrongAt
  onPut: (part: Partial<EndForm>) => void
}) {
  const { place = true, airport = false, terminal = false, address = false } = shows
  return (
    <fieldset className={css.end}>
      <legend>{of}</legend>
      {(place || airport) && (
        <div className={css.three}>
          {airport && (
            <TextField
              label="Airport"
              aria-label={`${of}: airport`}
              hint="Three letters, as LHR"
              value={end.airport}
              wrong={wrongAt(`${path}.airport`)}
              maxLength={3}
              autoCapitalize="characters"
              autoComplete="off"
              onValue={(code) => onPut({ airport: code.toUpperCase() })}
            />
          )}
          {place && (
            <TextField
              label={labels.place ?? 'Place'}
              aria-label={`${of}: ${(labels.place ?? 'place').toLowerCase()}`}
              value={end.place}
              wrong={wrongAt(`${path}.place`)}
              maxLength={300}
              autoComplete="off"
              onValue={(value) => onPut({ place: value })}
            />
          )}
          {terminal && (
            <TextField
              label="Terminal"
              aria-label={`${of}: terminal`}
              hint="As the booking says it"
              value={end.terminal}
              wrong={wrongAt(`${path}.terminal`)}
              maxLength={40}
              autoComplete="off"
              onValue={(value) => onPut({ terminal: value })}
            />
          )}
        </div>
      )}
      {address && (
        <TextField
          label="Address"
          aria-label={`${of}: address`}
          value={end.address}
          wrong={wrongAt(`${path}.address`)}
          maxLength={500}
          autoComplete="off"
          onValue={(value) => onPut({ address: value })}
        />
      )}
      <div className={`${css.three} ${css.moment}`}>
        <DateField
          label={labels.on}
          aria-label={`${of}: ${labels.on.toLowerCase()}`}
          value={end.on}
          wrong={wrongAt(`${path}.local`, path)}
          onValue={(on) => onPut({ on })}
        />
        <TimeField
          label={labels.time}
          aria-label={`${of}: ${labels.time.toLowerCase()}`}
          hint="On the clocks there"
          value={end.time}
          onValue={(time) => onPut({ time })}
        />
        {(place || airport) && (
          <Zone of={of} end={end} airport={airport} known={known} wrong={wrongAt(`${path}.zone`)} onPut={onPut} />
        )}
      </div>
      <Twice of={of} end={end} known={known} wrong={wrongAt(`${path}.offset`)} onPut={onPut} />
    </fieldset>
  )
}

type PartProps = { of: string; end: EndForm; wrong: string | undefined; onPut: (part: Partial<EndForm>) => void }

function Zone({ of, end, airport, known, wrong, onPut }: PartProps & { airport: boolean; known: string }) {
  const told = airport ? 'Empty: from the airport’s code' : 'Empty: as the desk knows the place'
  return (
    <div>
      <ZoneField
        label={`${of}: zone`}
        hint={wrong ?? (known === '' || end.zone !== '' ? told : `${told}, now ${known.replaceAll('_', ' ')}`)}
        value={end.zone}
        onValue={(zone) => onPut({ zone })}
      />
      {end.zone !== '' && (
        <Button look="quiet" onClick={() => onPut({ zone: '' })}>
          Leave the zone to the desk
        </Button>
      )}
    </div>
  )
}

/** Which of the two hours is meant, on the night the clocks go back. */
function Twice({ of, end, known, wrong, onPut }: PartProps & { known: string }) {
  const seen = twiceIn({ ...end, zone: end.zone || known })
  const said = wrong?.match(/[+-]\d\d:\d\d/g) ?? []
  const offsets = seen.length > 0 ? seen : [...new Set(said)]
  if (offsets.length === 0 && end.offset === '') return null
  const options = [...new Set([...offsets, ...(end.offset === '' ? [] : [end.offset])])]
  return (
    <Choice
      label={`${of}: this hour happens twice that night. Which?`}
      value={end.offset}
      wrong={wrong}
      options={[
        { value: '', words: 'Not said yet' },
        ...options.map((offset, n) => ({ value: offset, words: `${n === 0 ? 'The first' : 'The second'}, ${offset}` })),
      ]}
      onValue={(offset) => onPut({ offset })}
    />
  )
}

/** A time by which something has to be done; in the zone of the beginning unless another is chosen. */
export const MomentFields = ({
  label,
  value,
  wrong,
  onPut,
}: {
  label: string
  value: MomentForm
  wrong: string | undefined
  onPut: (part: Partial<MomentForm>) => void
}) => (
  <div className={css.pair}>
    <DateField label={label} value={value.on} wrong={wrong} onValue={(on) => onPut({ on })} />
    <TimeField
      label="at"
      aria-label={`${label}: at`}
      hint={value.zone === '' ? 'On the clocks where it begins' : value.zone.replaceAll('_', ' ')}
      value={value.time}
      onValue={(time) => onPut({ time })}
    />
  </div>
)
