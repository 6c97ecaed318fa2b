import type { Verb } from './verbs.ts'

/** A key as it was pressed; `held` is the modifier that commands go by: Command on a Mac, Control elsewhere. */
export type Press = { readonly key: string; readonly held: boolean; readonly alt: boolean }

/** Where it was pressed: `typing` inside a field, menu or dialog; `singleKeys` as the person has set it. */
export type Situation = { readonly typing: boolean; readonly singleKeys: boolean }

/** A key that writes something; with it held down, the others are the browser's own or work everywhere. */
export const isWriting = ({ key, held, alt }: Press): boolean => [...key].length === 1 && !held && !alt

function matches(key: string, press: Press): boolean {
  const wanted = key.startsWith('mod+') ? key.slice(4) : key
  if (key.startsWith('mod+') !== press.held || press.alt) return false
  return press.key === wanted || (wanted.length === 1 && press.key.toLowerCase() === wanted)
}

const allowed = (verb: Verb, key: string, { typing, singleKeys }: Situation) =>
  key.length === 1 ? singleKeys && !typing : !typing || verb.everywhere === true

/**
 * The verb a key press means, or none. Characters mean nothing while somebody types, and nothing anywhere once single
 * keys are switched off (WCAG 2.2, 2.1.4). Of several verbs with one key, the one offered last.
 */
export const verbFor = (verbs: readonly Verb[], press: Press, situation: Situation): Verb | undefined =>
  verbs.findLast((verb) => verb.keys?.some((key) => matches(key, press) && allowed(verb, key, situation)))
