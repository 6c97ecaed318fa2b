import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { useMemo, useState } from 'react'
import { useArrival } from '../parts/arrival.ts'
import { KeyHint } from '../parts/KeyHint.tsx'
import { useJump } from './jump.ts'
import { grouped } from './KeySheet.tsx'
import { runNow } from './keys.ts'
import css from './Palette.module.css'
import { useAllVerbs, type Verb } from './verbs.ts'

type Group = { readonly value: string; readonly items: readonly Verb[] }

/** ⌘K: everything that can be done from here, the pages, and any date typed out. */
export const Palette = ({ open, onClose }: { open: boolean; onClose: () => void }) => (
  <Dialog.Root open={open} onOpenChange={(next) => next || onClose()}>
    <Dialog.Portal>
      <Dialog.Backdrop className={css.veil ?? ''} />
      <Dialog.Popup className={css.popup ?? ''} aria-label="Do anything" {...useArrival()} data-asks>
        {open && <Search onClose={onClose} />}
        <Dialog.Close className="unseen">Close</Dialog.Close>
      </Dialog.Popup>
    </Dialog.Portal>
  </Dialog.Root>
)

const fits = (verb: Verb, words: readonly string[]) => {
  const text = verb.words.toLowerCase()
  return words.every((word) => text.includes(word))
}

function useFound(text: string): readonly Group[] {
  const verbs = useAllVerbs()
  const jumps = useJump(text)
  return useMemo(() => {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean)
    const groups = [...grouped(verbs.filter((verb) => verb.id !== 'palette' && fits(verb, words)))]
    const found: Group[] = groups.map(([value, items]) => ({ value, items }))
    return jumps.length > 0 ? [...found, { value: 'With what you typed', items: jumps }] : found
  }, [verbs, jumps, text])
}

function Search({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('')
  const found = useFound(text)
  const run = (verb: Verb) => {
    onClose()
    // After the dialog has given the focus back, so that the verb may take it.
    setTimeout(() => runNow(verb), 0)
  }
  return (
    <Autocomplete.Root
      open
      inline
      items={found}
      filter={null}
      value={text}
      onValueChange={setText}
      itemToStringValue={(verb: Verb) => verb.words}
      autoHighlight="always"
      keepHighlight
    >
      <Autocomplete.Input className={css.input ?? ''} aria-label="What to do" placeholder="A page, a verb, a date…" />
      <Autocomplete.Empty className={css.empty ?? ''}>Nothing here is called that.</Autocomplete.Empty>
      <Autocomplete.List className={css.list ?? ''}>
        {(group: Group) => (
          <Autocomplete.Group key={group.value} items={group.items}>
            <Autocomplete.GroupLabel className={css.heading ?? ''}>{group.value}</Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(verb: Verb) => (
                <Autocomplete.Item key={verb.id} value={verb} className={css.item ?? ''} onClick={() => run(verb)}>
                  {verb.words}
                  {verb.keys?.[0] && <KeyHint of={verb.keys[0]} />}
                </Autocomplete.Item>
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  )
}
