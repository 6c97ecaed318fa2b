import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useId, useState } from 'react'
import type { ContactKind } from '../../desk/people/model.ts'
import { useChange } from '../change.ts'
import { ask, desk } from '../client.ts'
import { Choice, DateField, Switch, TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { useEarlyEnter } from '../parts/earlyEnter.ts'
import { Refused } from '../parts/Refused.tsx'
import { useLater } from '../shell/later.ts'
import { useVerbs } from '../shell/verbs.ts'
import { kindChoices } from './choices.ts'
import { onLine, openLine } from './open.ts'
import css from './People.module.css'

/** One line after a contact with somebody, from wherever one is: a tip, a favour, thanks. */
export function LineDoor() {
  const [about, setAbout] = useState<{ person: string | null } | null>(null)
  useEffect(() => onLine((person) => setAbout({ person })), [])
  useVerbs([
    {
      id: 'note-a-line',
      words: 'Note a line about somebody',
      group: 'Desk',
      keys: ['/'],
      of: 'contact.note',
      run: () => openLine(),
    },
  ])
  return about && <Line about={about.person} onClose={() => setAbout(null)} />
}

type Said = { kind: ContactKind | null; person: string | null; on: string; isPrivate: boolean }

function Line({ about, onClose }: { about: string | null; onClose: () => void }) {
  const form = useId()
  const [text, setText] = useState('')
  const [said, setSaid] = useState<Said>({ kind: null, person: about, on: '', isPrivate: false })
  const typed = useLater(text.trim(), 150)
  const understood = useQuery({
    ...ask.contact.understand.queryOptions({ input: { text: typed } }),
    placeholderData: keepPreviousData,
  })
  const known = useQuery(ask.person.list.queryOptions({ input: { most: 2000 } }))
  const noted = useChange(desk.contact.note, { said: (done) => `Noted about ${done.line.name}`, onDone: onClose })
  const reading = typed === '' ? null : (understood.data ?? null)
  const personId = said.person ?? reading?.person?.id ?? null
  const kind = said.kind ?? reading?.kind ?? 'note'
  const isRead = typed !== '' && typed === text.trim() && understood.isSuccess && !understood.isPlaceholderData
  const note = () => {
    if (personId === null) return
    noted.mutate({
      personId,
      kind,
      words: text.trim(),
      on: said.on === '' ? null : said.on,
      label: said.isPrivate ? 'private' : null,
    })
  }
  const submit = useEarlyEnter(text, isRead, note)
  const put = (part: Partial<Said>) => setSaid((was) => ({ ...was, ...part }))
  return (
    <Dialog
      open
      onClose={onClose}
      title="Note a line about somebody"
      sub="A tip, a favour either way, thanks: it is shown when you write to them next"
      actions={
        <>
          <Button
            look="main"
            type="submit"
            form={form}
            hint="Enter"
            of="contact.note"
            busy={noted.isPending}
            disabled={text.trim() === '' || (isRead && personId === null)}
          >
            Note it
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </>
      }
    >
      <form id={form} className={css.fields} onSubmit={submit}>
        <TextField
          label="In one line"
          value={text}
          maxLength={500}
          autoComplete="off"
          placeholder="Luca moved the audit call for us"
          hint={<span aria-live="polite">{said.person === null ? reading?.words : undefined}</span>}
          onValue={setText}
        />
        <div className={css.pair}>
          <Choice
            label="About"
            value={personId ?? ''}
            options={[
              ...(personId === null ? [{ value: '', words: 'Choose' }] : []),
              ...(known.data?.people ?? []).map(({ id, name, organisation }) => ({
                value: id,
                words: organisation === '' ? name : `${name}, ${organisation}`,
              })),
            ]}
            onValue={(person) => put({ person })}
          />
          <Choice label="It is" value={kind} options={kindChoices} onValue={(one) => put({ kind: one })} />
        </div>
        <div className={css.pair}>
          <DateField label="On" value={said.on} hint="today unless said" onValue={(on) => put({ on })} />
          <Switch
            label="Private"
            hint="for whoever sees what is private"
            value={said.isPrivate}
            onValue={(isPrivate) => put({ isPrivate })}
          />
        </div>
      </form>
      {known.data?.isEmpty && <p className={css.note}>The desk knows nobody yet: write somebody down under People.</p>}
      <Refused error={noted.error} />
    </Dialog>
  )
}
