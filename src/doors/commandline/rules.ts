import type { Command } from 'commander'
import type { ListedKind } from '../../plan/rules/list.ts'

const examples = `
A rule in a rules file names its kind, how much it weighs, and its parameters:
  {"rules": [{"kind": "night", "weight": "avoid", "params": {"minutes": 660}}]}
Weights: never (it cannot be), avoid (it should not be), prefer (it could be better).

Examples:
  equerry rules
  equerry rules --json | jq '.rules[] | select(.kind == "hours").params'
`

/** `equerry rules`: the kinds of rule there are and the shape of their parameters. */
export function add(program: Command): void {
  program
    .command('rules')
    .description('List the kinds of rule and their parameters')
    .option('--json', 'with the parameters of each as JSON Schema', false)
    .addHelpText('after', examples)
    .action(async ({ json }: { json: boolean }) => {
      const { listedKinds } = await import('../../plan/rules/list.ts')
      const listed = listedKinds()
      process.stdout.write(json ? `${asJson(listed)}\n` : asText(listed))
    })
}

const asJson = (listed: readonly ListedKind[]): string =>
  JSON.stringify({ rules: listed.map(({ kind, words, params }) => ({ kind, words, params })) })

const asText = (listed: readonly ListedKind[]): string =>
  listed.map(({ kind, words, params }) => `${kind}\n  ${words}\n${paramLines(params)}`).join('\n')

type Shape = {
  readonly type?: string
  readonly description?: string
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: Shape
  readonly enum?: readonly string[]
  readonly format?: string
}

const paramLines = ({ properties = {}, required = [] }: Shape): string =>
  Object.entries(properties)
    .map(([name, shape]) => {
      const said = [valueWords(shape), required.includes(name) ? '' : 'may be left out'].filter((part) => part !== '')
      return `  ${name.padEnd(14)} ${shape.description ?? ''} (${said.join('; ')})\n`
    })
    .join('')

const valueWords = (shape: Shape): string => {
  if (shape.type === 'integer') return `${shape.minimum} to ${shape.maximum}`
  if (shape.type === 'array') return `a list${shape.items?.enum ? ` of ${shape.items.enum.join(' ')}` : ''}`
  if (shape.format === 'time') return 'HH:MM'
  if (shape.format === 'zone') return 'an IANA zone'
  return shape.type === 'object' ? 'by weekday: {"MO": [["09:00", "17:30"]]}' : 'text'
}
