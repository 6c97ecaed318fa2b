import type { ReactNode } from 'react'
import type { PartView } from '../../desk/travel/confirmations/model.ts'
import { localWords } from '../../desk/travel/confirmations/words.ts'
import type { Field } from '../../desk/travel/reading/model.ts'
import { ZoneField } from '../fields/ZoneField.tsx'
import css from './Confirmations.module.css'

type Point = (place: { at: number; length: number } | null) => void
type Value = PartView['fields'][number]
type Origin = Value['origin']

const timed: ReadonlySet<Field> = new Set(['starts', 'ends', 'checkInBy', 'cancelBy'])

/** A value as a person reads it; its origin tells the exact words. */
const shown = (field: Field, value: string): string => (timed.has(field) ? localWords(value) : value)

const originWords = (origin: Origin): string =>
  origin.by === 'table'
    ? `from ${origin.value}, by ${origin.table}`
    : origin.by === 'data'
      ? `in its data, ${origin.path}: “${origin.words.slice(0, 120)}”`
      : `“${origin.words.slice(0, 120)}”`

const placeOf = (origin: Origin) => (origin.by === 'words' ? { at: origin.at, length: origin.words.length } : null)

/** Whoever points at a value, by mouse or by keys, sees its words in the source. */
const pointing = (origin: Origin, onPoint: Point) => ({
  onMouseEnter: () => onPoint(placeOf(origin)),
  onFocus: () => onPoint(placeOf(origin)),
})

function Input({
  field,
  value,
  label,
  onValue,
}: {
  field: Field
  value: string
  label: string
  onValue: (value: string | null) => void
}) {
  if (field === 'fromZone' || field === 'toZone')
    return (
      <div className={css.zoned}>
        <ZoneField label={label} value={value} onValue={(zone) => onValue(zone)} />
      </div>
    )
  const type = timed.has(field) ? (value === '' || value.includes('T') ? 'datetime-local' : 'date') : 'text'
  return (
    <input
      aria-label={label}
      type={type}
      className={css.input}
      value={type === 'datetime-local' ? value.slice(0, 16) : value}
      onChange={(e) => onValue(e.target.value === '' ? null : e.target.value)}
    />
  )
}

/** One value that was read, beside what the desk has; it can be corrected or left out. */
export function ValueLine({
  one,
  said,
  isOpen,
  onPoint,
  onValue,
}: {
  one: Value
  said: string | null | undefined
  isOpen: boolean
  onPoint: Point
  onValue: (value: string | null) => void
}) {
  const now = said === undefined ? one.after : (said ?? '')
  return (
    <div className={one.changed ? css.changed : undefined} {...pointing(one.origin, onPoint)}>
      <dt>{one.name}</dt>
      <dd>
        {isOpen && one.before !== null && one.changed && (
          <>
            <s>
              <span className="unseen">was </span>
              {shown(one.field, one.before)}
            </s>{' '}
            <span aria-hidden="true">→</span>{' '}
          </>
        )}
        {isOpen ? (
          <Input field={one.field} value={now} label={one.name} onValue={onValue} />
        ) : (
          <b>{shown(one.field, one.after)}</b>
        )}
        {!isOpen && one.before !== null && one.changed && (
          <small className={css.origin}>The desk has {shown(one.field, one.before)}</small>
        )}
        <Words>
          {said === undefined ? originWords(one.origin) : said === null ? 'left out by you' : 'corrected by you'}
        </Words>
      </dd>
    </div>
  )
}

const Words = ({ children }: { children: ReactNode }) => <small className={css.origin}>{children}</small>

const localTime = /\b\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?/g

/** Values that contradict each other: none is chosen until a person does. */
export function DoubtLine({
  one,
  said,
  isOpen,
  onPoint,
  onValue,
}: {
  one: PartView['doubts'][number]
  said: string | null | undefined
  isOpen: boolean
  onPoint: Point
  onValue: (value: string | null) => void
}) {
  return (
    <div className={css.doubt}>
      <dt>{one.name}</dt>
      <dd>
        <p>{one.why.replaceAll(localTime, localWords)}</p>
        {isOpen ? (
          <fieldset>
            <legend className="unseen">{one.name}</legend>
            {one.values.map(({ value, origin }, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same value may stand in two places
              <label key={n} {...pointing(origin, onPoint)}>
                <input type="radio" checked={said === value} onChange={() => onValue(value)} />{' '}
                {shown(one.field, value)} <Words>{originWords(origin)}</Words>
              </label>
            ))}
            <label>
              <input type="radio" checked={said === undefined || said === null} onChange={() => onValue(null)} />{' '}
              Neither: leave it open
            </label>
          </fieldset>
        ) : (
          <p>{one.values.map(({ value }) => shown(one.field, value)).join(' or ')}</p>
        )}
      </dd>
    </div>
  )
}

/** What it does not say: an empty field of a form that is half filled. */
export const MissingLine = ({
  one,
  said,
  isOpen,
  onValue,
}: {
  one: PartView['missing'][number]
  said: string | null | undefined
  isOpen: boolean
  onValue: (value: string | null) => void
}) => (
  <div className={css.missing}>
    <dt>{one.name}</dt>
    <dd>
      {isOpen && <Input field={one.field} value={said ?? ''} label={one.name} onValue={onValue} />}
      <Words>{said ? 'filled in by you' : 'not found in it: fill it in, or leave it open'}</Words>
    </dd>
  </div>
)
