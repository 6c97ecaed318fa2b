import type { LoyaltyView, PaperView } from '../../desk/travel/traveller/model.ts'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { Button } from '../parts/Button.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Tag } from '../parts/Tag.tsx'
import type { Deed } from '../shell/may.ts'
import type { Numbered, Numbers } from './numbers.ts'
import { SealedNumber } from './SealedNumber.tsx'
import css from './Traveller.module.css'

type Shown = {
  readonly numbers: Numbers
  /** Whose number the key of the page shows. */
  readonly chosen: string | null
  readonly onFocus: (one: Numbered) => void
}

const tags = { expired: ['red', 'expired'], soon: ['amber', 'expires soon'] } as const

/** Papers on file, each private. */
export const Papers = ({
  papers,
  onEdit,
  ...shown
}: Shown & { papers: readonly PaperView[]; onEdit: (paper: PaperView) => void }) => (
  <ul className={css.list}>
    {papers.map((paper) => (
      <Paper key={paper.id} paper={paper} onEdit={() => onEdit(paper)} {...shown} />
    ))}
  </ul>
)

function Paper({ paper, onEdit, numbers, chosen, onFocus }: Shown & { paper: PaperView; onEdit: () => void }) {
  const { id, title, name, expires, beside, validity, notes, number, numberGone } = paper
  const removed = useChange(desk.paper.remove, { said: `${title} is off file, and its number forgotten` })
  const tag = validity === 'expired' || validity === 'soon' ? tags[validity] : null
  return (
    <li className={`${css.item} ${css.private}`} onFocus={() => onFocus({ of: 'paper', id })}>
      <h3>
        {title} <Tag tone="plum">private</Tag> {tag && <Tag tone={tag[0]}>{tag[1]}</Tag>}
      </h3>
      {name !== null && <p>{name}</p>}
      <p className={css.expires}>
        {expires === '' ? 'Nobody has said when it expires' : expires}
        {beside !== '' && `, ${beside}`}
      </p>
      {notes !== '' && <p className={css.note}>{notes}</p>}
      <SealedNumber
        one={{ of: 'paper', id }}
        number={number}
        gone={numberGone}
        what={title}
        numbers={numbers}
        chosen={chosen === id}
      />
      <Verbs
        edits="paper.edit"
        removes="paper.remove"
        what={title}
        onEdit={onEdit}
        busy={removed.isPending}
        onRemove={() => removed.mutate({ id })}
      />
      <Refused error={removed.error} />
    </li>
  )
}

type CardsProps = Shown & {
  readonly cards: readonly LoyaltyView[]
  /** Whether whoever looks may ask for the numbers. */
  readonly reads: boolean
  readonly onEdit: (card: LoyaltyView) => void
}

/** Loyalty programmes; only their numbers are private. */
export const Cards = ({ cards, reads, onEdit, ...shown }: CardsProps) => (
  <ul className={css.list}>
    {cards.map((card) => (
      <Programme key={card.id} card={card} reads={reads} onEdit={() => onEdit(card)} {...shown} />
    ))}
  </ul>
)

type ProgrammeProps = Shown & { card: LoyaltyView; reads: boolean; onEdit: () => void }

function Programme({ card, reads, onEdit, numbers, chosen, onFocus }: ProgrammeProps) {
  const { id, provider, tier, notes, number, numberGone } = card
  const removed = useChange(desk.loyalty.remove, { said: `${provider} is off file, and its number forgotten` })
  return (
    <li className={css.item} onFocus={() => onFocus({ of: 'loyalty', id })}>
      <h3>
        {provider} {tier !== '' && <Tag tone="blue">{tier}</Tag>}
      </h3>
      {notes !== '' && <p className={css.note}>{notes}</p>}
      {reads ? (
        <SealedNumber
          one={{ of: 'loyalty', id }}
          number={number}
          gone={numberGone}
          what={provider}
          numbers={numbers}
          chosen={chosen === id}
        />
      ) : (
        <p className={css.note}>
          {number === null ? 'Its number is not on file.' : 'Its number is on file, and private.'}
        </p>
      )}
      <Verbs
        edits="loyalty.edit"
        removes="loyalty.remove"
        what={provider}
        onEdit={onEdit}
        busy={removed.isPending}
        onRemove={() => removed.mutate({ id })}
      />
      <Refused error={removed.error} />
    </li>
  )
}

type VerbsProps = {
  readonly edits: Deed
  readonly removes: Deed
  readonly what: string
  readonly busy: boolean
  readonly onEdit: () => void
  readonly onRemove: () => void
}

/** What is done with a thing on file, by its name for whoever hears the page. */
const Verbs = ({ edits, removes, what, busy, onEdit, onRemove }: VerbsProps) => (
  <div className={css.verbs}>
    <Button of={edits} aria-label={`Change ${what}`} onClick={onEdit}>
      Change
    </Button>
    <Button look="quiet" of={removes} aria-label={`Take off file: ${what}`} busy={busy} onClick={onRemove}>
      Take off file
    </Button>
  </div>
)
