import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { NoteSection } from '../../desk/cover/model.ts'
import { ask } from '../client.ts'
import { momentWords } from '../dates.ts'
import { Button } from '../parts/Button.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { copyText } from '../shell/copy.ts'
import { Stop } from '../texts/Stop.tsx'
import { useLeaving } from '../texts/useLeaving.ts'
import css from './Cover.module.css'

const titles = {
  held: 'Held for others',
  flight: 'In flight, and what was said last',
  due: 'Due until the cover ends',
  people: 'Key people',
} as const

const nothing = {
  held: 'No time is held for anybody.',
  flight: 'Nobody waits for an answer.',
  due: 'Nothing falls due.',
  people: 'Nobody is to be met.',
} as const

const textOf = (words: string, sections: readonly NoteSection[]): string =>
  [
    words,
    ...sections.flatMap(({ part, lines }) => [
      '',
      titles[part],
      ...(lines.length === 0
        ? [nothing[part]]
        : lines.map((line) => `- ${line.words}${line.detail === '' ? '' : ` (${line.detail})`}`)),
    ]),
  ].join('\n')

/** The handover note: live, and as it was handed over. */
export function Note({ id }: { id: string }) {
  const { data, error, refetch } = useQuery({
    ...ask.cover.note.queryOptions({ input: { id } }),
    refetchInterval: 60_000,
  })
  const [then, setThen] = useState(false)
  const leaving = useLeaving({ to: data?.cover.cover.name ?? 'whoever covers' })
  if (error) return <Refused error={error} retry={refetch} />
  if (!data) return <Waiting />
  const sections = then && data.handed ? data.handed : data.sections
  const text = textOf(data.cover.words, sections)
  return (
    <section className={css.note} aria-label="Handover note">
      <p className={css.when}>
        {then && data.handedAt ? `As it was handed over, ${momentWords(data.handedAt)}.` : 'As it stands now.'} Written
        for {data.cover.cover.name}: nothing in it that they may not see.
      </p>
      {sections.map(({ part, lines }) => (
        <div key={part}>
          <h4>{titles[part]}</h4>
          {lines.length === 0 ? (
            <p className={css.none}>{nothing[part]}</p>
          ) : (
            <ul>
              {lines.map((line) => (
                <li key={`${line.words}${line.detail}${line.item}`}>
                  {line.words}
                  {line.detail !== '' && <small>{line.detail}</small>}
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
      <Stop leaving={leaving} text={text} />
      <div className={`${css.verbs} unprinted`}>
        <Button busy={leaving.busy} onClick={() => leaving.leave(text, () => copyText(text))}>
          Copy the note
        </Button>
        <Button onClick={() => window.print()}>Print it</Button>
        {data.handed && (
          <Button look="quiet" aria-pressed={then} onClick={() => setThen(!then)}>
            {then ? 'As it stands now' : 'As it was handed over'}
          </Button>
        )}
      </div>
    </section>
  )
}
