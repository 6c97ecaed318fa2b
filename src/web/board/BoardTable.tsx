import type { KeyboardEvent } from 'react'
import type { Level } from '../../desk/authority/board/model.ts'
import { kindWords, levelWords, moneyWords, privateSight, sendWords } from '../../desk/authority/board/words.ts'
import { shortDayWords } from '../dates.ts'
import { Tag } from '../parts/Tag.tsx'
import { AgentVerbs } from './AgentVerbs.tsx'
import css from './Board.module.css'
import type { BoardRow } from './BoardPage.tsx'
import { areaNames, levelNames, type Part } from './levels.ts'
import { SeatVerbs } from './SeatVerbs.tsx'

type Chosen = { readonly member: string; readonly part: Part } | null
type Choose = (member: string, part: Part) => void

const limits = [
  ['send', 'Sends'],
  ['spend', 'Spends'],
  ['move', 'Asks before moving'],
  ['private', 'Private items'],
] as const

const same = (a: Part, b: Part) => JSON.stringify(a) === JSON.stringify(b)

/** A row a member, a column an area or a limit; on a phone a card a member. Arrow keys go from cell to cell. */
export const BoardTable = ({
  rows,
  chosen,
  onChoose,
}: {
  rows: readonly BoardRow[]
  chosen: Chosen
  onChoose: Choose
}) => (
  <table className={css.board} onKeyDown={walk}>
    <caption className={css.hidden}>What each member may do in each area, and their limits</caption>
    <thead>
      <tr>
        <th scope="col">Who</th>
        {areaNames.map(([area, name]) => (
          <th key={area} scope="col">
            {name}
          </th>
        ))}
        {limits.map(([limit, name]) => (
          <th key={limit} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <Row key={row.member.id} row={row} chosen={chosen} onChoose={onChoose} />
      ))}
    </tbody>
  </table>
)

function Row({ row, chosen, onChoose }: { row: BoardRow; chosen: Chosen; onChoose: Choose }) {
  const { member, now } = row
  const cell = (part: Part, name: string, words: string, level?: Level) => (
    <td key={name} data-label={name}>
      <Cell
        label={`${member.name}, ${name}: ${words}`}
        fixed={!row.mayChange}
        on={chosen?.member === member.id && same(chosen.part, part)}
        onChoose={() => onChoose(member.id, part)}
      >
        {level !== undefined && <Mark level={level} />}
        {words}
      </Cell>
    </td>
  )
  return (
    <tr className={member.frozenAt === null ? undefined : css.frozen}>
      <th scope="row">
        <Who row={row} />
      </th>
      {member.kind === 'executive' ? (
        <td colSpan={areaNames.length + limits.length} className={css.everything}>
          May do everything at their own desk.
        </td>
      ) : (
        <>
          {areaNames.map(([area, name]) => cell({ area }, name, levelWords[now.areas[area]], now.areas[area]))}
          {limits.map(([limit, name]) => cell({ limit }, name, limitWords(row, limit)))}
        </>
      )}
    </tr>
  )
}

function limitWords({ now }: BoardRow, limit: (typeof limits)[number][0]): string {
  switch (limit) {
    case 'send':
      return sendWords[now.send]
    case 'spend':
      return now.spend === null ? 'nothing' : `up to ${moneyWords(now.spend)}`
    case 'move':
      return now.move.length === 0 ? 'nothing' : now.move.join(', ')
    case 'private':
      return privateSight[now.private]
  }
}

const Cell = ({
  label,
  fixed,
  on,
  onChoose,
  children,
}: {
  label: string
  fixed: boolean
  on: boolean
  onChoose: () => void
  children: React.ReactNode
}) =>
  fixed ? (
    <span className={css.cell}>{children}</span>
  ) : (
    <button type="button" className={css.cell} aria-label={label} aria-pressed={on} onClick={onChoose}>
      {children}
    </button>
  )

const reach = (level: Level): number => levelNames.findIndex(([one]) => one === level)

/** How far a level goes, as a bar of five steps: the word beside it says it too. */
const Mark = ({ level }: { level: Level }) => (
  <span className={css.mark} data-level={level} aria-hidden="true">
    {levelNames.slice(1).map(([step], n) => (
      <i key={step} className={n < reach(level) ? css.full : undefined} />
    ))}
  </span>
)

const Who = ({ row: { member } }: { row: BoardRow }) => (
  <>
    <span className={css.name}>{member.name}</span>{' '}
    {member.kind === 'agent' ? (
      <Tag tone="blue">agent</Tag>
    ) : (
      <span className={css.kind}>{kindWords[member.kind]}</span>
    )}
    {member.sponsor && <span className={css.sponsor}>{member.sponsor.name} answers for it</span>}
    {member.frozenAt !== null && (
      <span className={css.stopped}>
        stopped {shortDayWords(Temporal.PlainDate.from(member.frozenAt.slice(0, 10)))}, {member.frozenAt.slice(11, 16)}
      </span>
    )}
    {!member.signsIn && <span className={css.sponsor}>{waitingWords(member.invitedUntil)}</span>}
    {member.kind === 'agent' ? <AgentVerbs agent={member} /> : <SeatVerbs member={member} />}
  </>
)

/** Somebody who has not signed in yet: whether a link of theirs still opens. */
const waitingWords = (until: string | null): string =>
  until === null
    ? 'has not signed in; no link is open'
    : `invited; the link opens until ${shortDayWords(Temporal.PlainDate.from(until.slice(0, 10)))}, ${until.slice(11, 16)}`

const steps: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
}

/** From cell to cell; where there is nothing to press, on to the next. */
function walk(event: KeyboardEvent<HTMLTableElement>): void {
  const step = steps[event.key]
  const here = (event.target as Element).closest('td')
  if (!step || !here) return
  const rows = [...(event.currentTarget.tBodies[0]?.rows ?? [])]
  let [row, column] = [rows.indexOf(here.parentElement as HTMLTableRowElement), here.cellIndex]
  for (;;) {
    row += step[0]
    column += step[1]
    const cell = rows[row]?.cells[column]
    if (!cell) return
    const button = cell.querySelector<HTMLElement>('button')
    if (!button || cell.cellIndex === 0) continue
    event.preventDefault()
    button.focus()
    return
  }
}
