import * as z from 'zod'
import { weights } from '../finding.ts'
import type { Rule } from '../rule.ts'
import { kindOf, kinds } from '../rules/kinds.ts'
import { dayMs, type Instant, type Span } from '../time.ts'
import { type Zone, zoneOf } from '../zone.ts'
import type { Ask, Asked } from './ask.ts'
import { bare } from './calendar.ts'
import { momentFromText } from './moment.ts'
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

/** Thrown while a problem is read, and caught where it began. */
export class Unreadable extends Error {
  readonly why: 'bad-input' | 'too-much'
  readonly path: string

  constructor(words: string, path: string, why: Unreadable['why'] = 'bad-input') {
    super(words)
    this.why = why
    this.path = path
  }
}

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

const troubleOf = (error: z.ZodError, under: readonly PropertyKey[] = []): Unreadable => {
  const issue = error.issues[0]
  if (!issue) return new Unreadable('The problem cannot be read', z.core.toDotPath(under))
  const path = [...under, ...issue.path]
  if (issue.code !== 'unrecognized_keys') return new Unreadable(issue.message, z.core.toDotPath(path))
  const name = z.core.toDotPath([...path, issue.keys[0] ?? ''])
  return new Unreadable(`Nothing is called "${name.slice(0, 100)}" here`, name)
}

const zoneNamed = (name: string, path: string): Zone => {
  const zone = zoneOf(name)
  if (!zone) throw new Unreadable(`"${name.slice(0, 80)}" is no zone that IANA knows`, path)
  return zone
}

const momentOf = (text: string, zone: Zone, path: string): Instant => {
  const at = momentFromText(text, zone)
  if (at === null)
    throw new Unreadable(
      `"${text.slice(0, 40)}" is no time like 2026-03-02T09:00:00+01:00, or 2026-03-02T09:00:00 in ${zone.id}`,
      path,
    )
  return at
}

/** Before, some zones differ from UTC by seconds, which no offset can say; after, nobody plans. */
const [firstYear, lastYear] = ['1972-01-08', '2200-01-01']
const longestDays = 4000

const windowOf = ({ window }: Given, zone: Zone): Span => {
  const [start, end] = [momentOf(window.from, zone, 'window.from'), momentOf(window.to, zone, 'window.to')]
  if (end < start) throw new Unreadable('The window ends before it begins', 'window.to')
  if (start < dateOf(firstYear)) throw new Unreadable(`Times are offered from ${firstYear} on`, 'window.from')
  if (end > dateOf(lastYear)) throw new Unreadable(`Times are offered until ${lastYear}`, 'window.to')
  if (end - start > longestDays * dayMs)
    throw new Unreadable(`The window is longer than ${longestDays} days; ask for a part of it`, 'window', 'too-much')
  return { start, end }
}

const dateOf = (date: string): number => momentFromText(`${date}T00:00:00Z`, zoneNamed('UTC', '')) ?? 0

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

const spanOf = (from: string, to: string, zone: Zone, path: string): Span => {
  const [start, end] = [momentOf(from, zone, `${path}[0]`), momentOf(to, zone, `${path}[1]`)]
  if (end < start) throw new Unreadable('It ends before it begins', `${path}[1]`)
  return { start, end }
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
