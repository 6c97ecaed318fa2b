import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { DoesNotFit, isAgainstAgreed } from '../boundaries/DoesNotFit.tsx'
import { useChange } from '../change.ts'
import { ask, desk } from '../client.ts'
import { Read, ReadLine } from '../parts/ReadLine.tsx'
import { Refused } from '../parts/Refused.tsx'
import { WhoCan } from '../parts/WhoCan.tsx'
import { useLater } from '../shell/later.ts'
import { useMay } from '../shell/may.ts'
import { useVerbs } from '../shell/verbs.ts'
import { onAddWork, takeAddWork } from './open.ts'

/** A line that is typed, where whoever looks may write work down; else who can. */
export const AddWork = () => (useMay('work.add') === 'no' ? <WhoCan of="work.add" what="write work down" /> : <Line />)

/** "Board pack by Thu 4pm 3h #board-papers": shows what it understood; Enter writes that down and nothing else. */
function Line() {
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
  const isRead = typed !== '' && typed === text.trim() && understood.isSuccess && !understood.isPlaceholderData
  const draft = isRead ? understood.data.draft : null
  return (
    <ReadLine
      label="Add work in one line"
      hint="n"
      field={field}
      placeholder="Board pack by Thu 4pm 3h #papers"
      text={text}
      onText={setText}
      isRead={isRead}
      isReady={draft !== null}
      reading={typed !== '' && understood.data && <Read reading={understood.data} />}
      of="work.add"
      saves="Add"
      save={() => draft && add.mutate(draft)}
      busy={add.isPending}
      className="unprinted"
    >
      {isAgainstAgreed(add.error) && draft ? (
        <DoesNotFit operation="work.add" input={draft} said="Written down" onDone={done} />
      ) : (
        <Refused error={add.error} />
      )}
    </ReadLine>
  )
}
