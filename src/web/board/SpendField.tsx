import type { Money } from '../../desk/authority/board/model.ts'
import { AmountField, unitOf } from './AmountField.tsx'
import { OneOf } from './OneOf.tsx'

/** Up to how much, in one currency; whole units, which is how people set limits. */
export function SpendField({ value, onValue }: { value: Money | null; onValue: (value: Money | null) => void }) {
  const currency = value?.currency ?? 'GBP'
  return (
    <>
      <OneOf
        label="Spends"
        value={value === null ? 'nothing' : 'some'}
        options={[
          { value: 'nothing', words: 'nothing', means: 'Whatever costs money waits for somebody’s yes.' },
          { value: 'some', words: 'up to an amount', means: 'Above it, and in another currency, they ask.' },
        ]}
        onValue={(chosen) => onValue(chosen === 'nothing' ? null : { amount: 100 * unitOf(currency), currency })}
      />
      {value !== null && <AmountField label="Up to" value={value} onValue={onValue} />}
    </>
  )
}
