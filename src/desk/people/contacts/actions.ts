import { type Act, type Done, isRefused, type Refused, refuse } from '../../act.ts'
import type { ActionsFor } from '../../registry.ts'
import type { peopleContract } from '../contract.ts'
import { type Contact, type ContactView, mayKnow } from '../model.ts'
import { endLine, keepLine, lineById } from '../queries.ts'
import { hiding, labelTrouble, undo } from '../record/actions.ts'
import { aroundLines, type Known, knownTo, lineView, personOf, todayOf } from '../showing/actions.ts'
import { understand as understood } from './model.ts'

type Actions = ActionsFor<typeof peopleContract>['contact']

const noLine = refuse('not-there', 'There is no such line.', [], 'id')

export const understand: Actions['understand'] = async ({ text }, act) => {
  const { people, byId } = await knownTo(act)
  const found = understood(text, people)
  act.looked(found.could.flatMap(({ id }) => byId.get(id) ?? []))
  return found
}

async function kept(act: Act, line: Contact, known: Known): Promise<Done<{ line: ContactView }> | Refused> {
  const no = labelTrouble(act, line.label)
  if (no) return no
  const after = await keepLine(act.db, act.desk.id, line, act)
  act.looked(aroundLines([after], known))
  const view = lineView(after, known.byId, todayOf(act))
  return {
    output: { line: view },
    entry: {
      items: [line.id, line.personId],
      values: { name: view.name, words: line.words },
      ...hiding([line]),
      undo: undo(act),
    },
  }
}

/** A day that is still to come has had no contact. */
const dayTrouble = (act: Act, on: string): Refused | null =>
  Temporal.PlainDate.compare(Temporal.PlainDate.from(on), todayOf(act)) > 0
    ? refuse('bad-input', 'That day is still to come: a line is noted after a contact', [], 'on')
    : null

/** What is said of somebody private is private, whatever was asked for. */
const labelFor = (person: { label: Contact['label'] }, said: Contact['label'] | null): Contact['label'] =>
  person.label === 'private' ? 'private' : (said ?? person.label)

export const note: Actions['note'] = async ({ personId, kind, words, on, label }, act) => {
  const known = await knownTo(act)
  const person = personOf(known, personId)
  if (isRefused(person)) return person
  const day = on ?? todayOf(act).toString()
  const line = { id: act.newId(), version: 0, personId, kind, words, on: day, by: act.member.name }
  return dayTrouble(act, day) ?? kept(act, { ...line, label: labelFor(person, label) }, known)
}

/** A line that is there and whoever acts may know of. */
async function lineFor(act: Act, id: string, known: Known): Promise<Contact | Refused> {
  const line = await lineById(act.db, act.desk.id, id)
  return line && mayKnow(line.label, act.member) && known.byId.has(line.personId) ? line : noLine
}

export const edit: Actions['edit'] = async ({ id, version, kind, words, on, label }, act) => {
  const known = await knownTo(act)
  const before = await lineFor(act, id, known)
  if (isRefused(before)) return before
  if (version !== undefined && version !== before.version)
    return refuse('moved-on', 'This line was changed since you opened it', [id], 'version')
  const person = personOf(known, before.personId)
  if (isRefused(person)) return person
  const day = on ?? before.on
  const said = { kind: kind ?? before.kind, words: words ?? before.words, on: day }
  return (
    dayTrouble(act, day) ?? kept(act, { ...before, ...said, label: labelFor(person, label ?? before.label) }, known)
  )
}

export const remove: Actions['remove'] = async ({ id }, act) => {
  const known = await knownTo(act)
  const line = await lineFor(act, id, known)
  if (isRefused(line)) return line
  await endLine(act.db, act.desk.id, id, act)
  const name = known.byId.get(line.personId)?.name ?? ''
  return {
    output: {},
    entry: { items: [id, line.personId], values: { name }, ...hiding([line]), undo: undo(act) },
  }
}
