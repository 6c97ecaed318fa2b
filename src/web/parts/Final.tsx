import { finalOf } from '../client.ts'
import css from './Final.module.css'

/** What an operation is called, and in which of its cases it cannot be undone. */
export type FinalCase = { of: string; which?: string }

/** Said before anybody acts: what cannot be undone, and what to do instead, as its operation declares it. Nothing for any other. */
export function Final({ of, which }: FinalCase) {
  const words = finalOf(of, which)
  return (
    words && (
      <span className={css.final}>
        <b>No undo.</b> {words}
      </span>
    )
  )
}
