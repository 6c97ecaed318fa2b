import type { State } from './model.ts'

const wishes: Readonly<Record<string, string>> = {
  Accepted: 'Accept',
  Added: 'Add',
  Agreed: 'Agree',
  Answered: 'Answer',
  Asked: 'Ask',
  Began: 'Begin',
  Brought: 'Bring',
  Called: 'Call',
  Cancelled: 'Cancel',
  Changed: 'Change',
  Chose: 'Choose',
  Closed: 'Close',
  Ended: 'End',
  Filled: 'Fill',
  Forgot: 'Forget',
  Freed: 'Free',
  Gave: 'Give',
  Handed: 'Hand',
  Held: 'Hold',
  Invited: 'Invite',
  Kept: 'Keep',
  Left: 'Leave',
  Let: 'Let',
  Looked: 'Look',
  Made: 'Make',
  Moved: 'Move',
  Noted: 'Note',
  Offered: 'Offer',
  Opened: 'Open',
  Owned: 'Own',
  Put: 'Put',
  Removed: 'Remove',
  Said: 'Say',
  Saw: 'See',
  Sent: 'Send',
  Set: 'Set',
  Signed: 'Sign',
  Stopped: 'Stop',
  Switched: 'Switch',
  Ticked: 'Tick',
  Told: 'Tell',
  Took: 'Take',
  Turned: 'Turn',
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
