import { useEffect, useState } from 'react'
import { Dialog } from '../parts/Dialog.tsx'
import { useVerbs } from '../shell/verbs.ts'
import { Capture } from './Capture.tsx'
import { onPromise, openPromise } from './open.ts'

/** A promise noted from wherever one is: one line, understood or asked about. */
export function PromiseDoor() {
  const [open, setOpen] = useState(false)
  useEffect(() => onPromise(() => setOpen(true)), [])
  useVerbs([{ id: 'note-a-promise', words: 'Note a promise', group: 'Desk', of: 'commitment.add', run: openPromise }])
  return (
    <Dialog open={open} onClose={() => setOpen(false)} title="Note a promise" sub="Who owes what to whom, by when">
      <Capture label="In one line" onDone={() => setOpen(false)} />
    </Dialog>
  )
}
