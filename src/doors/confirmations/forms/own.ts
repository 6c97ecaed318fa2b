import { itineraryIn, ownWords } from '../../../desk/travel/itinerary/marks/model.ts'
import { nothing, type Piece } from './piece.ts'

/** A piece that the desk gave out itself: of it nothing is read. */
export const ownPiece = (form: Piece['form'], words: string): Piece => ({
  ...nothing,
  form,
  own: words,
  remarks: [words],
})

const without = (text: string): string => {
  const found = itineraryIn(text)
  return found === null ? text : `${text.slice(0, found.at)}${text.slice(found.end)}`
}

/** The piece without what it repeats of an itinerary that the desk gave out: what somebody wrote around it is read. */
export function withoutOwn(piece: Piece): Piece {
  const found = itineraryIn(piece.text) ?? (piece.instead === null ? null : itineraryIn(piece.instead))
  if (found === null) return piece
  const own = ownWords(found.asOf)
  return {
    ...piece,
    text: without(piece.text),
    instead: piece.instead === null ? null : without(piece.instead),
    struck: null,
    own,
    remarks: [...piece.remarks, own],
  }
}
