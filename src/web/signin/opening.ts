import { useState } from 'react'
import { goToDesk } from '../desk.ts'
import { addPasskey } from './account.ts'
import { type AsYou, type FirstPerson, type Guest, type NewPassword, openDesk } from './first.ts'

/** The link is spent by the first try that is accepted; a passkey is made right after, and can be tried again. */
export function useOpening(token: string) {
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [inside, setInside] = useState(false)
  const failed = (words: string) => {
    setWrong(words)
    setBusy(false)
  }
  const open = async (person: FirstPerson | NewPassword | Guest | AsYou, name: string) => {
    setBusy(true)
    setWrong(null)
    if (!inside) {
      const opened = await openDesk(token, person).catch(
        () => ({ ok: false, words: 'The desk did not answer.' }) as const,
      )
      if (!opened.ok) return failed(opened.words)
      setInside(true)
      if (opened.desk !== null) return goToDesk(opened.desk)
    }
    if (!('asYou' in person) && person.password === undefined) {
      const made = await addPasskey(name)
      if (!made.ok) return failed(`You are in, but no passkey was made: ${made.words}`)
    }
    location.assign('/today')
  }
  return { open, wrong, busy, inside }
}
