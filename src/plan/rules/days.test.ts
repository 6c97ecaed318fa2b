import { describe, expect, test } from 'vitest'
import { instant, said, thing } from '../testing.ts'

/** 2026-11-24 is a Tuesday. */
const tue = '2026-11-24'
const on = (title: string, from: string, to: string, more = {}) => thing(title, `${tue} ${from}`, to, more)

describe('free time before and after', () => {
  const first = on('First', '09:00', '10:00')
  test('is told when there is too little, and once for a pair', () => {
    expect(said('buffer', { beforeMinutes: 15, afterMinutes: 10 }, [first, on('Second', '10:05', '11:00')])).toEqual([
      'Only 5 min between “First”, until 10:00, and “Second” at 10:05; 15 min are wanted',
    ])
    expect(said('buffer', { beforeMinutes: 15 }, [first, on('Second', '10:15', '11:00')])).toEqual([])
  })

  test('is not asked of things that are on at once', () => {
    expect(said('buffer', { beforeMinutes: 15 }, [first, on('Second', '09:30', '11:00')])).toEqual([])
  })

  test('looks at what ended last, not at what began last', () => {
    const items = [on('Long', '09:00', '12:00'), on('Short', '09:30', '10:00'), on('Next', '12:05', '13:00')]
    expect(said('buffer', { beforeMinutes: 10 }, items)).toHaveLength(1)
  })
})

describe('the hours of a weekday', () => {
  const hours = {
    days: {
      TU: [
        ['09:00', '12:30'],
        ['13:30', '17:30'],
      ],
    },
  }
  test('hold what lies inside them', () => {
    expect(said('hours', hours, [on('In', '09:00', '12:30'), on('Too', '13:30', '17:30')])).toEqual([])
  })

  test('tell how much lies outside', () => {
    expect(said('hours', hours, [on('Late', '17:00', '18:00')])).toEqual([
      '“Late”, 17:00–18:00, is 30 min outside the hours',
    ])
    expect(said('hours', hours, [on('Through', '12:00', '14:00')])[0]).toContain('is 1 h outside')
  })

  test('have none on a day that is not named', () => {
    expect(said('hours', hours, [thing('Wed', '2026-11-25 10:00', '11:00')])).toHaveLength(1)
  })

  test('do not ask about private life unless the rule names it', () => {
    expect(said('hours', hours, [on('Choir', '20:00', '21:00', { kind: 'personal' })])).toEqual([])
  })

  test('count both days of what goes past midnight', () => {
    const night = thing('Night', '2026-11-24 23:00', '2026-11-25 01:00')
    const both = { days: { TU: [['22:00', '24:00']], WE: [['00:00', '00:30']] } }
    expect(said('hours', both, [night])[0]).toContain('is 30 min outside')
  })
})

describe('protected time', () => {
  const lunch = { days: ['TU'], from: '12:00', to: '14:00', minutes: 45 }
  test('floats: any stretch that is long enough will do', () => {
    expect(said('protected', lunch, [on('Early', '12:00', '13:15')])).toEqual([])
    expect(said('protected', lunch, [on('Early', '11:00', '12:30'), on('Late', '13:15', '15:00')])).toEqual([])
  })

  test('is gone when no stretch is long enough', () => {
    expect(said('protected', lunch, [on('Early', '12:00', '12:40'), on('Late', '13:00', '13:40')])).toEqual([
      '“Early” and 1 more leave only 20 min free between 12:00 and 14:00; 45 min are kept',
    ])
  })

  test('without minutes is kept whole, but not from what it is for', () => {
    const block = { days: ['TU'], from: '09:00', to: '11:00' }
    expect(said('protected', block, [on('Writing', '09:00', '11:00', { kind: 'focus' })])).toEqual([])
    expect(said('protected', block, [on('Call', '10:30', '11:30')])).toEqual(['“Call” takes 30 min of 09:00–11:00'])
  })

  test('a thing without length takes none of it, and does not break it in two', () => {
    const reminder = on('Take the pill', '12:50', '12:50')
    const late = on('Late', '13:20', '15:00')
    expect(said('protected', lunch, [on('Early', '11:00', '12:30'), reminder, late])).toEqual([])
    expect(said('protected', lunch, [on('Early', '11:00', '13:20'), reminder])).toEqual([
      expect.not.stringContaining('more'),
    ])
  })

  test('is kept on its weekdays only', () => {
    expect(said('protected', { ...lunch, days: ['MO'] }, [on('Over', '12:00', '14:00')])).toEqual([])
  })
})

