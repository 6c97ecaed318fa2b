import type { MouseEvent } from 'react'
import type { Leaving } from './useLeaving.ts'

/** A link that opens the person's own mail program, once the desk has read what would go. */
export function openMail(event: MouseEvent<HTMLAnchorElement>, text: string, leaving: Leaving): void {
  event.preventDefault()
  const { href } = event.currentTarget
  leaving.leave(text, () => location.assign(href))
}
