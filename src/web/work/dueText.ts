import type { WorkView } from '../../desk/work/tasks/model.ts'
import { momentWords, placeOf, shortDayWords } from '../dates.ts'

/** "Thu 26 Nov, 16:00 London"; the day alone, with its zone, where it is due as the day ends. */
export const dueText = ({ due, dueOn, dueTime, zone }: WorkView): string => {
  if (due === null || dueOn === null) return 'No date'
  return dueTime === null ? `${shortDayWords(Temporal.PlainDate.from(dueOn))} ${placeOf(zone)}` : momentWords(due)
}
