import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'

export type News = { readonly desk: string; readonly number: number; readonly operation: string }
type Listener = (news: News) => void

/** Tells browsers that something changed at their desk; what it was they read through the operations. */
export class NewsBoard {
  readonly #listeners = new Set<Listener>()

  readonly tell = (news: News): void => {
    for (const listener of this.#listeners) listener(news)
  }

  /** Server-sent events for one desk, until the browser goes away. */
  stream(context: Context, desk: string): Response {
    return streamSSE(context, async (stream) => {
      const listener: Listener = (news) => {
        if (news.desk === desk)
          void stream.writeSSE({ event: 'changed', id: String(news.number), data: news.operation })
      }
      this.#listeners.add(listener)
      stream.onAbort(() => {
        this.#listeners.delete(listener)
      })
      await stream.writeSSE({ event: 'hello', data: '' })
      while (!stream.aborted && !stream.closed) {
        await stream.sleep(25_000)
        // Proxies close what is silent.
        if (!stream.aborted) await stream.writeSSE({ event: 'still', data: '' })
      }
    })
  }
}
