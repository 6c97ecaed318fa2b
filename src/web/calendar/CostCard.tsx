import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { ask } from '../client.ts'
import { shortDayWords } from '../dates.ts'
import { TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { useVerbs } from '../shell/verbs.ts'
import css from './CostCard.module.css'
import type { Cost, Slot } from './judging.ts'
import type { Placing, usePlacing } from './usePlacing.ts'

type Props = { placing: Placing; cost: Cost | null; zone: string; move: ReturnType<typeof usePlacing> }

/** What a time would cost, before anything is saved: the rules it breaks, the cheapest other time, and “book anyway” with a reason. */
export function CostCard({ placing, cost, zone, move }: Props) {
  const card = useRef<HTMLDivElement>(null)
  const [why, setWhy] = useState<string | null>(null)
  const { event, slot, by } = placing
  const instead = cost && cost.worse.length > 0 ? move.instead : null
  const isFree = cost !== null && cost.worse.length === 0
  const place = () => (isFree || cost === null ? move.book('') : instead ? move.use(instead) : setWhy(''))
  useVerbs([
    ...(why === null ? [{ id: 'place', words: 'Put it here', keys: ['Enter'], run: place }] : []),
    { id: 'put-back', words: 'Leave it where it was', keys: ['Escape'], everywhere: true, run: move.stop },
  ])
  useEffect(() => {
    if (by === 'drag') card.current?.focus()
  }, [by])
  useLayoutEffect(() => standBeside(card.current))
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault()
    if (why?.trim()) move.book(why.trim())
  }
  return (
    <section className={css.card} ref={card} tabIndex={-1} aria-label="What this would cost" aria-live="polite">
      <h2>{isFree ? 'This costs nothing' : 'What this would cost'}</h2>
      <p className={css.when}>
        {event.title}, {slotWords(slot, zone)}
      </p>
      {cost && <Broken cost={cost} />}
      {instead && (
        <p className={css.instead}>
          {slotWords(instead, zone)} {costWords(instead.cost)}.
        </p>
      )}
      {why === null ? (
        <p className={css.actions}>
          {isFree || cost === null ? (
            <Button look="main" hint="Enter" busy={move.busy} onClick={() => move.book('')}>
              Put it here
            </Button>
          ) : (
            <>
              {instead && (
                <Button look="main" hint="Enter" busy={move.busy} onClick={() => move.use(instead)}>
                  Use {shortSlot(instead, zone)}
                </Button>
              )}
              <Button onClick={() => setWhy('')}>Book anyway…</Button>
            </>
          )}
          <Button look="quiet" hint="Escape" onClick={move.stop}>
            Put it back
          </Button>
        </p>
      ) : (
        <form onSubmit={submit} className={css.why}>
          <TextField label="Why anyway" value={why} maxLength={500} autoFocus onValue={setWhy} />
          <Button look="main" type="submit" busy={move.busy} disabled={why.trim() === ''}>
            Book anyway
          </Button>
        </form>
      )}
    </section>
  )
}

/** Beside the thing that is being placed, on the side with more room; at the corner where it is not on screen. */
function standBeside(card: HTMLElement | null): void {
  const thing = document.querySelector('[data-placing]')?.getBoundingClientRect()
  if (!card || !thing) return
  const { width, height } = card.getBoundingClientRect()
  const isLeft = thing.left > innerWidth - thing.right
  const left = isLeft ? thing.left - width - 10 : thing.right + 10
  const top = Math.min(Math.max(thing.top - 20, 12), innerHeight - height - 12)
  card.style.setProperty('left', `${Math.max(12, Math.min(left, innerWidth - width - 12))}px`)
  card.style.setProperty('top', `${Math.max(12, top)}px`)
}

/** While it is still in the air: the cost in a line, beside the pointer. */
export function CostLine({ cost }: { cost: Cost | null }) {
  const line = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    const follow = ({ clientX, clientY }: PointerEvent) => {
      const { width = 0, height = 0 } = line.current?.getBoundingClientRect() ?? {}
      const left = clientX + 28 + width > innerWidth ? clientX - width - 28 : clientX + 28
      line.current?.style.setProperty('left', `${Math.max(8, left)}px`)
      line.current?.style.setProperty('top', `${Math.max(8, Math.min(clientY + 18, innerHeight - height - 8))}px`)
    }
    window.addEventListener('pointermove', follow)
    return () => window.removeEventListener('pointermove', follow)
  }, [])
  return (
    <p className={css.line} role="status" ref={line} hidden={cost === null}>
      {cost && (cost.worse.length === 0 ? 'Costs nothing here' : cost.worse.map(({ words }) => words).join(' · '))}
    </p>
  )
}

const sources = {
  physics: 'it cannot be',
  boundary: 'a boundary',
  preference: 'a preference',
  mistake: 'from a mistake',
}

function Broken({ cost }: { cost: Cost }) {
  const counts = useQuery({ ...ask.rule.list.queryOptions({ input: {} }), staleTime: 60_000 }).data?.rules
  return (
    <ul className={css.broken}>
      {cost.worse.map(({ rule, weight, words }) => {
        const known = counts?.find(({ id }) => id === rule?.id)?.counts
        return (
          <li key={words} className={css[weight]}>
            {rule && (
              <>
                Breaks <b>{rule.words}</b>: {sources[rule.source]}
                {known && known.applied > 0 && `, kept ${known.kept} of ${known.applied} times`}.{' '}
              </>
            )}
            <span className={css.words}>{words}</span>
          </li>
        )
      })}
      {cost.better.map((words) => (
        <li key={words} className={css.better}>
          Puts right: {words}
        </li>
      ))}
    </ul>
  )
}

const costWords = ({ worse }: Cost): string =>
  worse.length === 0 ? 'costs nothing' : `costs less: ${worse.map(({ words }) => words).join('; ')}`

const zonedAt = (at: number, zone: string) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
const clockAt = (at: number, zone: string) => zonedAt(at, zone).toPlainTime().toString({ smallestUnit: 'minute' })
const slotWords = ({ start, end }: Slot, zone: string): string =>
  `${shortDayWords(zonedAt(start, zone).toPlainDate())}, ${clockAt(start, zone)}–${clockAt(end, zone)}`
const shortSlot = ({ start }: Slot, zone: string): string =>
  `${zonedAt(start, zone).toLocaleString('en-GB', { weekday: 'long' })} ${clockAt(start, zone)}`
