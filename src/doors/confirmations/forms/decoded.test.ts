import { describe, expect, test } from 'vitest'
import { decoded, mended, settled } from './decoded.ts'
import { readMail } from './mail.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')
const mail = (body: string, type = 'text/plain; charset=utf-8', more = '') =>
  bytes(
    `From: a@b.example\r\nDate: Mon, 12 Oct 2026 09:14:33 +0100\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\n${more}\r\n${body}`,
  )
const bodyOf = async (...given: Parameters<typeof mail>) =>
  (await readMail(mail(...given))).body.text.replace(/^From: .*\n+/, '')

describe('letters are read as they were written', () => {
  test('as a page says itself', () => {
    const polish = bytes('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">\xa3\xf3d\xbc')
    expect(decoded(polish)).toMatch(/Łódź$/)
    expect(decoded(bytes('<meta charset="windows-1254">\xdd\xfe'))).toMatch(/İş$/)
    expect(decoded(bytes('<meta charset="nothing">Gen\xe8ve'))).toMatch(/Genève$/)
  })

  test('in the shifts of Japan', async () => {
    const words = '\x1b$BM=LsHV9f\x1b(B: 8RTKLM'
    expect(decoded(bytes(words))).toBe('予約番号: 8RTKLM')
    expect(await bodyOf(words, 'text/plain; charset=ISO-2022-JP')).toBe('予約番号: 8RTKLM\n')
  })

  test('and of UTF-8 that was sent as Latin', async () => {
    expect(mended('Z\u00c3\u00bcrich \u00e2\u20ac\u201c Gen\u00c3\u00a8ve')).toBe('Zürich – Genève')
    expect(mended('São Paulo, Ânimo, Zürich')).toBe('São Paulo, Ânimo, Zürich')
    expect(await bodyOf('Z\xc3\xbcrich', 'text/plain; charset=iso-8859-1', 'Content-Transfer-Encoding: 8bit\r\n')).toBe(
      'Zürich\n',
    )
  })
})

describe('a mail is read however it was carried', () => {
  test('with blanks behind a soft break', async () => {
    const body = 'Pr=c3=a9nom: Zo=c3=ab = \r\nund=\r\n so'
    expect(await bodyOf(body, undefined, 'Content-Transfer-Encoding: quoted-printable\r\n')).toBe(
      'Prénom: Zoë und so\n',
    )
  })

  test('with quoted lines that flow', async () => {
    expect(await bodyOf('> Departs 17:55 \r\n> Arrives 18:55 \r\n', 'text/plain; format=flowed')).toMatch(
      /^Departs 17:55\nArrives 18:55/,
    )
  })

  test('from a box of mails', async () => {
    expect(new TextDecoder().decode(settled(bytes('From x@y Mon Oct 12 2026\nFrom: a@b.example\n\nHello')))).toBe(
      'From: a@b.example\n\nHello',
    )
  })
})
