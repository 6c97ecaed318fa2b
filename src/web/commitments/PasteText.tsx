import { useMemo, useState } from 'react'
import { suggest } from '../../desk/work/notes/suggest/model.ts'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { todayIn } from '../clock.ts'
import { Choice, NotesField, TextField } from '../fields/Field.tsx'
import { Panel } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { useMe } from '../shell/me.ts'
import css from './Commitments.module.css'
import { SuggestionList } from './SuggestionList.tsx'

const ways = [
  { value: 'theirs', words: 'They wrote it to us' },
  { value: 'ours', words: 'We wrote it to them' },
] as const

/** A mail or a chat, pasted: what it promises is suggested by rule, and noted with one key each. */
export function PasteText({ onClose }: { onClose: () => void }) {
  const me = useMe()
  const [text, setText] = useState('')
  const [name, setName] = useState('')
  const [way, setWay] = useState<'ours' | 'theirs'>('theirs')
  const [done, setDone] = useState<ReadonlySet<number>>(new Set())
  const add = useChange(desk.commitment.add, { said: (made) => `Noted: ${made.commitment.words}` })
  const on = todayIn(me.desk.zone).toString()
  const other = name.trim() === '' ? 'Somebody' : name.trim()
  const found = useMemo(() => {
    const [us, them] = [
      { name: me.desk.executive, side: 'ours' as const },
      { name: other, side: 'theirs' as const },
    ]
    const [speaker, to] = way === 'theirs' ? [them, us] : [us, them]
    return suggest(text, { speaker, to, on, zone: me.desk.zone, ours: [me.desk.executive, me.member.name] })
  }, [text, other, way, on, me])
  const accept = (index: number) => {
    const one = found[index]
    if (!one || name.trim() === '' || done.has(one.words.from)) return
    const [us, them] = [{ name: me.desk.executive }, { name: one.who === 'theirs' && one.name ? one.name : other }]
    const [by, to] = one.who === 'ours' ? [us, them] : [them, us]
    add.mutate({
      what: one.what,
      side: one.who,
      by,
      to,
      dueOn: one.by,
      time: one.time,
      zone: one.zone,
      saidWhere: { by: 'mail' },
      words: text.slice(one.words.from, one.words.to).trim(),
    })
    setDone(new Set([...done, one.words.from]))
  }
  return (
    <Panel
      open
      onClose={onClose}
      start="field"
      title="Promises in a text"
      sub="What is promised in it is suggested; nothing is noted before you say so"
    >
      <div className={css.fields}>
        <div className={css.pair}>
          <Choice label="Who wrote it" value={way} onValue={setWay} options={ways} />
          <TextField
            label="The other side"
            value={name}
            maxLength={200}
            hint={name.trim() === '' && found.length > 0 ? 'Name them before you note anything' : undefined}
            onValue={setName}
          />
        </div>
        <NotesField label="The text" rows={7} value={text} onValue={setText} />
      </div>
      <section className={css.section} aria-label="Suggested">
        <h3 aria-live="polite">
          {text.trim() === ''
            ? 'Nothing pasted yet'
            : found.length === 0
              ? 'Nothing in it is plainly a promise'
              : `${found.length} suggested`}
        </h3>
        <SuggestionList found={found} text={text} done={done} off={name.trim() === ''} onAccept={accept} />
      </section>
      <Refused error={add.error} />
    </Panel>
  )
}
