import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useChange } from '../change.ts'
import { ask, desk } from '../client.ts'
import { ReadLine } from '../parts/ReadLine.tsx'
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
  return (
    <ReadLine
      label="Add in one line"
      hint="n"
      field={field}
      placeholder="Thu 3pm 45m legal, room 4"
      text={text}
      onText={setText}
      isRead={isRead}
      isReady={draft !== null && calendar !== null}
      reading={
        typed !== '' && understood.data && <Understood text={typed} reading={understood.data} into={calendar?.name} />
      }
      of="event.add"
      saves="Add"
      save={() => draft && calendar && add.mutate({ ...draft, calendarId: calendar.id })}
      busy={add.isPending}
      className={`${css.add} unprinted`}
    >
      {none && (
        <p className={css.none}>
          No calendar can be written to. <Link to="/settings">Add one in Settings.</Link>
        </p>
      )}
      <Refused error={add.error} />
    </ReadLine>
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
