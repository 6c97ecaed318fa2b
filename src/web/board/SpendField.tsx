import type { Money } from '../../desk/authority/board/model.ts'
import fieldCss from '../fields/Field.module.css'
import { Choice, Field } from '../fields/Field.tsx'
import css from './Board.module.css'
import { OneOf } from './OneOf.tsx'

const currencies = ['GBP', 'EUR', 'USD', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'JPY', 'INR', 'AUD', 'CAD', 'SGD', 'HKD']

const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

/** Up to how much, in one currency; whole units, which is how people set limits. */
export function SpendField({ value, onValue }: { value: Money | null; onValue: (value: Money | null) => void }) {
  const currency = value?.currency ?? 'GBP'
  const unit = 10 ** digitsOf(currency)
  const amount = Math.floor((value?.amount ?? 0) / unit)
  return (
    <>
      <OneOf
        label="Spends"
        value={value === null ? 'nothing' : 'some'}
        options={[
          { value: 'nothing', words: 'nothing', means: 'Whatever costs money waits for somebody’s yes.' },
          { value: 'some', words: 'up to an amount', means: 'Above it, and in another currency, they ask.' },
        ]}
        onValue={(chosen) => onValue(chosen === 'nothing' ? null : { amount: 100 * unit, currency })}
      />
      {value !== null && (
        <div className={css.spend}>
          <Field label="Up to">
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
            onValue={(next) => onValue({ amount: amount * 10 ** digitsOf(next), currency: next })}
          />
        </div>
      )}
    </>
  )
}
