import type { RuleShown } from './judging.ts'

/** A part of a day that a rule speaks about, drawn behind what is on. */
export type Shade = {
  readonly id: string
  /** Local, without a zone. */
  readonly start: string
  readonly end: string
  readonly look: 'outside' | 'protected'
  readonly words: string
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
type Hours = Partial<Record<(typeof weekdays)[number], readonly (readonly [string, string])[]>>
type Protected = { readonly days: readonly string[]; readonly from: string; readonly to: string }

/** What hours, protected time and days without meetings leave of each day; only rules about all of the executive's own time. */
export function shadesOn(days: readonly Temporal.PlainDate[], rules: readonly RuleShown[]): Shade[] {
  const own = rules.filter(({ scope }) => scope.owner !== 'assistant' && !scope.kinds && !scope.people)
  return days.flatMap((day) => own.flatMap((rule) => shadesOf(day, rule)))
}

function shadesOf(day: Temporal.PlainDate, rule: RuleShown): Shade[] {
  if (!speaksOn(day, rule.scope)) return []
  const weekday = weekdays[day.dayOfWeek - 1] ?? 'MO'
  const shade = (from: string, to: string, look: Shade['look'], words: string): Shade => ({
    id: `${rule.id} ${day} ${from}`,
    start: `${day}T${from}:00`,
    end: to === '24:00' ? `${day.add({ days: 1 })}T00:00:00` : `${day}T${to}:00`,
    look,
    words,
  })
  if (rule.kind === 'hours') return outside((rule.params as { days: Hours }).days[weekday] ?? [], shade)
  if (rule.kind === 'protected') {
    const { days, from, to } = rule.params as Protected
    return days.includes(weekday) ? [shade(from, to, 'protected', nameOf(rule))] : []
  }
  if (rule.kind === 'no-meetings' && (rule.params as { days: readonly string[] }).days.includes(weekday))
    return [shade('00:00', '24:00', 'protected', 'no meetings')]
  return []
}

/** In the plan's rules a date is a count of days since 1970. */
function speaksOn(day: Temporal.PlainDate, { from, until }: RuleShown['scope']): boolean {
  const number = day.toZonedDateTime('UTC').epochMilliseconds / 86_400_000
  return !(typeof from === 'number' && number < from) && !(typeof until === 'number' && number > until)
}

function outside(
  spans: readonly (readonly [string, string])[],
  shade: (from: string, to: string, look: Shade['look'], words: string) => Shade,
): Shade[] {
  const sorted = spans.toSorted(([a], [b]) => a.localeCompare(b))
  const shades: Shade[] = []
  let until = '00:00'
  for (const [from, to] of sorted) {
    if (from > until) shades.push(shade(until, from, 'outside', until === '00:00' ? `before ${from}` : ''))
    if (to > until) until = to
  }
  if (until < '24:00')
    shades.push(shade(until, '24:00', 'outside', until === '00:00' ? 'not a working day' : `after ${until}`))
  return shades
}

/** What protected time is for, as far as its hours tell. */
const nameOf = ({ params }: RuleShown): string => {
  const { from, to } = params as Protected
  return from >= '11:00' && to <= '15:00' ? 'lunch' : 'protected'
}
