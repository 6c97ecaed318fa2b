import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { openImport } from '../import/open.ts'
import { Button } from '../parts/Button.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { Refused } from '../parts/Refused.tsx'

/** A new desk: a real calendar, or a week that was made up. */
export function EmptyDesk() {
  const fill = useChange(desk.desk.sample, { said: 'The sample week is on the desk' })
  return (
    <>
      <EmptyState
        title="Whose week is it?"
        actions={
          <>
            <Button look="main" hint="i" onClick={() => openImport()}>
              Choose a calendar file
            </Button>
            <Button busy={fill.isPending} onClick={() => fill.mutate({})}>
              Try the sample week
            </Button>
          </>
        }
      >
        Drop an .ics file anywhere on this page: Google, Outlook and Apple calendars all export one. Nothing leaves this
        machine. Or look around first, with a week that was made up.
      </EmptyState>
      <Refused error={fill.error} />
    </>
  )
}
