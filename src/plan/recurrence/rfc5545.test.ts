import { describe, expect, test } from 'vitest'
import { instantText, wallFromText } from '../text.ts'
import type { Wall } from '../time.ts'
import { zoneOf } from '../zone.ts'
import { solve } from './problem.ts'
import { datesOf } from './testing/compact.ts'

/** Every example of RFC 5545 §3.8.5.3, in its order; an endless one lists its beginning. */
type Example = readonly [words: string, start: string, rule: string, dates: string, more?: 'and so on']

const weekdaysOf = 'BYDAY=MO,TU,WE,TH,FR'
const januaries = '1998-01: 1-31; 1999-01: 1-31; 2000-01: 1-31'
const toChristmas = '1997-09: 2-30; 1997-10: 1-31; 1997-11: 1-30; 1997-12: 1-23'
const tuesdays = '1997-09: 2,9,16,23,30; 1997-10: 7,14,21,28; 1997-11: 4'

const examples: readonly Example[] = [
  ['daily, 10 times', '1997-09-02', 'FREQ=DAILY;COUNT=10', '1997-09: 2-11'],
  ['daily until Christmas Eve', '1997-09-02', 'FREQ=DAILY;UNTIL=19971224T000000Z', toChristmas],
  [
    'every other day',
    '1997-09-02',
    'FREQ=DAILY;INTERVAL=2',
    '1997-09: 2,4,6,8,10,12,14,16,18,20,22,24,26,28,30; 1997-10: 2,4,6',
    'and so on',
  ],
  ['every 10 days, 5 times', '1997-09-02', 'FREQ=DAILY;INTERVAL=10;COUNT=5', '1997-09: 2,12,22; 1997-10: 2,12'],
  [
    'every day in January, yearly',
    '1998-01-01',
    'FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA',
    januaries,
  ],
  ['every day in January, daily', '1998-01-01', 'FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1', januaries],
  ['weekly, 10 times', '1997-09-02', 'FREQ=WEEKLY;COUNT=10', tuesdays],
  [
    'weekly until Christmas Eve',
    '1997-09-02',
    'FREQ=WEEKLY;UNTIL=19971224T000000Z',
    '1997-09: 2,9,16,23,30; 1997-10: 7,14,21,28; 1997-11: 4,11,18,25; 1997-12: 2,9,16,23',
  ],
  [
    'every other week',
    '1997-09-02',
    'FREQ=WEEKLY;INTERVAL=2;WKST=SU',
    '1997-09: 2,16,30; 1997-10: 14,28; 1997-11: 11,25; 1997-12: 9,23; 1998-01: 6,20; 1998-02: 3,17',
    'and so on',
  ],
  [
    'Tuesdays and Thursdays for five weeks, by UNTIL',
    '1997-09-02',
    'FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH',
    '1997-09: 2,4,9,11,16,18,23,25,30; 1997-10: 2',
  ],
  [
    'Tuesdays and Thursdays for five weeks, by COUNT',
    '1997-09-02',
    'FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH',
    '1997-09: 2,4,9,11,16,18,23,25,30; 1997-10: 2',
  ],
  [
    'Mondays, Wednesdays and Fridays of every other week until Christmas Eve',
    '1997-09-01',
    'FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR',
    '1997-09: 1,3,5,15,17,19,29; 1997-10: 1,3,13,15,17,27,29,31; 1997-11: 10,12,14,24,26,28; 1997-12: 8,10,12,22',
  ],
  [
    'Tuesdays and Thursdays of every other week, 8 times',
    '1997-09-02',
    'FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH',
    '1997-09: 2,4,16,18,30; 1997-10: 2,14,16',
  ],
  [
    'the first Friday of the month, 10 times',
    '1997-09-05',
    'FREQ=MONTHLY;COUNT=10;BYDAY=1FR',
    '1997-09: 5; 1997-10: 3; 1997-11: 7; 1997-12: 5; 1998-01: 2; 1998-02: 6; 1998-03: 6; 1998-04: 3; 1998-05: 1; 1998-06: 5',
  ],
  [
    'the first Friday of the month until Christmas Eve',
    '1997-09-05',
    'FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR',
    '1997-09: 5; 1997-10: 3; 1997-11: 7; 1997-12: 5',
  ],
  [
    'first and last Sunday of every other month, 10 times',
    '1997-09-07',
    'FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU',
    '1997-09: 7,28; 1997-11: 2,30; 1998-01: 4,25; 1998-03: 1,29; 1998-05: 3,31',
  ],
  [
    'second-to-last Monday of the month, 6 times',
    '1997-09-22',
    'FREQ=MONTHLY;COUNT=6;BYDAY=-2MO',
    '1997-09: 22; 1997-10: 20; 1997-11: 17; 1997-12: 22; 1998-01: 19; 1998-02: 16',
  ],
  [
    'third-to-last day of the month',
    '1997-09-28',
    'FREQ=MONTHLY;BYMONTHDAY=-3',
    '1997-09: 28; 1997-10: 29; 1997-11: 28; 1997-12: 29; 1998-01: 29; 1998-02: 26',
    'and so on',
  ],
  [
    '2nd and 15th, 10 times',
    '1997-09-02',
    'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15',
    '1997-09: 2,15; 1997-10: 2,15; 1997-11: 2,15; 1997-12: 2,15; 1998-01: 2,15',
  ],
  [
    'first and last day of the month, 10 times',
    '1997-09-30',
    'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1',
    '1997-09: 30; 1997-10: 1,31; 1997-11: 1,30; 1997-12: 1,31; 1998-01: 1,31; 1998-02: 1',
  ],
  [
    '10th to 15th of every 18th month, 10 times',
    '1997-09-10',
    'FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15',
    '1997-09: 10-15; 1999-03: 10-13',
  ],
  [
    'every Tuesday of every other month',
    '1997-09-02',
    'FREQ=MONTHLY;INTERVAL=2;BYDAY=TU',
    '1997-09: 2,9,16,23,30; 1997-11: 4,11,18,25; 1998-01: 6,13,20,27; 1998-03: 3,10,17,24,31',
    'and so on',
  ],
  [
    'in June and July, 10 times',
    '1997-06-10',
    'FREQ=YEARLY;COUNT=10;BYMONTH=6,7',
    '1997-06: 10; 1997-07: 10; 1998-06: 10; 1998-07: 10; 1999-06: 10; 1999-07: 10; 2000-06: 10; 2000-07: 10; 2001-06: 10; 2001-07: 10',
  ],
  [
    'January to March of every other year, 10 times',
    '1997-03-10',
    'FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3',
    '1997-03: 10; 1999-01: 10; 1999-02: 10; 1999-03: 10; 2001-01: 10; 2001-02: 10; 2001-03: 10; 2003-01: 10; 2003-02: 10; 2003-03: 10',
  ],
  [
    '1st, 100th and 200th day of every third year, 10 times',
    '1997-01-01',
    'FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200',
    '1997-01: 1; 1997-04: 10; 1997-07: 19; 2000-01: 1; 2000-04: 9; 2000-07: 18; 2003-01: 1; 2003-04: 10; 2003-07: 19; 2006-01: 1',
  ],
  [
    'the 20th Monday of the year',
    '1997-05-19',
    'FREQ=YEARLY;BYDAY=20MO',
    '1997-05: 19; 1998-05: 18; 1999-05: 17',
    'and so on',
  ],
  [
    'Monday of week 20',
    '1997-05-12',
    'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO',
    '1997-05: 12; 1998-05: 11; 1999-05: 17',
    'and so on',
  ],
  [
    'every Thursday in March',
    '1997-03-13',
    'FREQ=YEARLY;BYMONTH=3;BYDAY=TH',
    '1997-03: 13,20,27; 1998-03: 5,12,19,26; 1999-03: 4,11,18,25',
    'and so on',
  ],
  [
    'every Thursday from June to August',
    '1997-06-05',
    'FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8',
    '1997-06: 5,12,19,26; 1997-07: 3,10,17,24,31; 1997-08: 7,14,21,28; 1998-06: 4,11,18,25; 1998-07: 2,9,16,23,30; 1998-08: 6,13,20,27; 1999-06: 3,10,17,24; 1999-07: 1,8,15,22,29; 1999-08: 5,12,19,26',
    'and so on',
  ],
  [
    'Friday the 13th',
    '1997-09-02',
    'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
    '1998-02: 13; 1998-03: 13; 1998-11: 13; 1999-08: 13; 2000-10: 13',
    'and so on',
  ],
  [
    'the Saturday after the first Sunday of the month',
    '1997-09-13',
    'FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13',
    '1997-09: 13; 1997-10: 11; 1997-11: 8; 1997-12: 13; 1998-01: 10; 1998-02: 7; 1998-03: 7; 1998-04: 11; 1998-05: 9; 1998-06: 13',
    'and so on',
  ],
  [
    'election day, every four years',
    '1996-11-05',
    'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8',
    '1996-11: 5; 2000-11: 7; 2004-11: 2',
    'and so on',
  ],
  [
    'the third of Tuesday, Wednesday and Thursday, 3 times',
    '1997-09-04',
    'FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3',
    '1997-09: 4; 1997-10: 7; 1997-11: 6',
  ],
  [
    'the second-to-last weekday of the month',
    '1997-09-29',
    `FREQ=MONTHLY;${weekdaysOf};BYSETPOS=-2`,
    '1997-09: 29; 1997-10: 30; 1997-11: 27; 1997-12: 30; 1998-01: 29; 1998-02: 26; 1998-03: 30',
    'and so on',
  ],
  [
    'every other week from Monday',
    '1997-08-05',
    'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO',
    '1997-08: 5,10,19,24',
  ],
  [
    'every other week from Sunday',
    '1997-08-05',
    'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU',
    '1997-08: 5,17,19,31',
  ],
  [
    'dates that do not exist are left out',
    '2007-01-15',
    'FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5',
    '2007-01: 15,30; 2007-02: 15; 2007-03: 15,30',
  ],
]

