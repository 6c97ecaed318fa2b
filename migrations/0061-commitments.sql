-- Who owes what to whom, both ways, and what was noted in meetings. Both keep their versions: undo puts them back, and the
-- plan as it stood can be built.
create table desk.commitment (
  desk_id uuid not null references desk.desk,
  id uuid not null,
  version integer not null check (version > 0),
  copy_of integer,
  side text not null check (side in ('ours', 'theirs')),
  state text not null check (state in ('open', 'kept', 'broken', 'forgiven', 'fell')),
  -- Who to whom, what, in which words, said where, and every fact about it since, with its date.
  terms jsonb not null,
  due_at timestamptz,
  -- There is always a next time to ask after it.
  chase_at timestamptz not null,
  closed_at timestamptz,
  -- Ids of what it falls with.
  hangs_on uuid[] not null,
  -- Names and addresses of both sides, folded: by these it is found again.
  people text[] not null,
  label text not null check (label in ('open', 'desk', 'private')),
  known_from timestamptz not null,
  known_to timestamptz,
  made_by uuid not null,
  ended_by uuid,
  primary key (desk_id, id, version),
  check ((state = 'open') = (closed_at is null))
);
create unique index commitment_today on desk.commitment (desk_id, id) where known_to is null;
create index commitment_open on desk.commitment (desk_id, chase_at) where known_to is null and state = 'open';
create index commitment_due on desk.commitment (desk_id, due_at) where known_to is null;
create index commitment_made on desk.commitment (desk_id, made_by);
create index commitment_ended on desk.commitment (desk_id, ended_by) where ended_by is not null;

create table desk.note (
  desk_id uuid not null references desk.desk,
  id uuid not null,
  version integer not null check (version > 0),
  copy_of integer,
  -- The meeting; null for one that is on no calendar.
  event_id uuid,
  recurrence_id text,
  title text not null,
  on_date date not null,
  people jsonb not null,
  lines jsonb not null,
  label text not null check (label in ('open', 'desk', 'private')),
  known_from timestamptz not null,
  known_to timestamptz,
  made_by uuid not null,
  ended_by uuid,
  primary key (desk_id, id, version)
);
create unique index note_today on desk.note (desk_id, id) where known_to is null;
create unique index note_of_meeting on desk.note (desk_id, event_id, coalesce(recurrence_id, '')) where known_to is null and event_id is not null;
create index note_made on desk.note (desk_id, made_by);
create index note_ended on desk.note (desk_id, ended_by) where ended_by is not null;

do $$
declare t text;
begin
  foreach t in array array['commitment', 'note'] loop
    execute format('alter table desk.%I enable row level security', t);
    execute format('create policy by_label on desk.%I
      using (desk_id = desk.this_desk() and (select desk.sight()) >= 2 and (label <> ''private'' or (select desk.sight()) = 4))
      with check (desk_id = desk.this_desk() and (select desk.sight()) >= 2 and (label <> ''private'' or (select desk.sight()) = 4))', t);
  end loop;
end $$;
grant select, insert, update on desk.commitment, desk.note to :"app";

-- Every desk has the two rules about promises that a new one begins with.
insert into desk.rule (desk_id, id, version, meaning, kind, params, weight, scope, source, story, is_on, known_from)
select d.desk_id, gen_random_uuid(), 1, 1, k.kind, '{}'::jsonb, k.weight, '{}'::jsonb, 'boundary', k.story, true, d.head_at
from desk.desk d, (values
  ('promise-late', 'avoid', 'A promise of ours that passes its date is never silent. Every desk begins with this.'),
  ('chase-due', 'prefer', 'What is owed to the desk is asked after, or it is forgotten. Every desk begins with this.')
) k(kind, weight, story)
where d.head_at is not null;
