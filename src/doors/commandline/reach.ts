import { setTimeout as wait } from 'node:timers/promises'
import type { Refused } from '../../desk/act.ts'
import type { Answer } from '../../desk/perform.ts'
import { type LinkFor, openForCommand, type Rotated } from '../../main.ts'
import { Cannot } from '../../platform/cannot.ts'
import type { Config } from '../../platform/config.ts'
import type { CommandCall } from '../socket/call.ts'
import { ask, InUse } from '../socket/owner.ts'

/** The desk of a data folder, for a command. */
export type Reached = {
  readonly perform: (call: CommandCall) => Promise<Answer>
  /** A new one-time link, whole. */
  readonly link: (whose: LinkFor) => Promise<{ readonly address: string } | Refused>
  /** Seals every secret under a new key, or says what that would do. */
  readonly rotate: (dryRun: boolean) => Promise<Rotated>
  /** Whether an Equerry runs, so that what was said can be opened now. */
  readonly runs: boolean
  readonly stop: () => Promise<void>
}

const waitMs = 200
const mostWaits = 300

/**
 * Reaches the Equerry that runs on this folder, else opens the database. One that is still starting, and another command
 * that has the folder, are waited for, for a minute.
 * @throws Cannot, with words for whoever typed the command.
 */
export async function reach(config: Config): Promise<Reached> {
  for (let waits = 0; ; waits++) {
    const answer = await readyAt(config.data)
    if (answer?.ready) return running(config.data)
    if (answer === null) {
      try {
        return { ...(await openForCommand(config)), runs: false }
      } catch (error) {
        if (!(error instanceof InUse) || waits === mostWaits) throw error
      }
    }
    if (waits === mostWaits) throw new Cannot('Equerry has been starting on this folder for a minute; try again later.')
    if (waits * waitMs === 1000) process.stderr.write('Waiting for whoever is at work on this folder…\n')
    await wait(waitMs)
  }
}

/** Null when nobody has the folder. One that breaks off is going: what stands there then is asked again. */
const readyAt = (data: string): Promise<{ ready?: true } | null> =>
  ask(data, '/ready').then(
    (answer) => answer as { ready?: true } | null,
    () => ({}),
  )

function running(data: string): Reached {
  const answered = async (path: string, body: object) => {
    const answer = await ask(data, path, body).catch(() => null)
    if (answer === null)
      throw new Cannot('Equerry stopped before it answered. Its journal says whether the change was made.')
    if (typeof answer === 'object' && 'failed' in answer)
      throw new Cannot(
        'Something went wrong at the desk; nothing was changed. It is in the log of the running Equerry.',
      )
    return answer
  }
  return {
    perform: async (call) => (await answered('/perform', call)) as Answer,
    link: async (whose) => (await answered('/link', whose)) as { address: string } | Refused,
    rotate: async (dryRun) => (await answered('/rotate', { dryRun })) as Rotated,
    runs: true,
    stop: async () => {},
  }
}
