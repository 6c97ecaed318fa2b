import type { desk } from '../client.ts'

export type Agreement = Awaited<ReturnType<typeof desk.agreement.show>>
export type Part = Agreement['parts'][number]
export type Measure = Part['measures'][number]
export type Side = Measure['side']

/** A number that is open: of which part and side, and of one month where one was chosen. */
export type Opened = { readonly part: Part['part']; readonly side: Side; readonly month: string | null }

const roles: Readonly<Record<Side, string>> = { executive: 'The executive', assistant: 'The assistant' }

/** Those on a side who are here, by name; else whoever was last; else the side. */
export function namesOn({ partners }: Agreement, side: Side): string {
  const there = partners.filter((one) => one.side === side)
  const here = there.filter(({ leftOn }) => leftOn === null)
  return (
    [...new Set(here.length > 0 ? here.map(({ name }) => name) : there.slice(-1).map(({ name }) => name))].join(', ') ||
    roles[side]
  )
}
