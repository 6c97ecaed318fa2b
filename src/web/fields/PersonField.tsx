import { Combobox } from '@base-ui/react/combobox'
import { useState } from 'react'
import field from './Field.module.css'
import { Field } from './Field.tsx'
import css from './Search.module.css'

export type Known = { readonly address: string; readonly name: string | null }

const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const called = (person: Known) => person.name ?? person.address
const fits = (person: Known, text: string) =>
  `${person.name ?? ''} ${person.address}`.toLowerCase().includes(text.toLowerCase())

/**
 * People by name or address: those `known` to the desk are found by typing, anyone else by a whole address, or with
 * `anybody` by whatever they are called.
 */
export function PersonField({
  label,
  value,
  onValue,
  known,
  anybody = false,
}: {
  label: string
  value: readonly Known[]
  onValue: (people: readonly Known[]) => void
  known: readonly Known[]
  anybody?: boolean
}) {
  const [text, setText] = useState('')
  const typed = anybody ? text.trim() : text.trim().toLowerCase()
  const isNew = (anybody ? typed !== '' : address.test(typed)) && !known.some((person) => person.address === typed)
  const others = known.filter((person) => !value.some((one) => one.address === person.address))
  // What the desk knows comes first: a name that is only typed is the last resort.
  const items = isNew ? [...others, { address: typed, name: null }] : others
  return (
    <Field
      label={label}
      hint={anybody ? 'A name the desk knows, or any other' : 'A name the desk knows, or an address'}
    >
      {(ids) => (
        <Combobox.Root
          multiple
          items={items}
          value={[...value]}
          onValueChange={(people: Known[]) => {
            onValue(people)
            setText('')
          }}
          inputValue={text}
          onInputValueChange={setText}
          itemToStringLabel={called}
          isItemEqualToValue={(a, b) => a.address === b.address}
          filter={fits}
          limit={30}
          autoHighlight
        >
          <Combobox.Chips className={css.chips ?? ''}>
            {value.map((person) => (
              <Combobox.Chip key={person.address} className={css.chip ?? ''} aria-label={called(person)}>
                {called(person)}
                <Combobox.ChipRemove className={css.remove ?? ''} aria-label={`Remove ${called(person)}`}>
                  ×
                </Combobox.ChipRemove>
              </Combobox.Chip>
            ))}
            <Combobox.Input {...ids} aria-label={label} className={field.control ?? ''} />
          </Combobox.Chips>
          <Combobox.Portal>
            <Combobox.Positioner className={css.positioner ?? ''} sideOffset={4}>
              <Combobox.Popup className={css.popup ?? ''}>
                <Combobox.Empty className={css.empty ?? ''}>
                  Nobody is called that. Type a whole address to add one.
                </Combobox.Empty>
                <Combobox.List>
                  {(person: Known) => (
                    <Combobox.Item key={person.address} value={person} className={css.item ?? ''}>
                      {called(person)} {person.name && <small>{person.address}</small>}
                    </Combobox.Item>
                  )}
                </Combobox.List>
              </Combobox.Popup>
            </Combobox.Positioner>
          </Combobox.Portal>
        </Combobox.Root>
      )}
    </Field>
  )
}
