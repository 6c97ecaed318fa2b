import * as z from 'zod'
import { hull } from '../days.ts'
import type { Finding } from '../finding.ts'
import { findingOf, mostFindings, number, quoted, speaksOf, text } from '../found.ts'
import { cityOf, clockOf, lengthWords, localOf, minutesOf, type Timed } from '../local.ts'
import { type AnyKind, type Rule, ruleKind } from '../rule.ts'
import { asWall, dayMs } from '../time.ts'
import { type Zone, zoneOf } from '../zone.ts'

const zone = z
  .string()
  .max(80)
  .refine((name) => zoneOf(name) !== null, { message: 'There is no such time zone' })
  .meta({ format: 'zone', title: 'Zone' })
const params = z.strictObject({ zone: zone.describe('Where it should keep its hour too') })

/** The hour of a day on a wall, in milliseconds. */
const hourOf = (wall: number): number => wall - Math.floor(wall / dayMs) * dayMs

/** A series that keeps its hour where it was written and changes it elsewhere, because clocks change on different days. */
export const drift: AnyKind = ruleKind<z.infer<typeof params>>({
  kind: 'drift',
  title: 'Drifts in another zone',
  says: 'A series keeps its hour in another zone too',
  params,
  sentence: (p) => `What repeats keeps its hour in ${cityName(p.zone)} too`,
  judge(p, plan, rule) {
    const there = zoneOf(p.zone)
    if (!there) return []
    const speaks = speaksOf(rule.scope, plan)
    const series = Map.groupBy(
      localOf(plan).busy.filter(({ item }) => item.recurrenceId !== null && speaks(item)),
      ({ item }) => item.uid,
    )
    return [...series.values()].flatMap((timed) => drifting(rule, there, timed) ?? []).slice(0, mostFindings)
  },
  gathers: (item) => (item.recurrenceId === null ? [] : [item.uid]),
  words: (e) =>
    `${text(e, 'item')} is at ${text(e, 'usual')} in ${text(e, 'city')} ${number(e, 'times') === 1 ? 'but once' : `but ${number(e, 'times')} times`} at ${text(e, 'other')}: ${lengthWords(number(e, 'minutes'))} off`,
})

const cityName = (name: string): string => (name.split('/').at(-1) ?? name).replaceAll('_', ' ')

/** The commonest of some numbers; of equally common ones the first met. */
const commonest = (numbers: readonly number[]): number => {
  const counts = new Map<number, number>()
  for (const n of numbers) counts.set(n, (counts.get(n) ?? 0) + 1)
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0]
}

/** Only occurrences at the series' own usual hour are asked: one that somebody moved has not drifted. */
const drifting = (rule: Rule, there: Zone, timed: readonly Timed[]): Finding | null => {
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
  return findingOf(drift, rule, {
    span: hull(off),
    items: off.map((t) => t.item),
    about: first.item.uid,
    code: 'drifts',
    values,
    badness: off.length,
  })
}
