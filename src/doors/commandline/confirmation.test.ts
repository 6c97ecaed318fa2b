import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const cli = fileURLToPath(new URL('../../cli.ts', import.meta.url))
const sample = fileURLToPath(new URL('../confirmations/samples/first/04-skylark-jsonld.html', import.meta.url))

async function confirmation(flags: readonly string[], input = '') {
  const child = spawn(process.execPath, [cli, 'confirmation', ...flags])
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve))
  child.stdin.end(input)
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { out, err, code: await closed }
}

describe('equerry confirmation', () => {
  test('says what is booked, and where it says so', async () => {
    const { out, err, code } = await confirmation([sample])
    expect([err, code]).toEqual(['', 0])
    expect(out).toContain('1. flight, booked')
    expect(out).toMatch(/number +XQ 418 +“XQ418”/)
    expect(out).toMatch(/fromZone +America\/Denver +OPTD airports, [\d-]+, by DEN/)
  })

  test('answers as JSON, and reads what is piped in', async () => {
    const { out, code } = await confirmation(['--json', '-'], 'Nothing is booked here.')
    expect(JSON.parse(out)).toMatchObject({ form: 'text', proposals: [], text: 'Nothing is booked here.' })
    expect(code).toBe(1)
  })

  test('says that a file is not there, and ends with 2', async () => {
    const { err, code } = await confirmation(['no-such-file.eml'])
    expect([err, code]).toEqual(['no-such-file.eml cannot be read\n', 2])
  })
})
