import type { desk } from '../client.ts'

export type Agreement = Awaited<ReturnType<typeof desk.agreement.show>>
export type Part = Agreement['parts'][number]
export type Measure = Part['measures'][number]
type Side = Measure['side']

/** A number that is open: of which part and side, and of one month where one was chosen. */
export type Opened = { readonly part: Part['part']; readonly side: Side; readonly month: string | null }
