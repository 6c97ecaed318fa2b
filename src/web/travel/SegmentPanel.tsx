import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { FindingView } from '../../desk/rules/model.ts'
import type { SegmentView, TripView } from '../../desk/travel/model.ts'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { openOwn } from '../mistakes/open.ts'
import { Button } from '../parts/Button.tsx'
import { Panel } from '../parts/Dialog.tsx'
import { Looked } from '../parts/Looked.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Tag } from '../parts/Tag.tsx'
import { WhoCan } from '../parts/WhoCan.tsx'
import { useVerbs } from '../shell/verbs.ts'
import { CancelSegment } from './CancelSegment.tsx'
import { ConfirmSegment } from './ConfirmSegment.tsx'
import { Letter } from './Letter.tsx'
import css from './Segment.module.css'
import { EditSegment } from './SegmentDialog.tsx'
import { AskedBeside, Depends, Ends, SegmentFacts } from './SegmentFacts.tsx'
import { Wrong } from './Wrong.tsx'
import { kindWords, stateTag, tellingWords } from './words.ts'

type Beside = 'edit' | 'ask' | 'confirm' | 'cancel'

/** One part of a trip, whole, beside the page: what is known, what was asked, and what can be done about it. */
export function SegmentPanel({
  trip,
  segment,
  findings,
  onClose,
}: {
  trip: TripView
  segment: SegmentView
  findings: readonly FindingView[]
  onClose: () => void
}) {
  const navigate = useNavigate()
  const [beside, setBeside] = useState<Beside | null>(null)
  const checked = useChange(desk.segment.check, { said: `Held ${segment.title} against what was asked` })
  const check = () => checked.mutate({ id: segment.id, version: segment.version })
  const cascade = () =>
    void navigate({
      to: '/travel/$tripId/cascade/$segmentId',
      params: { tripId: trip.id, segmentId: segment.id },
    })
  const own = () => openOwn({ item: segment.id })
  const stands = segment.status !== 'cancelled'
  const back = () => setBeside(null)
  useVerbs([
    { id: 'segment-cascade', words: `What the last change of ${segment.title} did`, keys: ['g'], run: cascade },
    { id: 'own-segment', words: `Own a mistake about ${segment.title}`, keys: ['h'], of: 'mistake.own', run: own },
    ...(stands
      ? [
          {
            id: 'segment-edit',
            words: `Change ${segment.title}`,
            keys: ['e'],
            of: 'segment.edit' as const,
            run: () => setBeside('edit'),
          },
          {
            id: 'segment-ask',
            words: `Ask somebody outside about ${segment.title}`,
            keys: ['a'],
            of: 'segment.ask' as const,
            run: () => setBeside('ask'),
          },
          {
            id: 'segment-confirm',
            words: `They confirmed ${segment.title}`,
            keys: ['f'],
            of: 'segment.confirm' as const,
            run: () => setBeside('confirm'),
          },
          {
            id: 'segment-check',
            words: `Held ${segment.title} against what was asked`,
            keys: ['b'],
            of: 'segment.check' as const,
            run: check,
          },
          {
            id: 'segment-cancel',
            words: `Cancel ${segment.title}`,
            keys: ['x'],
            of: 'segment.cancel' as const,
            run: () => setBeside('cancel'),
          },
        ]
      : []),
  ])
  const tag = stateTag(segment)
  return (
    <Panel
      open
      onClose={onClose}
      title={segment.title}
      sub={
        <>
          {kindWords[segment.kind]} <Tag tone={tag.tone}>{tag.words}</Tag> {tellingWords(segment)}
        </>
      }
      actions={
        stands && (
          <>
            <Button of="segment.edit" look={segment.own ? 'main' : 'plain'} hint="e" onClick={() => setBeside('edit')}>
              Change
            </Button>
            <Button
              of="segment.ask"
              look={segment.own || segment.waiting ? 'plain' : 'main'}
              hint="a"
              onClick={() => setBeside('ask')}
            >
              Write to them…
            </Button>
            <Button
              of="segment.confirm"
              look={segment.waiting ? 'main' : 'plain'}
              hint="f"
              onClick={() => setBeside('confirm')}
            >
              They confirmed…
            </Button>
            <Button of="segment.check" hint="b" busy={checked.isPending} onClick={check}>
              It is as asked
            </Button>
            <Button of="segment.cancel" look="danger" hint="x" onClick={() => setBeside('cancel')}>
              Cancel it
            </Button>
          </>
        )
      }
    >
      <WhoCan of="segment.edit" what="change this" />
      <Ends segment={segment} />
      <Wrong findings={findings} />
      <SegmentFacts segment={segment} />
      <AskedBeside segment={segment} />
      <Depends segment={segment} />
      <Looked item={segment.id} label={trip.label} />
      <p className={css.foot}>
        <Link to="/travel/$tripId/cascade/$segmentId" params={{ tripId: trip.id, segmentId: segment.id }}>
          What its last change did
        </Link>
        <Link to="/journal" search={{ about: segment.id }}>
          What happened to it
        </Link>
        <Button of="mistake.own" look="quiet" hint="h" onClick={own}>
          Own it
        </Button>
      </p>
      <Refused error={checked.error} />
      {beside === 'edit' && <EditSegment trip={trip} segment={segment} onClose={back} onDone={back} />}
      {beside === 'ask' && <Letter segment={segment} onClose={back} />}
      {beside === 'confirm' && <ConfirmSegment segment={segment} onClose={back} />}
      {beside === 'cancel' && <CancelSegment segment={segment} onClose={back} />}
    </Panel>
  )
}
