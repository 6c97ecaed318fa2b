import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useId, useRef, useState } from 'react'
import { useChange } from '../change.ts'
import { ask, desk } from '../client.ts'
import { Button } from '../parts/Button.tsx'
import { useEarlyEnter } from '../parts/earlyEnter.ts'
import { KeyHint } from '../parts/KeyHint.tsx'
import { Refused } from '../parts/Refused.tsx'
import { WhoCan } from '../parts/WhoCan.tsx'
import { useLater } from '../shell/later.ts'
import { useMay } from '../shell/may.ts'
import { onQuickAdd, openQuickAdd, takeQuickAdd } from '../shell/quickAdd.ts'
import { useVerbs } from '../shell/verbs.ts'
import css from './QuickAdd.module.css'
import { Understood } from './Understood.tsx'

/** Where a new line goes: the first calendar of the executive's that can be written to. */
function useCalendar() {
  const { data } = useQuery(ask.calendar.list.queryOptions({ input: {} }))
  const open = data?.calendars.filter((one) => !one.readOnly) ?? []
  const calendar = open.find((one) => one.owner === 'executive') ?? open[0] ?? null
  return { calendar, none: data !== undefined && calendar === null }
}

/** A line that is typed, where whoever looks may add anything; else who can. */
export const QuickAdd = () =>
  useMay('event.add') === 'no' ? <WhoCan of="event.add" what="add to the calendar" /> : <Line />

/** "Thu 3pm 45m legal, room 4": shows what it understood, weekday and zone included; Enter saves that and nothing else. */
function Line() {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const { calendar, none } = useCalendar()
  const typed = useLater(text.trim(), 120)
  const understood = useQuery({
    ...ask.event.understand.queryOptions({ input: { text: typed } }),
    enabled: typed !== '',
    placeholderData: keepPreviousData,
  })
  const add = useChange(desk.event.add, { said: (done) => `Added: ${done.event.title}`, onDone: () => setText('') })
  useFocusWhenAsked(field, setText)
  useVerbs([{ id: 'add', words: 'Add an event in one line', keys: ['n'], of: 'event.add', run: () => openQuickAdd() }])

  const isRead =
    typed !== '' &&
    typed === text.trim() &&
    understood.isSuccess &&
    !understood.isPlaceholderData &&
    (calendar !== null || none)
  const draft = isRead ? understood.data.draft : null
  const submit = useEarlyEnter(text, isRead, () => {
    if (draft && calendar) add.mutate({ ...draft, calendarId: calendar.id })
  })
  return (
    <form className={`${css.add} unprinted`} onSubmit={submit}>
      <label htmlFor={id} className={css.label}>
        Add in one line <KeyHint of="n" />
      </label>
      <div className={css.line}>
        <input
          ref={field}
          id={id}
          type="text"
          autoComplete="off"
          placeholder="Thu 3pm 45m legal, room 4"
          aria-describedby={`${id}-read`}
          value={text}
          onChange={(e) => setText(e.target.value)}
        />
        <Button
          of="event.add"
          type="submit"
          look="main"
          hint="Enter"
          disabled={text.trim() === '' || (isRead && draft === null) || none}
          busy={add.isPending}
        >
          Add
        </Button>
      </div>
      <div id={`${id}-read`} className={css.read} aria-live="polite">
        {typed !== '' && understood.data && <Understood text={typed} reading={understood.data} into={calendar?.name} />}
      </div>
      {none && (
        <p className={css.assumed}>
          No calendar can be written to. <Link to="/settings">Add one in Settings.</Link>
        </p>
      )}
      <Refused error={add.error} />
    </form>
  )
}

function useFocusWhenAsked(field: React.RefObject<HTMLInputElement | null>, setText: (text: string) => void) {
  useEffect(() => {
    const open = () => {
      const text = takeQuickAdd()
      if (text === null) return
      if (text !== '') setText(text)
      field.current?.focus()
      field.current?.scrollIntoView({ block: 'center' })
    }
    open()
    return onQuickAdd(open)
  }, [field, setText])
}
