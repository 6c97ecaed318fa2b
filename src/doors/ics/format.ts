import { createHash } from 'node:crypto'
import type { CalendarFormat } from '../../desk/calendar/format.ts'
import { readEvent } from './event.ts'
import { merge } from './merge.ts'
import { reading } from './read.ts'
import { isUnusable, scan } from './scan.ts'
import { inSlices } from './slices.ts'
import { rewriteEvent, writeEvent } from './write.ts'
import { writeBusy, writeFile } from './write-file.ts'
import { zonesIn } from './zones.ts'

/** iCalendar, as the desk asks for it. */
export const icsFormat: CalendarFormat = {
  read: async (bytes) => {
    const file = await inSlices(reading(bytes, null))
    if (isUnusable(file)) return file
    const texts = new Map(file.parts.map(({ part, text }) => [part.line, text]))
    return {
      name: file.name,
      series: [...file.series],
      textOf: ({ line }) => texts.get(line) ?? '',
      skipped: file.skipped,
      remarks: file.remarks,
      timezones: file.timezones,
      hash: createHash('sha256').update(bytes).digest('hex'),
    }
  },
  readPart: (text, timezones, home) => {
    const wrapped = ['BEGIN:VCALENDAR', ...timezones.values(), 'END:VCALENDAR'].join('\r\n')
    const scanned = scan(new TextEncoder().encode(wrapped))
    const zones = zonesIn(isUnusable(scanned) ? [] : scanned.components)
    const read = readEvent(text, 0, zones.zoneIn(0), home)
    return 'part' in read ? read.part : null
  },
  merge,
  write: writeEvent,
  rewrite: rewriteEvent,
  writeFile,
  writeBusy,
}
