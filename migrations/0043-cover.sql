-- Who stands in for whom, from when until when, and what they may do meanwhile.
create table desk.cover (
  desk_id uuid not null references desk.desk,
  id uuid not null,
  away_id uuid not null,
  cover_id uuid not null,
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at > from_at),
  -- What it adds to the cover's own board.
  board jsonb not null,
  reason text not null,
  state text not null check (state in ('planned', 'on', 'over', 'called off')),
  made_by uuid not null,
  made_at timestamptz not null,
  -- The newest entry of the journal as it began, and as it ended: what lies between was done meanwhile.
  began_number bigint,
  ended_number bigint,
  -- The note as it was handed over.
  handed jsonb,
  seen_at timestamptz,
  primary key (desk_id, id),
  foreign key (desk_id, away_id) references desk.member (desk_id, id),
  foreign key (desk_id, cover_id) references desk.member (desk_id, id),
  check (away_id <> cover_id)
);
create index cover_open on desk.cover (desk_id, cover_id) where state in ('planned', 'on');
alter table desk.cover enable row level security;
create policy this_desk on desk.cover using (desk_id = desk.this_desk()) with check (desk_id = desk.this_desk());
grant select, insert, update on desk.cover to :"app";

-- Whether a cover may begin by themselves when somebody is ill, and what outsiders are told of an absence.
alter table desk.desk
  add column cover_self boolean not null default false,
  add column cover_told text not null default 'never' check (cover_told in ('never', 'away', 'name')),
  add column cover_reach text;
