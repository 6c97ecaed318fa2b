import { Combobox } from '@base-ui/react/combobox'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { WorkView } from '../../desk/work/tasks/model.ts'
import { ask } from '../client.ts'
import { todayIn } from '../clock.ts'
import { momentWords } from '../dates.ts'
import field from '../fields/Field.module.css'
import { Field } from '../fields/Field.tsx'
import css from '../fields/Search.module.css'
import { dueText } from './dueText.ts'

export type Hanging = WorkView['hanging'][number]
type Known = Hanging & { readonly when: string }

const called = ({ title }: Hanging) => title ?? 'Something private'
const fits = (one: Known, text: string) => `${called(one)} ${one.when}`.toLowerCase().includes(text.toLowerCase())

/** Other open work, and what is on the calendar in the coming weeks. */
function useWhatThereIs(work: WorkView): Known[] {
  const today = todayIn(work.zone)
  const works = useQuery(ask.work.list.queryOptions({ input: {} }))
  const days = { from: today.toString(), to: today.add({ days: 28 }).toString() }
  const events = useQuery({ ...ask.event.list.queryOptions({ input: days }), staleTime: 300_000 })
  const met = new Map(
    (events.data?.events ?? []).map(({ eventId: id, title, start }) => [
      id,
      { id, what: 'event' as const, title, when: momentWords(start) },
    ]),
  )
  return [
    ...(works.data?.works ?? [])
      .filter(({ id }) => id !== work.id)
      .map((one) => ({
        id: one.id,
        what: 'work' as const,
        title: one.title,
        when: one.due === null ? 'no date' : `due ${dueText(one)}`,
      })),
    ...met.values(),
  ]
}

/** What has to be there or done before this can be: other work, meetings. */
export function HangsField({
  work,
  value,
  wrong,
  onValue,
}: {
  work: WorkView
  value: readonly Hanging[]
  wrong: string | undefined
  onValue: (hanging: readonly Hanging[]) => void
}) {
  const [text, setText] = useState('')
  const known = useWhatThereIs(work).filter(({ id }) => !value.some((one) => one.id === id))
  return (
    <Field label="Hangs on" hint="Work or a meeting that comes first; type a word of it" wrong={wrong}>
      {(ids) => (
        <Combobox.Root
          multiple
          items={known}
          value={value.map((one) => ({ ...one, when: '' }))}
          onValueChange={(all: Known[]) => {
            onValue(all.map(({ id, what, title }) => ({ id, what, title })))
            setText('')
          }}
          inputValue={text}
          onInputValueChange={setText}
          itemToStringLabel={called}
          isItemEqualToValue={(a, b) => a.id === b.id}
          filter={fits}
          limit={30}
          autoHighlight
        >
          <Combobox.Chips className={css.chips ?? ''}>
            {value.map((one) => (
              <Combobox.Chip key={one.id} className={css.chip ?? ''} aria-label={called(one)}>
                {called(one)}
                <Combobox.ChipRemove className={css.remove ?? ''} aria-label={`Remove ${called(one)}`}>
                  ×
                </Combobox.ChipRemove>
              </Combobox.Chip>
            ))}
            <Combobox.Input {...ids} aria-label="Hangs on" className={field.control ?? ''} />
          </Combobox.Chips>
          <Combobox.Portal>
            <Combobox.Positioner className={css.positioner ?? ''} sideOffset={4}>
              <Combobox.Popup className={css.popup ?? ''}>
                <Combobox.Empty className={css.empty ?? ''}>
                  No open work and no meeting of the next four weeks is called that.
                </Combobox.Empty>
                <Combobox.List>
                  {(one: Known) => (
                    <Combobox.Item key={one.id} value={one} className={css.item ?? ''}>
                      {called(one)} <small>{one.when}</small>
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
