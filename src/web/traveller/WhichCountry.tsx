import { Combobox } from '@base-ui/react/combobox'
import { useMemo } from 'react'
import field from '../fields/Field.module.css'
import { Field } from '../fields/Field.tsx'
import css from '../fields/Search.module.css'
import { type Country, countries } from './countries.ts'

type Props = { label: string; value: string | null; onValue: (code: string | null) => void }

/** A country, found by typing any part of its name; empty is none. */
export function WhichCountry({ label, value, onValue }: Props) {
  const items = useMemo(countries, [])
  const chosen = items.find(({ code }) => code === value) ?? (value === null ? null : { code: value, name: value })
  return (
    <Field label={label}>
      {(ids) => (
        <Combobox.Root
          items={items}
          value={chosen}
          onValueChange={(country: Country | null) => onValue(country?.code ?? null)}
          itemToStringLabel={({ name }: Country) => name}
          isItemEqualToValue={(a: Country, b: Country) => a.code === b.code}
          limit={80}
          autoHighlight
        >
          <Combobox.Input {...ids} aria-label={label} className={field.control ?? ''} />
          <Combobox.Portal>
            <Combobox.Positioner className={css.positioner ?? ''} sideOffset={4}>
              <Combobox.Popup className={css.popup ?? ''}>
                <Combobox.Empty className={css.empty ?? ''}>No country is called that.</Combobox.Empty>
                <Combobox.List>
                  {(country: Country) => (
                    <Combobox.Item key={country.code} value={country} className={css.item ?? ''}>
                      {country.name}
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
