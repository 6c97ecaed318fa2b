import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { KeyRing } from './ring.ts'

const version = 1
const sizes = { head: 7, nonce: 12, tag: 16 } as const
const purpose = 'a secret of a desk'

/** A secret, closed: the id of its key stands in it and beside it, so that what is to be sealed again can be found. */
export type Sealed = { readonly key: number; readonly bytes: Buffer }

/**
 * Closes a text under the newest key: version (1 byte), key id (6), nonce (12), tag (16), then what was closed. `place` is
 * bound to it (AES-256-GCM, RFC 5116, associated data): it opens nowhere else.
 */
export function sealAt(ring: KeyRing, place: readonly string[], text: string): Sealed {
  const { id } = ring.newest
  const head = Buffer.alloc(sizes.head)
  head.writeUInt8(version)
  head.writeUIntBE(id, 1, 6)
  const nonce = randomBytes(sizes.nonce)
  const cipher = createCipheriv('aes-256-gcm', ring.bytesFor(id, purpose) as Uint8Array, nonce)
  cipher.setAAD(boundTo(head, place))
  const closed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return { key: id, bytes: Buffer.concat([head, nonce, cipher.getAuthTag(), closed]) }
}

/** What was sealed at this place; null where its key is gone, it was altered, or it belongs elsewhere. */
export function openAt(ring: KeyRing, place: readonly string[], sealed: Buffer): string | null {
  const [afterNonce, start] = [sizes.head + sizes.nonce, sizes.head + sizes.nonce + sizes.tag]
  if (sealed.length < start || sealed.readUInt8() !== version) return null
  const head = sealed.subarray(0, sizes.head)
  const bytes = ring.bytesFor(head.readUIntBE(1, 6), purpose)
  if (!bytes) return null
  const cipher = createDecipheriv('aes-256-gcm', bytes, sealed.subarray(sizes.head, afterNonce))
  cipher.setAAD(boundTo(head, place))
  cipher.setAuthTag(sealed.subarray(afterNonce, start))
  try {
    return Buffer.concat([cipher.update(sealed.subarray(start)), cipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

/** As JSON, in which no two lists of texts are written alike. */
const boundTo = (head: Buffer, place: readonly string[]): Buffer =>
  Buffer.concat([head, Buffer.from(JSON.stringify(place), 'utf8')])

/** Sealing and opening under a ring, for those who know nothing of keys. */
export const sealingUnder = (ring: KeyRing) => ({
  seal: (place: readonly string[], text: string): Sealed => sealAt(ring, place, text),
  open: (place: readonly string[], sealed: Buffer): string | null => openAt(ring, place, sealed),
})
