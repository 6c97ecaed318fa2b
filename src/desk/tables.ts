import type { LookedTables } from './authority/looked/queries.ts'
import type { ProposalTables } from './authority/proposals/queries.ts'
import type { AuthorityTables } from './authority/queries.ts'
import type { CalendarTables } from './calendar/tables.ts'
import type { CoverTables } from './cover/queries.ts'
import type { DecisionTables } from './decisions/queries.ts'
import type { HoldTables } from './holds/tables.ts'
import type { JournalTables } from './journal/queries.ts'
import type { MistakeTables } from './mistakes/queries.ts'
import type { TextTables } from './outgoing/queries.ts'
import type { AgreementTables } from './partnership/agreement/queries.ts'
import type { FeedbackTables } from './partnership/feedback/queries.ts'
import type { KnowingTables } from './partnership/knowing/queries.ts'
import type { OneToOneTables } from './partnership/meeting/queries.ts'
import type { PriorityTables } from './partnership/priorities/queries.ts'
import type { PeopleTables } from './people/queries.ts'
import type { QueueTables } from './queue.ts'
import type { FindingTables } from './rules/findings/queries.ts'
import type { RuleTables } from './rules/queries.ts'
import type { SecretTables } from './secrets.ts'
import type { EmergencyTables } from './travel/emergency/queries.ts'
import type { ItineraryTables } from './travel/itinerary/queries.ts'
import type { TravelTables } from './travel/tables.ts'
import type { TravellerTables } from './travel/traveller/queries.ts'
import type { CommitmentTables } from './work/commitments/tables.ts'
import type { NoteTables } from './work/notes/tables.ts'
import type { WorkTables } from './work/tables.ts'

/** The desk's tables as Kysely sees them; the migrations are the truth. Each noun adds its own. */
export interface Tables
  extends JournalTables,
    AuthorityTables,
    ProposalTables,
    LookedTables,
    QueueTables,
    PeopleTables,
    CalendarTables,
    RuleTables,
    HoldTables,
    TravelTables,
    ItineraryTables,
    EmergencyTables,
    TravellerTables,
    CommitmentTables,
    NoteTables,
    WorkTables,
    CoverTables,
    DecisionTables,
    SecretTables,
    MistakeTables,
    PriorityTables,
    TextTables,
    AgreementTables,
    OneToOneTables,
    FeedbackTables,
    KnowingTables,
    FindingTables {}
