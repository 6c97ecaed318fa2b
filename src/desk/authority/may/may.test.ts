import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../../testing.ts'
import { defaultBoards } from '../board/model.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk()
  const { calendar } = await desk.do<{ calendar: { id: string } }>('calendar.add', { name: 'Work' })
  const when = (from: string, to: string) => ({
    allDay: false,
    start: `2026-11-24T${from}:00`,
    end: `2026-11-24T${to}:00`,
    zone: 'Europe/London',
    endZone: null,
  })
  const add = (title: string, from: string, to: string, kind: string) =>
    desk.do('event.add', { title, calendarId: calendar.id, when: when(from, to), kind })
  await add('Board meeting', '10:00', '11:00', 'internal')
  await add('Call', '10:30', '11:00', 'internal')
})
afterAll(() => desk.stop())

const { areas } = defaultBoards.assistant
type Fix = { reach: string; operation: string; input: unknown; may: string; because: string }
type Me = { may: { asks: string[]; never: string[]; who: Record<string, string[]>; areas: Record<string, string> } }
const me = async (member: string) => (await desk.do<Me>('desk.me', {}, { member })).may
const fixes = async (member: string) =>
  (
    await desk.do<{ findings: { fixes: Fix[] }[] }>(
      'finding.list',
      { from: '2026-11-24', to: '2026-11-24' },
      { member },
    )
  ).findings.flatMap((finding) => finding.fixes)

describe('what the desk says somebody may do', () => {
  test('is everything, for who may do everything', async () => {
    const seats = await desk.do<{ members: { id: string; kind: string }[] }>('member.list')
    const dana = seats.members.find(({ kind }) => kind === 'executive')?.id ?? ''
    expect(await me(dana)).toEqual({ asks: [], never: [], who: {}, areas: {} })
  })

  test('is what `perform` then does: who may not is refused, who asks proposes, and who can is named', async () => {
    const sees = await desk.sit('observer', 'Jonah')
    const asks = await desk.sit('assistant', 'Noor', { areas: { ...areas, calendar: 'propose' } })
    const [watching, asking] = [await me(sees), await me(asks)]
    expect(watching.never).toEqual(expect.arrayContaining(['event.add', 'finding.fix', 'mistake.own']))
    expect(watching.who.calendar?.slice(0, 2)).toEqual(['Dana Okafor', 'Ines'])
    expect(asking.asks).toEqual(expect.arrayContaining(['event.add', 'finding.fix']))
    expect(asking.never).not.toContain('event.add')
    for (const [member, may] of [
      [sees, 'no'],
      [asks, 'propose'],
      [desk.seat.member, 'yes'],
    ] as const) {
      const found = (await fixes(member)).filter(({ reach }) => reach === 'desk')
      expect(found.length).toBeGreaterThan(0)
      for (const fix of found) expect(fix, may).toMatchObject({ may })
      if (may === 'yes') continue
      const [fix] = found
      const answer = await desk.try(fix?.operation ?? '', fix?.input, { member })
      expect(answer).toHaveProperty(may === 'no' ? 'refused' : 'proposed')
    }
  })

  test('of a way out holds what a limit of the board says of that one alone', async () => {
    const limited = await desk.sit('assistant', 'Wren', { move: ['internal'] })
    expect((await me(limited)).asks).not.toContain('event.move')
    const [fix] = (await fixes(limited)).filter(({ reach }) => reach === 'desk')
    expect(fix).toMatchObject({ may: 'propose', because: 'Wren asks before moving what is internal.' })
    expect(await desk.try(fix?.operation ?? '', fix?.input, { member: limited })).toHaveProperty('proposed')
  })
})
