import * as z from 'zod'
import { deeds, field, fields, type Proposal } from '../../../desk/travel/reading/model.ts'
import { segmentKinds } from '../../../plan/segment.ts'
import { written } from '../times.ts'

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

const flat = (value: string) =>
  value
    .normalize('NFKC')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\s,]+/g, ' ')
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}(]+|[^\p{L}\p{N})]+$/gu, '')
const close = (value: string) =>
  value
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
const unpadded = (value: string) => close(value).replace(/(?<!\d)0+(?=\d)/g, '')

const title = /^(?:mr|mrs|ms|miss|dr|herr|frau|m|mme|mlle|sig|sigra|sr|sra|dhr|mevrouw|mevr|pan|pani)$/
/** A name without its titles, what stands before a stroke behind it. */
function person(value: string): string {
  const [last, first] = flat(value).split('/')
  return (first === undefined ? (last ?? '') : `${first} ${last}`)
    .replace(/(?:様|さま)$/, '')
    .split(/[\s.]+/)
    .filter((word) => word !== '' && !title.test(word))
    .join(' ')
}

const building =
  /^(?:airport|international|intl|station|gare|bahnhof|hauptbahnhof|hbf|stazione|estaci[oó]n|aeropuerto|aeroporto|flughafen|a[eé]roport|terminal|hbf|central|centrale|centraal|lufthavn|flygplats|駅|空港)$/
/** Both begin with the same words, and what one has more is a word for what it is. */
function samePlace(value: string, wanted: string): boolean {
  const [one, other] = [flat(value), flat(wanted)].map((each) => each.split(/[\s()]+/).filter((word) => word !== ''))
  const without = (list: readonly string[] = []) => list.filter((word) => !building.test(word)).join(' ')
  return without(one) !== '' && without(one) === without(other)
}

const terminal = (value: string) =>
  unpadded(value)
    .replace(/^(?:terminal|t|第)(?=.)/, '')
    .replace(/ターミナル$/, '')

/** Whether a time is the one that was written down: an offset counts where both have one. */
function sameTime(value: string, wanted: string): boolean {
  const [one, other] = [written(value), written(wanted)]
  if (!one || !other || one.exact !== other.exact) return value === wanted
  if (one.offset !== null && other.offset !== null) return one.wall - one.offset === other.wall - other.offset
  return one.wall === other.wall
}

export const isRight = (name: z.infer<typeof field>, value: string, wanted: string): boolean => {
  if (name === 'number' || name === 'seat' || name === 'coach' || name === 'confirmation')
    return unpadded(value) === unpadded(wanted)
  if (name === 'phone') return value.replace(/[^\d+]/g, '') === wanted.replace(/[^\d+]/g, '')
  if (name === 'cost') return Number(value) === Number(wanted)
  if (name === 'name' || name === 'driver') return person(value) === person(wanted)
  if (name === 'fromTerminal' || name === 'toTerminal') return terminal(value) === terminal(wanted)
  if (name === 'starts' || name === 'ends' || name === 'checkInBy' || name === 'cancelBy')
    return sameTime(value, wanted)
  if (name === 'from' || name === 'to') return flat(value) === flat(wanted) || samePlace(value, wanted)
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
