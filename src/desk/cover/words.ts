import type { Board } from '../authority/board/model.ts'
import { areaWords, moneyWords } from '../authority/board/words.ts'
import type { EntryWords } from '../journal/words.ts'
import type { Area } from '../operation.ts'

const areasAt = (board: Board, ...levels: readonly string[]): string[] =>
  (Object.keys(areaWords) as Area[]).filter((area) => levels.includes(board.areas[area])).map((area) => areaWords[area])

const list = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** What somebody who covers may do, must ask, and must not, as lines a person reads once. */
export function dutiesOf(board: Board): { may: string[]; mustAsk: string[]; mustNot: string[] } {
  const [act, tell, propose] = [areasAt(board, 'act'), areasAt(board, 'tell'), areasAt(board, 'propose')]
  const [see, none] = [areasAt(board, 'see', 'busy'), areasAt(board, 'none')]
  const may = [
    ...(act.length > 0 ? [`act in ${list(act)}`] : []),
    ...(tell.length > 0 ? [`act in ${list(tell)}, and it is told afterwards`] : []),
    ...(see.length > 0 ? [`look at ${list(see)}`] : []),
    ...(board.send === 'anyone' ? ['send to anyone'] : board.send === 'known' ? ['send to people the desk knows'] : []),
    ...(board.spend === null ? [] : [`spend up to ${moneyWords(board.spend)}`]),
    ...(board.private === 'all' ? ['see private items'] : []),
  ]
  const mustAsk = [
    ...(propose.length > 0 ? [`whatever changes ${list(propose)}`] : []),
    ...(board.move.length > 0 ? [`moving or cancelling what is marked ${list(board.move)}`] : []),
    ...(board.send === 'known' ? ['sending to somebody new'] : board.send === 'drafts' ? ['sending anything'] : []),
    ...(board.spend === null ? ['spending anything'] : [`spending more than ${moneyWords(board.spend)}`]),
  ]
  const mustNot = [
    ...(none.length > 0 ? [`anything in ${list(none)}`] : []),
    ...(board.send === 'never' ? ['sending anything out'] : []),
    ...(board.private === 'all'
      ? []
      : [board.private === 'named' ? 'private items that do not name them' : 'private items']),
  ]
  return { may, mustAsk, mustNot }
}

/** "Tomás covers for Ines from Sat 28 Nov to Wed 2 Dec" */
export function coverWords(
  { cover, away, state }: { cover: string; away: string; state: string },
  from: string,
  last: string,
): string {
  const days = from === last ? `on ${last}` : `from ${from} to ${last}`
  switch (state) {
    case 'on':
      return `${cover} covers for ${away} until ${last}`
    case 'over':
      return `${cover} covered for ${away} ${days}`
    case 'called off':
      return `${cover} was to cover for ${away} from ${from}; called off`
    default:
      return `${cover} will cover for ${away} ${days}`
  }
}

/** What an outsider reads of an absence. */
export const outsideWords = (away: string, last: string, cover: string | null, reach: string | null): string =>
  cover === null
    ? `${away} is away until ${last}; answers may take longer.`
    : `${away} is away until ${last}. ${cover} answers meanwhile${reach ? `: ${reach}` : '.'}`

const said = (value: unknown): string => (typeof value === 'string' ? value : '')

export const coverEntryWords: EntryWords = {
  'cover.plan': ({ words }) => said(words),
  'cover.change': ({ words, changes }) =>
    `Changed a cover: ${Array.isArray(changes) ? changes.join(', ') : said(words)}`,
  'cover.end': ({ words }) => `Ended a cover: ${said(words)}`,
  'cover.begin': ({ words }) => `Cover began: ${said(words)}`,
  'cover.finish': ({ words }) => `Cover ended: ${said(words)}`,
  'cover.seen': ({ words }) => `Saw what was done meanwhile: ${said(words)}`,
  'cover.settings': ({ told, self }) =>
    `Outsiders are told ${told === 'never' ? 'nothing of an absence' : told === 'away' ? 'that somebody is away' : 'who answers meanwhile'}; a cover ${self === true ? 'may' : 'may not'} begin by themselves`,
}
