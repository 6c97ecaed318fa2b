import * as z from 'zod'
import { number, quoted, text } from '../found.ts'
import { lengthWords } from '../local.ts'
import type { Invitee } from '../plan.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import { minuteMs } from '../time.ts'

const params = z.strictObject({
  minutes: z.int().min(1).max(43_200).describe('How long before the start everybody needed should have said yes'),
})

/** Everybody who is needed has said whether they come. Silent about the past, and where nobody says what time it is. */
export const unanswered: AnyKind = ruleKind<z.infer<typeof params>>({
  kind: 'unanswered',
  title: 'Who is coming?',
  says: 'Everybody who is needed has said yes in time',
  params,
  sentence: ({ minutes }) => `Everybody who is needed has said yes ${lengthWords(minutes)} before`,
  reach: () => ({ by: 'thing' }),
  about: (_params, { asked }) => asked.map(({ item }) => item).filter(({ people }) => people.length > 0),
  *judge({ minutes }, { asked, plan: { at } }) {
    if (at === null) return
    for (const { item } of asked) {
      if (item.span.start <= at || item.span.start - at > minutes * minuteMs) continue
      const missing = item.people.filter(isMissing)
      if (missing.length === 0) continue
      const silent = missing.filter(isSilent)
      const values = () => ({
        item: quoted(item),
        declined: names(missing.filter(hasDeclined)),
        silent: names(silent),
        silentCount: silent.length,
      })
      yield { span: item.span, items: [item], code: 'missing', values, badness: missing.length }
    }
  },
  words(e) {
    const silent =
      text(e, 'silent') === ''
        ? null
        : `${text(e, 'silent')} ${number(e, 'silentCount') === 1 ? 'has' : 'have'} not answered`
    const declined = text(e, 'declined') === '' ? null : `${text(e, 'declined')} declined`
    return `${text(e, 'item')}: ${[declined, silent].filter((part) => part !== null).join('; ')}`
  },
  fixes(_params, { items: [item] }) {
    const silent = item?.people.filter((person) => isMissing(person) && isSilent(person)) ?? []
    if (!item || silent.length === 0) return []
    const input = { key: item.key, ask: 'answer', to: silent.map((person) => person.address) }
    const words = silent.length === 1 ? `Ask ${names(silent)}` : `Ask the ${silent.length} who have not answered`
    return [{ reach: 'world', operation: 'finding.asked', input, words }]
  },
})

const hasDeclined = ({ answer }: Invitee): boolean => answer === 'declined'
const isSilent = ({ answer }: Invitee): boolean => answer === 'needs-action'
const isMissing = (person: Invitee): boolean => person.required && (hasDeclined(person) || isSilent(person))

const names = (people: readonly Invitee[]): string => {
  const all = people.map((person) => (person.name ?? person.address).slice(0, 60))
  return all.length > 4 ? `${all.slice(0, 3).join(', ')} and ${all.length - 3} more` : all.join(', ')
}
