import type { ThroughView } from '../../desk/people/model.ts'
import { Button } from '../parts/Button.tsx'
import { Lines } from '../people/Lines.tsx'
import css from '../people/People.module.css'
import { Works } from '../people/PersonPanel.tsx'
import type { OfferForm } from './draft.ts'

type Props = {
  form: OfferForm
  found: ThroughView
  onForm: (form: OfferForm) => void
}

/** Who reads the offer, by the desk's record; another reader in one press; and what was noted about them. */
export function Reader({ form, found, onForm }: Props) {
  const { person, assistants, through, doubt } = found
  if (doubt !== null)
    return (
      <p className={css.doubt} role="status">
        {doubt}. It goes to whoever you name.
      </p>
    )
  if (person === null) return null
  const isSaid = form.through !== null
  const reader = isSaid ? form.through : (through?.name ?? '')
  const goesTo = (one: { name: string; address: string | null } | null) =>
    onForm({ ...form, through: one?.name ?? '', throughAddress: one?.address ?? '' })
  const others = assistants.filter(({ name }) => name !== reader)
  const now = assistants.find(({ name }) => name === reader)
  return (
    <div className={css.reader} role="status">
      <p>
        <b>
          {now && now.id === through?.id && !isSaid ? found.words : `Goes to ${reader === '' ? person.name : reader}`}
        </b>
      </p>
      {now && <Works works={now.works} />}
      {now && now.id === through?.id && found.favours !== '' && <p className={css.favours}>{found.favours}</p>}
      {found.lines.length > 0 && <Lines lines={found.lines} who />}
      {(others.length > 0 || reader !== '') && (
        <p className={css.row}>
          {reader !== '' && <Button onClick={() => goesTo(null)}>Write to {person.name} instead</Button>}
          {others.map((one) => (
            <Button key={one.id} onClick={() => goesTo(one)}>
              Write to {one.name}
              {one.when === '' ? '' : `, ${one.when}`}
            </Button>
          ))}
        </p>
      )}
    </div>
  )
}
