-- What went wrong and was owned: what was asked and what was done, whom it touched, how it was put right, what was said, and
-- what keeps it from happening again. Every change is a new version, as of an event, so that an entry can be taken back.
create table desk.mistake (
  desk_id uuid not null references desk.desk,
  id uuid not null,
  version integer not null check (version > 0),
  copy_of integer,
  -- Who answers for it: for an agent's, whoever sponsors it.
  owner_id uuid not null,
  -- Events, things due and rules it is about, by id; they may be gone.
  items text[] not null,
  -- What the plan calls them, for finding them again in the plan as it stood.
  keys text[] not null,
  fingerprint text,
  rule_id uuid,
  -- When it took effect, and when it could last have been mended.
  effect_at timestamptz not null,
  mend_at timestamptz not null,
  -- Words alone: asked and done, by whom, whom it touches, what follows.
  facts jsonb not null,
  -- What was done about it: confirmed, contained, said, steps, closed, reopened.
  progress jsonb not null,
  -- The strictest of its items.
  label text not null check (label in ('open', 'desk', 'private')),
  known_from timestamptz not null,
  known_to timestamptz,
  made_by uuid not null,
  ended_by uuid,
  primary key (desk_id, id, version),
  foreign key (desk_id, owner_id) references desk.member (desk_id, id),
  check ((known_to is null) = (ended_by is null))
);
create unique index mistake_today on desk.mistake (desk_id, id) where known_to is null;
create index mistake_made on desk.mistake (desk_id, made_by);
create index mistake_ended on desk.mistake (desk_id, ended_by) where ended_by is not null;
alter table desk.mistake enable row level security;

-- An agent never reads a private one, whatever its board says.
create function desk.is_agent() returns boolean language sql stable as $$
  select exists (select from desk.member m
    where m.desk_id = desk.this_desk() and m.id = desk.this_member() and m.kind = 'agent') $$;
create policy by_label on desk.mistake
  using (desk_id = desk.this_desk() and (select desk.sight()) >= 2
    and (label <> 'private' or ((select desk.sight()) = 4 and not (select desk.is_agent()))))
  with check (desk_id = desk.this_desk() and (select desk.sight()) >= 2
    and (label <> 'private' or ((select desk.sight()) = 4 and not (select desk.is_agent()))));
grant select, insert on desk.mistake to :"app";
grant update (known_to, ended_by, label) on desk.mistake to :"app";

-- The record of a private mistake is as private as it is.
grant execute on function desk.is_agent() to :"app";
