import { createHash, randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { actions } from './actions.ts'
import { readFor } from './calendar/import/actions.ts'
import { calendarAsked } from './calendar/marks/actions.ts'
import { calendarVersions } from './calendar/tables.ts'
import { absenceOf } from './cover/outside/actions.ts'
import { decisionDues } from './decisions/actions.ts'
import { followDecisions } from './decisions/deadline/actions.ts'
import { decisionVersions } from './decisions/queries.ts'
import { holdsAsked } from './holds/asked/actions.ts'
import { followMeetings } from './holds/reaction/actions.ts'
import { holdVersions } from './holds/tables.ts'
import { looks } from './looks.ts'
import { mistakeVersions } from './mistakes/queries.ts'
import { followLabels } from './mistakes/reaction/actions.ts'
import { mayLeave, whichGiveAway } from './outgoing/checking/actions.ts'
import { pageMayShow } from './outgoing/shown/actions.ts'
import { fitting } from './partnership/boundaries/actions.ts'
import { knowingAsked } from './partnership/knowing/actions.ts'
import { answerVersions } from './partnership/knowing/queries.ts'
import { followTied } from './partnership/priorities/actions.ts'
import { priorityDues } from './partnership/priorities/dues/actions.ts'
import { priorityVersions } from './partnership/priorities/queries.ts'
import { peopleVersions } from './people/queries.ts'
import type { Surroundings } from './perform.ts'
import { beginRules } from './rules/actions.ts'
import { bookedAnyway } from './rules/anyway/actions.ts'
import { foresee } from './rules/foresee/actions.ts'
import { seal, unseal } from './seal.ts'
import type { Tables } from './tables.ts'
import { airportOf } from './travel/airports/airports.ts'
import { emergencyVersions } from './travel/emergency/queries.ts'
import { tripsIn } from './travel/plans/actions.ts'
import { followSegments } from './travel/reaction/actions.ts'
import { travelVersions } from './travel/tables.ts'
import { travellerVersions } from './travel/traveller/queries.ts'
import { followTravellers } from './travel/traveller/reaction/actions.ts'
import { travellerAsked } from './travel/traveller/wishes/actions.ts'
import { turns } from './turns.ts'
import { sentence } from './words.ts'
import { commitmentsAsked } from './work/commitments/actions.ts'
import { commitmentDues } from './work/commitments/dues/actions.ts'
import { followThings } from './work/commitments/reaction/actions.ts'
import { commitmentVersions } from './work/commitments/tables.ts'
import { workDues } from './work/dues/actions.ts'
import { notesAsked } from './work/notes/actions.ts'
import { noteVersions } from './work/notes/tables.ts'
import { followClosed, followEvents } from './work/reaction/actions.ts'
import { workVersions } from './work/tables.ts'

/**
 * A UUID v7 (RFC 9562 §5.7) for an instant of the one clock; 12 bits count within a millisecond, so that ids made in one
 * call sort in the order they were made.
 */
export function idMaker(random: (bytes: number) => Buffer): (at: Temporal.Instant) => string {
  let [last, count] = [0, 0]
  return (at) => {
    const ms = Math.max(at.epochMilliseconds, last)
    count = ms === last ? count + 1 : 0
    last = count > 0xfff ? ms + 1 : ms
    if (count > 0xfff) count = 0
    const time = last.toString(16).padStart(12, '0')
    const rest = random(8)
    rest[0] = ((rest[0] ?? 0) & 0x3f) | 0x80
    const tail = rest.toString('hex')
    return `${time.slice(0, 8)}-${time.slice(8)}-7${count.toString(16).padStart(3, '0')}-${tail.slice(0, 4)}-${tail.slice(4)}`
  }
}

const hashOf = (what: string | Uint8Array): string => createHash('sha256').update(what).digest('hex')

/** What `perform` needs on a real machine. */
export const surroundings = (
  db: Kysely<Tables>,
  tell: Surroundings['tell'],
  { format, url, sealing }: Pick<Surroundings, 'format' | 'url' | 'sealing'>,
): Surroundings => ({
  db,
  actions,
  sentence,
  newId: idMaker(randomBytes),
  newToken: () => randomBytes(16).toString('base64url'),
  newSalt: () => randomBytes(16).toString('hex'),
  hash: hashOf,
  seal,
  unseal,
  sealing,
  tz: process.versions.tz ?? 'unknown',
  format,
  url,
  before: { 'calendar.import': ({ file }: { file: File }) => readFor(file, format) },
  asked: { ...calendarAsked, ...holdsAsked, ...travellerAsked, ...commitmentsAsked, ...notesAsked, ...knowingAsked },
  foresee,
  looks: looks(),
  absence: absenceOf,
  leaving: mayLeave,
  fitting,
  givingAway: whichGiveAway,
  showing: (db, desk, group) =>
    pageMayShow({ db, desk: { id: desk }, reads: true, entry: group.id, hash: hashOf }, group),
  begin: beginRules,
  versioned: [
    ...calendarVersions,
    ...peopleVersions,
    ...holdVersions,
    ...travelVersions,
    ...emergencyVersions,
    ...travellerVersions,
    ...workVersions,
    ...commitmentVersions,
    ...noteVersions,
    ...decisionVersions,
    ...mistakeVersions,
    ...priorityVersions,
    ...answerVersions,
  ],
  dues: [workDues, commitmentDues, decisionDues, priorityDues],
  trips: tripsIn,
  airports: async (code) => airportOf(code),
  reactions: [
    bookedAnyway,
    followMeetings,
    followSegments,
    followTravellers,
    followEvents,
    followClosed,
    followThings,
    followDecisions,
    followLabels,
    followTied,
  ],
  inTurn: turns(),
  tell,
})
