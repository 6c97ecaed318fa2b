import { finalOf } from '../client.ts'
import css from './Final.module.css'

/** What an operation is called, and in which of its cases it cannot be undone. */
export type FinalCase = { of: string; which?: string }

/**
 * Said before anybody acts: what cannot be undone, and what to do instead, as its operation declares it. Nothing for any
 * other. `what`: where it does not stand beside its button.
 */
export function Final({ of, which, what }: FinalCase & { what?: string }) {
  const words = finalOf(of, which)
  return (
    words && (
      <span className={css.final}>
        <b>No undo{what && ` of ${what}`}.</b> {words}
      </span>
    )
  )
}
