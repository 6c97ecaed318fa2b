import { type Reader, readers } from '../lists/model.ts'
import { readerWords } from '../words.ts'

/** Who wrote a paper, as its PDF says it. */
export const maker = 'Equerry'

/** What stands above an itinerary: "Itinerary for the driver". */
export const headWords = (reader: Reader): string => `Itinerary ${readerWords[reader]}`

const feet = {
  page: 'This page is always the newest; what was printed or copied from it may be older.',
  paper: 'A print may be older than the page.',
} as const

/** What stands beneath one, on its page or on each sheet of paper. */
export const footWords = (on: keyof typeof feet, asOf: string): string => `As of ${asOf}. ${feet[on]}`

/** The same for the same part and reader each time: a calendar that has it moves it. */
export const uidOf = (key: string, reader: Reader): string => `${key}-${reader}`
export const datesUidOf = (key: string, reader: Reader): string => `${uidOf(key, reader)}-dates`

const ownUid = new RegExp(
  `^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}-(?:${readers.join('|')})(?:-dates)?$`,
)
export const isOwnUid = (uid: string): boolean => ownUid.test(uid)

/** A copy breaks lines where it likes. */
const anyBreaks = (words: string) => words.replaceAll('.', '\\.').replaceAll(' ', '\\s+')
const head = new RegExp(`^[^\\S\\n]*(?:${readers.map((each) => anyBreaks(headWords(each))).join('|')})[^\\S\\n]*$`, 'm')
const foot = new RegExp(
  `As\\s+of\\s+([^.\\s][^.\\n]{0,59}(?:\\n[^.\\s][^.\\n]{0,59})?)\\.\\s+(?:${Object.values(feet).map(anyBreaks).join('|')})`,
  'g',
)

/** An itinerary within a text, up to the end of its last foot; null: there is none. `asOf` is what its foot says. */
export function itineraryIn(text: string): { readonly at: number; readonly end: number; readonly asOf: string } | null {
  const last = [...text.matchAll(foot)].at(-1)
  if (!last) return null
  const end = last.index + last[0].length
  const at = head.exec(text.slice(0, end))?.index ?? 0
  return { at, end, asOf: (last[1] ?? '').replace(/\s+/g, ' ') }
}

/** Why what this program gave out is not read as what somebody else confirms. */
export const ownWords = (asOf: string | null): string =>
  `This is an itinerary that ${maker} gave out${asOf === null ? '' : `, as of ${asOf}`}, and confirms nothing: drop in the booking itself`
export const ownPaperWords = `This is a paper that ${maker} printed, and confirms nothing: drop in the booking itself`
