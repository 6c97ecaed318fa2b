import type { AcrossClash, AcrossDesk, AcrossView } from '../../desk/briefing/across/model.ts'
import { clock, momentWords } from '../dates.ts'
import { atDesk } from '../desk.ts'
import { Button } from '../parts/Button.tsx'
import { Card, CardGroup } from '../parts/Card.tsx'
import { useVerbs } from '../shell/verbs.ts'
import css from './All.module.css'
import { addressOf } from './AllRows.tsx'

/** Beside the day: where oneself must be twice, which desk does not answer, and then what needs one at each. */
export function AllNeeds({ view, again }: { view: AcrossView; again: () => void }) {
  const silent = view.desks.filter(({ state }) => state === 'silent')
  const open = view.desks.filter(({ state }) => state === 'open')
  const quiet = open.filter((desk) => !asksSomething(desk))
  const named = new Map(view.desks.map((desk) => [desk.desk, desk]))
  useVerbs([
    {
      id: 'needs',
      words: 'Go to what needs you',
      keys: ['f'],
      run: () => document.querySelector<HTMLElement>('[data-needs] a')?.focus(),
    },
  ])
  return (
    <>
      {view.clashes.length > 0 && (
        <CardGroup title="You in two places" note={view.clashes.length}>
          {view.clashes.map((clash) => (
            <Clash key={`${clash.one.event.key} ${clash.other.event.key}`} clash={clash} named={named} />
          ))}
        </CardGroup>
      )}
      {silent.map(({ desk, executive }) => (
        <CardGroup key={desk} title={executive}>
          <Card
            tone="amber"
            heading={`${executive}’s desk does not answer`}
            actions={<Button onClick={again}>Ask again</Button>}
          >
            <p>What is on there is not shown here. The other desks are.</p>
          </Card>
        </CardGroup>
      ))}
      <div data-needs>
        {open.filter(asksSomething).map((desk) => (
          <Needs key={desk.desk} desk={desk} />
        ))}
        {quiet.length > 0 && (
          <CardGroup title={quiet.length === open.length ? 'Needs you' : 'Nothing needs you'}>
            <p className={css.quiet}>{quietWords(quiet, open.length)}</p>
          </CardGroup>
        )}
      </div>
    </>
  )
}

const asksSomething = ({ needs, proposals, waiting }: AcrossDesk) => needs.length + proposals + waiting.length > 0

const quietWords = (quiet: readonly AcrossDesk[], open: number) =>
  quiet.length === open && open > 1
    ? 'Nothing stands in the way at any desk.'
    : quiet.map(({ executive }) => `${executive}’s desk`).join(', ')

function Clash({ clash, named }: { clash: AcrossClash; named: ReadonlyMap<string, AcrossDesk> }) {
  return (
    <Card tone="red" heading={`${momentWords(clash.start)}, until ${clock(clash.end)}`}>
      <ul className={css.places}>
        {[clash.one, clash.other].map(({ desk, title, event }) => (
          <li key={desk}>
            <a href={addressOf(named.get(desk), event)}>{title}</a> for {named.get(desk)?.executive}
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** One desk's part: what needs somebody there, what waits for a yes, what is held; each a way to it. */
function Needs({ desk }: { desk: AcrossDesk }) {
  const { needs, proposals, waiting, on } = desk
  const total = needs.length + proposals
  const day = atDesk(on === null ? '/today' : `/today?on=${on}`, desk.desk)
  return (
    <CardGroup title={desk.executive} note={total === 0 ? 'nothing needs you' : `${total} to do`}>
      <ul className={css.needs}>
        {proposals > 0 && (
          <li>
            <a href={atDesk('/proposals', desk.desk)} className={css.yes}>
              <b>{proposals === 1 ? '1 waits for your yes' : `${proposals} wait for your yes`}</b>
            </a>
          </li>
        )}
        {needs.map(({ fingerprint, weight, title, words }) => (
          <li key={fingerprint}>
            <a href={day} className={css[weight]}>
              <b>{title}</b>
              <span>{words}</span>
            </a>
          </li>
        ))}
        {waiting.map(({ groupId, words }) => (
          <li key={`${groupId} ${words}`}>
            <a href={atDesk(`/offers?event=${groupId}`, desk.desk)} className={css.held}>
              <span>{words}</span>
            </a>
          </li>
        ))}
      </ul>
    </CardGroup>
  )
}
