import { useId, useState } from 'react'
import type { TravellerView } from '../../desk/travel/traveller/model.ts'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'

/** The name as it stands in the passport. */
export function NameForm({ traveller: now, onClose }: { traveller: TravellerView; onClose: () => void }) {
  const id = useId()
  const [traveller] = useState(now)
  const [name, setName] = useState(traveller.passportName ?? '')
  const { personId, version } = traveller
  const edited = useChange(desk.traveller.edit, { said: 'The name in the passport is written down', onDone: onClose })
  return (
    <Dialog
      open
      onClose={onClose}
      title="Name as in the passport"
      sub={`As it is printed in ${traveller.name}’s passport, surname and given names. Bookings are held against it.`}
      actions={
        <>
          <Button look="main" type="submit" form={id} of="traveller.edit" busy={edited.isPending}>
            Save
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </>
      }
    >
      <form
        id={id}
        onSubmit={(event) => {
          event.preventDefault()
          edited.mutate({ personId, version, passportName: name.trim() === '' ? null : name.trim() })
        }}
      >
        <TextField label="Name" maxLength={200} autoComplete="off" value={name} onValue={setName} />
        <Refused error={edited.error} />
      </form>
    </Dialog>
  )
}
