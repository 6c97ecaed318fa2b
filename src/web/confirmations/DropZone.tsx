import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ConfirmationLine } from '../../desk/travel/confirmations/model.ts'
import { ask } from '../client.ts'
import { Button } from '../parts/Button.tsx'
import { Card, CardGroup } from '../parts/Card.tsx'
import { Tag } from '../parts/Tag.tsx'
import { useMay } from '../shell/may.ts'
import { useVerbs } from '../shell/verbs.ts'
import css from './Confirmations.module.css'
import { openConfirmation } from './open.ts'

/** Where a confirmation is let go, for a trip or with none; and those that nobody has dealt with yet. */
export function DropZone({ tripId }: { tripId: string | null }) {
  useVerbs([
    {
      id: 'drop-here',
      words: 'Drop in a booking confirmation',
      keys: ['b'],
      of: 'confirmation.drop',
      run: () => openConfirmation({ tripId }),
    },
  ])
  const mayDrop = useMay('confirmation.drop') !== 'no'
  const { data } = useQuery({ ...ask.confirmation.list.queryOptions({ input: {} }), retry: false })
  const open = (data?.confirmations ?? []).filter(
    (one) => tripId === null || one.tripId === null || one.tripId === tripId,
  )
  if (!mayDrop && open.length === 0) return null
  return (
    <CardGroup title="Confirmations" note={open.length === 0 ? 'none waits' : `${open.length} to look at`}>
      {open.map((one) => (
        <Waiting key={one.id} one={one} />
      ))}
      {mayDrop && (
        <div className={css.zone}>
          <p>Let a mail, PDF or pass go anywhere on this page.</p>
          <Button of="confirmation.drop" hint="b" onClick={() => openConfirmation({ tripId })}>
            Choose or paste
          </Button>
        </div>
      )}
    </CardGroup>
  )
}

const counted = ({ proposals, doubts }: ConfirmationLine): string =>
  proposals === 0
    ? 'Nothing could be read as a booking'
    : `${proposals === 1 ? 'One part' : `${proposals} parts`}${doubts === 0 ? '' : `, ${doubts === 1 ? 'one value' : `${doubts} values`} in doubt`}`

const Waiting = ({ one }: { one: ConfirmationLine }) => (
  <Card
    tone={one.doubts > 0 ? 'amber' : 'plain'}
    heading={
      <Link to="/travel/confirmations/$id" params={{ id: one.id }} search={{}}>
        {one.subject ?? one.fileName ?? 'Pasted text'}
      </Link>
    }
  >
    <p>{one.words}</p>
    <p>
      <Tag tone={one.doubts > 0 ? 'amber' : 'blue'}>{counted(one)}</Tag>
    </p>
  </Card>
)
