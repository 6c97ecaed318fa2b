import { Combobox } from '@base-ui/react/combobox'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../client.ts'
import field from './Field.module.css'
import { Field } from './Field.tsx'
import css from './Search.module.css'

export type Country = { readonly code: string; readonly name: string }

type Props = {
  readonly label: string
  readonly hint?: string
  readonly value: string | null
  readonly onValue: (code: string | null) => void
}

/** A country or a region of one, found by typing any part of its name; empty is none. */
export function CountryField(props: Props) {
  const { data } = useQuery(ask.holiday.countries.queryOptions({ input: {}, staleTime: Number.POSITIVE_INFINITY }))
  return <CountrySearch {...props} items={data?.countries ?? []} />
}

/** The same among countries that are given. */
export function CountrySearch({ label, hint, value, onValue, items }: Props & { readonly items: readonly Country[] }) {
  const chosen = items.find(({ code }) => code === value) ?? (value === null ? null : { code: value, name: value })
  return (
    <Field label={label} {...(hint !== undefined && { hint })}>
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
