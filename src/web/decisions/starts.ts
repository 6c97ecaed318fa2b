import type { FindingView } from '../../desk/rules/model.ts'
import { momentWords } from '../dates.ts'
import type { EventView } from '../event/draft.ts'
import type { Start } from './asking.ts'
import { type Deed, noOption, type OptionForm } from './draft.ts'

const mostFixes = 2
const longest = 200
const short = (text: string) => (text.length <= longest ? text : `${text.slice(0, longest - 1)}…`)

/** A finding as a question: its fixes are the options, what the desk can do itself it does, and leaving it is one too. */
export function aboutFinding(finding: FindingView): Start {
  const deedOf = ({ operation, input, words }: FindingView['fixes'][number]): Deed => ({ operation, input, words })
  const options = finding.fixes
    .slice(0, mostFixes)
    .map(
      (fix): OptionForm => ({ ...noOption, words: short(fix.words), deed: fix.reach === 'desk' ? deedOf(fix) : null }),
    )
  const leave: OptionForm = { ...noOption, words: 'Leave it as it is' }
  return {
    question: short(`${finding.title}: what shall we do?`),
    context: finding.words,
    options: options.length === 0 ? [noOption, leave] : [...options, leave],
    hangsOn: [...new Set(finding.items.flatMap(({ eventId }) => (eventId === null ? [] : [eventId])))],
    label: finding.label,
    deeds: finding.fixes.filter(({ reach }) => reach === 'desk').map(deedOf),
  }
}

/** Whether to cancel an event; one occurrence where it is one of many. */
export function whetherToCancel(event: EventView): Start {
  const { eventId, recurrenceId } = event
  const input = { eventId, recurrenceId, extent: recurrenceId === null ? 'all' : 'this', reason: 'As decided' }
  const when = event.start.includes('T') ? momentWords(event.start) : event.start
  const deed: Deed = { operation: 'event.cancel', input, words: `Cancel “${event.title}”` }
  return {
    question: short(`Cancel “${event.title}”, ${when}?`),
    options: [
      { ...noOption, words: 'Cancel it', deed },
      { ...noOption, words: 'Keep it' },
    ],
    hangsOn: [eventId],
    label: event.label,
    deeds: [deed],
  }
}