describe('a day', () => {
  const items = [on('A', '09:00', '10:00'), on('B', '09:30', '10:30'), on('C', '14:00', '15:00')]
  test('has no more meetings than it may', () => {
    expect(said('day-limit', { meetings: 2 }, items)).toEqual(['3 meetings, 2 h 30 min in all; 2 are the most'])
    expect(said('day-limit', { meetings: 3 }, items)).toEqual([])
  })

  test('has no more hours of them than it may, two at once counted once', () => {
    expect(said('day-limit', { minutes: 150 }, items)).toEqual([])
    expect(said('day-limit', { minutes: 149 }, items)).toHaveLength(1)
  })

  test('does not count focus, journeys and private life', () => {
    expect(
      said('day-limit', { meetings: 1 }, [on('A', '09:00', '10:00'), on('F', '10:00', '11:00', { kind: 'focus' })]),
    ).toEqual([])
  })

  test('that is kept clear has no meetings', () => {
    expect(said('no-meetings', { days: ['TU', 'FR'] }, items)).toEqual([
      '“A” and 2 more on a day kept clear: no meetings on Tuesdays and Fridays',
    ])
    expect(said('no-meetings', { days: ['WE'] }, items)).toEqual([])
  })

  test('that is private has nothing but private things, once or every year', () => {
    expect(said('private-dates', { dates: [tue] }, items)).toHaveLength(1)
    expect(said('private-dates', { dates: ['11-24'] }, items)).toHaveLength(1)
    expect(said('private-dates', { dates: ['11-25'] }, items)).toEqual([])
    expect(said('private-dates', { dates: [tue] }, [on('Cake', '15:00', '16:00', { kind: 'personal' })])).toEqual([])
  })
})

describe('hours that touch or lie over each other', () => {
  test('are one', () => {
    const days = {
      TU: [
        ['09:00', '12:00'],
        ['11:00', '13:00'],
        ['13:00', '17:00'],
      ],
    }
    expect(said('hours', { days }, [on('Through', '11:30', '14:00')])).toEqual([])
  })
})

describe('what two things take together', () => {
  test('is lost once', () => {
    const block = { days: ['TU'], from: '09:00', to: '11:00' }
    expect(said('protected', block, [on('A', '09:00', '10:00'), on('B', '09:30', '10:00')])).toEqual([
      '“A” and 1 more take 1 h of 09:00–11:00',
    ])
  })
})

describe('a stretch', () => {
  const rule = { minutes: 180, breakMinutes: 10 }
  test('goes on over breaks too short to be one', () => {
    const items = [on('A', '09:00', '10:30'), on('B', '10:35', '12:00'), on('C', '12:05', '12:30')]
    expect(said('stretch', rule, items)).toEqual(['3 h 30 min without a break, 09:00–12:30; 3 h is the longest'])
  })

  test('ends with a real break', () => {
    expect(said('stretch', rule, [on('A', '09:00', '11:00'), on('B', '11:10', '13:00')])).toEqual([])
  })

  test('is neither a journey nor a stay of days', () => {
    expect(said('stretch', rule, [on('Train', '09:00', '14:00', { kind: 'travel' })])).toEqual([])
    expect(said('stretch', rule, [thing('Fair', '2026-11-24 09:00', '2026-11-26 17:00')])).toEqual([])
  })
})

