import type { Act } from '../../../act.ts'
import { privateOf, tellingFor } from '../../../rules/findings/actions.ts'
import { byNeed } from '../../../rules/findings/model.ts'
import { daysSpan, type Judgement, judgedIn, todayOf } from '../../../rules/judging/actions.ts'
import type { FindingView } from '../../../rules/model.ts'
import { findingViews, stateFor } from '../../../rules/views/model.ts'
import { withLimits } from '../../../rules/ways/actions.ts'
import { type Drawing, type Line, lineOf, mostShown, type Way, wayOf } from '../model.ts'
import { findingDetail } from '../words.ts'

const daysAhead = 14

/** What the plan says of the next two weeks, judged once for a whole agenda. */
export const judgedAhead = (act: Act): Promise<Judgement> => {
  const today = todayOf(act)
  return judgedIn(act, daysSpan(act, today.subtract({ days: 1 }), today.add({ days: daysAhead + 1 })))
}

/** As many as have a key, and one is left for living with it. */
const mostWays = 4

/** The ways out of a finding as Today has them, the likeliest first, as far as whoever reads may go them or ask to. */
export const waysOutOf = ({ fingerprint, fixes, state }: FindingView): Way[] =>
  state !== 'open'
    ? []
    : fixes
        .flatMap(({ words, operation, input, reach, message, may }) => {
          if (may === 'no' || (reach === 'world' && !message)) return []
          const letter = message && { finding: fingerprint, ...message }
          return [wayOf(letter ? `${words}…` : words, operation, input, { letter, may })]
        })
        .slice(0, mostWays)
        .map((way, n) => ({ ...way, main: n === 0 }))

const accepting = (fingerprint: string): Way =>
  wayOf(
    'Live with it…',
    'finding.accept',
    { fingerprint },
    { asks: { field: 'reason', what: 'words', words: 'Why it is all right' } },
  )

function findingLine(finding: FindingView, told: Line['told'], { desk }: Act): Line {
  const { fingerprint, words, weight, label, start } = finding
  return lineOf({
    key: `finding:${fingerprint}`,
    words,
    detail: findingDetail(Temporal.ZonedDateTime.from(start), desk.zone, finding.stateWords),
    tone: weight === 'never' ? 'late' : 'soon',
    label,
    told,
    ways: [...waysOutOf(finding), accepting(fingerprint)],
    opens: { page: 'today', id: start.slice(0, 10) },
  })
}

/** What cannot work, or should not be, in the next two weeks; what somebody lives with is left out. */
export async function conflictsAhead(act: Act): Promise<Drawing> {
  const [today, judgement] = [todayOf(act), await judgedAhead(act)]
  const days = daysSpan(act, today, today.add({ days: daysAhead }))
  const due = new Set(judgement.plan.dues?.map(({ key }) => key))
  const there = judgement.findings
    .filter(({ span }) => span.start < days.end && span.end >= days.start)
    .filter(({ weight, items }) => weight !== 'prefer' && !items.some((key) => due.has(key)))
  const telling = tellingFor(act, judgement)
  const open = there
    .map((finding) => ({
      ...stateFor(finding, telling),
      finding,
      weight: finding.weight,
      cost: finding.cost,
      start: Temporal.Instant.fromEpochMilliseconds(finding.span.start).toString(),
    }))
    .filter(({ state }) => state !== 'accepted')
    .sort(byNeed)
  const shown = open.slice(0, mostShown).flatMap(({ finding }) => findingViews([finding], telling))
  const views = await withLimits(act, shown)
  return {
    lines: views.map((view) => findingLine(view, privateOf(judgement, [view], telling), act)),
    total: open.length,
  }
}
