import type { OccurrenceView } from '../../desk/calendar/model.ts'

export type EventLook = 'plain' | 'hold' | 'private' | 'travel' | 'broken' | 'cancelled' | 'free'

/** How an event is drawn on every page: its class in `look.module.css`. `cannotWork`: a finding of weight never is about it. */
export function lookOf(
  event: Pick<OccurrenceView, 'kind' | 'label' | 'cancelled' | 'busy'>,
  cannotWork = false,
): EventLook {
  if (event.cancelled) return 'cancelled'
  if (cannotWork) return 'broken'
  if (event.kind === 'hold') return 'hold'
  if (event.label === 'private') return 'private'
  if (event.kind === 'travel') return 'travel'
  return event.busy ? 'plain' : 'free'
}
