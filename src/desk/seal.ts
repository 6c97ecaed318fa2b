import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const sizes = { salt: 16, nonce: 12, tag: 16 } as const

const keyFrom = (secret: string, salt: Uint8Array) =>
  new Uint8Array(hkdfSync('sha256', secret, salt, 'equerry: an answer and its idempotency key', 32))

/** Closes a text under a secret (HKDF, RFC 5869; AES-256-GCM): salt, nonce, tag, then what was closed. */
export function seal(secret: string, text: string): Buffer {
  const [salt, nonce] = [randomBytes(sizes.salt), randomBytes(sizes.nonce)]
  const cipher = createCipheriv('aes-256-gcm', keyFrom(secret, salt), nonce)
  const closed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([salt, nonce, cipher.getAuthTag(), closed])
}

/** @throws when it was sealed under another secret, or altered since. */
export function unseal(secret: string, sealed: Buffer): string {
  const [afterSalt, afterNonce] = [sizes.salt, sizes.salt + sizes.nonce]
  const start = afterNonce + sizes.tag
  const nonce = sealed.subarray(afterSalt, afterNonce)
  const cipher = createDecipheriv('aes-256-gcm', keyFrom(secret, sealed.subarray(0, afterSalt)), nonce)
  cipher.setAuthTag(sealed.subarray(afterNonce, start))
  return Buffer.concat([cipher.update(sealed.subarray(start)), cipher.final()]).toString('utf8')
}
