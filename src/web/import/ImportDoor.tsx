import { useLocation } from '@tanstack/react-router'
import { useCallback, useEffect, useState } from 'react'
import { isConfirmation, openConfirmation, tripIn } from '../confirmations/open.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { mayOf, whoCan } from '../shell/may.ts'
import { useMe } from '../shell/me.ts'
import { tell } from '../shell/toasts.tsx'
import { useVerbs } from '../shell/verbs.ts'
import { useDrop } from './drop.ts'
import css from './Import.module.css'
import { ImportForm } from './ImportForm.tsx'
import { ImportReported } from './ImportReported.tsx'
import { onImport, openImport } from './open.ts'
import type { Sent } from './send.ts'

type Stage =
  | { readonly at: 'shut' }
  | { readonly at: 'choosing'; readonly file: File | null }
  | { readonly at: 'reported'; readonly sent: Sent; readonly calendar: string }

/** The way a calendar file comes in: dropped anywhere, or chosen; which calendar; then what became of it, line by line. */
export function ImportDoor() {
  const [stage, setStage] = useState<Stage>({ at: 'shut' })
  const me = useMe()
  const choose = useCallback(
    (file: File | null) => {
      if (mayOf(me, 'calendar.import') === 'no')
        tell(`You may not bring a calendar in: ${whoCan(me, 'calendar.import')}`)
      else setStage({ at: 'choosing', file })
    },
    [me],
  )
  const path = useLocation({ select: ({ pathname }) => pathname })
  const over = useDrop((file) =>
    isConfirmation(file, path) ? openConfirmation({ file, tripId: tripIn(path) }) : choose(file),
  )
  useEffect(() => onImport(choose), [choose])
  useVerbs([
    {
      id: 'import',
      words: 'Import a calendar file',
      group: 'Desk',
      keys: ['i'],
      of: 'calendar.import',
      run: () => openImport(),
    },
  ])
  const shut = () => setStage({ at: 'shut' })
  return (
    <>
      {over && (
        <div className={css.over}>
          <p>
            {path.startsWith('/travel')
              ? 'Let go to read this confirmation'
              : 'Let go: a calendar is imported, a confirmation is read'}
          </p>
        </div>
      )}
      <Dialog
        open={stage.at === 'choosing'}
        onClose={shut}
        title="Import a calendar"
        sub="An .ics file, up to 50 MB. Importing it again later changes only what changed."
      >
        {stage.at === 'choosing' && (
          <ImportForm
            file={stage.file}
            onShut={shut}
            onSent={(sent, calendar) => setStage({ at: 'reported', sent, calendar })}
          />
        )}
      </Dialog>
      <Dialog open={stage.at === 'reported'} onClose={shut} title="The calendar is in">
        {stage.at === 'reported' && <ImportReported sent={stage.sent} calendar={stage.calendar} onShut={shut} />}
      </Dialog>
    </>
  )
}
