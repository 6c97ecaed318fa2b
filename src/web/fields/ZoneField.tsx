import { Combobox } from '@base-ui/react/combobox'
import { useMemo } from 'react'
import field from './Field.module.css'
import { Field } from './Field.tsx'
import css from './Search.module.css'

const zones = Intl.supportedValuesOf('timeZone')

/** The offset a zone has at this moment, "GMT+5:45", from the browser's own tables. */
const offsetOf = (zone: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'shortOffset' })
    .formatToParts()
    .find((part) => part.type === 'timeZoneName')?.value ?? ''

const readable = (zone: string) => zone.replaceAll('_', ' ')

/** An IANA zone, found by typing any part of its name; '' while none is chosen. */
export function ZoneField({
  label,
  hint,
  value,
  onValue,
}: {
  label: string
  hint?: string | undefined
  value: string
  onValue: (zone: string) => void
}) {
  const items = useMemo(() => (value === '' || zones.includes(value) ? zones : [value, ...zones]), [value])
  return (
    <Field label={label} hint={hint}>
      {(ids) => (
        <Combobox.Root
          items={items}
          value={value}
          onValueChange={(zone) => zone && onValue(zone)}
          itemToStringLabel={readable}
          limit={80}
          autoHighlight
        >
          <Combobox.Input {...ids} aria-label={label} className={field.control ?? ''} />
          <Combobox.Portal>
            <Combobox.Positioner className={css.positioner ?? ''} sideOffset={4}>
              <Combobox.Popup className={css.popup ?? ''}>
                <Combobox.Empty className={css.empty ?? ''}>
                  No zone is called that. Try the nearest big city.
                </Combobox.Empty>
                <Combobox.List>
                  {(zone: string) => (
                    <Combobox.Item key={zone} value={zone} className={css.item ?? ''}>
                      {readable(zone)} <small>{offsetOf(zone)}</small>
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
