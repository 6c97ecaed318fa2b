import { PageHead } from '../parts/Page.tsx'
export const TodayPage = () => <PageHead title="Today" />
