import { type Weekday, weekdays } from '../../plan/time.ts'
import { kinds } from '../event/EventEditor.tsx'
import { CountField } from '../fields/CountField.tsx'
import { Choice, DateField, MinutesField, Switch, TextField, TimeField } from '../fields/Field.tsx'
import { WeekdayField } from '../fields/WeekdayField.tsx'
import { ZoneField } from '../fields/ZoneField.tsx'
import { DatesField } from './DatesField.tsx'
import { type Hours, HoursField } from './HoursField.tsx'
import type { Param } from './params.ts'

type Props = {
  params: readonly Param[]
  values: Record<string, unknown>
  onValues: (values: Record<string, unknown>) => void
}

/** The parameters of a rule, each with the control its shape asks for. */
export const ParamFields = ({ params, values, onValues }: Props) =>
  params.map((param) => {
    const put = (value: unknown) => {
      const { [param.name]: _, ...rest } = values
      onValues(value === null || value === '' ? rest : { ...rest, [param.name]: value })
    }
    return <One key={param.name} param={param} value={values[param.name]} onValue={put} />
  })

function One({ param, value, onValue }: { param: Param; value: unknown; onValue: (value: unknown) => void }) {
  const label = param.required ? param.label : `${param.label} (if any)`
  const text = typeof value === 'string' ? value : ''
  const number = typeof value === 'number' ? value : null
  const list = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
  switch (param.control) {
    case 'minutes':
      return <MinutesField label={label} value={number} onValue={onValue} />
    case 'count':
      return <CountField label={label} unit={param.name} value={number ?? 0} min={0} onValue={onValue} />
    case 'weekdays':
      return (
        <WeekdayField
          label={label}
          value={weekdays.filter((day) => list.includes(day))}
          onValue={(days: readonly Weekday[]) => onValue(days)}
        />
      )
    case 'time':
      return <TimeField label={label} value={text} onValue={onValue} />
    case 'date':
      return <DateField label={label} value={text} onValue={onValue} />
    case 'zone':
      return <ZoneField label={label} value={text || 'UTC'} onValue={onValue} />
    case 'dates':
      return <DatesField label={label} value={list} onValue={onValue} />
    case 'hours':
      return <HoursField label={label} value={(value ?? {}) as Hours} onValue={onValue} />
    case 'kind':
      return (
        <Choice
          label={label}
          value={text}
          options={kinds.map((kind) => (kind.value === '' ? { value: '', words: 'Any kind' } : kind))}
          onValue={onValue}
        />
      )
    case 'choice':
      return (
        <Choice
          label={label}
          value={text}
          options={[...(param.required ? [] : [{ value: '', words: 'Any' }]), ...param.options.map(chosen)]}
          onValue={onValue}
        />
      )
    case 'switch':
      return <Switch label={param.label} value={value === true} onValue={(on) => onValue(on || null)} />
    default:
      return <TextField label={label} value={text} onValue={onValue} />
  }
}

const chosen = (value: string) => ({ value, words: `${value.charAt(0).toUpperCase()}${value.slice(1)}` })
