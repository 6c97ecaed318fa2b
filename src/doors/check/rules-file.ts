import * as z from 'zod'
import { checkDraft, ruleOf } from '../../desk/rules/draft/model.ts'
import { ruleDraft, scopeShape } from '../../desk/rules/model.ts'
import type { TravelMinutes } from '../../plan/plan.ts'
import type { Rule } from '../../plan/rule.ts'
import { kindOf } from '../../plan/rules/kinds.ts'
import { cannot } from './trouble.ts'

/** What the plan is judged by. */
export type RulesFile = { readonly rules: readonly Rule[]; readonly travelMinutes: TravelMinutes }

/** What holds for everybody, whatever a rules file adds: nobody is in two places at once, nor arrives before the way is done. */
const physics = ['overlap', 'travel']

const given = ruleDraft.extend({
  params: ruleDraft.shape.params.default({}),
  scope: z.strictObject(scopeShape.shape).default({}),
})

const minutes = z.record(z.string(), z.record(z.string(), z.number().min(0).max(100_000)))

const shape = z.strictObject({
  rules: z.array(z.strictObject(given.shape)).default([]),
  travelMinutes: minutes.default({}),
})

type Given = z.infer<typeof shape>['rules'][number]

/** The first thing that does not fit, with its path: `rules.0.params.minutes`. */
function badInput(error: z.ZodError) {
  const issue = error.issues[0]
  const unknownKey = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined
  const path = [...(issue?.path ?? []), ...(unknownKey === undefined ? [] : [unknownKey])].join('.')
  return cannot('bad-input', issue?.message ?? 'It does not fit', { path })
}

/** `line` where the JSON breaks off, as far as its reader says. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    const line = /line (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
    throw cannot('bad-input', 'The rules file is not JSON', {
      path: '',
      ...(line === undefined ? {} : { line: Number(line) }),
    })
  }
}

function ruleFrom(draft: Given, index: number): Rule {
  const checked = checkDraft(draft, kindOf)
  if ('path' in checked) throw cannot('bad-input', checked.words, { path: `rules.${index}.${checked.path}` })
  return ruleOf({ ...draft, id: `rule-${index}`, meaning: 1, params: checked.params })
}

function physical(kind: string): Rule[] {
  const params = kindOf(kind)?.params.safeParse({})
  if (!params?.success) return []
  return [{ id: kind, version: 1, kind, params: params.data, weight: 'never', scope: {}, source: 'physics', story: '' }]
}

/**
 * Reads a rules file: `{"rules":[{"kind","weight","params","scope"?}],"travelMinutes"?}`. Physics (`overlap`, `travel`,
 * weight `never`) is judged besides, unless the file says something of its own about that kind. Null: physics alone.
 * Throws `CannotCheck` with the path of an unknown kind or parameter, or of a value that does not fit.
 */
export function readRules(bytes: Uint8Array | null): RulesFile {
  const read = shape.safeParse(bytes === null ? {} : parsed(new TextDecoder().decode(bytes)))
  if (!read.success) throw badInput(read.error)
  const rules = read.data.rules.map(ruleFrom)
  const said = new Set(rules.map(({ kind }) => kind))
  const rest = physics.filter((kind) => !said.has(kind)).flatMap(physical)
  return { rules: [...rest, ...rules], travelMinutes: read.data.travelMinutes }
}
