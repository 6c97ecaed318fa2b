import type { desk } from '../client.ts'
import { monthWords, waitWords } from '../dates.ts'
import css from './Log.module.css'
import type { Counted } from './Log.tsx'

type Wait = Awaited<ReturnType<typeof desk.decision.log>>['wait']
type Props = { wait: Wait; onShow: (those: Counted) => void }

/** How long answers take, as a sentence and by month; every number opens what it was counted from. */
export function Waits({ wait, onShow }: Props) {
  const { median, answered, byDefault, lapsed } = wait
  return (
    <div className={css.waits}>
      <p className={css.sentence}>
        {median === null ? (
          'Nobody has answered a question yet.'
        ) : (
          <>
            Half of all answers came within <b>{median < 1 ? 'a minute' : waitWords(median)}</b>.
          </>
        )}{' '}
        <Opens n={answered} one="answered" words="Answered by somebody" onShow={onShow} />
        <Opens n={byDefault} one="settled by silence" words="Settled by silence" onShow={onShow} />
        <Opens n={lapsed} one="lapsed" words="Lapsed: nothing was done" onShow={onShow} />
      </p>
      {wait.months.length > 0 && <Months months={wait.months} onShow={onShow} />}
    </div>
  )
}

const Opens = ({
  n,
  one,
  words,
  onShow,
}: {
  n: readonly string[]
  one: string
  words: string
  onShow: Props['onShow']
}) =>
  n.length > 0 && (
    <button type="button" className={css.number} onClick={() => onShow({ words: `${words}: ${n.length}`, ids: n })}>
      {n.length} {one}
    </button>
  )

const shown = 12
const wide = 100

/** A bar a month; the table it stands in says the same in words. */
function Months({ months, onShow }: { months: Wait['months'] } & Pick<Props, 'onShow'>) {
  const longest = Math.max(1, ...months.map(({ median }) => median))
  return (
    <table className={css.months}>
      <caption>The median wait by month</caption>
      <thead>
        <tr>
          <th scope="col">Month</th>
          <th scope="col">Median wait</th>
          <th scope="col">Answers</th>
        </tr>
      </thead>
      <tbody>
        {months.slice(0, shown).map(({ month, median, ids }) => (
          <tr key={month}>
            <th scope="row">{monthWords(month)}</th>
            <td>
              <div className={css.bar}>
                <svg viewBox={`0 0 ${wide} 8`} preserveAspectRatio="none" aria-hidden="true">
                  <rect width={Math.max(1, (median / longest) * wide)} height={8} rx={1} />
                </svg>
                {waitWords(median)}
              </div>
            </td>
            <td>
              <button
                type="button"
                className={css.number}
                aria-label={`${ids.length} in ${monthWords(month)}`}
                onClick={() => onShow({ words: `Answered in ${monthWords(month)}: ${ids.length}`, ids })}
              >
                {ids.length}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
