import type { Command } from 'commander'
import type { Answer } from '../../desk/perform.ts'

export type DeskOptions = { readonly data?: string; readonly as?: string; readonly desk?: string }

/** Performs an operation; a second call with the same key is never done twice. */
export type Ask = (operation: string, input: Record<string, unknown>) => Promise<Answer>

/** The options of every command that works at a desk. */
export const deskOptions = (command: Command): Command =>
  command
    .option('--data <folder>', 'where everything is kept (EQUERRY_DATA; ~/.equerry)')
    .option('--as <name>', 'the member to act as; the first person who sat down unless told')
    .option('--desk <name>', 'the executive whose desk it is, where there are several')

/**
 * Works at the desk of a data folder: through the Equerry that runs on it, else by opening the database for as long as
 * it takes. Whoever can open the folder may; the journal says "on the command line".
 */
export async function withDesk(options: DeskOptions, work: (ask: Ask) => Promise<void>): Promise<void> {
  const { randomUUID } = await import('node:crypto')
  const { readConfig } = await import('../../platform/config.ts')
  const { reach } = await import('./reach.ts')
  const desk = await reach(readConfig(process.env, options))
  const said = { as: options.as ?? null, desk: options.desk ?? null }
  try {
    await work((operation, input) => desk.perform({ operation, input, ...said, key: randomUUID() }))
  } finally {
    await desk.stop()
  }
}

/** A refusal, said on stderr; exit code 2. */
export function tellRefusal(answer: Answer): answer is Extract<Answer, { refused: unknown }> {
  if (!('refused' in answer)) return false
  const { words } = answer.refused as { words: string }
  process.stderr.write(`${words}\n`)
  process.exitCode = 2
  return true
}
