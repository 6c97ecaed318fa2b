import type { ImportReport } from '../../desk/calendar/model.ts'
import type { Refusal } from '../../desk/refusal.ts'
import { deskHeaders } from '../desk.ts'
import { readRefusal } from '../refusal.ts'

export type Sent = ImportReport & { readonly did: { readonly entry: string; readonly undo: boolean } }
export type Sending = { readonly stop: () => void; readonly answer: Promise<Sent> }

/** The desk's no to a file, or a broken line. */
export class NotImported extends Error {
  readonly refused: Refusal | null
  constructor(words: string, refused: Refusal | null) {
    super(words)
    this.refused = refused
  }
}

/**
 * `calendar.import` with how much has gone up so far, which `fetch` cannot say. `onSent` hears 0 to 1; at 1 the desk is
 * reading. Stopped before that, nothing is imported.
 */
export function sendFile(file: File, calendarId: string, key: string, onSent: (part: number) => void): Sending {
  const wire = new XMLHttpRequest()
  const body = new FormData()
  body.set('calendarId', calendarId)
  body.set('fileName', file.name)
  body.set('file', file)
  const answer = new Promise<Sent>((done, failed) => {
    wire.upload.onprogress = (event) => event.lengthComputable && onSent(event.loaded / event.total)
    wire.upload.onload = () => onSent(1)
    wire.onload = () => {
      if (wire.status === 200) done(JSON.parse(wire.responseText))
      else failed(notImported(wire))
    }
    wire.onerror = () => failed(new NotImported('The desk did not answer.', null))
    wire.onabort = () => failed(new NotImported('Stopped before it was imported.', null))
  })
  wire.open('POST', '/api/calendar/import')
  wire.setRequestHeader('idempotency-key', key)
  for (const [name, value] of Object.entries(deskHeaders())) wire.setRequestHeader(name, value)
  wire.send(body)
  return { stop: () => wire.abort(), answer }
}

function notImported(wire: XMLHttpRequest): NotImported {
  const no = readRefusal(readJson(wire.responseText))
  if (no) return new NotImported(no.words, no)
  return new NotImported(
    wire.status === 413 ? 'The file is larger than 50 MB.' : 'Something went wrong at the desk; nothing was imported.',
    null,
  )
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
