import { PageHead } from '../parts/Page.tsx'
export const SettingsPage = () => <PageHead title="Settings" />
