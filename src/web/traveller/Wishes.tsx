import type { WishView } from '../../desk/travel/traveller/wishes/model.ts'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { Button } from '../parts/Button.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Tag } from '../parts/Tag.tsx'
import { WhoCan } from '../parts/WhoCan.tsx'
import { countsWords } from '../rules/counts.ts'
import { weightTones } from '../rules/words.ts'
import css from './Traveller.module.css'

/** How firm a wish is; the words of a rule say it of what is against it. */
const firmWords = { never: 'always', avoid: 'firmly wished', prefer: 'wished' } as const

type Props = {
  wishes: readonly WishView[]
  name: string
  onNew: () => void
  onEdit: (wish: WishView) => void
}

/** What somebody wishes of their journeys, each with the rule it is. */
export const Wishes = ({ wishes, name, onNew, onEdit }: Props) => (
  <section className={css.group} aria-label="Wishes">
    <header>
      <h2>Wishes</h2>
      <Button hint="g" of="wish.set" onClick={onNew}>
        Note a wish
      </Button>
    </header>
    <WhoCan of="wish.set" what="note wishes" />
    {wishes.length === 0 && (
      <EmptyState title="Nothing is wished yet">
        Say when {name} leaves at the earliest, where to sit, which cabin, which hotel. Each wish becomes a rule, held
        against every booking, with the story of who said it.
      </EmptyState>
    )}
    <ul className={`${css.list} ${css.wishes}`}>
      {wishes.map((wish) => (
        <Wish key={wish.id} wish={wish} onEdit={() => onEdit(wish)} />
      ))}
    </ul>
  </section>
)

function Wish({ wish: { id, title, said, rule, stands }, onEdit }: { wish: WishView; onEdit: () => void }) {
  const words = rule?.words ?? title
  const removed = useChange(desk.wish.remove, { said: 'The wish is taken back, with its rule' })
  return (
    <li className={css.item} aria-label={words}>
      <h3>
        {words} {rule && <Tag tone={weightTones[rule.weight]}>{firmWords[rule.weight]}</Tag>}
        {stands !== 'In force' && <Tag tone="amber">{stands}</Tag>}
      </h3>
      <p className={css.note}>{said}</p>
      {rule && <p className={css.note}>Its rule: {countsWords(rule.counts)}</p>}
      <div className={css.verbs}>
        <Button of="wish.set" aria-label={`Change: ${words}`} onClick={onEdit}>
          Change
        </Button>
        <Button
          look="quiet"
          of="wish.remove"
          aria-label={`Take back: ${words}`}
          busy={removed.isPending}
          onClick={() => removed.mutate({ id })}
        >
          Take back
        </Button>
      </div>
      <Refused error={removed.error} />
    </li>
  )
}
