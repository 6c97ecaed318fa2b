import { atDesk } from '../desk.ts'
import { Page, PageHead } from '../parts/Page.tsx'
import { useSeats } from './desks.ts'
import css from './Switcher.module.css'
import { asRoles } from './words.ts'

/** The address names a desk this person does not sit at, or no longer: never another in its place, but the way to theirs. */
export function NoSuchDesk() {
  const { data } = useSeats()
  return (
    <main>
      <Page>
        <PageHead
          title="You sit at no such desk"
          sub="Perhaps you were taken from it, or the address is somebody else’s. These are yours."
        />
        <ul className={`${css.desks} ${css.alone}`}>
          {data?.seats.map(({ desk, executive, role }) => (
            <li key={desk}>
              <a href={atDesk('/today', desk)} className={css.desk}>
                <span>
                  <b>{executive}’s desk</b>
                  <small>{asRoles[role]}</small>
                </span>
              </a>
            </li>
          ))}
        </ul>
      </Page>
    </main>
  )
}
