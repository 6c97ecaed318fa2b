import type { desk } from '../client.ts'

export type Shown = Awaited<ReturnType<typeof desk.oneToOne.show>>
export type Section = Shown['sections'][number]
export type Line = Section['lines'][number]
export type Way = Line['ways'][number]
export type Meeting = NonNullable<Shown['running']>
export type Opens = NonNullable<Line['opens']>

export const firstName = (name: string): string => name.split(' ')[0] ?? name

/** "once", "twice", "3 times" */
export const timesWords = (n: number): string => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`)
