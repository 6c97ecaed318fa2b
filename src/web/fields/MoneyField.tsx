import { useState } from 'react'
import { unitOf } from '../board/AmountField.tsx'
import css from './Field.module.css'
import { Field } from './Field.tsx'

type Money = { readonly amount: number; readonly currency: string }

const currencies = ['GBP', 'EUR', 'USD', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'JPY', 'INR', 'AUD', 'CAD', 'SGD', 'HKD']

/** An amount and its currency; left empty there is none. Whole minor units are kept, and nothing is converted. */
export function MoneyField({
  label,
  hint,
  wrong,
  value,
  currency: usual = 'GBP',
  onValue,
}: {
  label: string
  hint?: string
  wrong?: string | undefined
  value: Money | null
  /** In which it is counted while there is no amount. */
  currency?: string
  onValue: (value: Money | null) => void
}) {
  const [currency, setCurrency] = useState(value?.currency ?? usual)
  const unit = unitOf(currency)
  const put = (amount: number, of: string) =>
    onValue(Number.isFinite(amount) ? { amount: Math.max(0, Math.round(amount * unitOf(of))), currency: of } : null)
  const choose = (next: string) => {
    setCurrency(next)
    if (value) put(value.amount / unit, next)
  }
  return (
    <Field label={label} hint={hint} wrong={wrong}>
      {(ids) => (
        <span className={css.money}>
          <input
            {...ids}
            type="number"
            inputMode="decimal"
            min={0}
            step={1 / unit}
            className={css.control}
            value={value === null ? '' : value.amount / unit}
            onChange={(e) => put(e.target.value === '' ? Number.NaN : e.target.valueAsNumber, currency)}
          />
          <select
            aria-label={`Currency of ${label.toLowerCase()}`}
            className={css.control}
            value={currency}
            onChange={(e) => choose(e.target.value)}
          >
            {[...new Set([currency, ...currencies])].map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </span>
      )}
    </Field>
  )
}
