/** A small invented calendar around a day: two things at once, a lunch, a birthday. */
export function calendarAround(day: Temporal.PlainDate): string {
  const stamp = day.toString().replaceAll('-', '')
  const next = day.add({ days: 1 }).toString().replaceAll('-', '')
  const timed = (uid: string, from: string, to: string, title: string, place: string, ...more: readonly string[]) =>
    event(uid, [
      `DTSTART;TZID=Europe/London:${stamp}T${from}`,
      `DTEND;TZID=Europe/London:${stamp}T${to}`,
      `SUMMARY:${title}`,
      `LOCATION:${place}`,
      ...more,
    ])
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Equerry//Invented week//EN',
    ...timed('pre-read', '083000', '100000', 'Audit committee pre-read', 'Office'),
    ...timed(
      'meridian',
      '103000',
      '113000',
      'Meridian: renewal terms',
      'Finsbury Square 30',
      'ORGANIZER;CN=Dana Okafor:mailto:dana@okafor.example',
      'ATTENDEE;CN=Camille Roy;PARTSTAT=ACCEPTED:mailto:camille@meridian.example',
    ),
    ...timed('legal', '111500', '120000', 'Legal: closing list', 'Finsbury Square 30'),
    ...timed('lunch', '130000', '140000', 'Lunch with Ada <script>alert(1)</script>', 'Finsbury Square 30'),
    ...event('board', [`DTSTART;VALUE=DATE:${stamp}`, `DTEND;VALUE=DATE:${next}`, 'SUMMARY:Board week']),
    ...event('broken', ['SUMMARY:An event that does not say when it is']),
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}

const event = (uid: string, lines: readonly string[]) => [
  'BEGIN:VEVENT',
  `UID:${uid}@invented.example`,
  'DTSTAMP:20260101T000000Z',
  ...lines,
  'END:VEVENT',
]
