import { useState } from 'react'
import { desk } from '../client.ts'
import { Button } from '../parts/Button.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Section } from './Section.tsx'

/** Everything as one file. */
export function TakeOut() {
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    setError(null)
    try {
      saveFile('equerry.ics', (await desk.calendar.export({})).ics)
    } catch (failed) {
      setError(failed)
    }
    setBusy(false)
  }
  return (
    <Section title="Taking it with you" note="All calendars in one .ics file that any other program can read.">
      <Button busy={busy} onClick={() => void save()}>
        Export everything
      </Button>
      <Refused error={error} />
    </Section>
  )
}

function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
