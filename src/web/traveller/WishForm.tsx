import { useId, useState } from 'react'
import type { TravellerView } from '../../desk/travel/traveller/model.ts'
import type { WishView } from '../../desk/travel/traveller/wishes/model.ts'
import type { Weight } from '../../plan/finding.ts'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { Choice, NotesField, TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import css from './Traveller.module.css'
import { WishFields } from './WishFields.tsx'
import { type WishForm as Form, formOf, wishOf } from './wish.ts'

const weights: readonly { readonly value: Weight; readonly words: string }[] = [
  { value: 'prefer', words: 'Wished: what is otherwise costs a little' },
  { value: 'avoid', words: 'Firmly wished: what is otherwise costs' },
  { value: 'never', words: 'Always: never otherwise' },
]

type Props = {
  personId: string | null
  kinds: TravellerView['wishKinds']
  wish: WishView | null
  onClose: () => void
}

/** A wish, said or said again: what it is, how firm, and who said it. */
export function WishForm({ personId, kinds, wish, onClose }: Props) {
  const id = useId()
  const [form, setForm] = useState(() => formOf(wish))
  const [weight, setWeight] = useState<Weight>(wish?.rule?.weight ?? 'prefer')
  const [saidBy, setSaidBy] = useState('')
  const [note, setNote] = useState(wish?.note ?? '')
  const set = useChange(desk.wish.set, {
    said: (done) => `In force as a rule: ${done.wish.rule?.words ?? done.wish.title}`,
    onDone: onClose,
  })
  const put = (part: Partial<Form>) => setForm((was) => ({ ...was, ...part }))
  const options = kinds.map(({ is, title }) => ({ value: is, words: title }))
  return (
    <Dialog
      open
      onClose={onClose}
      title={wish ? `Change: ${wish.title}` : 'Note a wish'}
      sub="It becomes a rule, which everybody at this desk reads."
      actions={
        <>
          <Button look="main" type="submit" form={id} of="wish.set" busy={set.isPending}>
            Make it a rule
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
          set.mutate({ personId, wish: wishOf(form), weight, saidBy: saidBy.trim(), note: note.trim() })
        }}
      >
        {wish === null && (
          <Choice label="What is wished" value={form.is} options={options} onValue={(is) => put({ is })} />
        )}
        <WishFields form={form} onPut={put} />
        <Choice label="How firm" value={weight} options={weights} onValue={setWeight} />
        <TextField
          label="Who said it"
          hint="You, where nothing is written"
          maxLength={200}
          autoComplete="off"
          value={saidBy}
          onValue={setSaidBy}
        />
        <NotesField label="The story behind it (if any)" rows={2} value={note} onValue={setNote} />
        <Refused error={set.error} />
      </form>
    </Dialog>
  )
}
