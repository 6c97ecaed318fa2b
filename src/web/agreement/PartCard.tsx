import { useState } from 'react'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { shortDayWords } from '../dates.ts'
import { Button } from '../parts/Button.tsx'
import { Final } from '../parts/Final.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Tag } from '../parts/Tag.tsx'
import { WhoCan } from '../parts/WhoCan.tsx'
import { useMay } from '../shell/may.ts'
import css from './Agreement.module.css'
import { Figure } from './Figure.tsx'
import type { Agreement, Opened, Part } from './shown.ts'
import { WriteDialog } from './WriteDialog.tsx'

type Props = {
  part: Part
  number: number
  agreement: Agreement
  opened: Opened | null
  onOpen: (opened: Opened) => void
}

/** One part: its sentence and who signed it, and the number of each side. */
export function PartCard({ part, number, agreement, opened, onOpen }: Props) {
  return (
    <li className={css.part} aria-labelledby={`part-${part.part}`}>
      <div className={css.words}>
        <h2 id={`part-${part.part}`}>
          <span className={css.place} aria-hidden="true">
            {number}
          </span>
          {part.title} {part.sentence !== null && <State part={part} />}
        </h2>
        {part.sentence === null ? (
          <p className={css.about}>{part.about}</p>
        ) : (
          <p className={css.sentence}>{part.sentence}</p>
        )}
        <Signatures part={part} />
        <Verbs part={part} mine={agreement.mine !== null} />
      </div>
      <div className={css.numbers}>
        {part.measures.map((measure) => (
          <Figure
            key={measure.side}
            measure={measure}
            name={agreement.whose[measure.side]}
            open={opened?.part === part.part && opened.side === measure.side}
            onOpen={() => onOpen({ part: part.part, side: measure.side, month: null })}
          />
        ))}
      </div>
    </li>
  )
}

const State = ({ part }: { part: Part }) => <Tag tone={part.agreed ? 'green' : 'amber'}>{part.stateWords}</Tag>

const dayOf = (zoned: string): string => shortDayWords(Temporal.PlainDate.from(zoned.slice(0, 10)))

const Signatures = ({ part }: { part: Part }) =>
  part.signatures.length > 0 && (
    <ul className={css.signatures} aria-label={`Who signed ${part.title}`}>
      {part.signatures.map(({ name, at, here }) => (
        <li key={`${name} ${at}`} className={here ? undefined : css.gone}>
          <span className={css.hand}>{name}</span>
          <small>
            {dayOf(at)}
            {here ? '' : ', has left'}
          </small>
        </li>
      ))}
    </ul>
  )

function Verbs({ part, mine }: { part: Part; mine: boolean }) {
  const [writing, setWriting] = useState(false)
  const sign = useChange(desk.agreement.sign, {
    said: ({ agreed }) => (agreed ? `${part.title}: signed by both` : `Signed ${part.title}`),
  })
  const maySign = useMay('agreement.sign') !== 'no'
  if (!mine) return null
  return (
    <div className={css.verbs}>
      {part.maySign && part.version !== null && (
        <Button
          look="main"
          data-sign
          of="agreement.sign"
          busy={sign.isPending}
          aria-label={`Sign ${part.title}`}
          onClick={() => sign.mutate({ part: part.part, version: part.version ?? 0 })}
        >
          Sign
        </Button>
      )}
      <Button
        look={part.sentence === null ? 'plain' : 'quiet'}
        of="agreement.write"
        aria-label={`${part.sentence === null ? 'Put it into words' : 'Other words…'}: ${part.title}`}
        onClick={() => setWriting(true)}
      >
        {part.sentence === null ? 'Put it into words' : 'Other words…'}
      </Button>
      {part.maySign && part.version !== null && maySign && <Final of="agreement.sign" />}
      <WhoCan of="agreement.write" what="write or sign it" />
      <Refused error={sign.error} />
      {writing && <WriteDialog part={part} onClose={() => setWriting(false)} />}
    </div>
  )
}
