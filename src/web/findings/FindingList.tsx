import type { FindingView } from '../../desk/rules/model.ts'
import { CardGroup } from '../parts/Card.tsx'
import { useVerbs } from '../shell/verbs.ts'
import { FindingCard } from './FindingCard.tsx'
import css from './FindingList.module.css'
import { useKeptFocus } from './keepFocus.ts'

/**
 * Worst first, then by time; a day's findings by what they ask of a person: to act, to wait, to live with. What is over
 * by `now` needs nobody any more.
 */
export function FindingList({ findings, on, now }: { findings: readonly FindingView[]; on?: string; now?: string }) {
  // What is due is never over until it is done.
  const isOver = (one: FindingView) =>
    now !== undefined && one.items.every(({ due }) => due === null) && instantOf(one.end) <= instantOf(now)
  const of = (state: FindingView['state']) => findings.filter((one) => one.state === state).sort(worstFirst)
  const [open, over] = [of('open').filter((one) => !isOver(one)), of('open').filter(isOver)]
  const [asked, accepted] = [of('asked'), of('accepted')]
  const list = useKeptFocus(findings.map((one) => one.fingerprint + one.state).join())
  useVerbs([
    {
      id: 'needs',
      words: 'Go to what needs you',
      keys: ['f'],
      run: () => (list.current?.querySelector<HTMLElement>('article button') ?? list.current)?.focus(),
    },
    {
      id: 'own-finding',
      words: 'Own the mistake behind a finding',
      keys: ['h'],
      of: 'mistake.own',
      run: () => ownOf(list.current)?.click(),
    },
  ])
  return (
    <div ref={list} tabIndex={-1} className={css.list}>
      <CardGroup title="Needs you" note={open.length}>
        {open.length === 0 && <p className={css.clear}>Nothing stands in the way of this day.</p>}
        {open.map((finding) => (
          <FindingCard key={finding.fingerprint} finding={finding} {...(on && { on })} />
        ))}
      </CardGroup>
      {asked.length > 0 && (
        <CardGroup title="Waiting for an answer" note={asked.length}>
          {asked.map((finding) => (
            <FindingCard key={finding.fingerprint} finding={finding} {...(on && { on })} />
          ))}
        </CardGroup>
      )}
      <Folded title="Over already" findings={over} on={on} />
      <Folded title="Lived with" findings={accepted} on={on} />
    </div>
  )
}

/** “Own it” of the card one stands on, else of the first. */
const ownOf = (list: HTMLElement | null): HTMLElement | null =>
  document.activeElement?.closest('article')?.querySelector<HTMLElement>('[data-own]') ??
  list?.querySelector<HTMLElement>('[data-own]') ??
  null

/** What nobody has to look at now, behind its count. */
const Folded = ({ title, findings, on }: { title: string; findings: readonly FindingView[]; on: string | undefined }) =>
  findings.length > 0 && (
    <details className={css.accepted}>
      <summary>
        {title} <small>{findings.length}</small>
      </summary>
      {findings.map((finding) => (
        <FindingCard key={finding.fingerprint} finding={finding} {...(on && { on })} />
      ))}
    </details>
  )

const instantOf = (zoned: string) => Temporal.ZonedDateTime.from(zoned).epochMilliseconds

const worst = { never: 0, avoid: 1, prefer: 2 } as const
const worstFirst = (a: FindingView, b: FindingView) => worst[a.weight] - worst[b.weight] || b.cost - a.cost
