import { saidOf } from './booking.ts'
import { freeUntil, isCharged } from './deadlines.ts'
import { both } from './deeds.ts'
import { indexOfPhrase } from './lexicon.ts'
import { overlaps } from './marks.ts'
import type { Draft, Moment, Reading } from './reading.ts'
import { lineAt, type Stretch } from './sheet.ts'
import type { Vocabulary } from './vocabulary/concepts.ts'

function termIn(
  reading: Reading,
  part: Stretch,
  terms: (vocabulary: Vocabulary) => { readonly yes: string; readonly no: string },
): { value: 'yes' | 'no'; at: Stretch }[] {
  const low = reading.sheet.low.slice(part.at, part.end)
  const find = (all: readonly string[], value: 'yes' | 'no', taken: readonly Stretch[]) => {
    const found: { value: 'yes' | 'no'; at: Stretch }[] = []
    for (const phrase of [...all]
      .flatMap((each) => [
        each,
        ...(each.includes(' ') && !each.includes(':') ? [each.replace(' ', ': ')] : []),
        ...(/ble$|vel$/.test(each) ? [`${each}s`, each.replace(/vel$/, 'veis')] : []),
      ])
      .sort((a, b) => b.length - a.length))
      for (let at = indexOfPhrase(low, phrase); at !== -1; at = indexOfPhrase(low, phrase, at + phrase.length)) {
        const stretch = { at: part.at + at, end: part.at + at + phrase.length }
        // "Changes: no change fee" says something else than "Changes: no".
        if (/: ?\p{L}+$/u.test(phrase) && /^ \p{L}/u.test(low.slice(at + phrase.length))) continue
        if (![...taken, ...found.map((each) => each.at)].some((each) => overlaps(each, stretch)))
          found.push({ value, at: stretch })
      }
    return found
  }
  const no = find(
    both(reading, (each) => terms(each).no),
    'no',
    [],
  )
  const yes = find(
    both(reading, (each) => terms(each).yes),
    'yes',
    no.map((each) => each.at),
  ).filter(
    ({ at }) =>
      !/(?:non|not|no|nicht|pas|ni|ne|nao|niet|ej|inte|ikke|nie|ei|keine?|nor|neither|ne|weder|ausgeschlossen|nej|bez|sans|sem|sin|aucun|nessun|geen|ingen)[\s-](?:[\p{L}]+\s){0,2}$/u.test(
        reading.sheet.low.slice(Math.max(0, at.at - 24), at.at),
      ) &&
      !/^[^.,;\n]{0,24}(?:not possible|nicht moglich|ausgeschlossen|niet mogelijk|impossible|不可)/.test(
        reading.sheet.low.slice(at.end, at.end + 40),
      ),
  )
  return [...no, ...yes]
}

/** "Flex may be changed. Saver may not.": where sentences speak of classes, the one that begins with this leg's. */
function ownTerms({ sheet }: Reading, part: Stretch, draft: Draft): Stretch {
  const cabin = draft.fields.cabin?.origin
  const words = cabin?.by === 'words' ? sheet.low.slice(cabin.at, cabin.at + cabin.words.length) : ''
  if (words.length < 4) return part
  for (let at = sheet.low.indexOf(words, part.at); at !== -1 && at < part.end; at = sheet.low.indexOf(words, at + 1)) {
    const sentence = /^[^.\n]{12,200}/.exec(sheet.low.slice(at, Math.min(part.end, at + 200)))
    if (
      sentence &&
      /(?:[.\n]|^)\s{0,3}$/.test(sheet.low.slice(Math.max(0, at - 4), at)) &&
      /\p{L}{3,} \p{L}{3,}/u.test(sentence[0].slice(words.length))
    )
      return { at, end: at + sentence[0].length }
  }
  return part
}

export function setTerms(reading: Reading, whole: Stretch, draft: Draft): void {
  const part = ownTerms(reading, whole, draft)
  for (const [field, terms] of [
    ['refundable', (each: Vocabulary) => each.refundable],
    ['changeable', (each: Vocabulary) => each.changeable],
  ] as const) {
    const found = termIn(reading, part, terms)
    const values = new Set(found.map(({ value }) => value))
    const first = found[0]
    if (values.size > 1)
      draft.doubt(
        field,
        'The terms say both',
        found.map(({ value, at }) => draft.said(at, value)),
      )
    else if (first) draft.set(field, first.at, first.value)
  }
}

/** The moment that stands behind a label, within its value or on the same line. */
export function momentAfter(reading: Reading, { at, end }: Stretch): Moment {
  const date = reading.dates.find((each) => each.at >= at && each.at < end) ?? null
  const time =
    reading.times.find(
      (each) =>
        each.at >= at &&
        each.at < end &&
        (!date || Math.abs(each.at - date.end) < 40 || Math.abs(date.at - each.end) < 40),
    ) ?? null
  return { date, time }
}

/** A deadline: "free cancellation until …", with a date. */
export function setDeadline(
  reading: Reading,
  part: Stretch,
  draft: Draft,
  field: 'cancelBy' | 'checkInBy',
  fallback: Moment | null,
): void {
  for (const said of saidOf(reading, field, part)) {
    const line = lineAt(reading.sheet, said.label.end)
    const wraps = said.end >= line.end - 1 && said.end - said.at < 12
    const stop = wraps ? Math.min(line.end + 60, reading.sheet.text.length) : Math.min(said.end, said.at + 80)
    const moment = momentAfter(reading, { at: said.at, end: stop })
    if (!moment.date && moment.time && fallback?.date && field === 'checkInBy')
      draft.moment(field, { date: fallback.date, time: moment.time })
    else if (moment.date && !(field === 'cancelBy' && !said.firm && isCharged(reading, moment.date)))
      draft.moment(field, moment)
    if (draft.fields[field] || draft.isDoubted(field)) return
  }
  const free = field === 'cancelBy' ? freeUntil(reading, part) : null
  if (free) draft.moment(field, free)
}
