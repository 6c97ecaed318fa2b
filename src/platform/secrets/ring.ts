import { hkdfSync, randomBytes, randomInt } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fchmodSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import * as z from 'zod'
import { Cannot } from '../cannot.ts'

/** A key: an id that is never used twice, and what it is made of. */
export type Key = { readonly id: number; readonly secret: string; readonly madeAt: string }

/** What sealed under the one secret of earlier versions carries no id of a key; it is opened with this one. */
export const beforeRings = 0

const shape = z.object({
  keys: z
    .array(z.object({ id: z.int().min(0), secret: z.string().min(32), madeAt: z.iso.datetime() }))
    .min(1)
    .refine((keys) => new Set(keys.map(({ id }) => id)).size === keys.length, 'two keys have the same id'),
})

const words =
  'Seals the secrets of Equerry. Without this file they have to be entered again; keep a copy apart from the database.'

/** Something is wrong with the key file: what, and what to do. */
export class NoKeys extends Cannot {}

/** The keys outside the database. The first seals, all open. */
export class KeyRing {
  readonly file: string
  #keys: readonly Key[] = []
  #seen = ''

  private constructor(file: string) {
    this.file = file
  }

  /**
   * Opens the key file, or makes it with one key where there is none. `before`: the file in which earlier versions kept
   * their one secret; it becomes the first key, so that whoever is signed in stays so.
   * @throws NoKeys where it cannot be read or made, or others can read it.
   */
  static open(file: string, at: Temporal.Instant, before: string | null = null): KeyRing {
    const ring = new KeyRing(file)
    if (!existsSync(file)) {
      const found = before !== null && existsSync(before) ? readFileSync(before, 'utf8').trim() : null
      ring.#write([found ? { id: beforeRings, secret: found, madeAt: at.toString() } : newKey(at)])
    }
    ring.#read()
    if (before !== null) rmSync(before, { force: true })
    return ring
  }

  /**
   * The newest first. Where the file was changed by somebody else, what stands there now; where it is gone or cannot be
   * used any more, those that were read last, because a desk that is open stays open.
   */
  get keys(): readonly Key[] {
    try {
      if (this.#seen !== stamp(this.file)) this.#read()
    } catch (error) {
      if (!(error instanceof NoKeys)) throw error
    }
    return this.#keys
  }

  get newest(): Key {
    return this.keys[0] as Key
  }

  /** Bytes for one purpose, of a key; null where the ring does not have it. The same key never serves two purposes. */
  bytesFor(id: number, purpose: string): Uint8Array | null {
    const key = this.keys.find((one) => one.id === id)
    return key ? new Uint8Array(hkdfSync('sha256', key.secret, '', `equerry: ${purpose}`, 32)) : null
  }

  /** Puts a new key first. @throws NoKeys where the file cannot be written; then nothing has changed. */
  add(at: Temporal.Instant): Key {
    const key = newKey(at)
    this.#write([key, ...this.keys])
    this.#read()
    return key
  }

  /** Leaves only the newest. Nothing may be sealed under the others any more. */
  dropOld(): void {
    this.#write([this.newest])
    this.#read()
  }

  #read(): void {
    const seen = stamp(this.file)
    this.#keys = readKeys(this.file)
    this.#seen = seen
  }

  /** Whole or not at all, and on the disk before anything is sealed under it. */
  #write(keys: readonly Key[]): void {
    const making = `${this.file}.new`
    try {
      rmSync(making, { force: true })
      const out = openSync(making, 'wx', 0o600)
      try {
        fchmodSync(out, 0o600)
        writeSync(out, `${JSON.stringify({ words, keys }, null, 2)}\n`)
        fsyncSync(out)
      } finally {
        closeSync(out)
      }
      renameSync(making, this.file)
      syncFolder(dirname(this.file))
    } catch (error) {
      rmSync(making, { force: true })
      throw new NoKeys(`The key file ${this.file} cannot be written: ${reasonOf(error)}.`)
    }
  }
}

/** The id is drawn, not counted: a ring that was lost and made anew must not open by chance of a number. */
const newKey = (at: Temporal.Instant): Key => ({
  id: randomInt(1, 2 ** 47),
  secret: randomBytes(32).toString('base64url'),
  madeAt: at.toString({ smallestUnit: 'second' }),
})

function readKeys(file: string): readonly Key[] {
  let text: string
  try {
    const from = openSync(file, 'r')
    try {
      const { mode } = fstatSync(from)
      if ((mode & 0o077) !== 0)
        throw new NoKeys(
          `The key file ${file} can be read by others (mode ${(mode & 0o777).toString(8)}). Close it with “chmod 600 ${file}”; if somebody may have read it, run “equerry rotate” afterwards.`,
        )
      text = readFileSync(from, 'utf8')
    } finally {
      closeSync(from)
    }
  } catch (error) {
    if (error instanceof NoKeys) throw error
    throw new NoKeys(`The key file ${file} cannot be read: ${reasonOf(error)}.`)
  }
  try {
    return shape.parse(JSON.parse(text)).keys
  } catch {
    // Never the text itself: it is made of keys.
    throw new NoKeys(`The key file ${file} holds no keys that can be used. Put back the copy you keep of it.`)
  }
}

function stamp(file: string): string {
  try {
    const { ino, mtimeNs, size } = statSync(file, { bigint: true })
    return `${ino} ${mtimeNs} ${size}`
  } catch (error) {
    throw new NoKeys(`The key file ${file} cannot be read: ${reasonOf(error)}.`)
  }
}

function syncFolder(folder: string): void {
  const opened = openSync(folder, 'r')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  EACCES: 'you may not',
  EPERM: 'you may not',
  EROFS: 'it lies on a disk that can only be read',
  EBUSY: 'it is mounted there from elsewhere and cannot be replaced',
  ENOSPC: 'the disk is full',
  EISDIR: 'it is a folder',
}
const reasonOf = (error: unknown): string => {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  return reasons[code] ?? (code || 'unknown')
}
