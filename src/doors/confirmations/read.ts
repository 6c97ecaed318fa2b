import type { Field, Proposal, Reading, ReadValue } from '../../desk/travel/reading/model.ts'
import { checked, type Known } from './checks.ts'
import { saidBeside } from './data/beside.ts'
import { type Form, nothing, type Piece } from './forms/piece.ts'
import { piecesOf } from './forms/pieces.ts'
import { limits } from './limits.ts'
import { distinct, merged } from './merge/merge.ts'
import { ahead, onRoute } from './merge/route.ts'
import { seenTimes } from './merge/seen-times.ts'
import { pointed } from './merge/standing.ts'
import { localised } from './merge/times.ts'
import { readText } from './text/read.ts'

/** A confirmation as it came in: pasted text has no name. */
export type Given = { readonly bytes: Uint8Array; readonly fileName: string; readonly mediaType?: string }

const onEach = (proposal: Proposal, change: (value: ReadValue, field: Field) => ReadValue): Proposal => ({
  ...proposal,
  fields: Object.fromEntries(
    Object.entries(proposal.fields).map(([field, value]) => [field, change(value, field as Field)]),
  ),
  doubts: proposal.doubts.map((doubt) => ({
    ...doubt,
    values: doubt.values.map((value) => change(value, doubt.field)),
  })),
})

const moved =
  (by: number) =>
  (value: ReadValue): ReadValue =>
    value.origin.by === 'words' ? { ...value, origin: { ...value.origin, at: value.origin.at + by } } : value

/**
 * What a calendar's event is: what its own words plainly are, then what a letter of such words would be, or else a meeting. Beside
 * an event whose kind is plain only words of that kind are read.
 */
function asSaid(
  data: readonly Proposal[],
  text: readonly Proposal[],
): { data: readonly Proposal[]; text: readonly Proposal[] } {
  const [event] = data
  if (event && event.kind !== 'meeting') {
    const alike = text.filter(({ kind }) => kind === event.kind)
    return { data, text: alike.length === 1 ? alike : [] }
  }
  if (!event || text.length === 0) return { data, text }
  const { place, ...times } = event.fields
  const only = text[0] as Proposal
  const isHouse = ['stay', 'meal', 'meeting'].includes(only.kind)
  const fields = isHouse && place ? { ...times, place } : times
  const action = event.action === 'booked' ? only.action : event.action
  return text.length === 1 ? { data: [{ ...event, kind: only.kind, action, fields }], text } : { data: [], text }
}

/** A proposal with what stands beside it, where it says nothing of that itself. */
const besides = (proposal: Proposal, { fields }: Proposal): Proposal => {
  const open = Object.entries(fields).filter(([field]) => !proposal.doubts.some((doubt) => doubt.field === field))
  return { ...proposal, fields: { ...Object.fromEntries(open), ...proposal.fields } }
}

const isOff = ({ action }: Proposal) => action === 'cancelled'

/** The text of a piece that says something, and what; what is struck out holds only of what is off. */
function wordsOf(
  piece: Piece,
  read: (text: string) => Proposal[],
): readonly [text: string, words: readonly Proposal[]] {
  const seen = read(piece.text)
  if (piece.struck !== null && seen.every((each) => isOff(each) && !each.fields.starts)) {
    const struck = read(piece.struck)
    if (struck.length > 0 && struck.every(isOff)) return [piece.struck, struck]
  }
  const instead = seen.length === 0 && piece.instead !== null ? read(piece.instead) : []
  return instead.length > 0 ? [piece.instead as string, instead] : [piece.text, seen]
}

/** What one piece says, its data and its words as one; origins point into its own text. */
function proposalsOf(piece: Piece, known: Known): { text: string; proposals: Proposal[] } {
  const read = (text: string) => distinct(readText(text, { ...known, sentAt: piece.sentAt }), { apart: false, known })
  const [text, words] = wordsOf(piece, read)
  const said = piece.form === 'calendar' ? asSaid(piece.data, words) : { data: piece.data, text: words }
  const data = distinct(said.data, { apart: false, known }).map((each) => pointed(each, text))
  const proposals = merged(data, said.text, { apart: true, known, data })
  const [only] = proposals
  const isBeside = only && data.length === 1 && proposals.length === 1
  if (!isBeside) return { text, proposals }
  return { text, proposals: [besides(only, saidBeside(only, text, { ...known, sentAt: piece.sentAt }))] }
}

const gap = '\n\n'

function readingOf(pieces: readonly Piece[], form: Form, known: Known): Reading {
  let text = ''
  let before: Proposal[] = []
  let proposals: Proposal[] = []
  let own: Proposal[] = []
  for (const piece of pieces) {
    if (!piece.beside) [before, own] = [proposals, []]
    const read = proposalsOf(piece, known)
    if (text !== '' && read.text !== '') text += gap
    const shifted = ahead(read.proposals, piece.form === 'mail' ? piece.sentAt : null).map((each) =>
      onEach(each, moved(text.length)),
    )
    own = [...own, ...shifted]
    proposals = merged(before, own, { apart: true, known })
    text += read.text
  }
  const first = pieces[0] ?? nothing
  const main = form === 'mail' ? first : (pieces.find(({ subject }) => subject !== null) ?? first)
  const given = proposals.length === 0 ? pieces.find((piece) => piece.own !== null)?.own : null
  return {
    form,
    text,
    subject: main.subject,
    from: main.from,
    sentAt: form === 'mail' ? main.sentAt : null,
    proposals: seenTimes(
      onRoute(proposals.slice(0, limits.proposals).map((each) => checked(localised(each, known), known))),
      text,
    ),
    remarks: [...new Set(pieces.flatMap(({ remarks }) => remarks))].slice(0, 20),
    ...(given && { own: given }),
  }
}

/**
 * Reads a booking confirmation: a mail with all that is enclosed, a page, a PDF, a calendar file, a pass for a wallet, or text as
 * it was pasted. Says the segments it proposes, each value with where it stands, and doubts instead of a choice where its parts
 * contradict each other or the world. What cannot be read at all is a remark. Never throws for anything in the bytes.
 */
export async function readConfirmation(given: Given, known: Known): Promise<Reading> {
  if (given.bytes.length > limits.bytes)
    return readingOf([{ ...nothing, remarks: ['This file is larger than 25 MB and was not read'] }], 'text', known)
  const { pieces, form } = await piecesOf(given.bytes, given.fileName, given.mediaType ?? '')
  return readingOf(pieces, form, known)
}
