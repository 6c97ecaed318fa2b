import { expect, test } from 'vitest'
import { agentWords } from './agents.ts'

test('a browser is named as a person would name it', () => {
  const safari =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1'
  const edge =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0'
  const chrome = 'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36'
  expect([safari, edge, chrome].map(agentWords)).toEqual([
    'Safari on an iPhone',
    'Edge on Windows',
    'Chrome on Android',
  ])
})

test('what names no browser is not guessed at', () => {
  expect(agentWords('')).toBe('Something that does not say what it is')
  expect(agentWords('curl/8.9')).toBe('Another program')
})
