-- Work the desk answers for, and the standards it is held to. Both keep their versions, so that an entry can be taken back
-- whole and the plan of any day can be built as it stood.

create table desk.work (
  desk_id uuid not null references desk.desk,
  id uuid not null,
  version integer not null check (version > 0),
  copy_of integer,
  state text not null check (state in ('open', 'closed', 'cancelled')),
  label text not null check (label in ('open', 'desk', 'private')),
  kind text not null,
  -- Reckoned from its date, time and zone in the terms; null where it has no date.
  due_at timestamptz,
  closed_at timestamptz,
  -- The mistake it is a step of.
  mistake_id uuid,
  -- What is to be done, by whom, what was asked, what was ticked, how it was closed.
  terms jsonb not null,
  known_from timestamptz not null,
  known_to timestamptz,
  made_by uuid not null,
  ended_by uuid,
  primary key (desk_id, id, version),
  check ((known_to is null) = (ended_by is null)),
  check ((state = 'closed') = (closed_at is not null))
);
create unique index work_today on desk.work (desk_id, id) where known_to is null;
create index work_open on desk.work (desk_id, due_at) where known_to is null and state = 'open';
create index work_closed on desk.work (desk_id, closed_at) where known_to is null and state = 'closed';
create index work_made on desk.work (desk_id, made_by);
create index work_ended on desk.work (desk_id, ended_by) where ended_by is not null;

create table desk.standard (
  desk_id uuid not null references desk.desk,
  id uuid not null,
  version integer not null check (version > 0),
  copy_of integer,
  kind text not null,
  checks jsonb not null,
  known_from timestamptz not null,
  known_to timestamptz,
  made_by uuid not null,
  ended_by uuid,
  primary key (desk_id, id, version),
  check ((known_to is null) = (ended_by is null))
);
create unique index standard_today on desk.standard (desk_id, id) where known_to is null;
-- A kind of work has one standard.
create unique index standard_kind on desk.standard (desk_id, lower(kind)) where known_to is null;
create index standard_made on desk.standard (desk_id, made_by);
create index standard_ended on desk.standard (desk_id, ended_by) where ended_by is not null;

alter table desk.work enable row level security;
alter table desk.standard enable row level security;
create policy by_label on desk.work
  using (desk_id = desk.this_desk() and (select desk.sight()) >= 2 and (label <> 'private' or (select desk.sight()) = 4))
  with check (desk_id = desk.this_desk() and (select desk.sight()) >= 2 and (label <> 'private' or (select desk.sight()) = 4));
create policy by_sight on desk.standard
  using (desk_id = desk.this_desk() and (select desk.sight()) >= 2)
  with check (desk_id = desk.this_desk() and (select desk.sight()) >= 2);
grant select, insert, update on desk.work, desk.standard to :"app";
