import pg from 'pg'
import { type JobResult, PgBoss } from 'pg-boss'
import type { Log } from '../log.ts'

/** What one queue does with a job. Throwing has it tried again, later each time. Jobs carry ids, nothing else. */
export type Worker = (ids: Readonly<Record<string, string>>) => Promise<void>

export type Jobs = {
  /** Gives a job to a queue. One key is never in a queue twice: giving it again while it waits or runs changes nothing. */
  readonly give: (queue: string, key: string, ids: Readonly<Record<string, string>>) => Promise<void>
  readonly stop: () => Promise<void>
}

/** Ten tries over about a day: 15 s, 30 s, a minute … at most six hours apart. */
const queue = {
  policy: 'exclusive',
  retryLimit: 10,
  retryDelay: 15,
  retryBackoff: true,
  retryDelayMax: 6 * 3600,
  expireInSeconds: 300,
  deleteAfterSeconds: 3600,
} as const

/**
 * Jobs that outlive the process, in the schema the migrations made. A job whose process was killed is tried again when it
 * has been silent for five minutes, so a worker must bear being run twice.
 */
export async function startJobs(
  connection: pg.ClientConfig,
  workers: Readonly<Record<string, Worker>>,
  log: Log,
): Promise<Jobs> {
  // A pool of its own: pg-boss reads times as the driver gives them, not as the desk does.
  const pool = new pg.Pool({ ...connection, max: 3, application_name: 'equerry jobs' })
  pool.on('error', (err) => log.warn({ err }, 'an idle database connection broke'))
  const boss = new PgBoss({
    schema: 'jobs',
    migrate: false,
    createSchema: false,
    schedule: false,
    db: { executeSql: (text, values) => pool.query(text, values as unknown[]) },
  })
  boss.on('error', (err) => log.error({ err }, 'the jobs complain'))
  await boss.start()
  for (const [name, worker] of Object.entries(workers)) {
    await boss.createQueue(name, queue)
    const how = { batchSize: 20, pollingIntervalSeconds: 2, perJobResults: true } as const
    await boss.work<Record<string, string>>(name, how, (jobs) => each(jobs, worker, name, log))
  }
  return {
    give: async (name, key, ids) => {
      await boss.send(name, ids, { singletonKey: key })
    },
    stop: async () => {
      await boss.stop({ graceful: true, timeout: 1000, close: false })
      await pool.end()
    },
  }
}

/** One bad job must not take the others of its batch with it. */
async function each(
  jobs: readonly { readonly id: string; readonly data: Record<string, string> }[],
  worker: Worker,
  name: string,
  log: Log,
): Promise<JobResult[]> {
  const results: JobResult[] = []
  for (const { id, data } of jobs)
    try {
      await worker(data)
      results.push({ id, status: 'completed' })
    } catch (err) {
      log.error({ err, job: name }, 'a job failed and will be tried again')
      results.push({ id, status: 'failed' })
    }
  return results
}
