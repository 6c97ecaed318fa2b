-- Trips, their parts, and what is still open about them. Versions as everywhere: undo puts them back, and the plan as it stood
-- knows which trips there were and what was known of them.
create table desk.trip (
  desk_id uuid not null references desk.desk,
  id uuid not null,
  version integer not null check (version > 0),
  copy_of integer,
  first_on date not null,
  last_on date not null check (last_on >= first_on),
  -- The calendar its parts stand on; null: the executive's first.
  calendar_id uuid,
  -- What it is called and for, who travels, what was approved, and why it was called off.
  terms jsonb not null,
  label text not null check (label in ('open', 'desk', 'private')),
  -- Members who may read it though it is private.
  readers uuid[] not null default '{}',
  known_from timestamptz not null,
  known_to timestamptz,
  made_by uuid not null,
  ended_by uuid,
  primary key (desk_id, id, version),
  check ((known_to is null) = (ended_by is null))
);
create unique index trip_today on desk.trip (desk_id, id) where known_to is null;
create index trip_known on desk.trip (desk_id, last_on, first_on, known_from);
create index trip_made on desk.trip (desk_id, made_by);
create index trip_ended on desk.trip (desk_id, ended_by) where ended_by is not null;

-- One part of a trip. Its label and readers are those of its trip, so that each row can be read by itself.
create table desk.segment (
  desk_id uuid not null references desk.desk,
  id uuid not null,
  version integer not null check (version > 0),
  copy_of integer,
  trip_id uuid not null,
  kind text not null check (kind in ('flight', 'train', 'bus', 'ferry', 'car', 'ride', 'stay', 'meal', 'meeting', 'free')),
  status text not null check (status in ('intended', 'requested', 'booked', 'confirmed', 'changed', 'cancelled')),
  -- The event that stands for it on a calendar, and whether the desk made it for this.
  event_id uuid,
  is_kept boolean not null default false,
  -- Local times with their zones are the truth, and stand in here with everything else that is known of it.
  terms jsonb not null,
  label text not null check (label in ('open', 'desk', 'private')),
  readers uuid[] not null default '{}',
  known_from timestamptz not null,
  known_to timestamptz,
  made_by uuid not null,
  ended_by uuid,
  primary key (desk_id, id, version),
  check ((known_to is null) = (ended_by is null)),
  check (event_id is not null or not is_kept)
);
create unique index segment_today on desk.segment (desk_id, id) where known_to is null;
create unique index segment_of_event on desk.segment (desk_id, event_id) where known_to is null and event_id is not null;
create index segment_of_trip on desk.segment (desk_id, trip_id, known_from);
create index segment_made on desk.segment (desk_id, made_by);
create index segment_ended on desk.segment (desk_id, ended_by) where ended_by is not null;

-- What is still open about a trip, and who sees to it.
create table desk.point (
  desk_id uuid not null references desk.desk,
  id uuid not null,
  version integer not null check (version > 0),
  copy_of integer,
  trip_id uuid not null,
  segment_id uuid,
  owner_id uuid,
  due_on date,
  terms jsonb not null,
  label text not null check (label in ('open', 'desk', 'private')),
  readers uuid[] not null default '{}',
  known_from timestamptz not null,
  known_to timestamptz,
  made_by uuid not null,
  ended_by uuid,
  primary key (desk_id, id, version),
  foreign key (desk_id, owner_id) references desk.member (desk_id, id),
  check ((known_to is null) = (ended_by is null))
);
create unique index point_today on desk.point (desk_id, id) where known_to is null;
create index point_of_trip on desk.point (desk_id, trip_id, known_from);
create index point_made on desk.point (desk_id, made_by);
create index point_ended on desk.point (desk_id, ended_by) where ended_by is not null;

-- Private trips are private as private events are: whoever they name reads them as well.
do $$
declare t text;
begin
  foreach t in array array['trip', 'segment', 'point'] loop
    execute format('alter table desk.%I enable row level security', t);
    execute format('create policy by_label on desk.%I
      using (desk_id = desk.this_desk() and (select desk.sight()) >= 2
        and (label <> ''private'' or (select desk.sight()) = 4
          or ((select desk.sight()) = 3 and (select desk.this_member()) = any (readers))))
      with check (desk_id = desk.this_desk() and (select desk.sight()) >= 2
        and (label <> ''private'' or (select desk.sight()) = 4))', t);
  end loop;
end $$;
grant select, insert, update on desk.trip, desk.segment, desk.point to :"app";
