import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import type { CalendarView } from './CalendarForm.tsx'

/** Asks once, with what would go. */
export function RemoveCalendar({ calendar, onClose }: { calendar: CalendarView; onClose: () => void }) {
  const remove = useChange(desk.calendar.remove, { said: `Removed ${calendar.name}`, onDone: onClose })
  const events = calendar.events === 1 ? 'its one event' : `its ${calendar.events} events`
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Remove ${calendar.name}?`}
      sub={calendar.events === 0 ? 'Nothing is on it.' : `It goes with ${events}.`}
      actions={
        <>
          <Button
            of="calendar.remove"
            look="danger"
            busy={remove.isPending}
            onClick={() => remove.mutate({ id: calendar.id })}
          >
            Remove it
          </Button>
          <Button look="quiet" onClick={onClose}>
            Keep it
          </Button>
        </>
      }
    >
      <Refused error={remove.error} />
    </Dialog>
  )
}
