import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { openImport } from '../import/open.ts'
import { Button } from '../parts/Button.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { Final } from '../parts/Final.tsx'
import { Refused } from '../parts/Refused.tsx'
import { WhoCan } from '../parts/WhoCan.tsx'

/** A new desk: a real calendar, or a week that was made up. */
export function EmptyDesk() {
  const fill = useChange(desk.desk.sample, { said: 'The sample week is on the desk' })
  return (
    <>
      <EmptyState
        title="Whose week is it?"
        actions={
          <>
            <Button of="calendar.import" look="main" hint="i" onClick={() => openImport()}>
              Choose a calendar file
            </Button>
            <Button of="desk.sample" busy={fill.isPending} onClick={() => fill.mutate({})}>
              Try the sample week
            </Button>
          </>
        }
      >
        Drop an .ics file anywhere on this page: Google, Outlook and Apple calendars all export one. Nothing leaves this
        machine. Or look around first, with a week that was made up. <Final of="desk.sample" />
      </EmptyState>
      <WhoCan of="calendar.import" what="bring a calendar in" />
      <Refused error={fill.error} />
    </>
  )
}
