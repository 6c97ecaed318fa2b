-- Calendars, what is on them, and the places people go to.

create table desk.calendar (
  desk_id uuid not null references desk.desk,
  id uuid not null,
  name text not null,
  owner text not null check (owner in ('executive', 'assistant')),
  counts_as_busy boolean not null,
  read_only boolean not null,
  label text not null check (label in ('open', 'desk', 'private')),
  -- VTIMEZONEs of its files that no IANA zone stands for, by TZID.
  timezones jsonb not null default '{}',
  known_from timestamptz not null,
  removed_at timestamptz,
  primary key (desk_id, id)
);

-- What everyone who may see that somebody is busy may know. A row is a version, known from `known_from` until
-- `known_to`; the one without `known_to` is the event today, and an event whose newest row has one is gone.
create table desk.event (
  desk_id uuid not null,
  id uuid not null,
  version integer not null check (version > 0),
  calendar_id uuid not null,
  uid text not null,
  repeats boolean not null,
  -- Corrected by hand; null: guessed, or as the file or calendar says.
  kind text,
  label text check (label in ('open', 'desk', 'private')),
  moves integer not null default 0,
  known_from timestamptz not null,
  known_to timestamptz,
  primary key (desk_id, id, version),
  foreign key (desk_id, calendar_id) references desk.calendar (desk_id, id)
);
create unique index event_today on desk.event (desk_id, id) where known_to is null;
create unique index event_uid on desk.event (desk_id, calendar_id, uid) where known_to is null;
create index event_known on desk.event (desk_id, known_to, known_from);

-- What it is about. `parts` is the master and its changed occurrences as values; `texts` their components as last
-- written by a file or here, by recurrence id; `imported` the same as last imported, which a re-import compares with.
create table desk.event_detail (
  desk_id uuid not null,
  event_id uuid not null,
  version integer not null,
  parts jsonb not null,
  texts jsonb not null,
  imported jsonb,
  primary key (desk_id, event_id, version),
  foreign key (desk_id, event_id, version) references desk.event (desk_id, id, version) on delete cascade
);

-- When the events of today happen, from two years back to two years on. Instants are a cache, stamped with the
-- time-zone data they were reckoned with; floating and all-day ones have dates instead (`to_on` is the day after the last).
create table desk.occurrence (
  desk_id uuid not null,
  event_id uuid not null,
  recurrence_id text not null,
  part smallint not null,
  starts_at timestamptz,
  ends_at timestamptz,
  from_on date,
  to_on date,
  wall_start timestamp not null,
  wall_end timestamp not null,
  zone text,
  end_zone text,
  tz_version text not null,
  primary key (desk_id, event_id, recurrence_id),
  check ((starts_at is null) = (from_on is not null))
);
-- Spans are found by start > from − 31 days, because range operators are not leakproof and use no index under a policy.
create index occurrence_starts on desk.occurrence (desk_id, starts_at, ends_at) where starts_at is not null;
create index occurrence_long on desk.occurrence (desk_id, ends_at) where ends_at - starts_at > interval '31 days';
create index occurrence_days on desk.occurrence (desk_id, from_on, to_on) where from_on is not null;
create index occurrence_tz on desk.occurrence (desk_id, tz_version, starts_at);

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

create table desk.place_minutes (
  desk_id uuid not null,
  from_folded text not null,
  to_folded text not null,
  from_name text not null,
  to_name text not null,
  minutes integer not null check (minutes >= 0),
  known_from timestamptz not null,
  known_to timestamptz,
  primary key (desk_id, from_folded, to_folded, known_from)
);
create unique index place_minutes_today on desk.place_minutes (desk_id, from_folded, to_folded) where known_to is null;

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
  foreach t in array array['calendar', 'event', 'event_detail', 'occurrence', 'place', 'place_minutes', 'feed'] loop
    execute format('alter table desk.%I enable row level security', t);
    execute format('create policy this_desk on desk.%I using (desk_id = desk.this_desk()) with check (desk_id = desk.this_desk())', t);
  end loop;
end $$;

grant select, insert, update on desk.calendar, desk.event, desk.event_detail, desk.place, desk.place_minutes, desk.feed to :"app";
grant select, insert, update, delete on desk.occurrence to :"app";
