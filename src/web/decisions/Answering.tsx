import { useState } from 'react'
import { Button } from '../parts/Button.tsx'
import { Refused } from '../parts/Refused.tsx'
import { WhoCan } from '../parts/WhoCan.tsx'
import type { Deed } from '../shell/may.ts'
import { useMe } from '../shell/me.ts'
import { useNarrow } from '../shell/narrow.ts'
import { useVerbs, type Verb } from '../shell/verbs.ts'
import { AskDialog } from './AskDialog.tsx'
import { ChangedSince } from './ChangedSince.tsx'
import { useChanged } from './changed.ts'
import css from './Decisions.module.css'
import { HandOn, Recorded, Telling } from './Dialogs.tsx'
import { type Decision, formOf } from './draft.ts'
import { useAnswering } from './useAnswering.ts'
import { firstName } from './words.ts'

type Dialog = 'more' | 'hand' | 'edit' | { readonly recorded: number | null }

/** One tap, or one key, for each way to answer; and the ways on: more, you decide, somebody else. */
export function Answering({ decision, quiet, onGone }: { decision: Decision; quiet: boolean; onGone: () => void }) {
  const { member } = useMe()
  const [open, setOpen] = useState<Dialog | null>(null)
  const changed = useChanged(decision)
  const { answer, leave, withdraw, busy, error } = useAnswering(decision, changed.times, onGone)
  const { mine, mayRecord, askedBy } = decision
  const close = () => setOpen(null)
  const likeliest = recommendedOf(decision)
  const asked = askedBy.id === member.id
  const may = {
    choose: mine || mayRecord,
    leave: mine && !asked,
    hand: mine || asked,
    change: mayRecord && (!mine || asked),
  }
  const choose = (option: number | null) => (mine ? answer(option) : setOpen({ recorded: option }))
  const verbs = useWays(decision, may, { choose, leave, withdraw, open: setOpen })
  useVerbs(quiet ? [] : verbs)
  return (
    <>
      <ChangedSince decision={decision} parts={changed.parts} />
      {mine ? (
        <Taps decision={decision} busy={busy} onChoose={choose} onMore={() => setOpen('more')} />
      ) : (
        mayRecord && (
          <p className={css.ways}>
            <Button
              of="decision.answer"
              look="main"
              className={css.big}
              hint={`${likeliest ?? '-'}`}
              onClick={() => setOpen({ recorded: likeliest })}
            >
              {firstName(decision.decider.name)} said…
            </Button>
          </p>
        )
      )}
      <p className={css.ways}>
        {may.leave && (
          <Button of="decision.leave" hint="g" busy={busy} onClick={leave}>
            You decide
          </Button>
        )}
        {may.hand && (
          <Button of="decision.hand" hint="h" onClick={() => setOpen('hand')}>
            Hand to…
          </Button>
        )}
        {may.change && (
          <>
            <Button of="decision.edit" hint="e" onClick={() => setOpen('edit')}>
              Change it…
            </Button>
            <Button of="decision.withdraw" look="quiet" hint="x" onClick={withdraw}>
              Take it back
            </Button>
          </>
        )}
      </p>
      <WhoCan of="decision.answer" what="answer it" />
      <Refused error={error} />
      {open === 'more' && <Telling decision={decision} onClose={close} />}
      {open === 'hand' && <HandOn decision={decision} onClose={close} onGone={onGone} />}
      {open === 'edit' && <AskDialog start={formOf(decision)} editing={decision} onClose={close} />}
      {open !== null && typeof open === 'object' && (
        <Recorded decision={decision} option={open.recorded} onClose={close} onGone={onGone} />
      )}
    </>
  )
}

const recommendedOf = ({ options }: Decision): number | null =>
  options.find(({ recommended }) => recommended)?.number ?? options[0]?.number ?? null

/** The big buttons: yes to what is recommended, the others by their number, a question back, none of them. */
function Taps({
  decision,
  busy,
  onChoose,
  onMore,
}: {
  decision: Decision
  busy: boolean
  onChoose: (option: number | null) => void
  onMore: () => void
}) {
  const narrow = useNarrow()
  const hints = (key: string) => (narrow ? {} : { hint: key })
  return (
    <div className={css.taps}>
      {decision.options.map(({ number, words, recommended }) => {
        const text = recommended ? `Yes, ${number}` : narrow ? `${number}` : `Take ${number}`
        return (
          <Button
            key={number}
            of="decision.answer"
            look={recommended ? 'main' : 'plain'}
            className={css.big}
            busy={busy}
            aria-label={`${text}: ${words}`}
            {...hints(recommended ? '+' : `${number}`)}
            onClick={() => onChoose(number)}
          >
            {text}
          </Button>
        )
      })}
      <Button
        of="decision.more"
        className={css.big}
        {...(narrow && { 'aria-label': '? Ask for more first' })}
        {...hints('a')}
        onClick={onMore}
      >
        {narrow ? '?' : 'Ask for more'}
      </Button>
      <Button
        of="decision.answer"
        className={css.big}
        busy={busy}
        {...(narrow && { 'aria-label': 'No, none of them' })}
        {...hints('-')}
        onClick={() => onChoose(null)}
      >
        {narrow ? 'No' : 'None of them'}
      </Button>
    </div>
  )
}

type May = Record<'choose' | 'leave' | 'hand' | 'change', boolean>
type Does = {
  choose: (option: number | null) => void
  leave: () => void
  withdraw: () => void
  open: (dialog: Dialog) => void
}

/** The same as keys, in ⌘K and on the `?` sheet. */
function useWays(decision: Decision, may: May, does: Does): readonly Verb[] {
  const verb = (of: Deed, id: string, words: string, keys: readonly string[], run: () => void): Verb => ({
    ...{ id, words, keys, of, run },
  })
  const numbers = { 1: { keys: ['1'] }, 2: { keys: ['2'] }, 3: { keys: ['3'] } } as Record<number, { keys: string[] }>
  return [
    ...(may.choose
      ? [
          ...decision.options.map(({ number, words, recommended }) =>
            verb(
              'decision.answer',
              `choose-${number}`,
              `${recommended ? 'Yes, ' : 'Take '}${number}: ${words}`,
              [...(numbers[number]?.keys ?? []), ...(recommended ? ['+'] : [])],
              () => does.choose(number),
            ),
          ),
          verb('decision.answer', 'choose-none', 'None of them', ['-'], () => does.choose(null)),
        ]
      : []),
    ...(decision.mine ? [verb('decision.more', 'ask-more', 'Ask for more first', ['a'], () => does.open('more'))] : []),
    ...(may.leave ? [verb('decision.leave', 'you-decide', `${decision.askedBy.name} decides`, ['g'], does.leave)] : []),
    ...(may.hand ? [verb('decision.hand', 'hand-on', 'Hand it to…', ['h'], () => does.open('hand'))] : []),
    ...(may.change
      ? [
          verb('decision.edit', 'edit-brief', 'Change what is asked', ['e'], () => does.open('edit')),
          verb('decision.withdraw', 'withdraw', 'Take the question back', ['x'], does.withdraw),
        ]
      : []),
  ]
}
