import css from './Agreement.module.css'
import type { Measure } from './shown.ts'

type Props = { measure: Measure; name: string; open: boolean; onOpen: () => void }

/** What one side comes to, with its trend; it opens what it was counted from. Where nothing was counted it says so. */
export function Figure({ measure, name, open, onOpen }: Props) {
  const { title, words, why } = measure
  return (
    <div className={css.number}>
      <span className={css.whose}>{name}</span>
      {words === null ? (
        <>
          <span className={css.none}>not measured yet</span>
          <span className={css.what}>{title}</span>
          <span className={css.why}>{why}</span>
        </>
      ) : (
        <>
          <button
            type="button"
            className={css.value}
            aria-expanded={open}
            aria-label={`${title}, ${name}: ${words}. What it was counted from`}
            onClick={onOpen}
          >
            {words}
          </button>
          <span className={css.what}>{title}</span>
          <Trend months={measure.months} />
        </>
      )}
    </div>
  )
}

const [wide, tall, step] = [10, 24, 12]

/** Twelve months, the oldest first; a month with nothing in it is a gap. The panel says the same in words. */
const Trend = ({ months }: Pick<Measure, 'months'>) => (
  <svg
    className={css.trend}
    viewBox={`0 0 ${months.length * step} ${tall + 2}`}
    preserveAspectRatio="xMinYMax meet"
    aria-hidden="true"
  >
    {months.map(({ month, share }, n) => {
      const height = share === null ? 0 : Math.max(2, share * tall)
      return share === null ? (
        <circle key={month} cx={n * step + wide / 2} cy={tall} r={1} />
      ) : (
        <rect key={month} x={n * step} y={tall + 1 - height} width={wide} height={height} rx={1.5} />
      )
    })}
  </svg>
)
