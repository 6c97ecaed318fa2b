import type { CommitmentView } from '../../desk/work/commitments/model.ts'
import { useVerbs, type Verb } from '../shell/verbs.ts'
import type { Verbs } from './PromiseLine.tsx'

type PageVerbs = {
  readonly selected: CommitmentView | null
  readonly verbs: Verbs
  readonly step: (by: 1 | -1) => void
  readonly across: () => void
  readonly note: () => void
  readonly paste: () => void
  readonly settled: () => void
}

/** What the page of promises does by key: of the page itself, and of the promise the keyboard is on. */
export function usePageVerbs({ selected, verbs, step, across, note, paste, settled }: PageVerbs) {
  useVerbs([
    { id: 'capture', words: 'Note a promise in one line', keys: ['n'], of: 'commitment.capture', run: note },
    { id: 'paste', words: 'Find promises in a text', keys: ['p'], of: 'commitment.add', run: paste },
    { id: 'promises-settled', words: 'Also what is settled', run: settled },
    { id: 'promise-next', words: 'The next promise', keys: ['ArrowDown'], repeats: true, run: () => step(1) },
    { id: 'promise-before', words: 'The promise before', keys: ['ArrowUp'], repeats: true, run: () => step(-1) },
    { id: 'promise-across', words: 'The other column', keys: ['ArrowLeft', 'ArrowRight'], run: across },
    ...(selected === null ? [] : selected.state === 'open' ? doing(selected, verbs) : [opening(selected, verbs)]),
  ])
}

const doing = (one: CommitmentView, { chase, keep, end }: Verbs): Verb[] => [
  {
    id: 'promise-chase',
    words: `Ask after: ${one.words}`,
    keys: ['f'],
    of: 'commitment.chase',
    run: () => chase(one),
  },
  { id: 'promise-kept', words: `Kept: ${one.words}`, keys: ['g'], of: 'commitment.keep', run: () => keep(one) },
  {
    id: 'promise-date',
    words: `New date: ${one.words}`,
    keys: ['e'],
    of: 'commitment.renegotiate',
    run: () => end(one, 'renegotiate'),
  },
  {
    id: 'promise-broken',
    words: `Broken: ${one.words}`,
    keys: ['b'],
    of: 'commitment.break',
    run: () => end(one, 'break'),
  },
  {
    id: 'promise-let-go',
    words: `Let go: ${one.words}`,
    keys: ['x'],
    of: 'commitment.forgive',
    run: () => end(one, 'forgive'),
  },
]

const opening = (one: CommitmentView, { reopen }: Verbs): Verb => ({
  id: 'promise-reopen',
  words: `Open again: ${one.words}`,
  keys: ['a'],
  of: 'commitment.reopen',
  run: () => reopen(one),
})
