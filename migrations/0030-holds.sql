-- What was offered to whom, the times held for them, and the times that were taken through the desk. Offers and holds keep
-- their versions as events do, so that an entry of the journal can be taken back exactly.

create table desk.hold_group (
  desk_id uuid not null references desk.desk,
  id uuid not null,
  version integer not null check (version > 0),
  state text not null check (state in ('out', 'taken', 'declined', 'released', 'expired', 'cancelled')),
  calendar_id uuid not null,
  -- The meeting it moves, or has become.
  event_id uuid,
  recurrence_id text,
  -- To whom, on whose behalf and about what, with what happened since: words, seen by members alone.
  terms jsonb not null,
  expires_at timestamptz not null,
  nudge_at timestamptz,
  known_from timestamptz not null,
  known_to timestamptz,
  made_by uuid not null,
  ended_by uuid,
  primary key (desk_id, id, version),
  foreign key (desk_id, calendar_id) references desk.calendar (desk_id, id),
  check ((known_to is null) = (ended_by is null))
);
create unique index hold_group_today on desk.hold_group (desk_id, id) where known_to is null;
create index hold_group_out on desk.hold_group (desk_id, expires_at) where known_to is null and state = 'out';
create index hold_group_event on desk.hold_group (desk_id, event_id) where known_to is null and event_id is not null;
create index hold_group_made on desk.hold_group (desk_id, made_by);
create index hold_group_ended on desk.hold_group (desk_id, ended_by) where ended_by is not null;

-- One time of a group. Its id is that of its event on the calendar, for as long as that is there.
create table desk.hold (
  desk_id uuid not null references desk.desk,
  id uuid not null,
  version integer not null check (version > 0),
  group_id uuid not null,
  rank integer not null,
  state text not null check (state in ('out', 'taken', 'freed')),
  freed_by text check (freed_by in ('other', 'declined', 'released', 'silence', 'notice', 'lost', 'cancelled')),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  -- Its own notice limit, or its start: it is never held longer.
  latest_at timestamptz not null,
  -- Keys of what stood at this time already when it was offered.
  knowing text[] not null,
  known_from timestamptz not null,
  known_to timestamptz,
  made_by uuid not null,
  ended_by uuid,
  primary key (desk_id, id, version),
  check ((state = 'freed') = (freed_by is not null)),
  check ((known_to is null) = (ended_by is null))
);
create unique index hold_today on desk.hold (desk_id, id) where known_to is null;
create index hold_of_group on desk.hold (desk_id, group_id) where known_to is null;
create index hold_out on desk.hold (desk_id, starts_at) where known_to is null and state = 'out';
create index hold_made on desk.hold (desk_id, made_by);
create index hold_ended on desk.hold (desk_id, ended_by) where ended_by is not null;
-- At most one of a group is ever taken.
create unique index hold_taken on desk.hold (desk_id, group_id) where known_to is null and state = 'taken';

-- A time that was taken through the desk, and whose. Calendars may overlap; these may not, unless somebody said why.
-- It follows from the hold and its event, so it has no versions of its own.
create table desk.claim (
  desk_id uuid not null references desk.desk,
  event_id uuid not null,
  recurrence_id text not null,
  person text not null check (person in ('executive', 'assistant')),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  overridden boolean not null,
  primary key (desk_id, event_id, recurrence_id, person),
  constraint claim_once exclude using gist (desk_id with =, person with =, tstzrange(starts_at, ends_at) with &&)
    where (not overridden)
);
create index claim_starts on desk.claim (desk_id, starts_at);

do $$
declare t text;
begin
  foreach t in array array['hold_group', 'hold', 'claim'] loop
    execute format('alter table desk.%I enable row level security', t);
  end loop;
  foreach t in array array['hold', 'claim'] loop
    execute format('create policy this_desk on desk.%I using (desk_id = desk.this_desk()) with check (desk_id = desk.this_desk())', t);
  end loop;
end $$;
create policy member_of_desk on desk.hold_group
  using (desk_id = desk.this_desk() and desk.this_member() is not null)
  with check (desk_id = desk.this_desk() and desk.this_member() is not null);

grant select, insert, update on desk.hold_group, desk.hold to :"app";
grant select, insert, update, delete on desk.claim to :"app";

-- The outsider's page is one more address that carries its own secret.
alter table auth.door drop constraint door_way_check;
alter table auth.door add constraint door_way_check check (way in ('first', 'feed', 'page'));

-- Whose public holidays the desk keeps: a country, with a region where it has one; null: reckoned from the zone.
alter table desk.desk add column country text;

-- A finding is accepted by an entry of its own, or by booking anyway: then several are, by one entry.
alter table desk.finding_accepted add column entry_id uuid;
update desk.finding_accepted set entry_id = id;
alter table desk.finding_accepted alter column entry_id set not null;