const newYork = zoneOf('America/New_York')
const inNewYork = (local: string): string => {
  const wall = wallFromText(local) as Wall
  if (!newYork) throw new Error('America/New_York is not known')
  return instantText(newYork.toInstant(wall))
}

const expand = (start: string, rrule: string, limit?: number, more: object = {}) =>
  solve({ start, zone: 'America/New_York', rrule, ...(limit === undefined ? {} : { limit }), ...more })

describe('RFC 5545 §3.8.5.3', () => {
  for (const [words, start, rule, dates, more] of examples) {
    test(words, () => {
      const expected = datesOf(dates).map(inNewYork)
      const limit = more === undefined ? undefined : expected.length
      expect(expand(`${start}T09:00:00`, rule, limit)).toEqual({ occurrences: expected })
    })
  }

  test('Friday the 13th, and not the start that is none', () => {
    const exdate = ['1997-09-02T09:00:00']
    expect(expand('1997-09-02T09:00:00', 'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', 1, { exdate })).toEqual({
      occurrences: ['1998-02-13T14:00:00Z'],
    })
  })

  test('every 3 hours until 17:00 in UTC, which in New York is 13:00 (the RFC lists 15:00 too)', () => {
    const rule = 'FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T'
    const at = (...hours: number[]) => ({ occurrences: hours.map((h) => `1997-09-02T${h}:00:00Z`) })
    expect(expand('1997-09-02T09:00:00', `${rule}170000Z`)).toEqual(at(13, 16))
    expect(expand('1997-09-02T09:00:00', `${rule}210000Z`)).toEqual(at(13, 16, 19))
  })

  test.each([
    [
      'every 15 minutes, 6 times',
      'FREQ=MINUTELY;INTERVAL=15;COUNT=6',
      ['13:00', '13:15', '13:30', '13:45', '14:00', '14:15'],
    ],
    ['every hour and a half, 4 times', 'FREQ=MINUTELY;INTERVAL=90;COUNT=4', ['13:00', '14:30', '16:00', '17:30']],
  ])('%s', (_, rule, clocks) => {
    expect(expand('1997-09-02T09:00:00', rule)).toEqual({ occurrences: clocks.map((c) => `1997-09-02T${c}:00Z`) })
  })

  test.each([
    'FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40',
    'FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16',
  ])('every 20 minutes from 9:00 to 16:40 each day: %s', (rule) => {
    const clocks = Array.from(
      { length: 24 },
      (_, n) => `${`${9 + Math.floor(n / 3)}`.padStart(2, '0')}:${'024'[n % 3]}0:00`,
    )
    const expected = ['02', '03'].flatMap((day) => clocks.map((clock) => inNewYork(`1997-09-${day}T${clock}`)))
    expect(expand('1997-09-02T09:00:00', rule, 48)).toEqual({ occurrences: expected })
  })
})
