import type { Clause } from './clauses.ts'
import { readFor, seemsDated } from './days.ts'
import type { Way } from './forms.ts'
import type { Spoken } from './model.ts'

/** Verbs that make figures of speech with whatever follows: "hold them to it", "give it a go", "put a brave face on". */
const light =
  /^(?:also |then |just )?(?:be|bring|cut|do|draw|drive|drop|fix|get|give|have(?! a (?:quiet )?word with)|hold|join|keep|knock|let|make|meet|pick|pull|push|put|run|see|set|shift|show|speak|stand|stick|swing|take(?! (?:it|this|that) up with)|try|turn|visit|walk|work)\b/i

/** It hangs on something that may itself have a day. */
const hanging =
  /\b(?:before|after|until|till|beforehand|afterwards|ahead of|in time|by then|meanwhile|(?:by|at) (?:lunch(?:time)?|breakfast|dinner|tea|close)|in (?:an?|one|two|three|\d+) (?:hours?|minutes?))\b|o'clock/i

/**
 * Without a day a promise is easily a courtesy, a joke or a figure of speech, or its day stands before it in the sentence.
 * It is sure only if it is said soberly, with a verb of its own, and nothing beside it speaks of a day.
 */
export function isSureUndated(what: string, way: Way, clause: Clause, spoken: Spoken): boolean {
  if (isMoved.test(what)) return true
  if (way === 'i owe you') return !isDated(clause.within, spoken)
  if (way !== 'i will' && way !== 'will, first in a sentence') return true
  if (/!/.test(clause.within) || hanging.test(what) || light.test(what)) return false
  const at = clause.within.indexOf(clause.text)
  return !isDated(at === -1 ? clause.within : clause.within.slice(0, at + clause.text.length), spoken)
}

const isMoved = /^(?:move|reschedule|postpone|shift|push|bring forward|rebook|extend)\b/i

const isDated = (sentence: string, spoken: Spoken): boolean => {
  const { due, doubt } = readFor(sentence, spoken)
  return due !== null || doubt !== null || seemsDated(sentence)
}
