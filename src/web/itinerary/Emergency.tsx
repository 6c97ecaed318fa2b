import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import type { CardDraft } from '../../desk/travel/emergency/model.ts'
import type { TripView } from '../../desk/travel/model.ts'
import { useChange } from '../change.ts'
import { ask, desk } from '../client.ts'
import { atDesk } from '../desk.ts'
import { Choice, NotesField, TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useMe } from '../shell/me.ts'
import css from './Itinerary.module.css'

/** The sheet with everything that is needed when something happens, and what is on file for it. */
export function Emergency({ trip }: { trip: TripView }) {
  const { member } = useMe()
  const [open, setOpen] = useState(false)
  const seesAll = member.kind === 'executive' || member.board.private === 'all'
  const file = (name: string) => atDesk(`/itinerary/${trip.id}/${name}`)
  return (
    <>
      <p className={css.note}>
        Whom to ring, next of kin, insurance, hotels, embassies and every booking with its reference. It leaves by an
        address only where you give it out with one.
      </p>
      <p className={css.files}>
        <a href={file('emergency')} target="_blank" rel="noreferrer">
          Read it
        </a>
        <a href={file('emergency.pdf')} target="_blank" rel="noreferrer">
          Print it (PDF)
        </a>
      </p>
      {seesAll && (
        <Button of="emergency.keep" onClick={() => setOpen(true)}>
          What is on file…
        </Button>
      )}
      {open && <OnFile trip={trip} onClose={() => setOpen(false)} />}
    </>
  )
}

function OnFile({ trip, onClose }: { trip: TripView; onClose: () => void }) {
  const card = useQuery(ask.emergency.card.queryOptions({ input: {} }))
  const people = useQuery(ask.person.list.queryOptions({ input: { most: 500 } }))
  if (card.data && people.data)
    return (
      <Form
        key={card.data.card.version}
        trip={trip}
        card={card.data.card}
        people={people.data.people}
        onClose={onClose}
      />
    )
  return (
    <Dialog open onClose={onClose} title="On file for an emergency">
      {card.error || people.error ? <Refused error={card.error ?? people.error} /> : <Waiting />}
    </Dialog>
  )
}

type Person = { readonly id: string; readonly name: string }
type FormProps = {
  trip: TripView
  card: CardDraft & { version: number }
  people: readonly Person[]
  onClose: () => void
}

function Form({ trip, card, people, onClose }: FormProps) {
  const form = useId()
  const [{ version, ...said }, setSaid] = useState(card)
  const set = (more: Partial<CardDraft>) => setSaid({ version, ...said, ...more })
  const keep = useChange(desk.emergency.keep, { said: 'On file', onDone: onClose })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const embassies = said.embassies.filter(({ words }) => words.trim() !== '')
    keep.mutate({ version, set: { ...said, embassies } })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="On file for an emergency"
      sub="For every trip of this desk. Only those who see everything private read it."
      actions={
        <>
          <Button of="emergency.keep" look="main" type="submit" form={form} busy={keep.isPending}>
            Keep it
          </Button>
          <Button onClick={onClose}>Leave it</Button>
        </>
      }
    >
      <form id={form} className={css.form} onSubmit={submit}>
        <TextField
          label="Whom to ring at the desk"
          hint="A name and a number"
          maxLength={200}
          value={said.reach}
          onValue={(reach) => set({ reach })}
        />
        <TextField
          label="When they answer"
          hint={`On the clocks of ${trip.zone.replaceAll('_', ' ')}`}
          maxLength={200}
          value={said.hours}
          onValue={(hours) => set({ hours })}
        />
        <NotesField
          label="Insurance"
          hint="Insurer, policy, and the number to ring"
          rows={2}
          value={said.insurance}
          onValue={(insurance) => set({ insurance })}
        />
        <Kin kin={said.kin} people={people} onKin={(kin) => set({ kin })} />
        {trip.entries.map(({ country, name }) => (
          <TextField
            key={country}
            label={`The embassy in ${name}`}
            maxLength={300}
            value={said.embassies.find((one) => one.country === country)?.words ?? ''}
            onValue={(words) =>
              set({ embassies: [...said.embassies.filter((one) => one.country !== country), { country, words }] })
            }
          />
        ))}
        <Refused error={keep.error} />
      </form>
    </Dialog>
  )
}

type KinProps = { kin: readonly string[]; people: readonly Person[]; onKin: (kin: string[]) => void }

function Kin({ kin, people, onKin }: KinProps) {
  const others = people.filter(({ id }) => !kin.includes(id))
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? 'Somebody private'
  return (
    <>
      {kin.length > 0 && (
        <ol className={css.kin} aria-label="Next of kin, in the order they are rung">
          {kin.map((id) => (
            <li key={id}>
              {nameOf(id)}{' '}
              <Button look="quiet" onClick={() => onKin(kin.filter((one) => one !== id))}>
                Take off<span className={css.unseen}> {nameOf(id)}</span>
              </Button>
            </li>
          ))}
        </ol>
      )}
      <Choice
        label={kin.length === 0 ? 'Next of kin' : 'Another next of kin'}
        hint="Somebody of the people this desk knows; their number is noted there"
        value=""
        onValue={(id) => id !== '' && onKin([...kin, id])}
        options={[{ value: '', words: 'Choose…' }, ...others.map(({ id, name }) => ({ value: id, words: name }))]}
      />
    </>
  )
}
