import * as z from 'zod'
import { deeds, field, fields, type Proposal } from '../../../desk/travel/reading/model.ts'
import { segmentKinds } from '../../../plan/segment.ts'

const some = z.array(field).default([])

/** What a person wrote down that a sample says. */
const segment = z.object({
  kind: z.enum(segmentKinds),
  action: z.enum(deeds),
  fields: z.partialRecord(field, z.string()),
  /** Other values that are right too. */
  may: z.partialRecord(z.enum([...fields, 'action']), z.array(z.string())).default({}),
  doubts: some,
  mayDoubt: some,
  missing: some,
})
export const expectation = z.object({
  language: z.string().optional(),
  segments: z.array(segment),
  remarks: z.string().optional(),
})
export type Expected = z.infer<typeof segment>

const flat = (value: string) => value.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()
const close = (value: string) => flat(value).replace(/[\s-]/g, '')

export const isRight = (name: z.infer<typeof field>, value: string, wanted: string): boolean => {
  if (name === 'number' || name === 'phone' || name === 'confirmation') return close(value) === close(wanted)
  if (name === 'cost') return Number(value) === Number(wanted)
  return flat(value) === flat(wanted)
}

const right = (proposal: Proposal, { fields, may }: Expected): number =>
  Object.entries(proposal.fields).filter(([name, { value }]) => {
    const known = name as keyof typeof fields
    return [fields[known], ...(may[known] ?? [])].some((each) => each !== undefined && isRight(known, value, each))
  }).length

/** Which proposal is meant by which segment: those that agree most, each once. */
export function paired(proposals: readonly Proposal[], segments: readonly Expected[]): Map<number, number> {
  const pairs = segments.flatMap((segment, wanted) =>
    proposals.flatMap((proposal, got) =>
      proposal.kind === segment.kind
        ? [{ wanted, got, score: right(proposal, segment) * 100 - Math.abs(wanted - got) }]
        : [],
    ),
  )
  const found = new Map<number, number>()
  const taken = new Set<number>()
  for (const { wanted, got } of pairs.sort((a, b) => b.score - a.score)) {
    if (found.has(wanted) || taken.has(got)) continue
    found.set(wanted, got)
    taken.add(got)
  }
  return found
}
