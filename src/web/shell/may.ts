import { useContext } from 'react'
import { type Me, MeContext } from './me.ts'

/** An operation that changes something, by its name. */
export type Deed = `${string}.${string}`
export type May = 'yes' | 'propose' | 'no'

/** What the desk said of an operation when it said who one is; a limit of the board may still ask for a yes. */
export function mayOf(me: Pick<Me, 'may'> | null, of: Deed | undefined): May {
  if (me === null || of === undefined) return 'yes'
  return me.may.never.includes(of) ? 'no' : me.may.asks.includes(of) ? 'propose' : 'yes'
}

/** Whether whoever is signed in does this alone, has to ask, or may not; everybody may where nobody is signed in. */
export const useMay = (of: Deed | undefined): May => mayOf(useContext(MeContext), of)

const list = new Intl.ListFormat('en-GB', { type: 'disjunction' })

/** Who may do what belongs to an area: “Dana Okafor or Ines Duarte”; nobody: an empty text. */
export const namesIn = (me: Pick<Me, 'may'>, area: string): string => list.format(me.may.who[area] ?? [])

/** “Dana Okafor or Ines Duarte can.” */
export function whoCan(me: Pick<Me, 'may'>, of: Deed): string {
  const names = namesIn(me, me.may.areas[of] ?? '')
  return names === '' ? 'Nobody at this desk can at the moment.' : `${names} can.`
}

/** Said before a verb that only becomes a proposal; one that asks already is not asked for. */
export const proposing = (words: string): string => (/^Ask\b/.test(words) ? 'Propose: ' : 'Ask for: ')
