import type { ProposalTables } from './authority/proposals/queries.ts'
import type { AuthorityTables } from './authority/queries.ts'
import type { CalendarTables } from './calendar/tables.ts'
import type { CoverTables } from './cover/queries.ts'
import type { HoldTables } from './holds/tables.ts'
import type { JournalTables } from './journal/queries.ts'
import type { QueueTables } from './queue.ts'
import type { FindingTables } from './rules/findings/queries.ts'
import type { RuleTables } from './rules/queries.ts'

/** The desk's tables as Kysely sees them; the migrations are the truth. Each noun adds its own. */
export interface Tables
  extends JournalTables,
    AuthorityTables,
    ProposalTables,
    QueueTables,
    CalendarTables,
    RuleTables,
    HoldTables,
    CoverTables,
    FindingTables {}
