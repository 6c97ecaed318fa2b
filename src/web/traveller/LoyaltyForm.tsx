import { useId, useState } from 'react'
import type { LoyaltyView } from '../../desk/travel/traveller/model.ts'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { NotesField, TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import css from './Traveller.module.css'

type Props = {
  personId: string | null
  card: LoyaltyView | null
  /** Whether whoever writes may put numbers on file. */
  seals: boolean
  onClose: () => void
}

/** A loyalty programme, put on file or changed. */
export function LoyaltyForm({ personId, card: now, seals, onClose }: Props) {
  const id = useId()
  const [card] = useState(now)
  const [form, setForm] = useState({
    provider: card?.provider ?? '',
    tier: card?.tier ?? '',
    notes: card?.notes ?? '',
    number: '',
  })
  const put = (part: Partial<typeof form>) => setForm((was) => ({ ...was, ...part }))
  const said = { said: `${form.provider} is on file`, onDone: onClose }
  const added = useChange(desk.loyalty.add, said)
  const edited = useChange(desk.loyalty.edit, said)
  const save = () => {
    const { number: typed, ...draft } = form
    const number = typed.trim() === '' ? null : typed.trim()
    if (card === null) added.mutate({ personId, ...draft, number })
    else
      edited.mutate({
        id: card.id,
        version: card.version,
        set: { ...draft, ...(number !== null && { number }) },
      })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={card ? `Change ${card.provider}` : 'Put a programme on file'}
      sub="Airlines, hotels, trains, cars. Everybody at the desk reads which it is; the number is private."
      actions={
        <>
          <Button
            look="main"
            type="submit"
            form={id}
            of={card ? 'loyalty.edit' : 'loyalty.add'}
            busy={added.isPending || edited.isPending}
          >
            {card ? 'Save' : 'Put on file'}
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </>
      }
    >
      <form
        id={id}
        className={css.fields}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <div className={css.pair}>
          <TextField
            label="Programme"
            required
            maxLength={120}
            autoComplete="off"
            value={form.provider}
            onValue={(provider) => put({ provider })}
          />
          <TextField
            label="Tier"
            maxLength={60}
            autoComplete="off"
            value={form.tier}
            onValue={(tier) => put({ tier })}
          />
        </div>
        {seals && (
          <TextField
            label="Number"
            hint={
              card?.number ? 'Sealed. Leave it empty to keep the one on file.' : 'It is sealed as soon as it is saved.'
            }
            maxLength={60}
            autoComplete="off"
            spellCheck={false}
            value={form.number}
            onValue={(number) => put({ number })}
          />
        )}
        <NotesField label="Notes" rows={2} value={form.notes} onValue={(notes) => put({ notes })} />
        <Refused error={added.error ?? edited.error} />
      </form>
    </Dialog>
  )
}
