import { Link } from '@tanstack/react-router'
import { Fragment, useState } from 'react'
import type { FindingView } from '../../desk/rules/model.ts'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { eventAddress } from '../event/address.ts'
import { Button } from '../parts/Button.tsx'
import { Card } from '../parts/Card.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Tag } from '../parts/Tag.tsx'
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
export function FindingCard({ finding, on }: { finding: FindingView; on?: string }) {
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
      actions={<Verbs finding={finding} />}
    >
      <p className={css.evidence}>{finding.words}</p>
      <p>
        Rule: <b>{finding.rule.words}</b>
        {finding.rule.story && <> — {finding.rule.story}</>}
      </p>
      <Items finding={finding} {...(on && { on })} />
      {finding.state === 'accepted' && finding.stateWords && <p>{finding.stateWords}</p>}
    </Card>
  )
}

/** The things it is about: each opens beside this page. */
const Items = ({ finding, on }: { finding: FindingView; on?: string }) => (
  <p className={css.items}>
    {finding.items.map((item, i) => (
      <Fragment key={item.key}>
        {i > 0 && ' · '}
        <Link to="." search={{ ...(on && { on }), event: eventAddress(item) }} resetScroll={false}>
          {item.title}
        </Link>
      </Fragment>
    ))}
  </p>
)

function Verbs({ finding }: { finding: FindingView }) {
  const [asking, setAsking] = useState<'accept' | 'answered' | null>(null)
  const reopen = useChange(desk.finding.reopen, { said: 'Looking at it again' })
  const close = () => setAsking(null)
  if (finding.state === 'accepted')
    return (
      <>
        <Button busy={reopen.isPending} onClick={() => reopen.mutate({ fingerprint: finding.fingerprint })}>
          Look again
        </Button>
        <Refused error={reopen.error} />
      </>
    )
  return (
    <>
      {finding.state === 'asked' && (
        <Button look="main" onClick={() => setAsking('answered')}>
          They answered…
        </Button>
      )}
      {finding.state === 'open' && <Fixes finding={finding} />}
      <Button look="quiet" onClick={() => setAsking('accept')}>
        Live with it…
      </Button>
      <Accept finding={finding} open={asking === 'accept'} onClose={close} />
      <Answered finding={finding} open={asking === 'answered'} onClose={close} />
    </>
  )
}
