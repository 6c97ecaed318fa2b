-- One-to-ones, and what the two partners tell each other. Both are read by the two they name and by nobody else: not by whoever
-- sees everything private, nor by an agent, a cover, an observer or another assistant; and by whoever left or was stopped no
-- longer.
create function desk.sits() returns boolean language sql stable as $$
  select exists (select from desk.member m
    where m.desk_id = desk.this_desk() and m.id = desk.this_member() and m.left_at is null and m.frozen_at is null) $$;
grant execute on function desk.sits() to :"app";

create table desk.one_to_one (
  desk_id uuid not null references desk.desk,
  id uuid not null,
  executive_id uuid not null,
  assistant_id uuid not null,
  state text not null check (state in ('on', 'over', 'off')),
  began_at timestamptz not null,
  ended_at timestamptz,
  -- The newest entry of the journal as it began, and as it ended: what the two did between is what was agreed.
  began_number bigint not null,
  ended_number bigint,
  -- Lines that were talked through, and those that were left for the next.
  settled jsonb not null,
  carried jsonb not null,
  readers uuid[] not null,
  primary key (desk_id, id),
  foreign key (desk_id, executive_id) references desk.member (desk_id, id),
  foreign key (desk_id, assistant_id) references desk.member (desk_id, id),
  check ((state = 'over') = (ended_at is not null)),
  check ((ended_at is null) = (ended_number is null))
);
-- The two have one at a time.
create unique index one_to_one_on on desk.one_to_one (desk_id, assistant_id) where state = 'on';
create index one_to_one_over on desk.one_to_one (desk_id, assistant_id, began_at) where state = 'over';

create table desk.feedback (
  desk_id uuid not null references desk.desk,
  id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  -- What it is about: a mistake by its id, a project by its name; nothing in particular.
  about text not null check (about in ('mistake', 'project', 'nothing')),
  item text,
  well text not null,
  to_try text not null,
  thanks text not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  label text not null check (label = 'private'),
  readers uuid[] not null check (cardinality(readers) = 2),
  primary key (desk_id, id),
  foreign key (desk_id, from_id) references desk.member (desk_id, id),
  foreign key (desk_id, to_id) references desk.member (desk_id, id),
  check (from_id <> to_id),
  check ((about = 'nothing') = (item is null))
);
create index feedback_given on desk.feedback (desk_id, given_at) where withdrawn_at is null;

do $$
declare t text;
begin
  foreach t in array array['one_to_one', 'feedback'] loop
    execute format('alter table desk.%I enable row level security', t);
    execute format('create policy by_readers on desk.%I
      using (desk_id = desk.this_desk() and ((select desk.this_member()) = (select desk.this_desk())
        or ((select desk.this_member()) = any (readers) and (select desk.sits()))))
      with check (desk_id = desk.this_desk() and ((select desk.this_member()) = (select desk.this_desk())
        or ((select desk.this_member()) = any (readers) and (select desk.sits()))))', t);
  end loop;
end $$;
grant select, insert on desk.one_to_one, desk.feedback to :"app";
grant update (state, ended_at, ended_number, settled, carried) on desk.one_to_one to :"app";
grant update (withdrawn_at) on desk.feedback to :"app";

-- What happened since a day is found without reading the whole record: entries go up in number and time together.
create index if not exists journal_entry_at on desk.journal_entry (desk_id, at);
