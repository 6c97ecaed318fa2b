import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import type { TravellerBrief } from '../../desk/travel/traveller/model.ts'
import { ask } from '../client.ts'
import { Choice } from '../fields/Field.tsx'
import { Page, PageHead } from '../parts/Page.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { Profile } from './Profile.tsx'
import css from './Traveller.module.css'

/** Who travels: the name in the passport, papers, programmes, and wishes, which are rules. */
export function TravellerPage() {
  const { personId } = useParams({ strict: false }) as { personId?: string }
  const { data, error, isPending, refetch } = useQuery(
    ask.traveller.show.queryOptions({ input: personId === undefined ? {} : { personId } }),
  )
  return (
    <Page>
      <p className={css.back}>
        <Link to="/travel">← Travel</Link>
      </p>
      <PageHead
        title="Travellers"
        sub="The name as in the passport, papers and when they expire, programmes; and wishes, each of them a rule"
      />
      <Who personId={personId ?? null} />
      {isPending && <Waiting />}
      {error && <Refused error={error} retry={refetch} />}
      {data && <Profile key={personId ?? ''} traveller={data.traveller} />}
    </Page>
  )
}

/** Everybody of whom something is on file, and whoever else the desk knows. */
function Who({ personId }: { personId: string | null }) {
  const list = useQuery(ask.traveller.list.queryOptions({ input: {} }))
  const people = useQuery(ask.person.list.queryOptions({ input: { most: 2000 } }))
  const navigate = useNavigate()
  const travellers = list.data?.travellers ?? []
  const others = (people.data?.people ?? []).filter(({ id }) => !travellers.some((one) => one.personId === id))
  const open = others.find(({ id }) => id === personId)
  if (travellers.length === 0) return null
  return (
    <nav aria-label="Who travels">
      <ul className={css.who}>
        {travellers.map((one) => (
          <li key={one.personId ?? ''}>
            <To traveller={one} open={one.personId === personId} />
          </li>
        ))}
        {open && (
          <li>
            <To traveller={{ personId: open.id, name: open.name, expires: '' }} open />
          </li>
        )}
      </ul>
      {others.length > 0 && (
        <div className={css.group}>
          <Choice
            label="Somebody else"
            value=""
            options={[
              { value: '', words: 'Whoever else travels…' },
              ...others.map(({ id, name }) => ({ value: id, words: name })),
            ]}
            onValue={(id) =>
              id !== '' && void navigate({ to: '/travel/traveller/$personId', params: { personId: id } })
            }
          />
        </div>
      )}
    </nav>
  )
}

type Brief = Pick<TravellerBrief, 'personId' | 'name' | 'expires'>

const To = ({ traveller: { personId, name, expires }, open }: { traveller: Brief; open: boolean }) => {
  const more = { title: expires, ...(open && { 'aria-current': 'page' as const }) }
  return personId === null ? (
    <Link to="/travel/traveller" {...more}>
      {name}
    </Link>
  ) : (
    <Link to="/travel/traveller/$personId" params={{ personId }} {...more}>
      {name}
    </Link>
  )
}
