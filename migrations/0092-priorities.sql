-- What comes first, for a year, a quarter or a week, and what was said by hand to belong to it or not. Both keep their versions,
-- so that an entry can be taken back whole and what was meant on any day can be told as it stood.

create table desk.priority (
  desk_id uuid not null references desk.desk,
  id uuid not null,
  version integer not null check (version > 0),
  copy_of integer,
  horizon text not null check (horizon in ('year', 'quarter', 'week')),
  -- The first day of its year, quarter or week.
  from_on date not null,
  place integer not null check (place > 0),
  label text not null check (label in ('open', 'desk', 'private')),
  -- Its name, the share that is meant for it, and what belongs to it by rule.
  terms jsonb not null,
  known_from timestamptz not null,
  known_to timestamptz,
  made_by uuid not null,
  ended_by uuid,
  primary key (desk_id, id, version),
  check ((known_to is null) = (ended_by is null))
);
create unique index priority_today on desk.priority (desk_id, id) where known_to is null;
create index priority_of on desk.priority (desk_id, horizon, from_on) where known_to is null;
create index priority_made on desk.priority (desk_id, made_by);
create index priority_ended on desk.priority (desk_id, ended_by) where ended_by is not null;

create table desk.priority_tie (
  desk_id uuid not null references desk.desk,
  id uuid not null,
  version integer not null check (version > 0),
  copy_of integer,
  priority_id uuid not null,
  what text not null check (what in ('event', 'work')),
  thing_id uuid not null,
  -- One occurrence of a series; null for the whole of it, and for work.
  recurrence_id text,
  -- False: not this one, whatever the rules say.
  belongs boolean not null,
  -- As private as what it ties.
  label text not null check (label in ('open', 'desk', 'private')),
  known_from timestamptz not null,
  known_to timestamptz,
  made_by uuid not null,
  ended_by uuid,
  primary key (desk_id, id, version),
  check ((known_to is null) = (ended_by is null))
);
create unique index priority_tie_today on desk.priority_tie (desk_id, id) where known_to is null;
create index priority_tie_of on desk.priority_tie (desk_id, priority_id) where known_to is null;
create index priority_tie_made on desk.priority_tie (desk_id, made_by);
create index priority_tie_ended on desk.priority_tie (desk_id, ended_by) where ended_by is not null;

do $$
declare t text;
begin
  foreach t in array array['priority', 'priority_tie'] loop
    execute format('alter table desk.%I enable row level security', t);
    execute format('create policy by_label on desk.%I
      using (desk_id = desk.this_desk() and (select desk.sight()) >= 2 and (label <> ''private'' or (select desk.sight()) = 4))
      with check (desk_id = desk.this_desk() and (select desk.sight()) >= 2 and (label <> ''private'' or (select desk.sight()) = 4))', t);
  end loop;
end $$;
grant select, insert, update on desk.priority, desk.priority_tie to :"app";

-- Every desk is told when what comes first gets less than was meant for it, as a new one is.
insert into desk.rule (desk_id, id, version, meaning, kind, params, weight, scope, source, story, is_on, known_from)
select d.desk_id, gen_random_uuid(), 1, 1, 'first-short', '{}'::jsonb, 'prefer', '{}'::jsonb, 'boundary',
  'What comes first is crowded out quietly, week by week. Every desk begins with this.', true, d.head_at
from desk.desk d
where d.head_at is not null
  and not exists (select from desk.rule r where r.desk_id = d.desk_id and r.kind = 'first-short');
