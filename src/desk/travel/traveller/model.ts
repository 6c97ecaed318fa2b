import * as z from 'zod'
import { paperKinds } from '../../../plan/segment.ts'
import type { Labelled } from '../../act.ts'
import type { RuleDraft } from '../../rules/model.ts'
import { changesOf, dayGiven } from '../../shapes.ts'
import { wishKinds, type wishShape, wishView } from './wishes/model.ts'

const some = (most: number) => z.string().trim().min(1).max(most)
const maybe = (most: number) => some(most).nullable().default(null)

/** Somebody the desk knows; null: the executive, whose desk it is. */
export const whose = z.uuid().nullable().default(null)

/** As it stands on a paper or a card; it is sealed where it is kept. */
export const numberText = z.string().trim().min(1, 'A number is not empty').max(60)

export const paperDraft = z.object({
  kind: z.enum(paperKinds),
  /** Who gave it; for a visa where it is good. */
  country: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, 'A country is two letters, as CH')
    .nullable()
    .default(null),
  /** The name as it stands in it. */
  name: maybe(200),
  issuedOn: dayGiven.nullable().default(null),
  /** The last day it is good. */
  until: dayGiven.nullable().default(null),
  notes: z.string().trim().max(1000).default(''),
  /** Members who may read it though they see only what names them. */
  readers: z.array(z.uuid()).max(50).default([]),
})
export type PaperDraft = z.infer<typeof paperDraft>
/** A new number takes the place of the one before, which is forgotten; null forgets it. */
export const paperChanges = changesOf(paperDraft).extend({ number: numberText.nullable().optional() })

export const loyaltyDraft = z.object({
  /** "XQ Heron Club" */
  provider: some(120),
  /** "gold" */
  tier: z.string().trim().max(60).default(''),
  notes: z.string().trim().max(1000).default(''),
})
export type LoyaltyDraft = z.infer<typeof loyaltyDraft>
export const loyaltyChanges = changesOf(loyaltyDraft).extend({ number: numberText.nullable().optional() })

type Kept = { readonly id: string; readonly version: number; readonly personId: string | null }
/** `number`: the id its number is sealed under; null where none was given. */
type Numbered = { readonly number: string | null }

export type Passport = Kept & { readonly passportName: string | null }
export type Paper = Kept & Numbered & Readonly<PaperDraft>
export type Loyalty = Kept & Numbered & Readonly<LoyaltyDraft>
/** Whose wish a rule is: `slot` tells it from other wishes of the same person. */
export type Wish = Kept & {
  readonly is: z.infer<typeof wishShape>['is']
  readonly slot: string
  readonly rule: string
  readonly said: { readonly by: string; readonly on: string; readonly note: string }
  /** The desk’s own rule as it was before it became this wish; null where the wish made its rule. */
  readonly adopted: RuleDraft | null
}

/** good, soon: within nine months, expired, unknown: nobody said until when. */
export const validities = ['good', 'soon', 'expired', 'unknown'] as const
export type Validity = (typeof validities)[number]

/** Most countries want six months after return; a passport takes weeks to renew. */
const soonMonths = 9

export function validityOf(until: string | null, today: Temporal.PlainDate): Validity {
  if (until === null) return 'unknown'
  const last = Temporal.PlainDate.from(until)
  if (Temporal.PlainDate.compare(last, today) < 0) return 'expired'
  return Temporal.PlainDate.compare(last, today.add({ months: soonMonths })) < 0 ? 'soon' : 'good'
}

/** A paper as what is private is noted where its words are told. */
export const privately = (id: string): Labelled => ({ id, label: 'private' })

export const paperView = paperDraft.extend({
  id: z.uuid(),
  version: z.int(),
  personId: z.uuid().nullable(),
  /** "Passport, Switzerland" */
  title: z.string(),
  /** "expires Wed 3 Mar 2027, in three months" */
  expires: z.string(),
  /** "four months after “Zurich”": beside the first trip ahead after which it is not good for six months; '' for none. */
  beside: z.string(),
  validity: z.enum(validities),
  /** Whether its number is on file; who looked at it is asked under this id. */
  number: z.uuid().nullable(),
  /** A number was given once, and is not on file any more. */
  numberGone: z.boolean(),
})
export type PaperView = z.infer<typeof paperView>

export const loyaltyView = loyaltyDraft.extend({
  id: z.uuid(),
  version: z.int(),
  personId: z.uuid().nullable(),
  number: z.uuid().nullable(),
  numberGone: z.boolean(),
})
export type LoyaltyView = z.infer<typeof loyaltyView>

/** What is told of papers to who may not read them. */
const hiddenPapers = z.object({ count: z.int(), words: z.string() })

export const travellerView = z.object({
  /** Null: the executive. */
  personId: z.uuid().nullable(),
  name: z.string(),
  executive: z.boolean(),
  /** Of the name as in the passport; 0 while nobody has said it. */
  version: z.int(),
  passportName: z.string().nullable(),
  /** Those the reader may read, by kind and country. */
  papers: z.array(paperView),
  hidden: hiddenPapers.nullable(),
  loyalty: z.array(loyaltyView),
  wishes: z.array(wishView),
  /** Whether whoever reads may read papers and numbers, and so put them on file. */
  readsPapers: z.boolean(),
  /** What they may wish; nothing of somebody private, because a wish is a rule that everybody reads. */
  wishKinds: z.array(z.object({ is: z.enum(wishKinds), title: z.string() })),
})
export type TravellerView = z.infer<typeof travellerView>

export const travellerBrief = z.object({
  personId: z.uuid().nullable(),
  name: z.string(),
  executive: z.boolean(),
  passportName: z.string().nullable(),
  papers: z.int(),
  /** "Passport, Switzerland expires …", "One of its papers expires soon", '' where nothing does. */
  expires: z.string(),
  wishes: z.int(),
})
export type TravellerBrief = z.infer<typeof travellerBrief>

/** A traveller of a trip by name and person, as trips keep them. */
export type Named = { readonly name: string; readonly personId: string | null; readonly executive: boolean }
