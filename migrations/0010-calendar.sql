-- Calendars, what is on them, and the places people go to. Everything here that feeds a plan keeps its versions: a row is
-- known from `known_from` until `known_to`, and the journal entries that made and ended it stand beside it, so that an
-- entry can be taken back exactly.

create table desk.calendar (
  desk_id uuid not null references desk.desk,
  id uuid not null,
  -- VTIMEZONEs of its files, by TZID, for writing them out again.
  timezones jsonb not null default '{}',
  -- Whose calendar its files say it is: what these addresses declined takes none of their time.
  addresses text[] not null default '{}',
  primary key (desk_id, id)
);

create table desk.calendar_version (
  desk_id uuid not null,
  id uuid not null,
  version integer not null check (version > 0),
  name text not null,
  owner text not null check (owner in ('executive', 'assistant')),
  counts_as_busy boolean not null,
  read_only boolean not null,
  label text not null check (label in ('open', 'desk', 'private')),
  known_from timestamptz not null,
  known_to timestamptz,
  made_by uuid not null,
  ended_by uuid,
  primary key (desk_id, id, version),
  foreign key (desk_id, id) references desk.calendar (desk_id, id),
  check ((known_to is null) = (ended_by is null))
);
create unique index calendar_today on desk.calendar_version (desk_id, id) where known_to is null;
create index calendar_made on desk.calendar_version (desk_id, made_by);
create index calendar_ended on desk.calendar_version (desk_id, ended_by) where ended_by is not null;

-- An event: everything one calendar says under one UID. What everyone who may see that somebody is busy may know is here:
-- its times as written (local time, zone as written, zone resolved, lengths, rules and exceptions of the master and of
-- each changed occurrence). That is the truth; instants are reckoned from it.
create table desk.event (
  desk_id uuid not null,
  id uuid not null,
  version integer not null check (version > 0),
  calendar_id uuid not null,
  uid text not null,
  times jsonb not null,
  -- First and last date anything of it can touch, a day wider each way than any zone needs; null: without end.
  first_on date not null,
  last_on date,
  known_from timestamptz not null,
  known_to timestamptz,
  made_by uuid not null,
  ended_by uuid,
  primary key (desk_id, id, version),
  foreign key (desk_id, calendar_id) references desk.calendar (desk_id, id),
  check ((known_to is null) = (ended_by is null))
);
create unique index event_today on desk.event (desk_id, id) where known_to is null;
create unique index event_uid on desk.event (desk_id, calendar_id, uid) where known_to is null;
create index event_known on desk.event (desk_id, first_on, known_from);
create index event_made on desk.event (desk_id, made_by);
create index event_ended on desk.event (desk_id, ended_by) where ended_by is not null;

-- What it is about: the words of each part, and for what came from files its component as it was written last and as it
-- was imported last, which a re-import compares with. All in the order of `times`.
create table desk.event_detail (
  desk_id uuid not null,
  event_id uuid not null,
  version integer not null,
  words jsonb not null,
  texts jsonb not null,
  imported jsonb not null,
  primary key (desk_id, event_id, version),
  foreign key (desk_id, event_id, version) references desk.event (desk_id, id, version)
);

-- When the events of today happen, in the stretch the desk's `horizon` names. Instants are a cache, stamped with the
-- time-zone data they were reckoned with and left as they are once past; floating and all-day occurrences have none.
create table desk.occurrence (
  desk_id uuid not null,
  event_id uuid not null,
  -- The event's version of today, so that its row is found by its whole key.
  version integer not null,
  -- The original start on the series' own clock; empty outside a series. What hangs on an occurrence follows its moves.
  recurrence_id text not null,
  calendar_id uuid not null,
  part integer not null,
  starts_at timestamptz,
  ends_at timestamptz,
  wall_start timestamp not null,
  wall_end timestamp not null,
  all_day boolean not null,
  zone text,
  end_zone text,
  -- It carries its person from one zone to another.
  travels boolean not null,
  -- False for what is transparent, cancelled or declined.
  busy boolean not null,
  tz_version text not null,
  primary key (desk_id, event_id, recurrence_id),
  foreign key (desk_id, event_id, version) references desk.event (desk_id, id, version),
  check ((starts_at is null) = (ends_at is null))
);
-- Range operators are not leakproof and use no index under a row policy, so spans are found by start > from − 31 days;
-- the few that are longer have an index of their own.
create index occurrence_starts on desk.occurrence (desk_id, starts_at, ends_at) where starts_at is not null;
create index occurrence_long on desk.occurrence (desk_id, ends_at) where ends_at - starts_at > interval '31 days';
create index occurrence_walls on desk.occurrence (desk_id, wall_end, wall_start) where starts_at is null;
create index occurrence_travels on desk.occurrence (desk_id, starts_at) where travels;

