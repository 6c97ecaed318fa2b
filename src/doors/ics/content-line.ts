import type { When } from '../../plan/series.ts'
import { dayText, wallText } from '../../plan/text.ts'
import type { Day, Wall } from '../../plan/time.ts'

/** TEXT as RFC 5545 §3.3.11 escapes it; control characters other than line ends have no place in it. */
export const escapeText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 5545 §3.1 forbids them in content lines
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n')

/** A parameter value, with RFC 6868's escapes; quoted where it must be. */
function paramValue(value: string): string {
  const escaped = value
    // biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 5545 §3.1 forbids them in content lines
    .replace(/[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f]/g, ' ')
    .replaceAll('^', '^^')
    .replace(/\r\n?|\n/g, '^n')
    .replaceAll('"', "^'")
  return /[:;,]/.test(escaped) ? `"${escaped}"` : escaped
}

/** One unfolded content line; `value` is written as given. */
export const contentLine = (name: string, params: Readonly<Record<string, string>>, value: string): string =>
  `${name}${Object.entries(params)
    .map(([key, each]) => `;${key}=${paramValue(each)}`)
    .join('')}:${value}`

/** `20260302` */
export const dateText = (day: Day): string => dayText(day).replaceAll('-', '')

/** `20260302T090000` */
export const clockText = (wall: Wall): string => wallText(wall).replace(/[-:]/g, '')

const isUtc = (when: When) => when.form === 'zoned' && when.zone.written === 'Z'

/** Parameters that times of this form carry. */
export function timeParams(when: When): Record<string, string> {
  if (when.form === 'date') return { VALUE: 'DATE' }
  return when.form === 'zoned' && !isUtc(when) ? { TZID: when.zone.written } : {}
}

export const timeValue = (when: When): string =>
  when.form === 'date' ? dateText(when.day) : `${clockText(when.wall)}${isUtc(when) ? 'Z' : ''}`

export const timeLine = (name: string, when: When): string => contentLine(name, timeParams(when), timeValue(when))
