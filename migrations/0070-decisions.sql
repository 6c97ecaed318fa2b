-- What somebody was asked to decide: the brief, by when, what happens if nobody answers, and what was chosen. Versions as
-- everywhere, so that an entry can be taken back and the plan as it stood knows what was pending.
create table desk.decision (
  desk_id uuid not null references desk.desk,
  id uuid not null,
  version integer not null check (version > 0),
  copy_of integer,
  state text not null check (state in ('open', 'chosen', 'none', 'lapsed', 'withdrawn')),
  label text not null check (label in ('open', 'desk', 'private')),
  -- Whose answer it waits for.
  decider_id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  -- Whether the deadline does anything: not once a default was taken back.
  armed boolean not null,
  brief jsonb not null,
  talk jsonb not null,
  outcome jsonb,
  review_on date,
  known_from timestamptz not null,
  known_to timestamptz,
  made_by uuid not null,
  ended_by uuid,
  primary key (desk_id, id, version),
  foreign key (desk_id, decider_id) references desk.member (desk_id, id),
  foreign key (desk_id, asked_by) references desk.member (desk_id, id),
  check ((known_to is null) = (ended_by is null)),
  check ((state in ('chosen', 'none', 'lapsed')) = (outcome is not null))
);
create unique index decision_today on desk.decision (desk_id, id) where known_to is null;
create index decision_open on desk.decision (desk_id, due_at) where known_to is null and state = 'open';
create index decision_asked on desk.decision (desk_id, asked_at) where known_to is null;
create index decision_made on desk.decision (desk_id, made_by);
create index decision_ended on desk.decision (desk_id, ended_by) where ended_by is not null;
alter table desk.decision enable row level security;
create policy by_label on desk.decision
  using (desk_id = desk.this_desk() and (decider_id = (select desk.this_member())
    or ((select desk.sight()) >= 2 and (label <> 'private' or (select desk.sight()) = 4))))
  with check (desk_id = desk.this_desk() and (select desk.sight()) >= 2 and (label <> 'private' or (select desk.sight()) = 4));
grant select, insert, update on desk.decision to :"app";
