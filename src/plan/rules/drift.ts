import * as z from 'zod'
import { hull } from '../days.ts'
import { number, quoted, text } from '../found.ts'
import { cityOf, clockOf, lengthWords, minutesOf, type Timed } from '../local.ts'
import type { PlanItem } from '../plan.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import { asWall, dayMs } from '../time.ts'
import type { Found } from '../view.ts'
import { type Zone, zoneOf } from '../zone.ts'

const zone = z
  .string()
  .max(80)
  .refine((name) => zoneOf(name) !== null, { message: 'There is no such time zone' })
  .meta({ format: 'zone', title: 'Zone' })
const params = z.strictObject({ zone: zone.describe('Where it should keep its hour too') })

/** The hour of a day on a wall, in milliseconds. */
const hourOf = (wall: number): number => wall - Math.floor(wall / dayMs) * dayMs

const repeats = ({ item }: Timed): boolean => item.recurrenceId !== null

const seriesOf = ({ recurrenceId, uid }: PlanItem): readonly string[] => (recurrenceId === null ? [] : [uid])

const cityName = (name: string): string => (name.split('/').at(-1) ?? name).replaceAll('_', ' ')

/** A series that keeps its hour where it was written and changes it elsewhere, because clocks change on different days. Once for each series. */
export const drift: AnyKind = ruleKind<z.infer<typeof params>>({
  kind: 'drift',
  title: 'Drifts in another zone',
  says: 'A series keeps its hour in another zone too',
  params,
  sentence: (p) => `What repeats keeps its hour in ${cityName(p.zone)} too`,
  reach: () => ({ by: 'name', namesOf: seriesOf }),
  about: (_params, { asked }) => asked.filter(repeats).map(({ item }) => item),
  *judge(p, { asked }) {
    const there = zoneOf(p.zone)
    if (!there) return
    for (const timed of Map.groupBy(asked.filter(repeats), ({ item }) => item.uid).values()) {
      const found = timed.length > 1 ? drifting(there, timed) : null
      if (found) yield found
    }
  },
  words: (e) =>
    `${text(e, 'item')} is at ${text(e, 'usual')} in ${text(e, 'city')} ${number(e, 'times') === 1 ? 'but once' : `but ${number(e, 'times')} times`} at ${text(e, 'other')}: ${lengthWords(number(e, 'minutes'))} off`,
})

/** The commonest of some numbers; of equally common ones the first met. */
const commonest = (numbers: readonly number[]): number => {
  const counts = new Map<number, number>()
  for (const n of numbers) counts.set(n, (counts.get(n) ?? 0) + 1)
  let [best, most] = [0, 0]
  for (const [n, count] of counts) if (count > most) [best, most] = [n, count]
  return best
}

/** Only occurrences at the series' own usual hour are asked: one that somebody moved has not drifted. */
const drifting = (there: Zone, timed: readonly Timed[]): Found | null => {
  const own = ({ item, start }: Timed): number => hourOf(item.zone === null ? start : item.wallStart)
  const usualOwn = commonest(timed.map(own))
  const kept = timed.filter((t) => own(t) === usualOwn)
  const hours = kept.map((t) => hourOf(there.toWall(t.item.span.start)))
  const usual = commonest(hours)
  const off = kept.filter((_, i) => hours[i] !== usual)
  const [first] = off
  if (!first) return null
  const other = hourOf(there.toWall(first.item.span.start))
  const minutes = minutesOf(Math.abs(other - usual))
  const values = () => ({
    item: quoted(first.item),
    usual: clockOf(asWall(usual)),
    other: clockOf(asWall(other)),
    city: cityOf(there),
    times: off.length,
    minutes: Math.min(minutes, 1440 - minutes),
  })
  const items = off.map((t) => t.item)
  return { span: hull(off), items, about: first.item.uid, lasting: true, code: 'drifts', values, badness: off.length }
}
