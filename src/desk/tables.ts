import type { FindingTables } from './rules/findings/queries.ts'
import type { RuleTables } from './rules/queries.ts'

/** The desk's tables as Kysely sees them; the migrations are the truth. Each noun adds its own. */
export interface Tables extends RuleTables, FindingTables {}
