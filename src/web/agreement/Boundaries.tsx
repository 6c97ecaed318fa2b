import { Link } from '@tanstack/react-router'
import { momentWords } from '../dates.ts'
import css from './Agreement.module.css'
import type { Agreement } from './shown.ts'

/** The hours, leave and load that asks are held to, and what was asked outside the hours: both see the same. */
export const Boundaries = ({ agreement: { boundaries, outside } }: { agreement: Agreement }) => (
  <section className={css.boundaries} aria-labelledby="boundaries">
    <h2 id="boundaries">Hours, leave and load</h2>
    {boundaries.length === 0 ? (
      <p>
        Nothing was agreed yet, so nothing that is asked is held to it. Add a rule “Asked outside the hours”, “Due while
        away” or “More than was agreed” on <Link to="/rules">the page of rules</Link>: from then on an ask that does not
        fit says so before it is saved, with what would.
      </p>
    ) : (
      <ul>
        {boundaries.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    )}
    {boundaries.length > 0 && (
      <>
        <h3>Asked outside the hours</h3>
        {outside.length === 0 ? (
          <p>Nothing in the last twelve months.</p>
        ) : (
          <ul className={css.entries}>
            {outside.map((entry) => (
              <li key={entry.id}>
                <p>{entry.words}</p>
                <p className={css.why}>
                  {momentWords(entry.at)} · {entry.by.name}
                  {entry.why !== null && ` · because: ${entry.why}`}
                </p>
              </li>
            ))}
          </ul>
        )}
      </>
    )}
  </section>
)
