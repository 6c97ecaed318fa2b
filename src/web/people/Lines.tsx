import { useState } from 'react'
import type { ContactView } from '../../desk/people/model.ts'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { Button } from '../parts/Button.tsx'
import { Tag } from '../parts/Tag.tsx'
import { LineEdit } from './LineEdit.tsx'
import css from './People.module.css'

/** What was noted after contacts; `who` names whom each is about. */
export const Lines = ({ lines, who = false }: { lines: readonly ContactView[]; who?: boolean }) => (
  <ul className={css.lines}>
    {lines.map((line) => (
      <li key={line.id} className={css.line} data-kind={line.kind}>
        <OneLine line={line} who={who} />
      </li>
    ))}
  </ul>
)

const OneLine = ({ line, who }: { line: ContactView; who: boolean }) => (
  <>
    <span className={css.said}>{line.words}</span>
    <span className={css.note}>
      {who && `${line.name} · `}
      {line.when} {line.label === 'private' && <Tag tone="plum">private</Tag>}
    </span>
  </>
)

/** The same with a way to put one right, or take it back. */
export function OwnLines({ lines }: { lines: readonly ContactView[] }) {
  const [changing, setChanging] = useState<ContactView | null>(null)
  const gone = useChange(desk.contact.remove, { said: 'Taken back', loud: true })
  return (
    <>
      <ul className={css.lines}>
        {lines.map((line) => (
          <li key={line.id} className={css.line} data-kind={line.kind}>
            <OneLine line={line} who={false} />
            <span className={css.row}>
              <Button
                look="quiet"
                of="contact.edit"
                aria-label={`Change “${line.words}”`}
                onClick={() => setChanging(line)}
              >
                Change
              </Button>
              <Button
                look="quiet"
                of="contact.remove"
                aria-label={`Take back “${line.words}”`}
                onClick={() => gone.mutate({ id: line.id })}
              >
                Take back
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {changing && <LineEdit line={changing} onClose={() => setChanging(null)} />}
    </>
  )
}