-- The stretch of dates for which occurrences are rows, and the time-zone data their instants were reckoned with.
create table desk.horizon (
  desk_id uuid not null references desk.desk,
  from_on date not null,
  to_on date not null,
  tz_version text not null,
  primary key (desk_id)
);

create table desk.place (
  desk_id uuid not null references desk.desk,
  id uuid not null,
  name text not null,
  -- The name as it is compared: lower case, single spaces.
  folded text not null,
  zone text,
  primary key (desk_id, id)
);
create unique index place_name on desk.place (desk_id, folded);

-- Other names of a place.
create table desk.place_alias (
  desk_id uuid not null,
  folded text not null,
  name text not null,
  place_id uuid not null,
  primary key (desk_id, folded),
  foreign key (desk_id, place_id) references desk.place (desk_id, id)
);

create table desk.place_minutes (
  desk_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  version integer not null check (version > 0),
  minutes integer not null check (minutes >= 0),
  known_from timestamptz not null,
  known_to timestamptz,
  made_by uuid not null,
  ended_by uuid,
  primary key (desk_id, from_id, to_id, version),
  foreign key (desk_id, from_id) references desk.place (desk_id, id),
  foreign key (desk_id, to_id) references desk.place (desk_id, id),
  check ((known_to is null) = (ended_by is null))
);
create unique index place_minutes_today on desk.place_minutes (desk_id, from_id, to_id) where known_to is null;
create index place_minutes_made on desk.place_minutes (desk_id, made_by);
create index place_minutes_ended on desk.place_minutes (desk_id, ended_by) where ended_by is not null;

-- A secret address that shows busy times; the hash of its token is in auth.door.
create table desk.feed (
  desk_id uuid not null references desk.desk,
  id uuid not null,
  name text not null,
  made_at timestamptz not null,
  revoked_at timestamptz,
  primary key (desk_id, id)
);

do $$
declare t text;
begin
  foreach t in array array['calendar', 'calendar_version', 'event', 'event_detail', 'occurrence', 'horizon', 'place', 'place_alias', 'place_minutes', 'feed'] loop
    execute format('alter table desk.%I enable row level security', t);
  end loop;
  foreach t in array array['calendar', 'calendar_version', 'event', 'occurrence', 'horizon', 'place', 'place_alias', 'place_minutes', 'feed'] loop
    execute format('create policy this_desk on desk.%I using (desk_id = desk.this_desk()) with check (desk_id = desk.this_desk())', t);
  end loop;
end $$;

-- A busy feed is served without a member: even a mistake in a query shows it no title.
create policy member_of_desk on desk.event_detail
  using (desk_id = desk.this_desk() and desk.this_member() is not null)
  with check (desk_id = desk.this_desk() and desk.this_member() is not null);

grant select, insert, update on desk.calendar, desk.calendar_version, desk.event, desk.horizon, desk.place, desk.place_minutes, desk.feed to :"app";
grant select, insert on desk.event_detail to :"app";
grant select, insert, update, delete on desk.occurrence, desk.place_alias to :"app";

-- After a large import, before anybody reads: without fresh statistics the planner takes any index that begins with the desk.
create function desk.count_events() returns void language plpgsql security definer set search_path = desk, pg_temp as $$
begin
  analyze desk.event;
  analyze desk.event_detail;
  analyze desk.occurrence;
end $$;
revoke execute on function desk.count_events() from public;
grant execute on function desk.count_events() to :"app";
