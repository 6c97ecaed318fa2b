import type { State } from './model.ts'

const wishes: Readonly<Record<string, string>> = {
  Accepted: 'Accept',
  Added: 'Add',
  Asked: 'Ask',
  Brought: 'Bring',
  Cancelled: 'Cancel',
  Changed: 'Change',
  Closed: 'Close',
  Filled: 'Fill',
  Forgot: 'Forget',
  Freed: 'Free',
  Gave: 'Give',
  Kept: 'Keep',
  Let: 'Let',
  Looked: 'Look',
  Made: 'Make',
  Moved: 'Move',
  Offered: 'Offer',
  Put: 'Put',
  Removed: 'Remove',
  Sent: 'Send',
  Stopped: 'Stop',
  Switched: 'Switch',
  Took: 'Take',
  Undid: 'Undo',
  Wrote: 'Write',
}

/** In the place of a finding about what is private, to whoever may not read that. */
export const privateWords = 'Something private at this time'

/** What the journal would say afterwards, as something that is wished for: “Moved …” is “Move …”. */
export const wishOf = (sentence: string): string =>
  sentence.replace(/^\p{Lu}\p{L}+/u, (verb) => (Object.hasOwn(wishes, verb) ? (wishes[verb] ?? verb) : verb))

/** Why a proposal takes no answer any more. */
export function stateWords(state: State, by: string | null, why: string | null): string {
  switch (state) {
    case 'open':
      return 'It waits for a yes.'
    case 'done':
      return `${by ?? 'Somebody'} said yes to it already.`
    case 'refused':
      return `${by ?? 'Somebody'} said no to it already${why ? `: ${why}` : '.'}`
    case 'expired':
      return 'Nobody answered in time; it can be asked again.'
    case 'overtaken':
      return `It was overtaken. ${why ?? ''}`.trim()
    case 'withdrawn':
      return 'Who asked took it back.'
  }
}

/** What changed since somebody asked: what was done, what would be wrong now, and what a yes would do now. */
export function movedWords(did: readonly string[], come: readonly string[], now: string | null): string {
  return [
    'This is not what was asked for any more.',
    ...(did.length > 0 ? [`Since then: ${did.join('; ')}.`] : []),
    ...(come.length > 0 ? [`It would now also mean: ${come.join('; ')}.`] : []),
    ...(now === null ? [] : [`A yes would now do this: ${now}.`]),
  ]
    .join(' ')
    .replaceAll('..', '.')
}
