import { useState } from 'react'
import type { FindingView } from '../../desk/rules/model.ts'
import { useChange } from '../change.ts'
import { changeNamed, desk } from '../client.ts'
import { NotesField, TextField } from '../fields/Field.tsx'
import button from '../parts/Button.module.css'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { copyText } from '../shell/copy.ts'
import { openMail } from '../texts/mail.ts'
import { Stop } from '../texts/Stop.tsx'
import { useLeaving } from '../texts/useLeaving.ts'

type Fix = FindingView['fixes'][number]
type Draft = NonNullable<Fix['message']>

/** RFC 6068: addresses joined by commas, each field percent-encoded, lines ended by CRLF. */
export const mailto = (to: readonly string[], subject: string, body: string) =>
  `mailto:${to.map(encodeURIComponent).join(',')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`

type Sent = Pick<Fix, 'operation' | 'input' | 'words' | 'may'>
type About = Pick<FindingView, 'fingerprint'>

const isAsk = ({ operation }: Sent): boolean => operation === 'finding.asked'

/** What says that the letter went: of a finding that somebody was asked; of a promise that it was asked after. */
const sendingOf = (fix: Sent) => {
  const call = isAsk(fix) ? null : changeNamed(fix.operation)
  return (
    call ?? ((input: unknown, options: { context: { key?: string } }) => desk.finding.asked(input as Asked, options))
  )
}
type Asked = Parameters<typeof desk.finding.asked>[0]
/** A part of a trip, which stays amber until what was asked for is confirmed. */
const isSegment = ({ operation }: Sent): boolean => operation === 'segment.ask'
const saidOf = (fix: Sent): string =>
  isAsk(fix) || isSegment(fix) ? 'Asked. It stays amber until they answer.' : 'Asked after. The next day to ask is set.'
const sentBy = ({ fingerprint }: About, fix: Sent, to: string, message: string): unknown => {
  const whom = to || String(fix.input.to ?? '')
  if (isAsk(fix)) return { fingerprint, to: whom, message }
  return isSegment(fix) ? { ...fix.input, to: whom, message } : { ...fix.input, text: message }
}

/** For whom it is, as the operation that records it will say it. */
const addressedBy = ({ fingerprint }: About, fix: Sent, to: string) =>
  fix.operation === 'commitment.chase'
    ? { to: to || 'somebody outside', commitment: String(fix.input.id) }
    : { to: to || String(fix.input.to ?? '') || 'somebody outside', finding: fingerprint }

/**
 * The letter that asks somebody outside. No mail is connected, so it goes by the person's own hand: copied, or opened in
 * their mail program. "It went" makes the finding amber; only their answer settles it.
 */
export function Message({
  finding,
  fix,
  message,
  open,
  onClose,
}: {
  finding: About
  fix: Sent
  message: Draft
  open: boolean
  onClose: () => void
}) {
  const [subject, setSubject] = useState(message.subject)
  const [body, setBody] = useState(message.body)
  const went = useChange(sendingOf(fix), { said: saidOf(fix), onDone: onClose })
  const to = message.to.join(', ')
  const text = `${subject}\n\n${body}`
  const leaving = useLeaving(addressedBy(finding, fix, to))
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={fix.words}
      sub={to ? `To ${to}` : 'Nobody’s address is known; write to them your usual way.'}
      actions={
        <>
          <Button
            may={fix.may}
            look="main"
            busy={went.isPending || leaving.busy}
            onClick={() => leaving.leave(text, () => went.mutate(sentBy(finding, fix, to, text)))}
          >
            It went
          </Button>
          <a
            className={`${button.button} ${button.plain ?? ''}`}
            href={mailto(message.to, subject, body)}
            onClick={(event) => openMail(event, text, leaving)}
          >
            Open in mail
          </a>
          <Button onClick={() => leaving.leave(text, () => copyText(text))}>Copy</Button>
          <Button look="quiet" onClick={onClose}>
            Not now
          </Button>
        </>
      }
    >
      <TextField label="Subject" value={subject} onValue={setSubject} />
      <NotesField label="Message" rows={8} value={body} onValue={setBody} />
      <Stop leaving={leaving} text={text} />
      <Refused error={went.error} />
    </Dialog>
  )
}
