import { useState } from 'react'
import type { Board } from '../../desk/authority/board/model.ts'
import { areaWords, levelWords, privateSight, sendWords } from '../../desk/authority/board/words.ts'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { kinds } from '../event/EventEditor.tsx'
import { NotesField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Panel } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import css from './Board.module.css'
import type { BoardRow } from './BoardPage.tsx'
import { levelMeans, levelNames, type Part } from './levels.ts'
import { OneOf, Several } from './OneOf.tsx'
import { SpendField } from './SpendField.tsx'

const sendMeans: Readonly<Record<Board['send'], string>> = {
  never: 'Nothing leaves the desk through them.',
  drafts: 'They write; somebody else sends.',
  known: 'To people this desk has met; otherwise somebody says yes.',
  anyone: 'To whoever it is for.',
}

const limitTitles = {
  send: 'what they may send',
  spend: 'what they may spend',
  move: 'what they ask before moving',
  private: 'which private items they see',
} as const

const titleOf = (part: Part) => ('area' in part ? areaWords[part.area] : limitTitles[part.limit])

/** The part of a board that is being changed, as the operation wants it: what is to be, and what it was when one looked. */
const partOf = (board: Board, part: Part) =>
  'area' in part ? { areas: { [part.area]: board.areas[part.area] } } : { [part.limit]: board[part.limit] }

/** One part of one member's board, with the reason for changing it. */
export function ChangePart({ row, part, onClose }: { row: BoardRow; part: Part; onClose: () => void }) {
  const [board, setBoard] = useState<Board>(row.board)
  const [reason, setReason] = useState('')
  const { member } = row
  const changed = useChange(desk.board.change, { said: `Changed what ${member.name} may do`, onDone: onClose })
  const same = JSON.stringify(partOf(board, part)) === JSON.stringify(partOf(row.board, part))
  const save = () =>
    changed.mutate({ member: member.id, set: partOf(board, part), from: partOf(row.board, part), reason })
  return (
    <Panel
      open
      onClose={onClose}
      title={`${member.name}: ${titleOf(part)}`}
      sub={<Given row={row} part={part} />}
      actions={
        <Button
          of="board.change"
          look="main"
          disabled={same || reason.trim() === ''}
          busy={changed.isPending}
          onClick={save}
        >
          Change it
        </Button>
      }
    >
      <Choices board={board} part={part} onBoard={setBoard} />
      <NotesField label="Why" rows={2} value={reason} onValue={setReason} hint="The journal keeps it." />
      <Refused error={changed.error} />
    </Panel>
  )
}

/** An agent may be given more than it may do now. */
function Given({ row: { member, board, now }, part }: { row: BoardRow; part: Part }) {
  if (!('area' in part) || member.sponsor === null || board.areas[part.area] === now.areas[part.area])
    return member.kind === 'agent' ? <>Never more than {member.sponsor?.name}, who answers for it.</> : null
  return (
    <>
      Given “{levelWords[board.areas[part.area]]}”, but {member.sponsor.name}, who answers for it, may only “
      {levelWords[now.areas[part.area]]}”.
    </>
  )
}

function Choices({ board, part, onBoard }: { board: Board; part: Part; onBoard: (board: Board) => void }) {
  if ('area' in part)
    return (
      <OneOf
        label={`In ${areaWords[part.area]}`}
        value={board.areas[part.area]}
        options={levelNames.map(([value, words]) => ({ value, words, means: levelMeans[value] }))}
        onValue={(level) => onBoard({ ...board, areas: { ...board.areas, [part.area]: level } })}
      />
    )
  switch (part.limit) {
    case 'send':
      return (
        <OneOf
          label="Sends"
          value={board.send}
          options={entries(sendWords).map(([value, words]) => ({ value, words, means: sendMeans[value] }))}
          onValue={(send) => onBoard({ ...board, send })}
        />
      )
    case 'private':
      return (
        <OneOf
          label="Private items"
          value={board.private}
          options={entries(privateSight).map(([value, words]) => ({ value, words }))}
          onValue={(seen) => onBoard({ ...board, private: seen })}
        />
      )
    case 'spend':
      return <SpendField value={board.spend} onValue={(spend) => onBoard({ ...board, spend })} />
    case 'move':
      return (
        <>
          <Several
            label="Asks before moving or cancelling"
            options={kinds.filter(({ value }) => value !== '')}
            value={board.move}
            onValue={(move) => onBoard({ ...board, move: [...move].sort() })}
          />
          <p className={css.note}>A kind nobody has set is guessed from the title and the people.</p>
        </>
      )
  }
}

const entries = <K extends string>(words: Readonly<Record<K, string>>) =>
  Object.entries(words) as unknown as readonly (readonly [K, string])[]
