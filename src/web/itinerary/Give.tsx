import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { chosenOnly } from '../../desk/travel/itinerary/lists/model.ts'
import type { TripView } from '../../desk/travel/model.ts'
import { useChange } from '../change.ts'
import { ask, desk } from '../client.ts'
import { Choice, NotesField, Switch, TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Final } from '../parts/Final.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { copyText } from '../shell/copy.ts'
import { useMay } from '../shell/may.ts'
import { useVerbs } from '../shell/verbs.ts'
import { Stop } from '../texts/Stop.tsx'
import { useLeaving } from '../texts/useLeaving.ts'
import { choosable, type Draft, forReader, mayHaveSheet, wantedOf } from './draft.ts'
import css from './Itinerary.module.css'
import { Preview } from './Preview.tsx'
import { amountChoices, readerChoices, toldWords } from './words.ts'

type Props = { trip: TripView; draft: Draft; onDraft: (draft: Draft) => void }

/** For whom, how much, and what they will see; then a secret address for them. */
export function Give({ trip, draft, onDraft }: Props) {
  const wanted = wantedOf(draft, trip.id)
  const seen = useQuery({
    ...ask.itinerary.preview.queryOptions({ input: wanted }),
    placeholderData: keepPreviousData,
  })
  const [given, setGiven] = useState<Given | null>(null)
  const [reason, setReason] = useState('')
  const broken = seen.data?.broken ?? []
  const mayGive = useMay('itinerary.issue') !== 'no'
  const issue = useChange(desk.itinerary.issue, {
    said: 'Given out',
    onDone: ({ address, link }) => setGiven({ address, to: link.to }),
  })
  const leaving = useLeaving({ to: draft.to.trim(), trip: trip.id })
  const isReady =
    draft.to.trim() !== '' &&
    (!chosenOnly.has(draft.for) || draft.segments.length > 0) &&
    (broken.length === 0 || reason.trim() !== '')
  const text = seen.data?.text ?? ''
  const emergency = draft.emergency && mayHaveSheet(draft)
  const give = () => {
    const go = () =>
      issue.mutate({
        ...wanted,
        to: draft.to.trim(),
        emergency,
        ...(broken.length > 0 && { anyway: { reason: reason.trim() } }),
      })
    if (text === '') go()
    else leaving.leave(text, go)
  }
  useVerbs(
    isReady && mayGive
      ? [{ id: 'itinerary-give', words: 'Give this itinerary out', keys: ['g'], of: 'itinerary.issue', run: give }]
      : [],
  )
  return (
    <div className={css.give} id="give">
      <section className={css.form} aria-label="For whom">
        <Fields trip={trip} draft={draft} onDraft={onDraft} mayGive={mayGive} />
        {mayGive && (
          <>
            <NotYet broken={broken} tripId={trip.id} reason={reason} onReason={setReason} />
            <Stop leaving={leaving} text={text} />
            <p className={css.row}>
              <Button
                of="itinerary.issue"
                look="main"
                hint="g"
                disabled={!isReady}
                busy={issue.isPending || leaving.busy}
                onClick={give}
              >
                Make their address
              </Button>
            </p>
            <Final of="itinerary.issue" />
            <Refused error={issue.error} />
          </>
        )}
      </section>
      <section className={css.seen} aria-labelledby="itinerary-seen">
        <h2 id="itinerary-seen">What they will see</h2>
        {seen.isPending && <Waiting />}
        {seen.error ? <Refused error={seen.error} retry={seen.refetch} /> : null}
        {seen.data && <Preview page={seen.data.page} />}
      </section>
      {given && <AddressShown {...given} onClose={() => setGiven(null)} />}
    </div>
  )
}

type NotYetProps = { broken: readonly string[]; tripId: string; reason: string; onReason: (reason: string) => void }

/** What does not hold together is said before anybody is told of the trip. */
const NotYet = ({ broken, tripId, reason, onReason }: NotYetProps) =>
  broken.length === 0 ? null : (
    <section className={css.notYet} aria-label="Not in order yet">
      <h2>Not in order yet</h2>
      <ul>
        {broken.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p>
        <Link to="/travel/$tripId" params={{ tripId }} search={{}}>
          Put it right first →
        </Link>
      </p>
      <TextField
        label="Or why it goes out all the same"
        hint="The journal keeps it."
        maxLength={500}
        value={reason}
        onValue={onReason}
      />
    </section>
  )

function Fields({ trip, draft, onDraft, mayGive }: Props & { mayGive: boolean }) {
  const set = (more: Partial<Draft>) => onDraft({ ...draft, ...more })
  const parts = choosable(trip, draft.for)
  return (
    <>
      <Choice
        label="For"
        hint={toldWords[draft.for]}
        value={draft.for}
        onValue={(reader) => onDraft(forReader(draft, reader, trip))}
        options={readerChoices}
      />
      {chosenOnly.has(draft.for) && (
        <Parts
          parts={parts}
          chosen={draft.segments}
          isRide={draft.for === 'driver'}
          onChosen={(segments) => set({ segments })}
        />
      )}
      <Choice label="Shown" value={draft.shows} onValue={(shows) => set({ shows })} options={amountChoices} />
      {chosenOnly.has(draft.for) && (
        <NotesField label="What you ask of them" rows={2} value={draft.needs} onValue={(needs) => set({ needs })} />
      )}
      <TextField
        label="How they reach the desk"
        hint="It stands on their page: a name and a number"
        maxLength={200}
        value={draft.reach}
        onValue={(reach) => set({ reach })}
      />
      {mayGive && (
        <TextField
          label="Who it is given to"
          hint="Another address for the same person takes the place of the one before"
          required
          maxLength={200}
          value={draft.to}
          onValue={(to) => set({ to })}
        />
      )}
      {mayGive && mayHaveSheet(draft) && (
        <Switch
          label="With the sheet for an emergency"
          hint="References, next of kin and insurance go with it"
          value={draft.emergency}
          onValue={(emergency) => set({ emergency })}
        />
      )}
    </>
  )
}

type PartsProps = {
  parts: TripView['segments']
  chosen: readonly string[]
  isRide: boolean
  onChosen: (ids: string[]) => void
}

function Parts({ parts, chosen, isRide, onChosen }: PartsProps) {
  const toggle = (id: string) => onChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return (
    <fieldset className={css.parts}>
      <legend>{isRide ? 'Their rides' : 'What is at their place'}</legend>
      {parts.length === 0 && (
        <p className={css.note}>{isRide ? 'This trip has no ride yet.' : 'This trip has nothing at a place yet.'}</p>
      )}
      {parts.map(({ id, title, from }) => (
        <label key={id}>
          <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
          <span>
            {title}
            {from.words && <span className={css.note}> {from.words}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

type Given = { readonly address: string; readonly to: string }

/** The address, the one time it is shown. */
const AddressShown = ({ address, to, onClose }: Given & { onClose: () => void }) => (
  <Dialog
    open
    onClose={onClose}
    title={`The address for ${to}`}
    sub="Whoever has it reads the page. It is shown here this once; the desk keeps no copy of it."
    actions={
      <>
        <Button look="main" onClick={() => copyText(address)}>
          Copy it
        </Button>
        <Button onClick={onClose}>I have it</Button>
      </>
    }
  >
    <p className={css.address}>
      <code>{address}</code>
    </p>
    <p className={css.note}>
      <a href={address} target="_blank" rel="noreferrer">
        Open it as they will see it
      </a>
    </p>
  </Dialog>
)
