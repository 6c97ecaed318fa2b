import { atDesk } from '../desk.ts'
import { useSeats } from '../desks/desks.ts'
import { openDesks } from '../desks/open.ts'
import { asRoles } from '../desks/words.ts'
import { Button } from '../parts/Button.tsx'
import { useMe } from '../shell/me.ts'
import { Section } from './Section.tsx'
import css from './Settings.module.css'

/** Where else this person sits, and the way to a desk more. */
export function YourDesks() {
  const { desk: here } = useMe()
  const { data } = useSeats()
  if (!data || (data.seats.length < 2 && !data.mayOpen)) return null
  return (
    <Section title="Your desks" note="One sign-in, a desk for each executive. What is on one is seen from no other.">
      {data.seats.length > 1 && (
        <ul className={css.rows}>
          {data.seats.map(({ desk, executive, role }) => (
            <li key={desk}>
              <div>
                {desk === here.id ? (
                  <b>{executive}’s desk, on screen</b>
                ) : (
                  <a href={atDesk('/today', desk)}>{executive}’s desk</a>
                )}
                <p className={css.note}>{asRoles[role]}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
      {data.mayOpen && (
        <span className={css.actions}>
          <Button onClick={() => openDesks('another')}>Open another desk…</Button>
        </span>
      )}
    </Section>
  )
}
