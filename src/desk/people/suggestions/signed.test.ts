import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { signedIn } from './model.ts'

const said = (text: string) =>
  signedIn(text).map(({ assistant, to }) => `${assistant.name} <${assistant.address ?? ''}> for ${to}`)

describe('a signature', () => {
  test.each([
    [
      'Best,\nLucas Favre\nEA to Camille Aubry | Meridian Glass\nlucas@m.example',
      'Lucas Favre <lucas@m.example> for Camille Aubry',
    ],
    [
      'From: Noor Haddad <noor@x.example>\nHi\n\nExecutive Assistant to the CEO, João Prado',
      'Noor Haddad <noor@x.example> for João Prado',
    ],
    ['Lucas Favre, Personal Assistant to Dr. Camille Aubry', 'Lucas Favre <> for Dr. Camille Aubry'],
    [
      'Regards\nAnna-Lena van der Berg\nSenior Executive Assistant & Office Manager to João Prado',
      'Anna-Lena van der Berg <> for João Prado',
    ],
    ['> Jo Park\n> PA to Marc O’Brien', 'Jo Park <> for Marc O’Brien'],
    ['Kim Sommer\nOffice of Anton Keller', 'Kim Sommer <> for Anton Keller'],
  ])('%j', (text, expected) => {
    expect(said(text)).toEqual([expected])
  })

  test.each([
    'We look for an assistant to somebody',
    'EA to Camille Aubry',
    'Camille Aubry\nOffice of Camille Aubry',
    'An executive assistant to the rescue',
    'the EA to be named',
    'Please assist Camille Aubry',
  ])('nothing is guessed from %j', (text) => {
    expect(said(text)).toEqual([])
  })

  test('whatever is pasted is read, and what is quoted stands in it', () => {
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom('EA to ', 'Lucas Favre', '\n', 'Assistant to ', 'From: ', '<a@b.example>', ', '),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const text = parts.join('')
        for (const { quote, to } of signedIn(text)) {
          expect(text).toContain(quote)
          expect(to).not.toBe('')
        }
      }),
    )
  })
})
