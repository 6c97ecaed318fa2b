import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../client.ts'
import { NotesField } from '../fields/Field.tsx'
import { Panel } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { useLater } from '../shell/later.ts'
import type { Newcomer } from './Introduce.tsx'
import css from './People.module.css'
import { Suggested } from './Suggested.tsx'

const foundWords = (n: number): string =>
  n === 0 ? 'Nobody in it says that they assist somebody you do not know of yet' : `${n} suggested`

/** A mail, pasted: who says in it that they assist somebody is suggested, with the words. */
export function PasteMail({
  onIntroduce,
  onClose,
}: {
  onIntroduce: (newcomer: Newcomer) => void
  onClose: () => void
}) {
  const [text, setText] = useState('')
  const typed = useLater(text, 250)
  const read = useQuery({ ...ask.person.read.queryOptions({ input: { text: typed } }), enabled: typed.trim() !== '' })
  const found = typed.trim() === '' ? [] : (read.data?.suggestions ?? [])
  return (
    <Panel
      open
      onClose={onClose}
      title="Assistants in a mail"
      sub="Signatures are read by rule: “EA to …”, “Assistant to …”. Nothing is written down before you say so"
    >
      <div className={css.fields}>
        <NotesField label="The mail" rows={9} value={text} onValue={setText} />
      </div>
      <section className={css.section} aria-label="Suggested">
        <h3 aria-live="polite">
          {typed.trim() === '' ? 'Nothing pasted yet' : read.data ? foundWords(found.length) : ''}
        </h3>
        <Suggested found={found} onIntroduce={onIntroduce} />
      </section>
      {read.error ? <Refused error={read.error} retry={read.refetch} /> : null}
    </Panel>
  )
}
