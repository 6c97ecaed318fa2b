import type { Weekday } from './time.ts'

/** What days and months are called, in one place until the desk has a language. Monday and January first. */
export const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

export const nameOfWeekday: Readonly<Record<Weekday, (typeof weekdayNames)[number]>> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
}

/** "Mon" */
export const shortWeekday = (weekday: Weekday): string => nameOfWeekday[weekday].slice(0, 3)
