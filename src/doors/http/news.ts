import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'

export type News = { readonly desk: string; readonly number: number; readonly operation: string }
type Listener = (news: News) => Promise<void>

/** After these somebody may sit here no more. */
const leaving = new Set(['member.remove', 'member.leave', 'agent.remove', 'agent.token'])
/** After these somebody sits at one desk more. */
const coming = new Set(['desk.found', 'desk.join'])

type Whose = {
  /** Whether whoever listens still may. */
  readonly still: () => Promise<boolean>
  /** The desks they sit at. */
  readonly elsewhere: () => Promise<readonly string[]>
}

/** Tells browsers that something changed at their desk; what it was they read through the operations. */
export class NewsBoard {
  readonly #listeners = new Set<Listener>()

  readonly tell = (news: News): void => {
    for (const listener of this.#listeners) void listener(news)
  }

  /**
   * Server-sent events for one desk, until the browser goes away or `still` says that whoever listens may no more: asked
   * at every sign of life, and at once when somebody left the desk. Of their other desks it says `elsewhere`, and not what.
   */
  stream(context: Context, desk: string, { still, elsewhere }: Whose): Response {
    return streamSSE(context, async (stream) => {
      let isOver = false
      let others: ReadonlySet<string> = new Set()
      const lookRound = async () => {
        others = new Set(await elsewhere().catch(() => []))
      }
      const over = async () => {
        isOver = true
        this.#listeners.delete(listener)
        await stream.writeSSE({ event: 'gone', data: '' })
      }
      const listener: Listener = async (news) => {
        const known = others.has(news.desk)
        if (coming.has(news.operation) || (known && leaving.has(news.operation))) await lookRound()
        if (news.desk !== desk) {
          if (known || others.has(news.desk)) await stream.writeSSE({ event: 'elsewhere', data: '' })
          return
        }
        if (leaving.has(news.operation) && !(await still().catch(() => false))) return over()
        await stream.writeSSE({ event: 'changed', id: String(news.number), data: news.operation })
      }
      this.#listeners.add(listener)
      stream.onAbort(() => {
        this.#listeners.delete(listener)
      })
      await lookRound()
      await stream.writeSSE({ event: 'hello', data: '' })
      while (!stream.aborted && !stream.closed && !isOver) {
        await stream.sleep(25_000)
        if (stream.aborted || isOver) break
        if (!(await still().catch(() => true))) await over()
        await lookRound()
        // Proxies close what is silent.
        if (!stream.aborted) await stream.writeSSE({ event: 'still', data: '' })
      }
    })
  }
}
