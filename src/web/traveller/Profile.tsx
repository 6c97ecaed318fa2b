import { useState } from 'react'
import type { LoyaltyView, PaperView, TravellerView } from '../../desk/travel/traveller/model.ts'
import type { WishView } from '../../desk/travel/traveller/wishes/model.ts'
import { Button } from '../parts/Button.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { Refused } from '../parts/Refused.tsx'
import { WhoCan } from '../parts/WhoCan.tsx'
import { useVerbs } from '../shell/verbs.ts'
import { LoyaltyForm } from './LoyaltyForm.tsx'
import { NameForm } from './NameForm.tsx'
import { type Numbered, useNumbers } from './numbers.ts'
import { Cards, Papers } from './OnFile.tsx'
import { PaperForm } from './PaperForm.tsx'
import css from './Traveller.module.css'
import { Wishes } from './Wishes.tsx'
import { WishForm } from './WishForm.tsx'

type Beside =
  | { readonly as: 'name' }
  | { readonly as: 'paper'; readonly paper: PaperView | null }
  | { readonly as: 'loyalty'; readonly card: LoyaltyView | null }
  | { readonly as: 'wish'; readonly wish: WishView | null }

/** Everything on file of somebody who travels. */
export function Profile({ traveller }: { traveller: TravellerView }) {
  const { personId, name, papers, loyalty, wishes, hidden, readsPapers, wishKinds } = traveller
  const hasWishes = wishKinds.length > 0
  const [beside, setBeside] = useState<Beside | null>(null)
  const [focused, setFocused] = useState<Numbered | null>(null)
  const numbers = useNumbers()
  const withNumber: Numbered[] = [
    ...papers.flatMap(({ id, number }) => (number === null ? [] : [{ of: 'paper' as const, id }])),
    ...(readsPapers
      ? loyalty.flatMap(({ id, number }) => (number === null ? [] : [{ of: 'loyalty' as const, id }]))
      : []),
  ]
  const chosen = withNumber.find(({ id }) => id === focused?.id) ?? withNumber[0] ?? null
  const newPaper = () => setBeside({ as: 'paper', paper: null })
  const newCard = () => setBeside({ as: 'loyalty', card: null })
  const newWish = () => setBeside({ as: 'wish', wish: null })
  const put = () => setBeside({ as: 'name' })
  const toggle = () => chosen && (numbers.shown?.id === chosen.id ? numbers.hide() : numbers.show(chosen))
  useVerbs([
    { id: 'traveller-name', words: 'The name as in the passport', keys: ['e'], of: 'traveller.edit', run: put },
    ...(readsPapers
      ? [{ id: 'paper-new', words: 'Put a paper on file', keys: ['n'], of: 'paper.add', run: newPaper } as const]
      : []),
    { id: 'loyalty-new', words: 'Put a programme on file', keys: ['f'], of: 'loyalty.add', run: newCard },
    ...(hasWishes
      ? [{ id: 'wish-new', words: 'Note a wish', keys: ['g'], of: 'wish.set', run: newWish } as const]
      : []),
    ...(chosen ? [{ id: 'number', words: 'Show or hide the number', keys: ['x'], run: toggle }] : []),
  ])
  const close = () => setBeside(null)
  const shown = { numbers, chosen: chosen?.id ?? null, onFocus: setFocused }
  return (
    <>
      <section className={css.group} aria-label="Name as in the passport">
        <header>
          <h2>Name as in the passport</h2>
          <Button hint="e" of="traveller.edit" onClick={put}>
            {traveller.passportName === null ? 'Write it down' : 'Change it'}
          </Button>
        </header>
        {traveller.passportName === null ? (
          <p className={css.note}>Nobody has said it yet: bookings are held against it, letter by letter.</p>
        ) : (
          <p className={css.name}>{traveller.passportName}</p>
        )}
      </section>
      <section className={css.group} aria-label="Papers">
        <header>
          <h2>Papers</h2>
          {readsPapers && (
            <Button hint="n" of="paper.add" onClick={newPaper}>
              Put a paper on file
            </Button>
          )}
        </header>
        {hidden && <p className={css.hidden}>{hidden.words}.</p>}
        {readsPapers && <WhoCan of="paper.add" what="put papers on file" />}
        {papers.length === 0 && hidden === null && (
          <EmptyState title="No papers are on file">
            Put passport and visas on file with the day they expire: the desk says in time that one is not good long
            enough for a trip. Numbers are sealed, and shown to nobody who does not ask.
          </EmptyState>
        )}
        <Papers papers={papers} {...shown} onEdit={(paper) => setBeside({ as: 'paper', paper })} />
      </section>
      <section className={css.group} aria-label="Loyalty programmes">
        <header>
          <h2>Loyalty programmes</h2>
          <Button hint="f" of="loyalty.add" onClick={newCard}>
            Put a programme on file
          </Button>
        </header>
        {loyalty.length === 0 && <p className={css.note}>None is on file.</p>}
        <Cards cards={loyalty} {...shown} reads={readsPapers} onEdit={(card) => setBeside({ as: 'loyalty', card })} />
      </section>
      <Refused error={numbers.error} />
      {hasWishes ? (
        <Wishes wishes={wishes} name={name} onNew={newWish} onEdit={(wish) => setBeside({ as: 'wish', wish })} />
      ) : (
        <p className={css.note}>What is wished becomes a rule that everybody reads, and {name} is private here.</p>
      )}
      {beside?.as === 'name' && <NameForm traveller={traveller} onClose={close} />}
      {beside?.as === 'paper' && <PaperForm personId={personId} paper={beside.paper} onClose={close} />}
      {beside?.as === 'loyalty' && (
        <LoyaltyForm personId={personId} card={beside.card} seals={readsPapers} onClose={close} />
      )}
      {beside?.as === 'wish' && <WishForm personId={personId} kinds={wishKinds} wish={beside.wish} onClose={close} />}
    </>
  )
}
