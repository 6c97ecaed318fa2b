import type { FindingView } from '../../desk/rules/model.ts'
import css from './StillOpen.module.css'

/** On the printed sheet only: what is not settled yet, so that the paper does not look better than the day. */
export function StillOpen({ findings }: { findings: readonly FindingView[] }) {
  const open = findings.filter((one) => one.state !== 'accepted' && one.weight !== 'prefer')
  if (open.length === 0) return null
  return (
    <section className={`${css.open} printed`}>
      <h2>Still open</h2>
      <ul>
        {open.map((one) => (
          <li key={one.fingerprint}>
            <b>{one.title}</b> {one.words} {one.state === 'asked' && one.stateWords}
          </li>
        ))}
      </ul>
    </section>
  )
}
