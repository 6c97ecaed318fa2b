/** The desk's tables as Kysely sees them; the migrations are the truth. Each noun adds its own. */
// biome-ignore lint/suspicious/noEmptyInterface: filled noun by noun
export interface Tables {}
