import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { SeatView } from '../../desk/briefing/across/model.ts'
import { atDesk, goToDesk } from '../desk.ts'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { KeyHint } from '../parts/KeyHint.tsx'
import { useMe } from '../shell/me.ts'
import { useWaits } from './desks.ts'
import { openDesks } from './open.ts'
import css from './Switcher.module.css'
import { asRoles, waitsWords } from './words.ts'

type Props = {
  readonly open: boolean
  readonly desks: readonly SeatView[]
  readonly mayOpen: boolean
  readonly onClose: () => void
}

/** One's desks, numbered: a digit goes there, 0 shows them all. */
export function Switcher({ open, desks, mayOpen, onClose }: Props) {
  const navigate = useNavigate()
  const { desk } = useMe()
  const go = (to: string) => (to === desk.id ? onClose() : goToDesk(to))
  const all = () => {
    onClose()
    void navigate({ to: '/all', search: {} })
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const wanted = desks[Number.parseInt(event.key, 10) - 1]
    if (event.key === '0') all()
    else if (wanted) go(wanted.desk)
    else return
    event.preventDefault()
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Your desks"
      actions={
        <>
          <Button hint="0" onClick={all}>
            All desks today
          </Button>
          {mayOpen && (
            <Button look="quiet" onClick={() => openDesks('another')}>
              Open another desk…
            </Button>
          )}
          <Button look="quiet" hint="Escape" onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      {open && <Desks desks={desks} here={desk.id} pressed={pressed} onHere={onClose} />}
    </Dialog>
  )
}

type ListProps = {
  readonly desks: readonly SeatView[]
  readonly here: string
  readonly pressed: (event: KeyboardEvent) => void
  readonly onHere: () => void
}

function Desks({ desks, here, pressed, onHere }: ListProps) {
  const { data } = useWaits(desks.length > 0)
  // Heard wherever in the dialog the focus is; it is the only thing that can be used while it is open.
  useEffect(() => {
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [pressed])
  const waits = new Map(data?.waits.map((one) => [one.desk, one.waits]))
  return (
    <ul className={css.desks}>
      {desks.map(({ desk, executive, role }, n) => (
        <li key={desk}>
          <a
            href={atDesk('/today', desk)}
            className={css.desk}
            aria-current={desk === here ? 'true' : undefined}
            onClick={(event) => {
              if (desk !== here || event.metaKey || event.ctrlKey) return
              event.preventDefault()
              onHere()
            }}
          >
            <span>
              <b>{executive}’s desk</b>
              <small>
                {asRoles[role]}
                {desk === here && ' · on screen'}
              </small>
            </span>
            <span className={css.waits} data-some={(waits.get(desk) ?? 1) !== 0 || undefined}>
              {waitsWords(waits.get(desk))}
            </span>
            {n < 9 && <KeyHint of={String(n + 1)} />}
          </a>
        </li>
      ))}
    </ul>
  )
}
