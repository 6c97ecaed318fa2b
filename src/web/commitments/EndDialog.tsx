import { type FormEvent, useId, useState } from 'react'
import type { CommitmentView } from '../../desk/work/commitments/model.ts'
import { DoesNotFit, isAgainstAgreed } from '../boundaries/DoesNotFit.tsx'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { DateField, TextField, TimeField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import css from './Commitments.module.css'

export type Ending = { readonly one: CommitmentView; readonly how: 'break' | 'forgive' | 'renegotiate' }

const titles = { break: 'Broken', forgive: 'Let go of it', renegotiate: 'A new date' } as const

/** What became of a promise, with its reason; or the new date, and who agreed to it. */
export const EndDialog = ({ ending: { one, how }, onClose }: { ending: Ending; onClose: () => void }) => (
  <Dialog open onClose={onClose} title={titles[how]} sub={`${one.words} (${one.dueWords})`}>
    {how === 'renegotiate' ? <NewDate one={one} onClose={onClose} /> : <Why one={one} how={how} onClose={onClose} />}
  </Dialog>
)

function Why({ one, how, onClose }: { one: CommitmentView; how: 'break' | 'forgive'; onClose: () => void }) {
  const [why, setWhy] = useState('')
  const broken = useChange(desk.commitment.break, { said: 'Written down as broken', onDone: onClose })
  const forgiven = useChange(desk.commitment.forgive, { said: 'Let go', onDone: onClose })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (how === 'break') broken.mutate({ id: one.id, why })
    else forgiven.mutate({ id: one.id, why })
  }
  return (
    <form className={css.fields} onSubmit={submit}>
      <TextField
        label={how === 'break' ? 'Why was it broken?' : 'Why is it not wanted any more?'}
        value={why}
        maxLength={500}
        required={how === 'break'}
        onValue={setWhy}
      />
      <Refused error={broken.error ?? forgiven.error} />
      <p className={css.verbs}>
        <Button
          of={how === 'break' ? 'commitment.break' : 'commitment.forgive'}
          type="submit"
          look="main"
          busy={broken.isPending || forgiven.isPending}
        >
          {how === 'break' ? 'It was broken' : 'Let go of it'}
        </Button>
        <Button look="quiet" onClick={onClose}>
          Not now
        </Button>
      </p>
    </form>
  )
}

function NewDate({ one, onClose }: { one: CommitmentView; onClose: () => void }) {
  const id = useId()
  const [dueOn, setDueOn] = useState(one.dueOn ?? '')
  const [time, setTime] = useState(one.time ?? '')
  const [who, setWho] = useState(one.side === 'ours' ? one.to.name : one.by.name)
  const moved = useChange(desk.commitment.renegotiate, { said: 'A new date is agreed', onDone: onClose })
  const input = { id: one.id, dueOn, time: time === '' ? null : time, zone: one.zone, who }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    moved.mutate(input)
  }
  return (
    <form id={id} className={css.fields} onSubmit={submit}>
      <div className={css.pair}>
        <DateField label="Now due on" required value={dueOn} onValue={setDueOn} />
        <TimeField label="At (the end of the day unless told)" zone={one.zone} value={time} onValue={setTime} />
      </div>
      <TextField label="Agreed with" value={who} maxLength={200} onValue={setWho} />
      {isAgainstAgreed(moved.error) ? (
        <DoesNotFit operation="commitment.renegotiate" input={input} said="A new date is agreed" onDone={onClose} />
      ) : (
        <Refused error={moved.error} />
      )}
      <p className={css.verbs}>
        <Button of="commitment.renegotiate" type="submit" look="main" busy={moved.isPending}>
          Agree it
        </Button>
        <Button look="quiet" onClick={onClose}>
          Not now
        </Button>
      </p>
    </form>
  )
}
