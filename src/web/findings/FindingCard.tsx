import { Link } from '@tanstack/react-router'
import { Fragment, useState } from 'react'
import type { FindingView } from '../../desk/rules/model.ts'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { openAsking } from '../decisions/asking.ts'
import { aboutFinding } from '../decisions/starts.ts'
import { firstName } from '../decisions/words.ts'
import { eventAddress } from '../event/address.ts'
import { openOwn } from '../mistakes/open.ts'
import { Button } from '../parts/Button.tsx'
import { Card } from '../parts/Card.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Tag } from '../parts/Tag.tsx'
import { WhoCan } from '../parts/WhoCan.tsx'
import { Story } from '../rules/Story.tsx'
import { useMay } from '../shell/may.ts'
import { useMe } from '../shell/me.ts'
import { Accept } from './Accept.tsx'
import { Answered } from './Answered.tsx'
import css from './FindingCard.module.css'
import { Fixes } from './Fixes.tsx'

/** How much it matters, in words beside the colour. */
const weights = {
  never: { tone: 'red', words: 'cannot work' },
  avoid: { tone: 'amber', words: 'avoid' },
  prefer: { tone: 'green', words: 'rather not' },
} as const

const cardTone = (finding: FindingView) =>
  finding.state === 'accepted'
    ? 'quiet'
    : finding.state === 'asked'
      ? 'amber'
      : finding.weight === 'never'
        ? 'red'
        : 'plain'

/** What is wrong, why it is held to be wrong, and what would help. */
export function FindingCard({
  finding,
  on,
  tripId,
  isOwned = false,
}: {
  finding: FindingView
  on?: string
  /** The trip whose page it is shown on: its parts open there. */
  tripId?: string
  /** It is shown with the mistake that it is owned by. */
  isOwned?: boolean
}) {
  return (
    <Card
      tone={cardTone(finding)}
      heading={
        <>
          {finding.title}{' '}
          {finding.state === 'asked' ? (
            <Tag tone="amber">{finding.stateWords ?? 'asked'}</Tag>
          ) : (
            <Tag tone={weights[finding.weight].tone}>{weights[finding.weight].words}</Tag>
          )}
        </>
      }
      actions={<Verbs finding={finding} isOwned={isOwned} />}
    >
      <p className={css.evidence}>{finding.words}</p>
      <p>
        Rule: <b>{finding.rule.words}</b>
        {finding.rule.story && (
          <>
            {' '}
            — <Story story={finding.rule.story} />
          </>
        )}
      </p>
      <Items finding={finding} {...(on && { on })} {...(tripId && { tripId })} />
      {finding.state === 'accepted' && finding.stateWords && <p>{finding.stateWords}</p>}
    </Card>
  )
}

/** The things it is about: each opens beside this page. */
const Items = ({ finding, on, tripId }: { finding: FindingView; on?: string; tripId?: string }) => (
  <p className={css.items}>
    {finding.items.map((item, i) => (
      <Fragment key={item.key}>
        {i > 0 && ' · '}
        <ItemLink item={item} {...(on && { on })} {...(tripId && { tripId })} />
      </Fragment>
    ))}
  </p>
)

type Item = FindingView['items'][number]

/** What is due opens on its own page. */
const duePages = { work: '/work', commitment: '/commitments', decision: '/decisions', priority: '/priorities' } as const

type ItemProps = { item: Item; on?: string; tripId?: string }

function ItemLink({ item: { key, eventId, recurrenceId, title, due }, on, tripId }: ItemProps) {
  if (tripId && key.startsWith('segment:'))
    return (
      <Link
        to="/travel/$tripId"
        params={{ tripId }}
        search={{ segment: key.slice('segment:'.length) }}
        resetScroll={false}
      >
        {title}
      </Link>
    )
  if (key.startsWith('trip:'))
    return (
      <Link to="/travel/$tripId" params={{ tripId: key.slice('trip:'.length) }}>
        {title}
      </Link>
    )
  if (eventId !== null)
    return (
      <Link
        to={tripId ? '/today' : '.'}
        search={{ ...(on && { on }), event: eventAddress({ eventId, recurrenceId }) }}
        resetScroll={false}
      >
        {title}
      </Link>
    )
  if (!due) return title
  return (
    <Link to={duePages[due.what]} search={due.what === 'priority' ? { about: due.id } : { event: due.id }}>
      {title}
    </Link>
  )
}

function Verbs({ finding, isOwned }: { finding: FindingView; isOwned: boolean }) {
  const [asking, setAsking] = useState<'accept' | 'answered' | null>(null)
  const reopen = useChange(desk.finding.reopen, { said: 'Looking at it again' })
  const close = () => setAsking(null)
  if (finding.state === 'accepted')
    return (
      <>
        <Button
          of="finding.reopen"
          busy={reopen.isPending}
          onClick={() => reopen.mutate({ fingerprint: finding.fingerprint })}
        >
          Look again
        </Button>
        <Refused error={reopen.error} />
      </>
    )
  return (
    <>
      {finding.state === 'asked' && (
        <Button of="finding.answered" look="main" onClick={() => setAsking('answered')}>
          They answered…
        </Button>
      )}
      {finding.state === 'open' && <Fixes finding={finding} />}
      {finding.state === 'open' && <AskAbout finding={finding} />}
      <Button of="finding.accept" look="quiet" onClick={() => setAsking('accept')}>
        Live with it…
      </Button>
      {!isOwned && (
        <Button
          of="mistake.own"
          look="quiet"
          hint="h"
          data-own={finding.fingerprint}
          onClick={() => openOwn({ fingerprint: finding.fingerprint })}
        >
          Own it
        </Button>
      )}
      <WhoElse finding={finding} />
      <Accept finding={finding} open={asking === 'accept'} onClose={close} />
      <Answered finding={finding} open={asking === 'answered'} onClose={close} />
    </>
  )
}

/** Who can do what is not shown, and why it is not. */
function WhoElse({ finding }: { finding: FindingView }) {
  const no = finding.fixes.find(({ may }) => may === 'no')
  const settles = useMay('finding.fix')
  if (settles === 'no') return <WhoCan of="finding.fix" what="settle this" />
  return no ? <p className={css.why}>{no.because}</p> : null
}

/** What is not the assistant's to settle goes to whoever decides, with the fixes as its options. */
function AskAbout({ finding }: { finding: FindingView }) {
  const { member, desk: here } = useMe()
  if (member.kind === 'executive') return null
  return (
    <Button of="decision.ask" look="quiet" onClick={() => openAsking(aboutFinding(finding))}>
      Ask {firstName(here.executive)}…
    </Button>
  )
}
