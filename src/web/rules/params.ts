/** A parameter of a rule kind as its JSON Schema describes it, mapped to the control that fits. */
export type Param = {
  readonly name: string
  readonly label: string
  readonly control:
    | 'minutes'
    | 'count'
    | 'weekdays'
    | 'time'
    | 'zone'
    | 'date'
    | 'dates'
    | 'hours'
    | 'kind'
    | 'choice'
    | 'switch'
    | 'words'
  readonly required: boolean
  /** Of a choice. */
  readonly options: readonly string[]
}

type Schema = {
  readonly properties?: Record<string, Schema>
  readonly required?: readonly string[]
  readonly type?: string
  readonly items?: Schema
  readonly enum?: readonly unknown[]
}

const labels: Record<string, string> = {
  marginMinutes: 'Spare time on top',
  beforeMinutes: 'Free before',
  afterMinutes: 'Free after',
  breakMinutes: 'What counts as a break',
  minutes: 'Minutes',
  meetings: 'Meetings',
  moves: 'Moves',
  days: 'Days',
  dates: 'Dates',
  from: 'From',
  to: 'To',
  zone: 'The other zone',
  kind: 'Kind of meeting',
  who: 'Whose, by name',
  firstOn: 'First day away',
  lastOn: 'Last day away',
  stationMinutes: 'At a station',
  landingMinutes: 'After a landing',
  checkInMinutes: 'Before check-in closes',
  waitMinutes: 'Longest wait',
  airports: 'At certain airports (LHR 90, ZRH 40)',
  after: 'After',
  cancelMinutes: 'Before the last free cancellation',
  months: 'Months',
  traveller: 'Whose wish, by name; nobody: the executive’s',
  leaveFrom: 'Leaves no earlier than',
  leaveBy: 'Leaves no later than',
  noNights: 'No flight through the night',
  seat: 'Seat',
  cabin: 'At least this cabin',
  hours: 'Hours',
  hotels: 'Hotels, with commas between',
  within: 'Minutes to where one goes',
  has: 'What the hotel is asked for',
  food: 'Food',
  driver: 'Who drives',
  car: 'What car',
}

/** The form's fields for a kind of rule, required ones first. */
export function paramsOf(schema: Record<string, unknown>): Param[] {
  const { properties = {}, required = [] } = schema as Schema
  return Object.entries(properties)
    .map(([name, part]) => ({
      name,
      label: labels[name] ?? name,
      control: controlOf(name, part),
      required: required.includes(name),
      options: (part.enum ?? []).filter((one) => typeof one === 'string'),
    }))
    .sort((a, b) => Number(b.required) - Number(a.required))
}

const times = new Set(['from', 'to', 'after', 'leaveFrom', 'leaveBy'])

function controlOf(name: string, part: Schema): Param['control'] {
  if (part.type === 'integer' || part.type === 'number') return /minutes$/i.test(name) ? 'minutes' : 'count'
  if (part.type === 'boolean') return 'switch'
  if (part.enum) return 'choice'
  if (part.type === 'array') return part.items?.enum ? 'weekdays' : 'dates'
  if (part.type === 'object') return 'hours'
  if (name === 'zone') return 'zone'
  if (name === 'kind') return 'kind'
  if (times.has(name)) return 'time'
  if (name.endsWith('On')) return 'date'
  return 'words'
}

/** A sensible start for each control, so that a new rule says something before it is changed. */
const starts: Record<Param['control'], unknown> = {
  minutes: 30,
  count: 4,
  weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'],
  time: '12:00',
  zone: 'America/New_York',
  date: '',
  dates: [],
  hours: Object.fromEntries(['MO', 'TU', 'WE', 'TH', 'FR'].map((day) => [day, [['09:00', '18:00']]])),
  kind: 'internal',
  choice: '',
  switch: true,
  words: '',
}

export const startOf = (params: readonly Param[]): Record<string, unknown> =>
  Object.fromEntries(
    params.filter((one) => one.required).map((one) => [one.name, one.name === 'to' ? '14:00' : starts[one.control]]),
  )
