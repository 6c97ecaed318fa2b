import { useQuery } from '@tanstack/react-query'
import type { PartView } from '../../desk/travel/confirmations/model.ts'
import { ask } from '../client.ts'
import { Choice } from '../fields/Field.tsx'
import { Tag, type Tone } from '../parts/Tag.tsx'
import css from './Confirmations.module.css'
import { DoubtLine, MissingLine, ValueLine } from './Lines.tsx'
import { correct, type Filled, type Into, type Shown } from './taking.ts'

type Props = {
  part: PartView
  shown: Shown
  filled: Filled
  onFilled: (filled: Filled) => void
  onPoint: (place: { at: number; length: number } | null) => void
  isOpen: boolean
}

const deeds: Record<PartView['action'], { readonly words: string; readonly tone: Tone }> = {
  booked: { words: 'booked', tone: 'blue' },
  requested: { words: 'asked for, not booked yet', tone: 'amber' },
  changed: { words: 'changed', tone: 'amber' },
  cancelled: { words: 'cancelled', tone: 'red' },
}

/** One part of a confirmation: into which segment it goes, and every value, before and after. */
export function PartForm({ part, shown, filled, onFilled, onPoint, isOpen }: Props) {
  const taken = shown.confirmation.taken.find(({ index }) => index === part.index)
  const said = filled.said[part.index] ?? {}
  const deed = deeds[part.action]
  const set = (field: PartView['fields'][number]['field'], value: string | null, read: string | null) =>
    onFilled(correct(filled, part.index, field, value, read))
  const isOff = part.action === 'cancelled'
  const same = part.fields.filter(({ changed }) => isOff || !changed)
  const line = (one: PartView['fields'][number]) => (
    <ValueLine
      key={one.field}
      one={one}
      said={said[one.field]}
      isOpen={isOpen}
      onPoint={onPoint}
      onValue={(value) => set(one.field, value, one.after)}
    />
  )
  return (
    <section className={css.part} aria-label={part.says}>
      <h2>
        {part.says} <Tag tone={deed.tone}>{deed.words}</Tag>
        {!taken && part.news === 'changes' && part.action === 'booked' && (
          <Tag tone="amber">changes what the desk has</Tag>
        )}
        {part.news === 'nothing new' && <Tag tone="green">nothing new</Tag>}
        {part.news === 'older' && <Tag tone="amber">older than what the desk has</Tag>}
      </h2>
      {part.note && <p className={css.note}>{part.note}</p>}
      {isOpen && !taken && <IntoField part={part} filled={filled} onFilled={onFilled} />}
      {taken && <p className={css.note}>Taken: {taken.words}</p>}
      {isOff && !taken && <Off part={part} into={filled.into[part.index]} />}
      {!isOff && <Held part={part} />}
      <dl className={css.values}>
        {part.doubts.map((one) => (
          <DoubtLine
            key={one.field}
            one={one}
            said={said[one.field]}
            isOpen={isOpen}
            onPoint={onPoint}
            onValue={(value) => set(one.field, value, null)}
          />
        ))}
        {part.fields.filter(({ changed }) => !isOff && changed).map(line)}
        {!isOff &&
          part.missing.map((one) => (
            <MissingLine
              key={one.field}
              one={one}
              said={said[one.field]}
              isOpen={isOpen}
              onValue={(value) => set(one.field, value, null)}
            />
          ))}
      </dl>
      {same.length > 0 && (
        <details className={css.same}>
          <summary>
            {isOff ? 'What it says of it' : 'As the desk has it'}:{' '}
            {same.map(({ name }) => name.toLowerCase()).join(', ')}
          </summary>
          <dl className={css.values}>{same.map(line)}</dl>
        </details>
      )}
    </section>
  )
}

/** What taking a cancellation does, before somebody does. */
const Off = ({ part: { match }, into }: { part: PartView; into: Into | undefined }) => {
  const off = match.candidates.find(({ segmentId }) => into === `segment ${segmentId}`)
  return off ? (
    <p className={css.remark}>Taking it cancels {off.title} here and takes it off the calendar. Nobody else is told.</p>
  ) : (
    <p className={css.remark}>It cancels something; say which part of a trip that is, or put it aside.</p>
  )
}

/** What was asked, line by line: kept or not. */
const Held = ({ part: { asked } }: { part: PartView }) =>
  asked.length === 0 ? null : (
    <ul className={css.held} aria-label="Held against what was asked">
      {asked.map(({ words, kept }) => (
        <li key={words} className={kept ? css.kept : css.broken}>
          <span aria-hidden="true">{kept ? '✓' : '✗'}</span>{' '}
          <span className="unseen">{kept ? 'kept:' : 'not kept:'}</span> {words}
        </li>
      ))}
    </ul>
  )

function IntoField({ part, filled, onFilled }: Pick<Props, 'part' | 'filled' | 'onFilled'>) {
  const trips = useQuery({ ...ask.trip.list.queryOptions({ input: {} }), retry: false })
  const named = new Map((trips.data?.trips ?? []).map(({ id, title }) => [id, title]))
  const options: { value: Into; words: string }[] = [
    ...part.match.candidates.map(({ segmentId, tripId, title }) => ({
      value: `segment ${segmentId}` as const,
      words: `${title}${named.has(tripId) ? ` (${named.get(tripId)})` : ''}`,
    })),
    ...(part.action === 'cancelled'
      ? []
      : [
          ...[...named].map(([id, title]) => ({ value: `trip ${id}` as const, words: `New in “${title}”` })),
          { value: 'new trip' as const, words: 'New, in a trip that is made with it' },
        ]),
    { value: 'nowhere', words: 'Not taken' },
  ]
  const value = filled.into[part.index] ?? 'nowhere'
  const known = options.some((one) => one.value === value) ? options : [...options, { value, words: 'New in its trip' }]
  return (
    <Choice
      label="Goes into"
      hint={part.match.why}
      value={value}
      onValue={(to) => onFilled({ ...filled, into: filled.into.map((one, n) => (n === part.index ? to : one)) })}
      options={known}
    />
  )
}