describe('a night', () => {
  const late = on('Call', '22:00', '23:00')
  test('is short when the next thing begins too soon', () => {
    expect(said('night', { minutes: 660 }, [late, thing('Breakfast', '2026-11-25 07:30', '08:30')])).toEqual([
      '8 h 30 min of rest: “Call” ends at 23:00 and “Breakfast” begins at 07:30; 11 h are wanted',
    ])
    expect(said('night', { minutes: 660 }, [late, thing('Ten', '2026-11-25 10:00', '11:00')])).toEqual([])
  })

  test('begins after what ends past midnight', () => {
    const ball = thing('Ball', '2026-11-24 21:00', '2026-11-25 01:00')
    expect(said('night', { minutes: 660 }, [ball, thing('Nine', '2026-11-25 09:00', '10:00')])[0]).toMatch(
      /^8 h of rest/,
    )
  })

  test('is not the break between two things of one day, nor disturbed by private life', () => {
    expect(said('night', { minutes: 660 }, [on('A', '09:00', '10:00'), late])).toEqual([])
    const choir = on('Choir', '22:00', '23:00', { kind: 'personal' })
    expect(said('night', { minutes: 660 }, [choir, thing('Eight', '2026-11-25 08:00', '09:00')])).toEqual([])
  })

  test('is not found after a stay of days, but before what follows it the next morning', () => {
    const stay = thing('Fair', '2026-11-23 09:00', '2026-11-25 17:00')
    expect(said('night', { minutes: 660 }, [stay, thing('Dinner', '2026-11-25 19:00', '21:00')])).toEqual([])
    expect(said('night', { minutes: 960 }, [stay, thing('Early', '2026-11-26 08:00', '09:00')])[0]).toMatch(/^15 h/)
  })

  test('on a train is none', () => {
    const train = thing('Sleeper', '2026-11-24 22:00', '2026-11-25 07:00', { kind: 'travel' })
    expect(said('night', { minutes: 660 }, [train, thing('Nine', '2026-11-25 09:00', '10:00')])[0]).toMatch(
      /^2 h of rest/,
    )
  })

  test('is as long as it is on the time line when the clocks change: 23:00 to 09:00 is nine hours in March', () => {
    const items = [thing('Late', '2026-03-28 22:00', '23:00'), thing('Early', '2026-03-29 09:00', '10:00')]
    expect(said('night', { minutes: 600 }, items)[0]).toMatch(/^9 h of rest/)
  })
})

describe('when the clocks are changed', () => {
  const from = (start: string, end: string) =>
    thing('Call', '2026-10-25 01:00', '02:00', { span: { start: instant(start), end: instant(end) } })
  /** 02:00 in London becomes 01:00: from 01:45 to 01:15 it is half an hour. */
  const backwards = from('2026-10-25T00:45:00Z', '2026-10-25T01:15:00Z')
  /** 01:00 in London becomes 02:00: from 00:45 to 02:15 it is half an hour. */
  const forwards = from('2026-03-29T00:45:00Z', '2026-03-29T01:15:00Z')
  const around = (to: string, next: string) => ({
    days: {
      SU: [
        ['00:00', to],
        [next, '06:00'],
      ],
    },
  })

  test('hours are asked of every part by what the clock shows then', () => {
    expect(said('hours', { days: { SU: [['09:00', '17:00']] } }, [backwards])).toEqual([
      '“Call”, 01:45–01:15, is 30 min outside the hours',
    ])
    expect(said('hours', { days: { SU: [['01:00', '02:00']] } }, [backwards])).toEqual([])
    expect(said('hours', around('01:00', '02:00'), [forwards])).toEqual([])
    expect(said('hours', around('00:50', '02:05'), [forwards])).toEqual([
      '“Call”, 00:45–02:15, is 15 min outside the hours',
    ])
  })

  test('protected time is kept in the hour that comes twice', () => {
    expect(said('protected', { days: ['SU'], from: '00:00', to: '05:00' }, [backwards])).toEqual([
      '“Call” takes 30 min of the time before 05:00',
    ])
  })
})
