import { judge, judged } from '../src/plan/judge.ts'
import { rejudge } from '../src/plan/rejudge.ts'
import { asInstant, minuteMs } from '../src/plan/time.ts'
import { duration, type Section } from './section.ts'
import { deskRules, yearPlan } from './year.ts'

const median = (times: number[]): number => times.sort((a, b) => a - b)[times.length >> 1] as number

const timed = (runs: number, work: () => unknown): number => {
  const times: number[] = []
  for (let i = 0; i < runs; i++) {
    const start = performance.now()
    work()
    times.push(performance.now() - start)
  }
  return median(times)
}

/** Judging a year of 5,000 occurrences under 40 rules, and again after one meeting moved by half an hour; medians in ms. */
export function judgeBench(): { findings: number; judge: number; rejudge: number } {
  const [plan, rules] = [yearPlan(), deskRules()]
  // A plan remembers how it is read by its clocks; a new one each time has nothing to remember.
  const whole = timed(60, () => judge({ ...plan }, rules))
  return { findings: judge(plan, rules).length, judge: whole, rejudge: moved(plan, rules) }
}

function moved(plan: ReturnType<typeof yearPlan>, rules: ReturnType<typeof deskRules>): number {
  const before = judged(plan, rules)
  const after = Array.from({ length: 200 }, (_, n) => {
    const which = (n * 37) % plan.items.length
    const items = plan.items.map((item, i) =>
      i === which ? { ...item, span: { ...item.span, end: asInstant(item.span.end + 30 * minuteMs) } } : item,
    )
    return { plan: { ...plan, items }, key: plan.items[which]?.key ?? '' }
  })
  let n = 0
  return timed(after.length, () => {
    const change = after[n++]
    if (change) rejudge(before, change.plan, [change.key])
  })
}

export default function judging(): Section {
  const { findings, judge: whole, rejudge: again } = judgeBench()
  return {
    title: 'Judging',
    about: `A year of 5,000 occurrences under 40 rules (${findings} findings), and again after one meeting moved by half an hour.`,
    columns: ['', 'median'],
    rows: [
      ['judge the year', duration(whole)],
      ['judge again after one change', duration(again)],
    ],
    targets: [
      { words: `the year in 25 ms or less (${duration(whole)})`, met: whole <= 25 },
      { words: `one change in 1 ms or less (${duration(again)})`, met: again <= 1 },
    ],
  }
}
