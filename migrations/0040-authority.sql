-- Who may do what. A board is what one member may do; `sight` is what the row policies read of it: 0 nothing of the
-- calendar, 1 busy times, 2 items labelled open or desk, 3 private ones that name them too, 4 everything.
alter table desk.member drop constraint member_kind_check;
alter table desk.member add constraint member_kind_check
  check (kind in ('executive', 'assistant', 'cover', 'agent', 'observer', 'desk'));
alter table desk.member
  add column board jsonb,
  add column sight smallint,
  -- The human who answers for an agent.
  add column sponsor_id uuid,
  add column frozen_at timestamptz,
  add column left_at timestamptz;

update desk.member set sight = 4, board = case
  when kind = 'assistant' then
    '{"areas":{"calendar":"act","mail":"act","travel":"act","people":"act","money":"propose","partnership":"see","desk":"act"},"send":"anyone","spend":null,"move":[],"private":"all"}'::jsonb
  else
    '{"areas":{"calendar":"act","mail":"act","travel":"act","people":"act","money":"act","partnership":"act","desk":"act"},"send":"anyone","spend":null,"move":[],"private":"all"}'::jsonb
end;

alter table desk.member
  alter column board set not null,
  alter column sight set not null,
  add constraint member_sight check (sight between 0 and 4),
  add constraint member_sponsor check ((kind = 'agent') = (sponsor_id is not null)),
  add foreign key (desk_id, sponsor_id) references desk.member (desk_id, id);

-- What somebody wanted to do and may not do alone: the operation and its input, waiting for a yes.
create table desk.proposal (
  desk_id uuid not null references desk.desk,
  id uuid not null,
  member_id uuid not null,
  operation text not null,
  input jsonb not null,
  -- What it would do, as the journal would keep it.
  outcome jsonb not null,
  -- Findings that would go and come.
  findings jsonb not null,
  because jsonb not null,
  why text not null,
  items text[] not null,
  label text not null check (label in ('open', 'desk', 'private')),
  state text not null check (state in ('open', 'done', 'refused', 'expired', 'overtaken', 'withdrawn')),
  made_at timestamptz not null,
  made_number bigint not null,
  until timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  -- Why somebody said no, or what overtook it.
  decided_why text,
  done_entry uuid,
  primary key (desk_id, id),
  foreign key (desk_id, member_id) references desk.member (desk_id, id),
  check ((state = 'open') = (decided_at is null))
);
create index proposal_open on desk.proposal (desk_id, until) where state = 'open';
create index proposal_made on desk.proposal (desk_id, made_at);

-- What was done on the way of “act and tell” and nobody has been told yet.
create table desk.to_tell (
  desk_id uuid not null,
  entry_id uuid not null,
  primary key (desk_id, entry_id),
  foreign key (desk_id, entry_id) references desk.journal_entry (desk_id, id)
);

do $$
declare t text;
begin
  foreach t in array array['proposal', 'to_tell'] loop
    execute format('alter table desk.%I enable row level security', t);
  end loop;
end $$;
create policy this_desk on desk.to_tell using (desk_id = desk.this_desk()) with check (desk_id = desk.this_desk());
create policy member_of_desk on desk.proposal
  using (desk_id = desk.this_desk() and desk.this_member() is not null)
  with check (desk_id = desk.this_desk() and desk.this_member() is not null);

grant select, insert, update on desk.proposal to :"app";
grant select, insert, delete on desk.to_tell to :"app";

-- An agent comes with a token of its own.
alter table auth.door drop constraint door_way_check;
alter table auth.door add constraint door_way_check check (way in ('first', 'feed', 'page', 'agent'));
