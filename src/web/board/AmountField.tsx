import type { Money } from '../../desk/authority/board/model.ts'
import fieldCss from '../fields/Field.module.css'
import { Choice, Field } from '../fields/Field.tsx'
import css from './Board.module.css'

const currencies = ['GBP', 'EUR', 'USD', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'JPY', 'INR', 'AUD', 'CAD', 'SGD', 'HKD']

const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
export const unitOf = (currency: string): number => 10 ** digitsOf(currency)

/** An amount in one currency, in whole units, which is how people set limits. */
export function AmountField({
  label,
  value,
  onValue,
}: {
  label: string
  value: Money
  onValue: (value: Money) => void
}) {
  const { currency } = value
  const unit = unitOf(currency)
  const amount = Math.floor(value.amount / unit)
  return (
    <div className={css.spend}>
      <Field label={label}>
        {(ids) => (
          <input
            {...ids}
            type="number"
            inputMode="numeric"
            min={0}
            max={1_000_000}
            step={1}
            className={fieldCss.control}
            value={amount}
            onChange={(e) =>
              Number.isFinite(e.target.valueAsNumber) &&
              onValue({ amount: Math.max(0, Math.trunc(e.target.valueAsNumber)) * unit, currency })
            }
          />
        )}
      </Field>
      <Choice
        label="Currency"
        value={currency}
        options={[...new Set([currency, ...currencies])].map((one) => ({ value: one, words: one }))}
        onValue={(next) => onValue({ amount: amount * unitOf(next), currency: next })}
      />
    </div>
  )
}
