import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask } from '../client.ts'
import { Refused } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import css from './Journal.module.css'

/** What was before an entry and what is after it, and the way to everything that happened to the same thing. */
export function Before({ entry }: { entry: string }) {
  const { data, error } = useQuery(ask.journal.show.queryOptions({ input: { entry } }))
  if (error) return <Refused error={error} />
  if (!data) return <Waiting />
  const [item] = data.items
  return (
    <>
      {data.changes.length === 0 ? (
        <p className={css.by}>The sentence says all there is.</p>
      ) : (
        <table className={css.changes}>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Before</th>
              <th scope="col">After</th>
            </tr>
          </thead>
          <tbody>
            {data.changes.map(({ what, before, after }) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td>{before ?? '—'}</td>
                <td>{after ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {item !== undefined && (
        <p className={css.by}>
          <Link to="/journal" search={{ about: item }}>
            Everything that happened to it
          </Link>
        </p>
      )}
    </>
  )
}
