import { wallFromText, wallText } from '../../text.ts'
import type { Wall } from '../../time.ts'

/**
 * Dates as the RFC lists them: `1997-09: 2-11, 15; 1997-10: 1` at one time of day, each as a local text.
 */
export function datesOf(text: string, clock = '09:00:00'): string[] {
  return text.split(';').flatMap((group) => {
    const [month = '', days = ''] = group.trim().split(': ')
    return days.split(',').flatMap((range) => {
      const [first = 0, last = first] = range.split('-').map(Number)
      return Array.from({ length: last - first + 1 }, (_, n) => {
        const local = `${month}-${`${first + n}`.padStart(2, '0')}T${clock}`
        const wall = wallFromText(local)
        if (wall === null) throw new Error(`${local} is no time`)
        return wallText(wall)
      })
    })
  })
}

export const wallAt = (text: string): Wall => {
  const wall = wallFromText(text)
  if (wall === null) throw new Error(`${text} is no time`)
  return wall
}
