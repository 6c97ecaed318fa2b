import * as z from 'zod'
import { weights } from '../finding.ts'
import type { Rule } from '../rule.ts'
import { kindOf, kinds } from '../rules/kinds.ts'
import { dayMs, type Span } from '../time.ts'
import { firstDate, lastDate, momentOf, planned, spanOf, troubleOf, Unreadable, zoneNamed } from '../unreadable.ts'
import type { Zone } from '../zone.ts'
import type { Ask, Asked } from './ask.ts'
import { bare } from './calendar.ts'
import { mostWork } from './work.ts'

const rule = z.strictObject({
  kind: z.string(),
  weight: z.enum(weights),
  params: z.record(z.string(), z.unknown()).default({}),
  /** Instead of 100 or 10. */
  cost: z.int().min(0).max(1_000_000).optional(),
})

const person = z.strictObject({
  id: z.string().min(1).max(200),
  zone: z.string().optional(),
  required: z.boolean().default(true),
  busy: z.array(z.tuple([z.string(), z.string()])).default([]),
  rules: z.array(rule).max(200).default([]),
})

const shape = z.strictObject({
  window: z.strictObject({ from: z.string(), to: z.string() }),
  zone: z.string(),
  durationMinutes: z.int().min(1).max(44_640),
  granularityMinutes: z.int().min(1).max(1440).default(15),
  limit: z.int().min(0).nullable().default(10),
  people: z.array(person).max(10_000),
  rules: z.array(rule).max(200).default([]),
  spread: z
    .strictObject({ perDay: z.int().min(1) })
    .nullable()
    .default(null),
  /** What `notice` counts from. */
  at: z.string().nullable().default(null),
  /** What is known of the meeting, for rules that ask. */
  meeting: z
    .strictObject({
      kind: z.string().min(1).max(40).default(bare.kind),
      place: z.string().min(1).max(200).nullable().default(null),
      link: z.string().min(1).max(2000).nullable().default(null),
    })
    .default({ kind: bare.kind, place: null, link: null }),
})
type Given = z.infer<typeof shape>

/** An ask from what `equerry offers` is given. Throws `Unreadable` with the path of what cannot be read, or would take too long. */
export const askFrom = (problem: unknown): Ask => {
  const read = shape.safeParse(problem)
  if (!read.success) throw troubleOf(read.error)
  const given = read.data
  const zone = zoneNamed(given.zone, 'zone')
  const ask: Ask = {
    window: windowOf(given, zone),
    zone: zone.id,
    durationMinutes: given.durationMinutes,
    granularityMinutes: given.granularityMinutes,
    limit: given.limit,
    people: peopleOf(given, zone),
    rules: given.rules.map((rule, n) => ruleOf(rule, ['rules', n])),
    spread: given.spread,
    meeting: meetingOf(given),
    at: given.at === null ? null : momentOf(given.at, zone, 'at'),
  }
  const much = mostWork(ask)
  if (much) throw new Unreadable(much.words, much.path, 'too-much')
  return ask
}

const longestDays = 4000

const windowOf = ({ window }: Given, zone: Zone): Span => {
  const [start, end] = [momentOf(window.from, zone, 'window.from'), momentOf(window.to, zone, 'window.to')]
  if (end < start) throw new Unreadable('The window ends before it begins', 'window.to')
  if (start < planned.start) throw new Unreadable(`Times are offered from ${firstDate} on`, 'window.from')
  if (end > planned.end) throw new Unreadable(`Times are offered until ${lastDate}`, 'window.to')
  if (end - start > longestDays * dayMs)
    throw new Unreadable(`The window is longer than ${longestDays} days; ask for a part of it`, 'window', 'too-much')
  return { start, end }
}

const peopleOf = ({ people }: Given, home: Zone): Asked[] => {
  const ids = new Set<string>()
  return people.map(({ id, zone, required, busy, rules }, n) => {
    const path = `people[${n}]`
    if (ids.has(id)) throw new Unreadable(`Two people are called "${id.slice(0, 80)}"`, `${path}.id`)
    ids.add(id)
    return {
      id,
      zone: zone === undefined ? home.id : zoneNamed(zone, `${path}.zone`).id,
      required,
      busy: busy.map(([from, to], k) => spanOf(from, to, home, `${path}.busy[${k}]`)),
      rules: rules.map((rule, k) => ruleOf(rule, ['people', n, 'rules', k])),
    }
  })
}

const ruleOf = (given: Given['rules'][number], path: readonly PropertyKey[]): Rule => {
  const { kind: name, weight, params, cost } = given
  const kind = kindOf(name)
  if (!kind)
    throw new Unreadable(
      `No kind of rule is called "${name.slice(0, 80)}"; there are ${kinds.map(({ kind }) => kind).join(', ')}`,
      z.core.toDotPath([...path, 'kind']),
    )
  const read = kind.params.safeParse(params)
  if (!read.success) throw troubleOf(read.error, [...path, 'params'])
  const rest = { scope: {}, source: 'preference', story: '' } as const
  const id = z.core.toDotPath(path)
  return { id, version: 1, kind: name, params: read.data, weight, ...rest, ...(cost !== undefined && { cost }) }
}

/** Everybody asked is in the meeting: whose time is judged is one of them. */
const meetingOf = ({ meeting, people }: Given): Ask['meeting'] => ({
  title: 'This meeting',
  kind: meeting.kind,
  place: meeting.place === null ? null : { name: meeting.place, geo: null },
  link: meeting.link,
  people: people.map(({ id, required }) => ({ address: id, name: null, answer: 'accepted', required })),
  label: 'open',
})
