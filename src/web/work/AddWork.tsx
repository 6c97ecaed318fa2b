import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { DoesNotFit, isAgainstAgreed } from '../boundaries/DoesNotFit.tsx'
import { useChange } from '../change.ts'
import { ask, desk } from '../client.ts'
import { Button } from '../parts/Button.tsx'
import { KeyHint } from '../parts/KeyHint.tsx'
import { Refused } from '../parts/Refused.tsx'
import { WhoCan } from '../parts/WhoCan.tsx'
import { useLater } from '../shell/later.ts'
import { useMay } from '../shell/may.ts'
import { useVerbs } from '../shell/verbs.ts'
import css from '../today/QuickAdd.module.css'
import { onAddWork, takeAddWork } from './open.ts'

/** A line that is typed, where whoever looks may write work down; else who can. */
export const AddWork = () => (useMay('work.add') === 'no' ? <WhoCan of="work.add" what="write work down" /> : <Line />)

/** "Board pack by Thu 4pm 3h #board-papers": shows what it understood; Enter writes that down and nothing else. */
function Line() {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const typed = useLater(text.trim(), 120)
  const understood = useQuery({
    ...ask.work.understand.queryOptions({ input: { text: typed } }),
    enabled: typed !== '',
    placeholderData: keepPreviousData,
  })
  const add = useChange(desk.work.add, { said: ({ work }) => `Written down: ${work.title}`, onDone: () => setText('') })
  const done = () => {
    setText('')
    add.reset()
  }
  const focus = () => field.current?.focus()
  useVerbs([{ id: 'add-work', words: 'Add work in one line', keys: ['n'], of: 'work.add', run: focus }])
  useEffect(() => {
    if (takeAddWork()) field.current?.focus()
    return onAddWork(() => {
      takeAddWork()
      field.current?.focus()
    })
  }, [])
  const isFresh = typed === text.trim() && !understood.isPlaceholderData
  const draft = isFresh && typed !== '' ? (understood.data?.draft ?? null) : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (draft) add.mutate(draft)
  }
  return (
    <form className="unprinted" onSubmit={submit}>
      <label htmlFor={id} className={css.label}>
        Add work in one line <KeyHint of="n" />
      </label>
      <div className={css.line}>
        <input
          ref={field}
          id={id}
          type="text"
          autoComplete="off"
          placeholder="Board pack by Thu 4pm 3h #papers"
          aria-describedby={`${id}-read`}
          value={text}
          onChange={(e) => setText(e.target.value)}
        />
        <Button of="work.add" type="submit" look="main" hint="Enter" disabled={draft === null} busy={add.isPending}>
          Add
        </Button>
      </div>
      <div id={`${id}-read`} className={css.read} aria-live="polite">
        {typed !== '' && understood.data && (
          <>
            <p className={understood.data.draft ? css.yes : css.no}>{understood.data.words}</p>
            {understood.data.assumed.length > 0 && <p className={css.assumed}>{understood.data.assumed.join(' · ')}</p>}
          </>
        )}
      </div>
      {isAgainstAgreed(add.error) && draft ? (
        <DoesNotFit operation="work.add" input={draft} said="Written down" onDone={done} />
      ) : (
        <Refused error={add.error} />
      )}
    </form>
  )
}
