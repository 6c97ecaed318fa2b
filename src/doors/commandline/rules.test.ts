import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'

const cli = join(import.meta.dirname, '../../cli.ts')
const equerry = async (...args: string[]) => (await promisify(execFile)(process.execPath, [cli, ...args])).stdout

describe('equerry rules', () => {
  test('lists every kind once, with its words and the shape of its parameters', async () => {
    const { rules } = JSON.parse(await equerry('rules', '--json'))
    expect(rules.map((rule: { kind: string }) => rule.kind).sort()).toEqual(
      [
        'arrive-in-time as-asked as-wished bed-every-night buffer chase-due confirmed-in-time connection day-limit deadline-ahead',
        'drift due-in-hours fare-open first-short has-place hours hours-left late length load move-limit night',
        'no-meetings nothing-in-the-air notice on-leave overlap papers-valid points-owned private-dates promise-late',
        'protected ready-before rest-after-night-flight ride-fits routine-slips stays-in-weekday stretch travel',
        'unanswered visa-looked-at way-home zone-known',
      ]
        .join(' ')
        .split(' '),
    )
    for (const rule of rules) {
      expect(Object.keys(rule)).toEqual(['kind', 'words', 'params'])
      expect(rule.words).toMatch(/^[A-Z]/)
      expect(rule.params).toMatchObject({ type: 'object', additionalProperties: false })
    }
    const stretch = rules.find((rule: { kind: string }) => rule.kind === 'stretch')
    expect(stretch.params.required).toEqual(['minutes', 'breakMinutes'])
  })

  test('reads as a list for a person', async () => {
    const listed = await equerry('rules')
    expect(listed).toContain('night\n  There is rest enough between two days\n  minutes')
    expect(listed).not.toContain('undefined')
  })
})
