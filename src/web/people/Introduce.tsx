import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../client.ts'
import { NotesField } from '../fields/Field.tsx'
import button from '../parts/Button.module.css'
import { Button } from '../parts/Button.tsx'
import { Panel } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { copyText } from '../shell/copy.ts'
import { openMail } from '../texts/mail.ts'
import { Stop } from '../texts/Stop.tsx'
import { useLeaving } from '../texts/useLeaving.ts'
import css from './People.module.css'

/** Somebody new, whom they assist, and the addresses of both where they are known. */
export type Newcomer = {
  readonly to: string
  readonly address: string
  readonly assisted: string
  readonly assistedAddress: string
}

/** A letter that introduces the desk to a new assistant, to copy or to open in mail; nothing goes by itself. */
export function Introduce({ newcomer, onClose }: { newcomer: Newcomer; onClose: () => void }) {
  const { data, error, refetch } = useQuery(ask.person.introduce.queryOptions({ input: newcomer }))
  return (
    <Panel
      open
      onClose={onClose}
      title={`An introduction to ${newcomer.to}`}
      sub={`Made of what is known: who you are, and what is ahead with ${newcomer.assisted}`}
    >
      {data ? (
        <Letter key={data.letter} letter={data} newcomer={newcomer} />
      ) : error ? (
        <Refused error={error} retry={refetch} />
      ) : (
        <Waiting />
      )}
    </Panel>
  )
}

type Written = { readonly letter: string; readonly subject: string; readonly address: string | null }

function Letter({ letter, newcomer }: { letter: Written; newcomer: Newcomer }) {
  const [body, setBody] = useState(letter.letter)
  const leaving = useLeaving({ to: newcomer.to })
  const mail = `mailto:${encodeURIComponent(letter.address ?? '')}?subject=${encodeURIComponent(letter.subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`
  return (
    <div className={css.fields}>
      <NotesField label="To send" rows={16} value={body} onValue={setBody} />
      <Stop leaving={leaving} text={body} />
      <div className={css.row}>
        <Button look="main" busy={leaving.busy} onClick={() => leaving.leave(body, () => copyText(body))}>
          Copy the text
        </Button>
        <a
          className={`${button.button} ${button.plain ?? ''}`}
          href={mail}
          onClick={(event) => openMail(event, body, leaving)}
        >
          Open in mail
        </a>
      </div>
    </div>
  )
}
