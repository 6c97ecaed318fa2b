import { expect, test } from 'vitest'
import { makeLog } from './log.ts'

/** What the log writes, as one text. */
function written(write: (log: ReturnType<typeof makeLog>) => void): string {
  let text = ''
  const keep = (line: string) => {
    text += line
  }
  write(makeLog('debug', { write: keep }))
  return text
}

test('no title, name, address or secret gets into the log, whatever is logged', () => {
  const secret = 'Merger with Northwind'
  const text = written((log) => {
    const event = { title: secret, summary: secret, people: [{ name: secret, address: secret }], token: secret }
    log.info(event, 'an event')
    log.info({ event, operation: { name: secret }, count: [secret], input: secret, headers: { cookie: secret } })
    log.error({ err: new Error(secret, { cause: new Error(secret) }) }, 'a call failed')
    log.error({ err: Object.assign(new Error('duplicate key'), { detail: secret, where: secret, query: secret }) })
    log.warn({ err: secret, route: `/first/${secret}`.padEnd(200, '.') })
    log.error({ err: new Error(secret) })
    log.error(new Error(secret))
    log.info('an event called %s', secret)
  })
  expect(text).not.toContain(secret)
  expect(text.trim().split('\n')).toHaveLength(8)
})

test('what helps to find a fault is there: what was asked, how it ended, where it broke', () => {
  const text = written((log) => {
    log.info({ operation: 'event.move', status: 409, why: 'moved-on', ms: 12 }, 'answered')
    log.error({ err: Object.assign(new TypeError('x'), { code: '23505' }) }, 'a call failed')
  })
  const [answered, failed] = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(answered).toMatchObject({ operation: 'event.move', status: 409, why: 'moved-on', ms: 12, msg: 'answered' })
  expect(failed).toMatchObject({ err: { name: 'TypeError', code: '23505' } })
  expect(failed).toMatchObject({ err: { at: expect.stringContaining('log.test.ts') } })
})
