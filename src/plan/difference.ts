import type { Finding } from './finding.ts'
import { inOrder, type Judged } from './judge.ts'

/** What a change makes wrong, or worse, and what it puts right, or makes better; each in order of time. */
export type Difference = { readonly worse: readonly Finding[]; readonly better: readonly Finding[] }

/** What rules say of a plan that they did not say of the one before, or not so badly; and the other way round. */
export const differenceOf = (before: Judged, after: Judged): Difference => {
  const { gone, came } = apart(before, after)
  const [was, is] = [byName(gone), byName(came)]
  return {
    worse: came.filter((finding) => finding.badness > (was.get(nameOf(finding))?.badness ?? 0)),
    better: gone.filter((finding) => finding.badness > (is.get(nameOf(finding))?.badness ?? 0)),
  }
}

/** What was said of one and not of the other; known already where one was judged again from the other. */
const apart = (before: Judged, after: Judged) => {
  if (after.since?.verdicts === before.verdicts)
    return { gone: after.since.dropped.toSorted(inOrder), came: after.since.added.toSorted(inOrder) }
  const [stood, stands] = [new Set<Finding>(before.verdicts), new Set<Finding>(after.verdicts)]
  return {
    gone: before.verdicts.filter((finding) => !stands.has(finding)),
    came: after.verdicts.filter((finding) => !stood.has(finding)),
  }
}

/** The same trouble before and after, though it may have other items then: a crowded day is about the day. */
const nameOf = ({ ruleId, about, fingerprint }: Finding): string => (about === '' ? fingerprint : `${ruleId} ${about}`)
const byName = (findings: readonly Finding[]) =>
  new Map(findings.toSorted((a, b) => a.badness - b.badness).map((finding) => [nameOf(finding), finding]))
