import { Button } from '../parts/Button.tsx'
import css from './ViewBar.module.css'
import { type CalendarView, viewKeys, viewNames } from './views.ts'

type Props = {
  view: CalendarView
  onView: (view: CalendarView) => void
  onStep: (steps: number) => void
  onToday: () => void
  onOffer: () => void
  onAdd: () => void
}

/** How much of the calendar, and which part of it. */
export const ViewBar = ({ view, onView, onStep, onToday, onOffer, onAdd }: Props) => (
  <div className={css.bar}>
    <fieldset className={css.views} aria-label="How much is shown">
      {(Object.keys(viewNames) as CalendarView[]).map((one) => (
        <Button key={one} hint={viewKeys[one]} look="quiet" aria-pressed={one === view} onClick={() => onView(one)}>
          {viewNames[one]}
        </Button>
      ))}
    </fieldset>
    <div className={css.steps}>
      <Button hint="ArrowLeft" onClick={() => onStep(-1)}>
        Earlier
      </Button>
      <Button hint="." onClick={onToday}>
        Now
      </Button>
      <Button hint="ArrowRight" onClick={() => onStep(1)}>
        Later
      </Button>
      <Button of="event.add" hint="n" onClick={onAdd}>
        Add
      </Button>
      <Button of="hold.offer" look="main" hint="f" onClick={onOffer}>
        Offer times
      </Button>
    </div>
  </div>
)
