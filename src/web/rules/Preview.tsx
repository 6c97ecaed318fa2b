import { useQuery } from '@tanstack/react-query'
import { ask } from '../client.ts'
import { shortDayWords } from '../dates.ts'
import { FindingLines } from '../findings/FindingLines.tsx'
import { wordsOf } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import css from './Rules.module.css'

/** What a rule would flag, saved or not, on this very calendar. A tenth of all days or more is said to be much. */
export function Preview({ input, lead }: { input: { id?: string; draft?: string }; lead: string }) {
  const { data, error } = useQuery({
    ...ask.rule.preview.queryOptions({ input }),
    retry: false,
    placeholderData: (before) => before,
  })
  if (error)
    return (
      <p className={css.wrong} role="status">
        {wordsOf(error)}
      </p>
    )
  if (!data) return <Waiting />
  const span = `${shortDayWords(Temporal.PlainDate.from(data.from))} to ${shortDayWords(Temporal.PlainDate.from(data.to))}`
  const many = data.flaggedDays * 10 > data.days
  return (
    <div className={css.preview}>
      <p role="status">
        <b>
          {lead}{' '}
          {data.count === 0
            ? 'nothing'
            : `${data.count} ${data.count === 1 ? 'thing' : 'things'} on ${data.flaggedDays} of ${data.days} days`}
        </b>{' '}
        <span className={css.note}>({span})</span>
        {data.never === null
          ? many && ' That is more than one day in ten: perhaps it asks too much, or the week does.'
          : ` ${data.never}`}
      </p>
      <FindingLines findings={data.findings} />
    </div>
  )
}
