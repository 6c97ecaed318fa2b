import { expect, test } from 'vitest'
import { BadSetting, readConfig } from './config.ts'

const saysNo = (env: Record<string, string>): string => {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof BadSetting) return error.message
    throw error
  }
  return 'said yes'
}

test('without settings: port 4170, both loopback addresses, a folder at home', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({
    port: 4170,
    host: null,
    url: null,
    database: null,
    data: expect.stringMatching(/^\/.*\/\.equerry$/),
  })
})

test('a flag wins over the environment', () => {
  const config = readConfig({ PORT: '1', EQUERRY_DATA: '/a', EQUERRY_HOST: '::1' }, { port: '2', data: '/b' })
  expect(config).toMatchObject({ port: 2, data: '/b', host: '::1' })
})

test('every setting that cannot be used is named, with why', () => {
  const words = saysNo({ PORT: '70000', EQUERRY_URL: 'ftp://desk', DATABASE_URL: 'mysql://x', EQUERRY_LOG: 'loud' })
  for (const name of ['PORT', 'EQUERRY_URL', 'DATABASE_URL', 'EQUERRY_LOG']) expect(words).toContain(`${name}: `)
})

test('the address ends without a slash, and may not be a path or carry a password', () => {
  expect(readConfig({ EQUERRY_URL: 'https://desk.example/' }).url).toBe('https://desk.example')
  expect(saysNo({ EQUERRY_URL: 'https://desk.example/equerry' })).toContain('EQUERRY_URL')
  expect(saysNo({ EQUERRY_URL: 'https://me:secret@desk.example' })).toContain('EQUERRY_URL')
})

test('the two other database addresses make no sense alone', () => {
  expect(saysNo({ DATABASE_APP_URL: 'postgres://a@b/c' })).toContain('DATABASE_URL')
})
