import { useMemo, useState } from 'react'
import type { GroupView } from '../../desk/holds/model.ts'
import { checkText } from '../../desk/holds/texts/model.ts'
import { NotesField } from '../fields/Field.tsx'
import button from '../parts/Button.module.css'
import { Button } from '../parts/Button.tsx'
import { copyText } from '../shell/copy.ts'
import { openMail } from '../texts/mail.ts'
import { Stop } from '../texts/Stop.tsx'
import { useLeaving } from '../texts/useLeaving.ts'
import css from './OfferPanel.module.css'

type Props = {
  label: string
  subject: string
  text: string
  group: GroupView
  address?: string | null
  /** What to do once it went. */
  onWent?: () => void
}

/** A text to send by one's own hand, read again at every keystroke: weekdays, zones, names and times must be right before it leaves. */
export function TextToSend({ label, subject, text, group, address = null, onWent }: Props) {
  const whole = address ? `${text}\n\n${address}` : text
  const [body, setBody] = useState(text.includes(address ?? '\u0000') ? text : whole)
  const wrong = useMemo(() => checkText(body, group), [body, group])
  const leaving = useLeaving({ to: group.through?.name ?? group.to.name, offer: group.id })
  const to = group.through?.address ?? group.to.address ?? ''
  const mail = `mailto:${encodeURIComponent(to)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`
  return (
    <div className={css.text}>
      <NotesField label={label} rows={11} value={body} onValue={setBody} />
      {wrong.length === 0 ? (
        <p className={css.checked} role="status">
          Weekdays match their dates, the zones are there, names are spelt their way.
        </p>
      ) : (
        <div role="alert">
          <ul className={css.findings}>
            {wrong.map(({ words }) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </div>
      )}
      <Stop leaving={leaving} text={body} />
      <div className={css.row}>
        <Button
          look={wrong.length === 0 ? 'main' : 'plain'}
          busy={leaving.busy}
          onClick={() => leaving.leave(body, () => copyText(body))}
        >
          {wrong.length === 0 ? 'Copy the text' : 'Copy it as it is'}
        </Button>
        <a
          className={`${button.button} ${button.plain ?? ''}`}
          href={mail}
          onClick={(event) => openMail(event, body, leaving)}
        >
          Open in mail
        </a>
        {address && <Button onClick={() => copyText(address)}>Copy the page’s address</Button>}
        {onWent && (
          <Button of="hold.nudged" onClick={onWent}>
            It went
          </Button>
        )}
      </div>
      {address && (
        <p className={css.hint}>
          The page at this address shows these times and nothing else. It is shown here once; you can make another
          later.
        </p>
      )}
    </div>
  )
}
