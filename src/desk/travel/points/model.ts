import type { Label } from '../../../plan/plan.ts'

/** What is open, and how it was settled. */
export type PointTerms = {
  readonly words: string
  readonly settled: { readonly who: string; readonly at: string; readonly how: string } | null
}

/** Something about a trip that is still open, or was. */
export type Point = {
  readonly id: string
  readonly version: number
  readonly tripId: string
  readonly segmentId: string | null
  readonly ownerId: string | null
  readonly dueOn: string | null
  readonly terms: PointTerms
  readonly label: Label
  readonly readers: readonly string[]
}
