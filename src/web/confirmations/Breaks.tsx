import type { CascadeView } from '../../desk/travel/contract.ts'
import css from './Confirmations.module.css'

/** What would no longer work behind it, said before it is taken; the ways out are buttons on the trip once it is. */
export const Breaks = ({ cascade }: { cascade: CascadeView }) => (
  <section className={`${css.breaks} ${cascade.steps.length > 0 ? css.fails : ''}`} aria-label="Behind it">
    <h2>
      {cascade.steps.length === 0
        ? 'Nothing behind it breaks'
        : cascade.steps.length === 1
          ? 'One thing behind it no longer works'
          : `${cascade.steps.length} things behind it no longer work`}
    </h2>
    <ol>
      {cascade.steps.map(({ order, finding, about }) => (
        <li key={finding.fingerprint}>
          <b>
            {order}. {about.title}
          </b>{' '}
          {finding.words}
        </li>
      ))}
    </ol>
    {cascade.stands.length > 0 && <p>As it was: {cascade.stands.join(', ')}.</p>}
  </section>
)
