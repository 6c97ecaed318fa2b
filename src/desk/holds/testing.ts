import { calendarOf } from '../calendar/testing.ts'
import { dueNow } from '../queue.ts'
import { keepDue } from '../routine.ts'
import type { TestDesk } from '../testing.ts'
import type { GroupView } from './model.ts'

/** Words a test of holds uses. Times are London's in the last week of November 2026, where the clocks read UTC. */
export const holdsOf = (desk: TestDesk) => {
  const calendar = calendarOf(desk)
  const span = (start: string, end: string) => ({
    start: `2026-11-${start}:00Z`,
    end: `2026-11-${start.slice(0, 3)}${end}:00Z`,
  })
  const offerDraft = (times: readonly { start: string; end: string }[], more: object = {}) => ({
    to: { name: 'Camille Aubry', address: 'camille@meridian-glass.example', zone: 'Europe/Zurich' },
    meeting: { title: 'Renewal terms', by: 'video', link: 'https://meet.desk.example/renewal' },
    times,
    expiresAt: '2026-11-25T17:00:00Z',
    ...more,
  })
  const offer = async (times: readonly { start: string; end: string }[], more: object = {}) =>
    desk.do<{ group: GroupView; address: string | null }>('hold.offer', offerDraft(times, more))
  const three = () => [span('26T09:00', '09:30'), span('26T14:00', '14:30'), span('27T10:00', '10:30')]
  const show = async (groupId: string) => (await desk.do<{ group: GroupView }>('hold.show', { groupId })).group
  const states = async (groupId: string) =>
    (await show(groupId)).holds.map(({ state, stateWords }) => (state === 'freed' ? stateWords : state))
  const take = (group: GroupView, n: number, more: object = {}) =>
    desk.do<{ group: GroupView }>('hold.take', {
      groupId: group.id,
      holdId: group.holds[n]?.id,
      who: 'Noor, for Camille Aubry',
      ...more,
    })
  /** Lets the clock run, and the one sweeper with it. */
  const until = async (time: string) => {
    desk.at = Temporal.Instant.from(time)
    for (const due of await dueNow(desk.database.app, desk.at, 100)) await keepDue(desk.around, {}, due, desk.at)
  }
  const tokenOf = (address: string | null) => address?.split('/').at(-1) ?? ''
  const press = (address: string | null, key = 'pressed') => ({ token: tokenOf(address), key, at: desk.at })
  return { until, tokenOf, press, calendar, span, offerDraft, offer, three, show, states, take }
}
