import { useCallback, useEffect, useState } from 'react'
import { goToDesk } from '../desk.ts'
import { useMe } from '../shell/me.ts'
import { useVerbs } from '../shell/verbs.ts'
import { useDesks, useSeats } from './desks.ts'
import { OpenAnother } from './OpenAnother.tsx'
import { type DeskDialog, onDesks, openDesks } from './open.ts'
import { Switcher } from './Switcher.tsx'

/** The ways to one's other desks, and to a new one: by key, by ⌘K, and from the foot of the side bar. */
export function DeskDoor() {
  const [open, setOpen] = useState<DeskDialog | null>(null)
  const { desk } = useMe()
  const desks = useDesks()
  const mayOpen = useSeats().data?.mayOpen === true
  useEffect(() => onDesks(setOpen), [])
  useVerbs([
    ...desks
      .filter((one) => one.desk !== desk.id)
      .map((one) => ({
        id: `go to desk ${one.desk}`,
        words: `Go to ${one.executive}’s desk`,
        group: 'Go to',
        run: () => goToDesk(one.desk),
      })),
    ...(desks.length > 0
      ? [
          {
            id: 'switch-desk',
            words: 'Switch to another desk',
            group: 'Desk',
            keys: [','],
            run: () => openDesks('switcher'),
          },
        ]
      : []),
    ...(mayOpen
      ? [{ id: 'open-desk', words: 'Open another desk', group: 'Desk', run: () => openDesks('another') }]
      : []),
  ])
  const close = useCallback(() => setOpen(null), [])
  return (
    <>
      <Switcher open={open === 'switcher'} desks={desks} mayOpen={mayOpen} onClose={close} />
      {open === 'another' && <OpenAnother onClose={close} />}
    </>
  )
}
