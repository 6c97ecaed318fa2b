import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sealingUnder } from './envelope.ts'
import { KeyRing } from './ring.ts'

/** A ring of its own for a test, in a folder that is the caller's to remove. */
export const testRing = (folder = mkdtempSync(join(tmpdir(), 'equerry-keys-'))): KeyRing =>
  KeyRing.open(join(folder, 'keys'), Temporal.Instant.from('2026-11-23T09:00:00Z'))

/** Sealing under a ring that nobody needs again. */
export const testSealing = () => sealingUnder(testRing())
