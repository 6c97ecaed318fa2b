import type { OffersView } from '../../desk/holds/model.ts'
import { spanWords } from '../dates.ts'
import { firstName } from '../decisions/words.ts'
import { Button } from '../parts/Button.tsx'
import { KeyHint } from '../parts/KeyHint.tsx'
import { useMe } from '../shell/me.ts'
import { useVerbs } from '../shell/verbs.ts'
import { type Pick, pickOf, toggled } from './draft.ts'
import css from './OfferPanel.module.css'

type Props = {
  found: OffersView
  picks: readonly Pick[]
  give: readonly string[]
  onGive: (keys: readonly string[]) => void
  onPicks: (picks: readonly Pick[]) => void
  wrong?: string | undefined
}

const inZone = (at: string, zone: string) =>
  Temporal.ZonedDateTime.from(at).withTimeZone(zone).toString({ smallestUnit: 'second' })

/** The times that work, the best first, each with what it would cost; what took the others away; and, when nothing fits, what could give way. */
export function OfferChoices({ found, picks, give, onGive, onPicks, wrong }: Props) {
  const { offers, removed, standsInTheWay, theirZone } = found
  const executive = firstName(useMe().desk.executive)
  useVerbs(
    offers.slice(0, 9).map((offer, n) => ({
      id: `offer-${n + 1}`,
      words: `Choose ${offer.words}`,
      keys: [`${n + 1}`],
      run: () => onPicks(toggled(picks, pickOf(offer))),
    })),
  )
  const painted = picks.filter((pick) => !offers.some(({ start }) => start === pick.start))
  const rank = (start: string) => picks.findIndex((pick) => pick.start === start) + 1
  return (
    <section aria-label="Times" className={css.times}>
      <h3>Times</h3>
      {wrong && (
        <p className={css.wrong} role="alert">
          {wrong}
        </p>
      )}
      {painted.map((pick) => (
        <label key={pick.start} className={css.offer}>
          <input type="checkbox" checked onChange={() => onPicks(toggled(picks, pick))} />
          <span>
            <b>{pick.words}</b>
            <small>painted by you</small>
          </span>
          <span className={css.rank}>{rank(pick.start)}</span>
        </label>
      ))}
      {offers.map((offer, n) => (
        <label key={offer.start} className={css.offer}>
          <input
            type="checkbox"
            checked={rank(offer.start) > 0}
            onChange={() => onPicks(toggled(picks, pickOf(offer)))}
          />
          <span>
            <b>{spanWords(offer.start, offer.end)}</b>
            {offer.theirs && theirZone && (
              <small>{spanWords(inZone(offer.start, theirZone), inZone(offer.end, theirZone))}</small>
            )}
            {offer.there && (
              <small>
                {spanWords(inZone(offer.start, offer.there), inZone(offer.end, offer.there))}, where {executive} is then
              </small>
            )}
            <small className={offer.cost > 0 ? css.costs : css.free}>
              {offer.cost === 0 ? 'costs nothing' : offer.findings.map(({ words }) => words).join(' · ')}
            </small>
          </span>
          {rank(offer.start) > 0 ? (
            <span className={css.rank}>{rank(offer.start)}</span>
          ) : (
            n < 9 && <KeyHint of={`${n + 1}`} />
          )}
        </label>
      ))}
      {offers.length === 0 && <Nothing ways={standsInTheWay} onGive={(keys) => onGive([...give, ...keys])} />}
      {give.length > 0 && (
        <Button look="quiet" onClick={() => onGive([])}>
          Keep every rule again
        </Button>
      )}
      {removed.length > 0 && (
        <details className={css.removed}>
          <summary>What took the other times away</summary>
          <ul>
            {removed.map(({ key, words, times }) => (
              <li key={key}>
                {words}: {times}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

/** The assertive answer: what stands in the way, and what each would open. */
const Nothing = ({
  ways,
  onGive,
}: {
  ways: OffersView['standsInTheWay']
  onGive: (keys: readonly string[]) => void
}) => (
  <div className={css.nothing}>
    <p>
      <b>Nothing fits in these days.</b>{' '}
      {ways.length === 0 ? 'Choose other days, or a shorter length.' : 'One of these would have to give way:'}
    </p>
    <ul>
      {ways.slice(0, 6).map((way) => (
        <li key={way.give.join()}>
          <span>
            {way.words}: opens {way.opens === 1 ? 'one time' : `${way.opens} times`}, first {way.first.words}
          </span>
          <Button onClick={() => onGive(way.give)}>Let it give way</Button>
        </li>
      ))}
    </ul>
  </div>
)
