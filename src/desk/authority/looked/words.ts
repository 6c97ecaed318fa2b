import type { MemberKind } from '../board/model.ts'

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** “Ines Duarte, Mon 30 Nov, 09:00 hour”, on the clocks of the desk. */
export function lookWords(name: string, kind: MemberKind, hour: Temporal.ZonedDateTime): string {
  const day = `${weekdays[hour.dayOfWeek - 1]} ${hour.day} ${months[hour.month - 1]}`
  const clock = `${String(hour.hour).padStart(2, '0')}:${String(hour.minute).padStart(2, '0')}`
  return `${name}${kind === 'agent' ? ' (agent)' : ''}, ${day}, ${clock} hour`
}
