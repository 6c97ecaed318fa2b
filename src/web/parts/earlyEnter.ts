import { type FormEvent, useEffect, useState } from 'react'

/**
 * Enter in a line that the desk reads while it is typed: saves what was read, and where it comes before the reading does,
 * waits for it. Whoever types on after it has taken it back.
 * @param isRead whether what is on screen was read from this very text.
 * @returns what the form does when it is submitted.
 */
export function useEarlyEnter(text: string, isRead: boolean, save: () => void): (event: FormEvent) => void {
  const [waits, setWaits] = useState<string | null>(null)
  useEffect(() => {
    if (waits === null || (waits === text && !isRead)) return
    setWaits(null)
    if (waits === text) save()
  }, [waits, text, isRead, save])
  return (event) => {
    event.preventDefault()
    if (isRead) save()
    else setWaits(text)
  }
}
