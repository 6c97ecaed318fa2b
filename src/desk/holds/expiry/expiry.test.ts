import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../../testing.ts'
import { guestOf } from '../page/guest.ts'
import { holdsOf } from '../testing.ts'

let desk: TestDesk
let on: ReturnType<typeof holdsOf>
beforeEach(async () => {
  desk = await testDesk()
  on = holdsOf(desk)
  await on.calendar.add('Work')
})
afterEach(() => desk.stop())

const guest = () => guestOf(desk.around)
const them = { who: 'Camille Aubry', note: '' }

describe('nobody answers', () => {
  test('at the expiry all are freed, the journal says so, and Today’s list has it', async () => {
    const { group } = await on.offer(on.three(), { nudgeAt: '2026-11-24T09:00:00Z', onSilence: 'nudge' })
    await on.until('2026-11-24T08:59:00Z')
    expect((await on.show(group.id)).needs).toEqual([])
    await on.until('2026-11-24T09:00:00Z')
    expect((await on.show(group.id)).needs.map(({ code }) => code)).toEqual(['nudge'])
    await on.until('2026-11-25T16:59:59Z')
    expect((await on.show(group.id)).state).toBe('out')
    await on.until('2026-11-25T17:00:00Z')
    expect(await on.show(group.id)).toMatchObject({ state: 'expired', needs: [{ code: 'silence' }] })
    expect((await on.calendar.lines('2026-11-26', '2026-11-27')).filter((line) => line.startsWith('Hold'))).toEqual([])
    expect(await on.calendar.words()).toBe(
      'Camille Aubry did not answer about “Renewal terms”: all are freed, and a nudge is ready to send',
    )
  })

  test('a sweeper that is late holds nothing longer: the time can neither be seen nor taken', async () => {
    const { group, address } = await on.offer(on.three())
    desk.at = Temporal.Instant.from('2026-11-25T17:00:00Z')
    expect(await guest().show(on.tokenOf(address), null, desk.at)).toMatchObject({ state: 'closed', times: [] })
    expect(await guest().take(on.press(address), group.holds[0]?.id ?? '', them)).toMatchObject({
      refused: { why: 'moved-on' },
    })
    await on.until('2026-11-25T18:00:00Z')
  })

  test('the first is kept until its own limit where that was chosen', async () => {
    const { group } = await on.offer(on.three(), { onSilence: 'keep-first' })
    await on.until('2026-11-25T17:00:00Z')
    expect(await on.states(group.id)).toEqual(['out', 'free again: nobody answered', 'free again: nobody answered'])
    await on.until('2026-11-26T08:59:00Z')
    expect((await on.show(group.id)).state).toBe('out')
    await on.until('2026-11-26T09:00:00Z')
    expect(await on.states(group.id)).toEqual([
      'free again: it came too near',
      'free again: nobody answered',
      'free again: nobody answered',
    ])
  })

  test('a hold frees itself at its own notice limit, before the others', async () => {
    const { rule } = await desk.do<{ rule: { id: string } }>('rule.add', {
      kind: 'notice',
      params: { minutes: 1440 },
      weight: 'avoid',
    })
    const { group } = await on.offer(on.three(), { expiresAt: '2026-11-26T12:00:00Z' })
    await on.until('2026-11-25T09:00:00Z')
    expect(await on.states(group.id)).toEqual(['free again: it came too near', 'out', 'out'])
    expect(await on.calendar.words()).toContain('came too near and is free again')
    await on.until('2026-11-25T14:00:00Z')
    expect(await on.states(group.id)).toEqual(['free again: it came too near', 'free again: it came too near', 'out'])
    await desk.do('hold.extend', { groupId: group.id, expiresAt: '2026-11-27T09:00:00Z' })
    await on.until('2026-11-26T09:59:00Z')
    expect((await on.show(group.id)).state).toBe('out')
    await on.until('2026-11-26T10:00:00Z')
    expect((await on.show(group.id)).state).toBe('expired')
    await desk.do('rule.remove', { id: rule.id })
  })
})
