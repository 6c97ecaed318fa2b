import { Combobox } from '@base-ui/react/combobox'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../client.ts'
import field from './Field.module.css'
import { Field } from './Field.tsx'
import css from './Search.module.css'

type Country = { readonly code: string; readonly name: string }

/** A country or a region of one, found by typing any part of its name; empty is none. */
export function CountryField({
  label,
  hint,
  value,
  onValue,
}: {
  label: string
  hint?: string
  value: string | null
  onValue: (code: string | null) => void
}) {
  const { data } = useQuery(ask.holiday.countries.queryOptions({ input: {}, staleTime: Number.POSITIVE_INFINITY }))
  const items: readonly Country[] = data?.countries ?? []
  const chosen = items.find(({ code }) => code === value) ?? (value === null ? null : { code: value, name: value })
  return (
    <Field label={label} hint={hint}>
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
