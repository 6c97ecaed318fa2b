import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useChange } from '../change.ts'
import { ask, desk } from '../client.ts'
import { shortDayWords } from '../dates.ts'
import { TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { WhoCan } from '../parts/WhoCan.tsx'
import { copyText } from '../shell/copy.ts'
import { useMay } from '../shell/may.ts'
import { Section } from './Section.tsx'
import css from './Settings.module.css'

const dayOf = (zoned: string) => shortDayWords(Temporal.ZonedDateTime.from(zoned).toPlainDate())

/** Secret addresses that show others only when the executive is busy. */
export function Feeds() {
  const [closing, setClosing] = useState<{ readonly id: string; readonly name: string } | null>(null)
  const mayMake = useMay('feed.make') !== 'no'
  const known = useQuery(ask.feed.list.queryOptions({ input: {} }))
  const revoke = useChange(desk.feed.revoke, {
    said: (done) => `Closed: ${done.feed.name}`,
    onDone: () => setClosing(null),
  })
  const open = known.data?.feeds.filter((feed) => feed.revokedAt === null) ?? []
  return (
    <Section
      title="Busy times for others"
      note="A secret address a calendar can subscribe to. It shows “Busy” and nothing else, and you can close it for good."
    >
      <Refused error={known.error} />
      <ul className={css.rows}>
        {open.map((feed) => (
          <li key={feed.id}>
            <div>
              <b>{feed.name}</b>
              <p className={css.note}>made {dayOf(feed.madeAt)}</p>
            </div>
            <Button of="feed.revoke" look="danger" aria-label={`Close… ${feed.name}`} onClick={() => setClosing(feed)}>
              Close…
            </Button>
          </li>
        ))}
      </ul>
      <Dialog
        open={closing !== null}
        onClose={() => setClosing(null)}
        title={`Close the address for ${closing?.name ?? ''}?`}
        sub="Whoever subscribed to it sees nothing new from now on."
        final={{ of: 'feed.revoke' }}
        actions={
          <>
            <Button
              of="feed.revoke"
              look="danger"
              busy={revoke.isPending}
              onClick={() => closing && revoke.mutate({ id: closing.id })}
            >
              Close it
            </Button>
            <Button onClick={() => setClosing(null)}>Keep it</Button>
          </>
        }
      >
        <Refused error={revoke.error} />
      </Dialog>
      {mayMake ? <MakeFeed /> : <WhoCan of="feed.make" what="make an address" />}
    </Section>
  )
}

function MakeFeed() {
  const [name, setName] = useState('')
  const [address, setAddress] = useState<string | null>(null)
  const make = useChange(desk.feed.make, {
    onDone: (made) => {
      setAddress(made.address)
      setName('')
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    make.mutate({ name })
  }
  return (
    <>
      <form onSubmit={submit} className={css.line}>
        <TextField
          label="Who is it for?"
          hint="Only you see this name."
          required
          maxLength={120}
          value={name}
          onValue={setName}
        />
        <Button of="feed.make" type="submit" busy={make.isPending}>
          Make an address
        </Button>
      </form>
      <Refused error={make.error} />
      {address && (
        <div className={css.made} role="status">
          <p>The address is shown only now:</p>
          <code>{address}</code>
          <Button look="main" onClick={() => copyText(address)}>
            Copy it
          </Button>
        </div>
      )}
    </>
  )
}
