import { basename } from 'node:path'
import { guessKind, homeDomains } from '../../desk/calendar/kind/model.ts'
import type { Finding } from '../../plan/finding.ts'
import { mostFindings } from '../../plan/found.ts'
import { judge } from '../../plan/judge.ts'
import { itemOf, occurrencesOf } from '../../plan/occurrences.ts'
import type { Plan, PlanItem } from '../../plan/plan.ts'
import { kindOf } from '../../plan/rules/kinds.ts'
import type { Series } from '../../plan/series.ts'
import { asInstant, dayOf, type Instant, type Span } from '../../plan/time.ts'
import { utc, type Zone, zoneOf } from '../../plan/zone.ts'
import type { Skipped } from '../ics/group.ts'
import { type ReadFile, readFile } from '../ics/read.ts'
import { isUnusable } from '../ics/scan.ts'
import { type Answer, tellOnce } from './answer.ts'
import { chooseZone, nowFrom, toldZone } from './clock.ts'
import { type RulesFile, readRules } from './rules-file.ts'
import { cannot } from './trouble.ts'
import { unknownWays } from './ways.ts'
import { whoseCalendar } from './whose.ts'
import { comingDays, type Days, daysAsked, daysText, lastDays, spanOf } from './window.ts'

/** What the command line was told. */
export type Asked = {
  readonly source: string
  readonly bytes: Uint8Array
  readonly rules: Uint8Array | null
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly now?: string | undefined
  readonly zone?: string | undefined
  readonly me: readonly string[]
  readonly clock: Temporal.Instant
}

/** Nobody has more in ten years; a file that repeats without end a thousand times over is not of people's making. */
const mostItems = 500_000

const tooFull = () =>
  cannot('too-much', 'More than 500,000 things lie in these days; ask for fewer with --from and --to')

type Found = { items: PlanItem[]; occurrences: number; skipped: Skipped[] }

const nowhere = 'calendar'

/** Everything that lies in a span, as the plan sees it. */
function itemsIn(
  series: readonly Series[],
  span: Span,
  zone: Zone,
  near: Instant,
  addresses: readonly string[],
): Found {
  const found: Found = { items: [], occurrences: 0, skipped: [] }
  const home = homeDomains(addresses)
  for (const each of series) {
    const { occurrences, cut } = occurrencesOf(each, span, zone, near)
    if (cut)
      found.skipped.push({
        line: each.master?.line ?? 0,
        reason: 'It repeats more than 5,000 times in these days; the nearest 5,000 were judged',
      })
    if (found.items.length + occurrences.length > mostItems) throw tooFull()
    for (const occurrence of occurrences) {
      const about = {
        calendar: nowhere,
        owner: 'executive',
        countsAsBusy: true,
        label: 'open',
        moves: 0,
        addresses,
      } as const
      found.items.push(itemOf(occurrence, { ...about, kind: guessKind(occurrence.part, home) }))
    }
  }
  found.items.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.key < b.key ? -1 : 1))
  found.occurrences = found.items.length
  return found
}

/** The days to judge and what lies in them: as asked, else from today on, else the file's last. */
function chooseDays(asked: Asked, file: ReadFile, zone: Zone, now: Instant, find: (span: Span) => Found) {
  const today = dayOf(zone.toWall(now))
  const told = daysAsked(asked.from, asked.to, today)
  const days: Days = told ?? comingDays(today)
  const found = find(spanOf(days, zone))
  if (told || found.occurrences > 0) return { days, found, remark: null }
  const last = lastDays(file.series, zone)
  if (!last) return { days, found, remark: null }
  const remark = 'Nothing lies in the coming 90 days; the last 90 days of the file were judged'
  return { days: last, found: find(spanOf(last, zone)), remark }
}

function readCalendar(bytes: Uint8Array, zone: string | undefined): ReadFile {
  const file = readFile(bytes, zone === undefined ? null : toldZone(zone))
  if (isUnusable(file)) throw cannot(file.why, file.words, file.line === undefined ? {} : { line: file.line })
  return file
}

function planOf(items: readonly PlanItem[], window: Span, zone: string, now: Instant, rules: RulesFile): Plan {
  const whereabouts = [{ from: asInstant(window.start), place: null, zone }]
  return { window, at: now, items, whereabouts, travelMinutes: rules.travelMinutes }
}

/**
 * Judges the week in a calendar file. Throws `CannotCheck` where the file, the rules or an option cannot be used;
 * whatever smaller cannot be used is listed in the answer. Nothing here looks at a clock or a database.
 */
export function check(asked: Asked): Answer & { readonly spoken: readonly string[] } {
  const rules = readRules(asked.rules)
  const file = readCalendar(asked.bytes, asked.zone)
  const parts = file.parts.map(({ part }) => part)
  const { zone: name, known } = chooseZone(asked.zone, file.zone, parts)
  const zone = zoneOf(name) ?? utc
  const now = nowFrom(asked.now, name, asked.clock)
  const whose = whoseCalendar(asked.me, file.name, parts)
  const find = (span: Span) => itemsIn(file.series, span, zone, now, whose.addresses)
  const { days, found, remark } = chooseDays(asked, file, zone, now, find)
  const plan = planOf(found.items, spanOf(days, zone), name, now, rules)
  const findings = judge(plan, rules.rules)
  const items = new Map(found.items.map((item) => [item.key, item]))
  return {
    source: sourceName(asked.source),
    whose,
    zone: name,
    zoneKnown: known,
    window: daysText(days),
    findings: tellOnce(findings, items, (kind) => kindOf(kind)?.title ?? kind),
    events: parts.length,
    occurrences: found.occurrences,
    skipped: [...file.skipped, ...found.skipped].sort((a, b) => a.line - b.line),
    remarks: file.remarks,
    unknownWays: unknownWays(plan),
    spoken: [...(remark === null ? [] : [remark]), ...cutShort(findings)],
  }
}

/** A rule stops telling after so many findings; whoever reads them should know. */
function cutShort(findings: readonly Finding[]): string[] {
  const counts = Map.groupBy(findings, ({ ruleId }) => ruleId)
  const full = [...counts.values()].filter(({ length }) => length >= mostFindings)
  return full.map(
    ([first]) =>
      `There is more: only the first ${mostFindings.toLocaleString('en')} findings of “${first?.kind}” are told`,
  )
}

/** The name of a file, or the host of an address: what follows the host may be a secret. */
const sourceName = (source: string) =>
  /^[a-z]+:\/\//i.test(source) ? (URL.parse(source)?.host ?? source) : basename(source)
