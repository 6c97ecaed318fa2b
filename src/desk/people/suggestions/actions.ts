import { type Act, type Labelled, refuse } from '../../act.ts'
import type { ActionsFor } from '../../registry.ts'
import type { peopleContract } from '../contract.ts'
import { personFor } from '../finding/model.ts'
import { folded, type Person, type Suggestion } from '../model.ts'
import { aheadWith, keepNone, nones, type SentBy, sentForOthers } from '../queries.ts'
import { undo } from '../record/actions.ts'
import { type Known, knownTo } from '../showing/actions.ts'
import { introductionLetter, momentWords } from '../words.ts'
import { signedIn } from './model.ts'

type Actions = ActionsFor<typeof peopleContract>['person']
type Draft = Omit<Suggestion, 'key' | 'to'> & { readonly to: Omit<Suggestion['to'], 'id'> }

const either = ({ name, address }: Named): string => address?.toLowerCase() ?? folded(name ?? '')

type Named = { readonly name: string | null; readonly address: string | null }

/** Names a pair, for saying that it is none. */
const keyOf = (assistant: Named, to: Named): string => `${either(assistant)}\n${either(to)}`

/** A suggestion, with what its words tell of. */
type Fresh = { readonly suggestion: Suggestion; readonly told: readonly Labelled[] }

/** A suggestion with its name, and whom of those at the desk it is about; null where the desk knows of it already. */
function fresh(draft: Draft, known: Known, none: ReadonlySet<string>): Fresh | null {
  const key = keyOf(draft.assistant, draft.to)
  if (none.has(key)) return null
  const of = personFor(known.people, draft.to).person
  const by = personFor(known.people, draft.assistant).person
  if (of && by && (of.id === by.id || assists(by, of))) return null
  const name = of?.name ?? draft.to.name
  const suggestion = {
    ...draft,
    assistant: { ...draft.assistant, name: by?.name ?? draft.assistant.name },
    key,
    to: { ...draft.to, name, id: of?.id ?? null },
  }
  const event = draft.eventId === null ? [] : [{ id: draft.eventId, label: draft.label }]
  return { suggestion, told: [...event, ...[of ?? [], by ?? []].flat()] }
}

const assists = (by: Person, of: Person): boolean => of.assistants.some(({ id }) => id === by.id)

async function freshOf(act: Act, drafts: readonly Draft[]): Promise<Suggestion[]> {
  const [known, none] = [await knownTo(act), await nones(act.db, act.desk.id)]
  const found = new Map<string, Suggestion>()
  for (const draft of drafts) {
    const one = fresh(draft, known, none)
    if (!one || found.has(one.suggestion.key)) continue
    act.looked(one.told)
    found.set(one.suggestion.key, one.suggestion)
  }
  return [...found.values()]
}

const fromInvitation = ({ eventId, title, label, forAddress, forName, by, byName }: SentBy): Draft => ({
  assistant: { name: byName, address: by },
  to: { name: forName ?? forAddress, address: forAddress },
  quote: `${forName ?? forAddress}, sent by ${by}`,
  found: `in the invitation “${title}”`,
  eventId,
  label,
})

export const suggestions: Actions['suggestions'] = async (_input, act) => ({
  suggestions: await freshOf(act, (await sentForOthers(act.db, act.desk.id)).map(fromInvitation)),
})

export const readText: Actions['read'] = async ({ text }, act) => ({
  suggestions: await freshOf(
    act,
    signedIn(text).map(({ assistant, to, quote }) => ({
      assistant,
      to: { name: to, address: null },
      quote,
      found: 'in the text',
      eventId: null,
      label: 'desk',
    })),
  ),
})

export const introduce: Actions['introduce'] = async ({ to, address, assisted, assistedAddress }, act) => {
  const known = await knownTo(act)
  const of = personFor(known.people, { name: assisted, address: assistedAddress || null }).person
  if (of) act.looked([of])
  const addresses = [
    ...new Set([...(of?.addresses ?? []), ...(assistedAddress === '' ? [] : [assistedAddress.toLowerCase()])]),
  ]
  const ahead = addresses.length === 0 ? [] : await aheadWith(act.db, act.desk.id, addresses, act.at)
  const { executive, zone } = act.desk
  const by = act.member.kind === 'desk' ? executive : act.member.name
  const lines = ahead.map((one) => `${momentWords(one.at, zone)}: “${one.title}”`)
  return {
    letter: introductionLetter({ to, assisted: of?.name ?? assisted, by, executive, zone, ahead: lines }),
    subject: `${executive} and ${of?.name ?? assisted}: arranging their meetings`,
    address: address === '' ? null : address,
  }
}

export const dismiss: Actions['dismiss'] = async ({ key }, act) => {
  const [assistant = '', to = ''] = key.split('\n')
  if (assistant === '' || to === '') return refuse('bad-input', 'There is no such suggestion.', [], 'key')
  if ((await nones(act.db, act.desk.id)).has(key))
    return refuse('moved-on', 'Somebody has said already that it is none', [], 'key')
  const from = (await sentForOthers(act.db, act.desk.id))
    .map(fromInvitation)
    .find((one) => keyOf(one.assistant, one.to) === key)
  const id = act.newId()
  const label = from?.label ?? 'desk'
  await keepNone(act.db, act.desk.id, { id, suggested: key, label }, act)
  return {
    output: {},
    entry: {
      items: [id],
      values: { assistant, name: to },
      ...(label === 'private' && { private: [id] }),
      undo: undo(act),
    },
  }
}
