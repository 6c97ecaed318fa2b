import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { GroupView } from '../../desk/holds/model.ts'
import { onPage } from '../../desk/holds/page/model.ts'
import { useChange } from '../change.ts'
import { ask, desk, refusalOf } from '../client.ts'
import { TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Panel } from '../parts/Dialog.tsx'
import { Final } from '../parts/Final.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { WhoCan } from '../parts/WhoCan.tsx'
import { useMay } from '../shell/may.ts'
import { useVerbs } from '../shell/verbs.ts'
import { Stop } from '../texts/Stop.tsx'
import { useLeaving } from '../texts/useLeaving.ts'
import { GoesTo } from './GoesTo.tsx'
import { Longer } from './Longer.tsx'
import css from './OffersPage.module.css'
import { OtherTime } from './OtherTime.tsx'
import { Proposals } from './Proposals.tsx'
import { TextToSend } from './TextToSend.tsx'

/** One offer, whole, beside the page: its times, what came back, what to send, and everything that can be done about it. */
export function GroupPanel({ groupId, onClose }: { groupId: string; onClose: () => void }) {
  const { data, error, refetch } = useQuery(ask.hold.show.queryOptions({ input: { groupId } }))
  if (data) return <Known group={data.group} onClose={onClose} />
  return (
    <Panel open onClose={onClose} title="Offer">
      {error ? <Refused error={error} retry={refetch} /> : <Waiting />}
    </Panel>
  )
}

function Known({ group, onClose }: { group: GroupView; onClose: () => void }) {
  const groupId = group.id
  const isOut = group.state === 'out'
  const [mayTake, mayOpen] = [useMay('hold.take') !== 'no', useMay('hold.page') !== 'no']
  const [address, setAddress] = useState<string | null>(null)
  const release = useChange(desk.hold.release, { said: 'Free again' })
  const decline = useChange(desk.hold.decline, { said: `${group.to.name} said none works` })
  const nudged = useChange(desk.hold.nudged, { said: 'Noted' })
  const page = useChange(desk.hold.page, { said: 'A new address', onDone: (made) => setAddress(made.address) })
  const shut = useChange(desk.hold.shut, { said: 'The address is closed' })
  const leaving = useLeaving({ to: group.through?.name ?? group.to.name, offer: groupId })
  const freeAll = () => release.mutate({ groupId, reason: '' })
  useVerbs(
    isOut ? [{ id: 'free-all', words: 'Free all of these times', keys: ['x'], of: 'hold.release', run: freeAll }] : [],
  )
  return (
    <Panel
      open
      onClose={onClose}
      title={group.meeting.title}
      sub={`For ${group.to.name}${group.through ? ` through ${group.through.name}` : ''}, offered by ${group.by}: ${group.stateWords}`}
      actions={
        isOut && (
          <>
            <Button
              of="hold.decline"
              busy={decline.isPending}
              onClick={() => decline.mutate({ groupId, who: group.to.name, note: '' })}
            >
              They said none works
            </Button>
            <Button of="hold.release" look="danger" hint="x" busy={release.isPending} onClick={freeAll}>
              Free all
            </Button>
          </>
        )
      }
    >
      {isOut && <WhoCan of="hold.take" what="change this" />}
      {group.needs.map(({ code, words }) => (
        <p key={code} className={css.note}>
          <b>{words}</b>
        </p>
      ))}
      <ul className={css.holds}>
        {group.holds.map((hold) => (
          <Hold
            key={hold.id}
            group={group}
            hold={hold}
            onFree={() => release.mutate({ groupId, holdId: hold.id, reason: '' })}
          />
        ))}
      </ul>
      <Refused error={release.error ?? decline.error ?? nudged.error ?? page.error ?? shut.error} />
      <Proposals group={group} />
      {isOut && <GoesTo group={group} />}
      {isOut && mayTake && <OtherTime group={group} />}
      {isOut && <Longer group={group} />}
      <Letters group={group} address={address} onWent={() => nudged.mutate({ groupId })} />
      {isOut && mayOpen && (
        <section className={css.section}>
          <h3>Their page</h3>
          <p className={css.note}>
            {group.page ? 'An address is open. It was shown when it was made.' : 'No address is open.'} A new one closes
            the one before.
          </p>
          <Stop leaving={leaving} text={onPage(group.meeting)} />
          <p className={css.row}>
            <Button
              of="hold.page"
              busy={page.isPending || leaving.busy}
              onClick={() => leaving.leave(onPage(group.meeting), () => page.mutate({ groupId }))}
            >
              Make a new address
            </Button>
            {group.page && (
              <Button of="hold.shut" look="danger" busy={shut.isPending} onClick={() => shut.mutate({ groupId })}>
                Close it
              </Button>
            )}
          </p>
          <Final of={group.page ? 'hold.shut' : 'hold.page'} />
        </section>
      )}
    </Panel>
  )
}

type HoldView = GroupView['holds'][number]

/** One time: agreed by phone in one step, or freed. */
function Hold({ group, hold, onFree }: { group: GroupView; hold: HoldView; onFree: () => void }) {
  const [why, setWhy] = useState('')
  const taken = useChange(desk.hold.take, { said: 'Booked; the others are free' })
  const take = () =>
    taken.mutate({
      groupId: group.id,
      holdId: hold.id,
      who: group.through?.name ?? group.to.name,
      note: '',
      ...(why.trim() !== '' && { anyway: { reason: why.trim() } }),
    })
  const no = refusalOf(taken.error)
  return (
    <li className={css.hold} data-state={hold.state}>
      <p>
        <b>{hold.words}</b>
      </p>
      {hold.theirs && <p className={css.note}>{hold.theirs}</p>}
      <p className={css.note}>{hold.stateWords}</p>
      {hold.collides.map((other) => (
        <p key={other.groupId} className={css.note}>
          Also offered to {other.name}: who answers first has it.
        </p>
      ))}
      {hold.state === 'out' && (
        <p className={css.row}>
          <Button of="hold.take" look="main" busy={taken.isPending} onClick={take}>
            They took it
          </Button>
          <Button of="hold.release" onClick={onFree}>
            Free it
          </Button>
        </p>
      )}
      <Refused error={taken.error} />
      {no?.why === 'moved-on' && <TextField label="Why book it anyway" value={why} maxLength={500} onValue={setWhy} />}
    </li>
  )
}

/** What to send now: the apology where a time was lost, the confirmation once one is taken, else the offer and the nudge. */
function Letters({ group, address, onWent }: { group: GroupView; address: string | null; onWent: () => void }) {
  const { texts } = group
  const text = (label: string, body: string, went?: () => void) => (
    <TextToSend
      key={`${label}${address}`}
      label={label}
      subject={texts.subject}
      text={body}
      group={group}
      address={address}
      {...(went && { onWent: went })}
    />
  )
  return (
    <section className={css.section}>
      {texts.apology && text('To say that a time is gone', texts.apology, onWent)}
      {texts.confirmation && text('To confirm', texts.confirmation)}
      {group.state === 'out' && !texts.apology && (
        <details open={group.nudgedAt === null && group.needs.some(({ code }) => code === 'nudge')}>
          <summary>The nudge</summary>
          {text('To nudge', texts.nudge, onWent)}
        </details>
      )}
      {group.state === 'out' && (
        <details open={address !== null}>
          <summary>The offer</summary>
          {text('The offer', texts.offer)}
        </details>
      )}
    </section>
  )
}
