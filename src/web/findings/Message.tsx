import { useState } from 'react'
import type { FindingView } from '../../desk/rules/model.ts'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { NotesField, TextField } from '../fields/Field.tsx'
import button from '../parts/Button.module.css'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { copyText } from '../shell/copy.ts'

type Fix = FindingView['fixes'][number]
type Draft = NonNullable<Fix['message']>

/** RFC 6068: addresses joined by commas, each field percent-encoded, lines ended by CRLF. */
const mailto = (to: readonly string[], subject: string, body: string) =>
  `mailto:${to.map(encodeURIComponent).join(',')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`

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
  finding: FindingView
  fix: Fix
  message: Draft
  open: boolean
  onClose: () => void
}) {
  const [subject, setSubject] = useState(message.subject)
  const [body, setBody] = useState(message.body)
  const went = useChange(desk.finding.asked, { said: 'Asked. It stays amber until they answer.', onDone: onClose })
  const to = message.to.join(', ')
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={fix.words}
      sub={to ? `To ${to}` : 'Nobody’s address is known; write to them your usual way.'}
      actions={
        <>
          <Button
            look="main"
            busy={went.isPending}
            onClick={() => went.mutate({ fingerprint: finding.fingerprint, to, message: `${subject}\n\n${body}` })}
          >
            It went
          </Button>
          <a className={`${button.button} ${button.plain ?? ''}`} href={mailto(message.to, subject, body)}>
            Open in mail
          </a>
          <Button onClick={() => copyText(`${subject}\n\n${body}`)}>Copy</Button>
          <Button look="quiet" onClick={onClose}>
            Not now
          </Button>
        </>
      }
    >
      <TextField label="Subject" value={subject} onValue={setSubject} />
      <NotesField label="Message" rows={8} value={body} onValue={setBody} />
      <Refused error={went.error} />
    </Dialog>
  )
}
