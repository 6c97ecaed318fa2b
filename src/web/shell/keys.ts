import { useEffect } from 'react'
import { type Verb, verbsNow } from './verbs.ts'

const mac = /Mac|iPhone|iPad/.test(navigator.platform)
const drawn: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Enter: '↵',
  Escape: 'Esc',
}

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

function matches(verb: Verb, event: KeyboardEvent): boolean {
  const held = mac ? event.metaKey : event.ctrlKey
  return (verb.keys ?? []).some((key) => {
    const wanted = key.startsWith('mod+') ? key.slice(4) : key
    if (key.startsWith('mod+') !== held || event.altKey) return false
    return event.key === wanted || (wanted.length === 1 && event.key.toLowerCase() === wanted)
  })
}

const isSingle = (verb: Verb) => (verb.keys ?? []).every((key) => key.length === 1)

/**
 * Listens for the keys of all verbs on screen. Characters are off inside fields, menus and dialogs, and everywhere
 * when `singleKeys` is false (WCAG 2.2, 2.1.4).
 */
export function useKeys(singleKeys: boolean): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return
      const target = event.target instanceof Element ? event.target : document.body
      const shut = isField(target) || ownsItsKeys(target)
      const verb = verbsNow().findLast(
        (one) => matches(one, event) && !(isSingle(one) && (shut || !singleKeys)) && !(shut && !one.everywhere),
      )
      if (!verb) return
      event.preventDefault()
      verb.run()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [singleKeys])
}
