import { type FormEvent, useMemo, useState } from 'react'
import type { NoteLine, NoteView } from '../../desk/work/notes/model.ts'
import { suggest } from '../../desk/work/notes/suggest/model.ts'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { Choice, DateField, TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Refused } from '../parts/Refused.tsx'
import { useMe } from '../shell/me.ts'
import css from './Commitments.module.css'

type Props = { note: NoteView; line: NoteLine; side: 'ours' | 'theirs'; onDone: () => void }

/** A line of notes as a promise: what, with whom and by when stand there as far as the line says them; Enter keeps it. */
export function LinePromise({ note, line, side, onDone }: Props) {
  const me = useMe()
  const read = useMemo(() => {
    const self = { name: me.member.name, side: 'ours' as const }
    const spoken = {
      speaker: self,
      to: self,
      on: note.on,
      zone: me.desk.zone,
      ours: [me.desk.executive, me.member.name],
      // Whoever a line begins with that is said to be a promise is the one who makes it.
      theirs: [...note.people.map(({ name }) => name), /^\p{Lu}[\p{L}'-]+/u.exec(line.text)?.[0] ?? ''],
    }
    return suggest(line.text, spoken)[0] ?? suggest(`I'll ${line.text}`, spoken)[0] ?? null
  }, [line.text, note.on, note.people, me])
  const named = note.people.find(({ name }) => read?.name && name.toLowerCase().includes(read.name.toLowerCase()))
  const [what, setWhat] = useState(read?.what ?? line.text)
  const [who, setWho] = useState((named ?? note.people[0])?.name ?? '')
  const [dueOn, setDueOn] = useState(read?.by ?? '')
  const add = useChange(desk.commitment.add, { said: (made) => `Noted: ${made.commitment.words}`, onDone })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const other = note.people.find(({ name }) => name === who) ?? { name: who, address: null, zone: null }
    const us = { name: me.desk.executive }
    add.mutate({
      what,
      side,
      by: side === 'ours' ? us : other,
      to: side === 'ours' ? other : us,
      dueOn: dueOn === '' ? null : dueOn,
      time: dueOn === read?.by ? (read?.time ?? null) : null,
      saidWhere: { by: 'meeting', eventId: note.eventId, noteId: note.id, lineId: line.id },
      words: line.text,
    })
  }
  return (
    <form className={css.fields} onSubmit={submit} aria-label={side === 'ours' ? 'We owe it' : 'They owe it'}>
      <TextField label="What" value={what} maxLength={500} required autoFocus onValue={setWhat} />
      <div className={css.pair}>
        {note.people.length > 0 ? (
          <Choice
            label={side === 'ours' ? 'To whom' : 'Who owes it'}
            value={who}
            onValue={setWho}
            options={note.people.map(({ name }) => ({ value: name, words: name }))}
          />
        ) : (
          <TextField
            label={side === 'ours' ? 'To whom' : 'Who owes it'}
            value={who}
            maxLength={200}
            required
            onValue={setWho}
          />
        )}
        <DateField label="By" value={dueOn} onValue={setDueOn} />
      </div>
      <Refused error={add.error} />
      <p className={css.verbs}>
        <Button of="commitment.add" type="submit" look="main" hint="Enter" busy={add.isPending}>
          {side === 'ours' ? 'We owe it' : 'They owe it'}
        </Button>
        <Button look="quiet" onClick={onDone}>
          Not now
        </Button>
      </p>
    </form>
  )
}
