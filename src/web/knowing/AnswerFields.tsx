import { useState } from 'react'
import type { Money } from '../../desk/authority/board/model.ts'
import type { Field } from '../../desk/partnership/knowing/model.ts'
import { weekdays } from '../../plan/time.ts'
import { AmountField } from '../board/AmountField.tsx'
import { OneOf, Several } from '../board/OneOf.tsx'
import { kinds } from '../event/EventEditor.tsx'
import { useKnownPeople } from '../event/known.ts'
import { CountField } from '../fields/CountField.tsx'
import { Choice, DateField, MinutesField, TextField, TimeField } from '../fields/Field.tsx'
import { PersonField } from '../fields/PersonField.tsx'
import { WeekdayField } from '../fields/WeekdayField.tsx'
import { DatesField } from '../rules/DatesField.tsx'
import css from './Knowing.module.css'

type Values = Record<string, unknown>
type Props = { fields: readonly Field[]; values: Values; onValues: (values: Values) => void }

/** The parts of an answer, each with the control that fits it; what narrows it is there where it is wanted. */
export function AnswerFields({ fields, values, onValues }: Props) {
  const [first, aside] = [fields.filter((one) => !one.aside), fields.filter((one) => one.aside)]
  const [isNarrowed] = useState(aside.some(({ name }) => values[name] !== undefined))
  return (
    <>
      <Parts fields={first} values={values} onValues={onValues} />
      {aside.length > 0 && (
        <details className={css.narrow} open={isNarrowed}>
          <summary>Only for some meetings, or for some time</summary>
          <div className={css.fields}>
            <Parts fields={aside} values={values} onValues={onValues} />
          </div>
        </details>
      )}
    </>
  )
}

const Parts = ({ fields, values, onValues }: Props) =>
  fields.map((field) => {
    const put = (value: unknown) => {
      const { [field.name]: _, ...rest } = values
      const none = value === null || value === '' || (!field.must && Array.isArray(value) && value.length === 0)
      onValues(none ? rest : { ...rest, [field.name]: value })
    }
    return <One key={field.name} field={field} value={values[field.name]} onValue={put} />
  })

function One({ field, value, onValue }: { field: Field; value: unknown; onValue: (value: unknown) => void }) {
  const label = field.must ? field.label : `${field.label} (if any)`
  const text = typeof value === 'string' ? value : ''
  const number = typeof value === 'number' ? value : null
  const list = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
  switch (field.control) {
    case 'time':
      return <TimeField label={label} value={text} onValue={onValue} />
    case 'minutes':
      return <MinutesField label={label} value={number} min={field.least} max={field.most} onValue={onValue} />
    case 'count':
      return (
        <CountField
          label={label}
          unit={field.unit}
          value={number ?? field.least}
          min={field.least}
          max={field.most}
          onValue={onValue}
        />
      )
    case 'days':
      return <WeekdayField label={label} value={weekdays.filter((day) => list.includes(day))} onValue={onValue} />
    case 'choice':
      return field.name === 'firm' ? (
        <Choice label={label} value={text} options={field.options} onValue={onValue} />
      ) : (
        <OneOf label={label} value={text} options={field.options} onValue={onValue} />
      )
    case 'assistant':
      return <Assistant field={field} value={text} onValue={onValue} />
    case 'people':
      return <People label={label} value={list} onValue={onValue} />
    case 'kinds':
      return (
        <Several label={label} value={list} options={kinds.filter((kind) => kind.value !== '')} onValue={onValue} />
      )
    case 'dates':
      return <DatesField label={label} value={list} onValue={onValue} />
    case 'date':
      return <DateField label={label} value={text} onValue={onValue} />
    case 'money':
      return <AmountField label={label} value={moneyOf(value)} onValue={onValue} />
    default:
      return <TextField label={label} value={text} maxLength={300} onValue={onValue} />
  }
}

const moneyOf = (value: unknown): Money =>
  typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value
    ? { amount: Number(value.amount), currency: String(value.currency) }
    : { amount: 0, currency: 'GBP' }

/** Whose board it is; where one person assists there is nothing to choose. */
function Assistant({ field, value, onValue }: { field: Field; value: string; onValue: (value: string) => void }) {
  if (field.options.length === 0) return <p>Nobody assists at this desk yet: invite them on the board first.</p>
  if (field.options.length === 1 && value === field.options[0]?.value) return null
  const options = value === '' ? [{ value: '', words: 'Choose…' }, ...field.options] : field.options
  return <Choice label={field.label} value={value} options={options} onValue={onValue} />
}

function People({
  label,
  value,
  onValue,
}: {
  label: string
  value: readonly string[]
  onValue: (value: readonly string[]) => void
}) {
  const known = useKnownPeople()
  const chosen = value.map((address) => known.find((one) => one.address === address) ?? { address, name: null })
  return (
    <PersonField
      label={label}
      value={chosen}
      known={known}
      onValue={(people) => onValue(people.map(({ address }) => address))}
    />
  )
}
