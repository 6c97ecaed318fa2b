import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { DoesNotFit, isAgainstAgreed } from '../boundaries/DoesNotFit.tsx'
import { useChange } from '../change.ts'
import { ask, desk } from '../client.ts'
import { Button } from '../parts/Button.tsx'
import { useEarlyEnter } from '../parts/earlyEnter.ts'
import { KeyHint } from '../parts/KeyHint.tsx'
import { Refused } from '../parts/Refused.tsx'
import { useLater } from '../shell/later.ts'
import { useVerbs } from '../shell/verbs.ts'
import css from '../today/QuickAdd.module.css'
import { onAddWork, takeAddWork } from './open.ts'

/** "Board pack by Thu 4pm 3h #board-papers": shows what it understood; Enter writes that down and nothing else. */
export function AddWork() {
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
  useVerbs([{ id: 'add-work', words: 'Add work in one line', keys: ['n'], run: focus }])
  useEffect(() => {
    if (takeAddWork()) field.current?.focus()
    return onAddWork(() => {
      takeAddWork()
      field.current?.focus()
    })
  }, [])
  const isRead = typed !== '' && typed === text.trim() && understood.isSuccess && !understood.isPlaceholderData
  const draft = isRead ? understood.data.draft : null
  const submit = useEarlyEnter(text, isRead, () => {
    if (draft) add.mutate(draft)
  })
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
        <Button
          type="submit"
          look="main"
          hint="Enter"
          disabled={text.trim() === '' || (isRead && draft === null)}
          busy={add.isPending}
        >
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
