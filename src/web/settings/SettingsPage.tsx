import { opens } from '../pages.ts'
import { Page, PageHead } from '../parts/Page.tsx'
import { useMe } from '../shell/me.ts'
import { Calendars } from './Calendars.tsx'
import { DeskForm } from './DeskForm.tsx'
import { Feeds } from './Feeds.tsx'
import { SignIn } from './SignIn.tsx'
import { TakeOut } from './TakeOut.tsx'
import { You } from './You.tsx'
import { YourDesks } from './YourDesks.tsx'

/** What belongs to the whole desk, to this person, and to this browser. */
export function SettingsPage() {
  const { desk, member } = useMe()
  return (
    <Page>
      <PageHead title="Settings" sub={desk.name} />
      <DeskForm key={`${desk.executive} ${desk.zone} ${desk.home}`} />
      <You />
      <YourDesks />
      <SignIn />
      {opens({ reads: 'calendar', busy: true }, member) && <Calendars />}
      {opens({ reads: 'calendar' }, member) && (
        <>
          <Feeds />
          <TakeOut />
        </>
      )}
    </Page>
  )
}
