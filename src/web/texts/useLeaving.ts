import { useState } from 'react'
import type { Addressed, Checked } from '../../desk/outgoing/model.ts'
import { type CallContext, desk } from '../client.ts'

/** A text that was stopped, and how it would have gone. `hash`: of a paper, which is more than its text. */
export type Stopped = {
  readonly text: string
  readonly answer: Checked
  readonly go: () => void
  readonly hash?: string
}

/** What a release says: why exactly this may go. */
export type Reason = { readonly text: string; readonly hash: string; readonly reason: string }

/**
 * The desk reads a text before it leaves: `leave(text, go)` goes where nothing private is in it, or it was released; else
 * `stopped` is for `<Stop>`, where somebody changes the words or releases it.
 */
export function useLeaving(about: Addressed) {
  const [stopped, setStopped] = useState<Stopped | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const leave = async (text: string, go: () => void) => {
    setBusy(true)
    setError(null)
    try {
      const answer = await desk.text.check({ ...about, text })
      setStopped(answer.leaves ? null : { text, answer, go })
      if (answer.leaves) go()
    } catch (no) {
      setError(no)
    } finally {
      setBusy(false)
    }
  }
  const release = ({ text, reason }: Reason, options: { context: CallContext }) =>
    desk.text.release({ ...about, text, reason }, options)
  return { release, leave, busy, error, stopped, clear: () => setStopped(null) }
}
export type Leaving = ReturnType<typeof useLeaving>
