import type { desk } from '../client.ts'
import css from '../parts/ReadLine.module.css'

type Reading = Awaited<ReturnType<typeof desk.event.understand>>

/** What the desk made of a typed line, before anything is saved: the event in words, then what it had to assume. */
export const Understood = ({ text, reading, into }: { text: string; reading: Reading; into: string | undefined }) => (
  <>
    <p className={reading.draft ? css.yes : css.no}>
      {reading.words}
      {reading.draft && into && <span> · into {into}</span>}
    </p>
    {reading.parts.length > 0 && (
      <ul className={css.parts}>
        {reading.parts.map((part) => (
          <li key={part.from}>
            <span>{text.slice(part.from, part.to)}</span> {part.meaning}
          </li>
        ))}
      </ul>
    )}
    {reading.assumed.length > 0 && <p className={css.assumed}>{reading.assumed.join(' · ')}</p>}
  </>
)
