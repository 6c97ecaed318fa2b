import { clock } from '../dates.ts'
import { Button } from '../parts/Button.tsx'
import { copyText } from '../shell/copy.ts'
import css from './OneToOne.module.css'
import type { Meeting } from './shapes.ts'

/** What the two did and talked through while it went on, as the record has it. */
export const AgreedList = ({ meeting }: { meeting: Meeting }) =>
  meeting.agreed.length === 0 ? (
    <p className={css.note}>Nothing yet. What either of you does from here on is written down here.</p>
  ) : (
    <ol className={css.agreed}>
      {meeting.agreed.map((one) => (
        <li key={one.entry}>
          <time>{clock(one.at)}</time>
          <span>
            {one.words} <small>{one.by}</small>
          </span>
        </li>
      ))}
    </ol>
  )

export const TakeAway = ({ meeting, onPrint }: { meeting: Meeting; onPrint: (text: string) => void }) => (
  <p className={css.ways}>
    <Button look="main" onClick={() => copyText(meeting.text)}>
      Copy what was agreed
    </Button>
    <Button onClick={() => onPrint(meeting.text)}>Print it</Button>
  </p>
)
