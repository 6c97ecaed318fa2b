import * as z from 'zod'
import { takeLength, takePartOfDay, takeTimes } from '../../calendar/quick-add/clocks.ts'
import { takeDay } from '../../calendar/quick-add/days.ts'
import { Line } from '../../calendar/quick-add/line.ts'
import { coverNames } from '../../calendar/quick-add/names.ts'
import { type Repeats, takeRepeats } from '../../calendar/quick-add/repeats.ts'
import { correct, sayCorrected } from '../../calendar/quick-add/spelling.ts'
import { type WorkDraft, workDraft } from '../tasks/model.ts'
import { dueAtOf, repeatTrouble } from '../tasks/when.ts'
import { draftWords } from './words.ts'

/** What one typed line was understood as, before anything is saved. */
export const workReading = z.object({
  draft: workDraft.nullable(),
  words: z.string(),
  assumed: z.array(z.string()),
  parts: z.array(z.object({ from: z.int(), to: z.int(), meaning: z.string() })),
})
export type WorkReading = z.infer<typeof workReading>

export type Typed = { readonly now: Temporal.ZonedDateTime; readonly executive: string }

const links = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)]/i
const kind = /(?<![\w#])#([\p{L}\d][\p{L}\d_-]{0,59})/u
const person = /(?<![\w@.])@([\p{L}][\p{L}\d_'’-]{0,80})(?![\w.]*@)/u
const joints = /(?<=^|\s)(?:due by|due on|due|by|before|on|at|for)(?=\s{2,}|\s*$)/gi

/**
 * Reads one typed line as work: "Board pack by Thu 4pm 3h #board-papers". `#` gives its kind, `@` who does it: the
 * executive by their name, anybody else somebody outside. Never throws, whatever is typed.
 */
export function understandWork(text: string, { now, executive }: Typed): WorkReading {
  const line = new Line(text.slice(0, 500))
  const today = now.toPlainDate()
  const link = line.take(links, 'link')?.[0] ?? null
  const isPrivate = line.take(/^\s*private\s*[:\-–]\s*|\(private\)|[\s,]+private\s*$/i, 'label') !== null
  const kindSaid = spaced(line.take(kind, 'kind')?.[1])
  const name = spaced(line.take(person, 'who')?.[1])
  coverNames(line)
  const unclear = correct(line)
  const repeats = takeRepeats(line, today)
  const effort = takeLength(line)
  const day = takeDay(line, today)
  const times = takeTimes(line)
  const part = times === null ? takePartOfDay(line) : null
  for (const { was, by } of line.uncover()) sayCorrected(line, was, by)
  const title = titleOf(line)
  const minute = times?.start.minute ?? part
  const due = dueOf(line, { day: day ?? repeats?.first ?? null, minute, repeats, now })
  const parts = [...line.parts].sort((a, b) => a.from - b.from)
  if (title === '' || unclear !== null)
    return {
      draft: null,
      words: unclear ?? 'What is to be done: “Board pack by Thu 4pm 3h #papers”',
      assumed: [],
      parts,
    }
  const isTheirs = name !== '' && !isExecutive(name, executive)
  const draft: WorkDraft = workDraft.parse({
    title: title.slice(0, 300),
    kind: kindSaid.slice(0, 60),
    owner: name === '' ? 'assistant' : isTheirs ? 'theirs' : 'executive',
    who: isTheirs ? name : '',
    ...due,
    effort: effort === null || effort < 1 ? null : effort,
    links: link === null ? [] : [link],
    label: isPrivate ? 'private' : 'desk',
  })
  return { draft, words: draftWords(draft, executive), assumed: line.assumed, parts }
}

const spaced = (word: string | undefined): string => (word ?? '').replace(/[_-]+/g, ' ').trim()

const isExecutive = (name: string, executive: string): boolean =>
  executive.toLowerCase().split(/\s+/).concat(executive.toLowerCase()).includes(name.toLowerCase())

type Said = {
  readonly day: Temporal.PlainDate | null
  readonly minute: number | null
  readonly repeats: Repeats | null
  readonly now: Temporal.ZonedDateTime
}

const clockOf = (minute: number): string => {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

/** The date and time a line means. A time that has passed today is that of tomorrow, a weekday’s that of next week. */
function dueOf(line: Line, { day, minute, repeats, now }: Said): Pick<WorkDraft, 'dueOn' | 'dueTime' | 'repeat'> {
  if (day === null && minute === null && repeats === null) return { dueOn: null, dueTime: null, repeat: null }
  const dueTime = minute === null || minute === 1440 ? null : clockOf(minute)
  let on = day ?? now.toPlainDate()
  const at = dueAtOf({ dueOn: on.toString(), dueTime, zone: now.timeZoneId })
  if (at !== null && at <= now.epochMilliseconds && !/\btoday\b|\bthis\b/i.test(line.text)) {
    on = on.add({ days: day === null ? 1 : 7 })
    line.assume('That has passed, so the next one is meant')
  }
  const dueOn = on.toString()
  const last = repeats?.until ?? (repeats?.weeks ? on.add({ weeks: repeats.weeks }).subtract({ days: 1 }) : null)
  const until = last === null ? [] : [`UNTIL=${last.toString().replaceAll('-', '')}`]
  const repeat = repeats === null ? null : [...repeats.parts, ...until].join(';')
  if (repeat !== null && repeatTrouble(repeat, dueOn) !== null) {
    line.assume('It would never come again, so it is done once')
    return { dueOn, dueTime, repeat: null }
  }
  return { dueOn, dueTime, repeat }
}

const titleOf = (line: Line): string =>
  line.left
    .replace(joints, '  ')
    .replace(joints, '  ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/g, '')
    .replace(/\s+([,;:.])/g, '$1')
    .trim()
