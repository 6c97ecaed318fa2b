import { useRouter } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import { flushSync } from 'react-dom'
import { type Press, verbFor } from './keyboard.ts'
import { type Verb, verbsNow } from './verbs.ts'
import { keysThatWait } from './waiting.ts'

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

/** What was closed keeps the focus until it has faded, and is nobody's to type into: a key pressed meanwhile is meant for the page. */
const isClosed = (target: Element) => target.closest('[data-closed]') !== null

/** A question that is open keeps the page waiting, wherever the focus went. */
const isAsked = () => document.querySelector('[data-asks][data-open]') !== null

const isTyping = (target: Element) => isAsked() || (!isClosed(target) && (isField(target) || ownsItsKeys(target)))

/** What a verb opens is there before the next key comes, however fast somebody types. */
export const runNow = (verb: Verb): void => flushSync(() => verb.run())

/** A line of the page itself, which Escape leaves; a dialog, a menu and an open list have their own Escape. */
const isLineOfPage = (target: Element) =>
  target.matches('input, textarea') &&
  isField(target) &&
  !target.matches('[aria-expanded=true]') &&
  !insideOther(target)
const insideOther = (target: Element) => target.closest('[role=dialog]') !== null || ownsItsKeys(target)

/** What waited for its page; what follows a key that opened a line is typed into it. */
function pressLate(press: Press, singleKeys: boolean): void {
  const verb = verbFor(verbsNow(), press, { typing: isTyping(document.activeElement ?? document.body), singleKeys })
  if (verb) runNow(verb)
  else document.execCommand('insertText', false, press.key)
}

/**
 * Listens for the keys of all verbs on screen; `verbFor` says which of them a press means. What is pressed while a page is
 * on its way waits for it. Escape gives the focus of a line back to the page, and what was typed stays.
 */
export function useKeys(singleKeys: boolean): void {
  const router = useRouter()
  const waits = useMemo(() => {
    const isThere = () => router.state.location.pathname === router.state.resolvedLocation?.pathname
    return keysThatWait(isThere, (press) => pressLate(press, singleKeys))
  }, [router, singleKeys])
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const target = event.target instanceof Element ? event.target : document.body
      const press = { key: event.key, held: mac ? event.metaKey : event.ctrlKey, alt: event.altKey }
      const typing = isTyping(target)
      if (!typing && waits(press)) {
        event.preventDefault()
        return
      }
      const verb = verbFor(verbsNow(), press, { typing, singleKeys })
      if (verb && (!event.repeat || verb.repeats)) runNow(verb)
      else if (!verb && event.key === 'Escape' && isLineOfPage(target)) document.getElementById('page')?.focus()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [singleKeys, waits])
}
