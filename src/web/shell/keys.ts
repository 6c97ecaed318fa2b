import { useEffect } from 'react'
import { verbFor } from './keyboard.ts'
import { verbsNow } from './verbs.ts'

const mac = /Mac|iPhone|iPad/.test(navigator.platform)
const drawn: Record<string, string> = { Escape: 'Esc' }

/** A key as it is printed on the keyboard in front of this person. */
export function drawKey(key: string): string {
  const [modifier, name] = key.startsWith('mod+') ? ['mod', key.slice(4)] : [null, key]
  const cap = drawn[name] ?? (name.length === 1 ? name.toUpperCase() : name)
  if (modifier === null) return cap
  return mac ? `⌘${cap}` : `Ctrl ${cap}`
}

/** The form `aria-keyshortcuts` wants (WAI-ARIA 1.2 §6.6): `Control+K`, `N`. */
export const ariaKey = (key: string): string => key.replace('mod', mac ? 'Meta' : 'Control')

const isField = (target: Element) =>
  target.closest(
    'input:not([type=checkbox],[type=radio],[type=button]), textarea, select, [contenteditable=""], [contenteditable=true]',
  ) !== null
const ownsItsKeys = (target: Element) =>
  target.closest(
    '[role=dialog]:not([data-beside]),[role=alertdialog],[role=menu],[role=listbox],[role=radiogroup],[role=tablist],[role=grid]',
  ) !== null

/**
 * Listens for the keys of all verbs on screen; `verbFor` says which of them a press means.
 */
export function useKeys(singleKeys: boolean): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const target = event.target instanceof Element ? event.target : document.body
      const press = { key: event.key, held: mac ? event.metaKey : event.ctrlKey, alt: event.altKey }
      const verb = verbFor(verbsNow(), press, { typing: isField(target) || ownsItsKeys(target), singleKeys })
      if (!verb || (event.repeat && !verb.repeats)) return
      event.preventDefault()
      verb.run()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [singleKeys])
}
