import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { LinkView } from '../../desk/travel/itinerary/contract.ts'
import { type Amount, isMore } from '../../desk/travel/itinerary/lists/model.ts'
import { zonedWords } from '../../desk/travel/itinerary/words.ts'
import { useChange } from '../change.ts'
import { ask, desk } from '../client.ts'
import { Choice } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Tag, type Tone } from '../parts/Tag.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useMay } from '../shell/may.ts'
import css from './Itinerary.module.css'
import { amountChoices, amountNames, readerNames } from './words.ts'

const tones: Record<LinkView['state'], Tone> = { out: 'green', replaced: 'amber', withdrawn: 'red', over: 'blue' }

type Asked = { readonly what: 'withdraw' | 'shows'; readonly link: LinkView }

/** Everything of a trip that was given out: to whom, how it stands, and what has changed since. */
export function Links({ tripId, onAnew }: { tripId: string; onAnew: (link: LinkView) => void }) {
  const { data, error, isPending, refetch } = useQuery(ask.itinerary.list.queryOptions({ input: { tripId } }))
  const [asked, setAsked] = useState<Asked | null>(null)
  if (isPending) return <Waiting />
  if (error) return <Refused error={error} retry={refetch} />
  if (data.links.length === 0) return <p className={css.note}>Nobody has an address of this trip.</p>
  return (
    <>
      <ul className={css.links}>
        {data.links.map((link) => (
          <Line key={link.id} link={link} onAsk={setAsked} onAnew={onAnew} />
        ))}
      </ul>
      {asked?.what === 'withdraw' && <Withdraw link={asked.link} onClose={() => setAsked(null)} />}
      {asked?.what === 'shows' && <Shows link={asked.link} onClose={() => setAsked(null)} />}
    </>
  )
}

type LineProps = { link: LinkView; onAsk: (asked: Asked) => void; onAnew: (link: LinkView) => void }

const Line = ({ link, onAsk, onAnew }: LineProps) => (
  <li className={css.link} data-state={link.state}>
    <p>
      <b>
        {link.number}. {link.to}
      </b>{' '}
      <span className={css.note}>
        {readerNames[link.for]}, {amountNames[link.shows]}
        {link.emergency && ', with the sheet for an emergency'}
      </span>
    </p>
    <p>
      <Tag tone={tones[link.state]}>{link.stateWords}</Tag>
    </p>
    <p className={css.note}>
      Given out {zonedWords(link.issuedAt)} by {link.issuedBy}
    </p>
    {link.changed.length > 0 && (
      <p className={css.asked}>
        Changed since they were given it: {link.changed.join(', ')}. Their page shows it; what they printed does not.
      </p>
    )}
    {link.state === 'out' && (
      <p className={css.row}>
        <Button of="itinerary.issue" onClick={() => onAnew(link)}>
          Give it out anew<span className={css.unseen}> to {link.to}</span>
        </Button>
        <Button of="itinerary.shows" onClick={() => onAsk({ what: 'shows', link })}>
          Show more or less…<span className={css.unseen}> to {link.to}</span>
        </Button>
        <Button of="itinerary.revoke" look="danger" onClick={() => onAsk({ what: 'withdraw', link })}>
          Withdraw…<span className={css.unseen}> from {link.to}</span>
        </Button>
      </p>
    )}
  </li>
)

function Withdraw({ link, onClose }: { link: LinkView; onClose: () => void }) {
  const revoke = useChange(desk.itinerary.revoke, { said: 'Withdrawn', onDone: onClose })
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Withdraw it from ${link.to}`}
      sub="Whoever opens the address reads that it was withdrawn, and not of which trip."
      final={{ of: 'itinerary.revoke' }}
      actions={
        <>
          <Button
            of="itinerary.revoke"
            look="danger"
            busy={revoke.isPending}
            onClick={() => revoke.mutate({ id: link.id })}
          >
            Withdraw it
          </Button>
          <Button onClick={onClose}>Leave it</Button>
        </>
      }
    >
      <Refused error={revoke.error} />
    </Dialog>
  )
}

function Shows({ link, onClose }: { link: LinkView; onClose: () => void }) {
  const [shows, setShows] = useState<Amount>(link.shows)
  const mayShow = useMay('itinerary.shows') !== 'no'
  const change = useChange(desk.itinerary.shows, { said: `${link.to}’s page ${amountNames[shows]}`, onDone: onClose })
  return (
    <Dialog
      open
      onClose={onClose}
      title={`What ${link.to} is shown`}
      sub="The address stays the same."
      {...(isMore(shows, link.shows) && { final: { of: 'itinerary.shows', which: 'more' } })}
      actions={
        <>
          <Button
            of="itinerary.shows"
            look="main"
            busy={change.isPending}
            disabled={shows === link.shows}
            onClick={() => change.mutate({ id: link.id, shows })}
          >
            Show that
          </Button>
          <Button onClick={onClose}>Leave it</Button>
        </>
      }
    >
      {mayShow && <Choice label="Shown" value={shows} onValue={setShows} options={amountChoices} />}
      <Refused error={change.error} />
    </Dialog>
  )
}
