import * as z from 'zod'
import { labels, zonedText } from '../../shapes.ts'
import { person } from '../pair/model.ts'

const words = z.string().trim().max(1000).default('')

/** What it is about: a mistake by its id, a project by its name, nothing in particular. */
export const about = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('mistake'), item: z.uuid() }),
  z.object({ kind: z.literal('project'), item: z.string().trim().min(1).max(200) }),
  z.object({ kind: z.literal('nothing'), item: z.null().default(null) }),
])
export type About = z.infer<typeof about>

/** What the form asks. One of the three is enough. */
export const feedbackDraft = z.object({
  /** To whom: the executive, or one of those who assist them. */
  to: z.uuid(),
  about: about.default({ kind: 'nothing', item: null }),
  well: words,
  toTry: words,
  thanks: words,
})
export type FeedbackDraft = z.infer<typeof feedbackDraft>

/** Feedback as it is kept. */
export type Feedback = Pick<FeedbackDraft, 'well' | 'toTry' | 'thanks'> & {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly about: About['kind']
  readonly item: string | null
  readonly givenAt: Temporal.Instant
}

export const feedbackView = z.object({
  id: z.uuid(),
  from: person,
  to: person,
  mine: z.boolean(),
  /** “the mistake …”, “the project …”; empty for nothing in particular, and where whoever reads may not know of it. */
  aboutWords: z.string(),
  well: z.string(),
  toTry: z.string(),
  thanks: z.string(),
  givenAt: zonedText,
})
export type FeedbackView = z.infer<typeof feedbackView>

/** Feedback that is asked for: about what, from whoever reads to whom. */
export const wantedView = z.object({ about, words: z.string(), to: person, label: labels })
export type Wanted = z.infer<typeof wantedView>

export const isEmpty = ({ well, toTry, thanks }: Pick<FeedbackDraft, 'well' | 'toTry' | 'thanks'>): boolean =>
  [well, toTry, thanks].every((part) => part === '')
