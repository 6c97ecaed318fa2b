-- What each member may read, again: `viewOf` decides first, these policies a second time. A transaction serves a desk and a
-- member; as the desk itself (the desk's own id in the place of a member) it sees everything: plans are built so, and what
-- is changed is changed so, after the member was asked.
create function desk.sight() returns smallint language sql stable as $$
  select case
    when desk.this_member() = desk.this_desk() then 4::smallint
    else coalesce((
      select case
        when m.kind in ('executive', 'desk') then 4::smallint
        when m.frozen_at is not null then 0::smallint
        when m.sponsor_id is null then m.sight
        when s.left_at is not null then 0::smallint
        else least(m.sight, s.sight)
      end
      from desk.member m left join desk.member s on s.desk_id = m.desk_id and s.id = m.sponsor_id
      where m.desk_id = desk.this_desk() and m.id = desk.this_member() and m.left_at is null), 0::smallint)
  end $$;

-- The strictest label among the parts of an event; what says nothing has its calendar's.
create function desk.label_of(times jsonb, calendar text) returns text language sql immutable as $$
  select case
    when bool_or(label = 'private') then 'private' when bool_or(label = 'desk') then 'desk' else coalesce(max(label), calendar)
  end
  from (select coalesce(p ->> 'saidLabel', p ->> 'label', calendar) as label from jsonb_array_elements(times) p) parts $$;

-- Members who may read all of a private event: those every private part of it names, or its calendar where a part names none.
create function desk.readers_of(times jsonb, label text, named uuid[]) returns uuid[] language sql immutable as $$
  with parts as (
    select case when jsonb_array_length(coalesce(p -> 'readers', '[]')) > 0
      then (select array_agg(r::uuid) from jsonb_array_elements_text(p -> 'readers') r) else named end as readers
    from jsonb_array_elements(times) p
    where coalesce(p ->> 'saidLabel', p ->> 'label', label) = 'private'
  )
  select coalesce(array_agg(r), '{}') from (
    select r from parts, unnest(readers) r group by r having count(*) = (select count(*) from parts)) found $$;

alter table desk.calendar_version add column readers uuid[] not null default '{}';
alter table desk.event_detail
  add column label text check (label in ('open', 'desk', 'private')),
  add column readers uuid[] not null default '{}';
update desk.event_detail d set label = desk.label_of(e.times, coalesce(c.label, 'desk'))
from desk.event e left join desk.calendar_version c on c.desk_id = e.desk_id and c.id = e.calendar_id and c.known_to is null
where e.desk_id = d.desk_id and e.id = d.event_id and e.version = d.version;
alter table desk.event_detail alter column label set not null;
grant update (label, readers) on desk.event_detail to :"app";

drop policy member_of_desk on desk.event_detail;
create policy by_label on desk.event_detail
  using (desk_id = desk.this_desk() and (select desk.sight()) >= 2
    and (label <> 'private' or (select desk.sight()) = 4
      or ((select desk.sight()) = 3 and (select desk.this_member()) = any (readers))))
  with check (desk_id = desk.this_desk() and (select desk.sight()) >= 2
    and (label <> 'private' or (select desk.sight()) = 4));

-- Busy times: whoever sees that much, and an address that shows only them, which has no member.
do $$
declare t text;
begin
  foreach t in array array['event', 'occurrence', 'claim', 'hold'] loop
    execute format('drop policy this_desk on desk.%I', t);
    execute format('create policy busy on desk.%I
      using (desk_id = desk.this_desk() and ((select desk.this_member()) is null or (select desk.sight()) >= 1))
      with check (desk_id = desk.this_desk() and (select desk.sight()) >= 2)', t);
  end loop;
end $$;

-- What says words about the days: whoever sees more than busy times.
do $$
declare t text; p text;
begin
  foreach t in array array['rule', 'finding_accepted', 'ask', 'finding_fixed', 'place', 'place_alias', 'place_version', 'place_minutes'] loop
    for p in select policyname from pg_policies where schemaname = 'desk' and tablename = t loop
      execute format('drop policy %I on desk.%I', p, t);
    end loop;
    execute format('create policy by_sight on desk.%I
      using (desk_id = desk.this_desk() and (select desk.sight()) >= 2)
      with check (desk_id = desk.this_desk() and (select desk.sight()) >= 2)', t);
  end loop;
end $$;

-- An offer is about a meeting, and as private as it.
alter table desk.hold_group add column label text not null default 'desk' check (label in ('open', 'desk', 'private'));
update desk.hold_group set label = coalesce(terms -> 'meeting' ->> 'label', 'desk');
drop policy member_of_desk on desk.hold_group;
create policy by_label on desk.hold_group
  using (desk_id = desk.this_desk() and (select desk.sight()) >= 2 and (label <> 'private' or (select desk.sight()) = 4))
  with check (desk_id = desk.this_desk() and (select desk.sight()) >= 2 and (label <> 'private' or (select desk.sight()) = 4));

-- That something happened everybody at the desk may know; what it says is as private as what it is about.
alter table desk.journal_entry add column label text not null default 'desk' check (label in ('open', 'desk', 'private'));
alter table desk.journal_content add column label text not null default 'desk' check (label in ('open', 'desk', 'private'));
with private as (
  select distinct j.desk_id, j.number from desk.journal_item j
  join desk.event_detail d on d.desk_id = j.desk_id and d.event_id::text = j.item_id and d.label = 'private'
), marked as (
  update desk.journal_entry e set label = 'private' from private p
  where p.desk_id = e.desk_id and p.number = e.number returning e.desk_id, e.id
)
update desk.journal_content c set label = 'private' from marked m where m.desk_id = c.desk_id and m.id = c.entry_id;
-- The label is no part of the chain: what becomes private later takes its past with it.
grant update (label) on desk.journal_entry, desk.journal_content to :"app";
drop policy this_desk on desk.journal_content;
create policy by_label on desk.journal_content
  using (desk_id = desk.this_desk() and (label <> 'private' or (select desk.sight()) = 4))
  with check (desk_id = desk.this_desk() and (label <> 'private' or (select desk.sight()) = 4));

drop policy member_of_desk on desk.proposal;
create policy by_label on desk.proposal
  using (desk_id = desk.this_desk()
    and (member_id = (select desk.this_member()) or ((select desk.sight()) >= 2 and (label <> 'private' or (select desk.sight()) = 4))))
  with check (desk_id = desk.this_desk() and (select desk.sight()) >= 2 and (label <> 'private' or (select desk.sight()) = 4));

-- Who looked at what is private: one line a member, thing and hour.
create table desk.looked (
  desk_id uuid not null references desk.desk,
  item_id uuid not null,
  member_id uuid not null,
  hour timestamptz not null,
  primary key (desk_id, item_id, member_id, hour),
  foreign key (desk_id, member_id) references desk.member (desk_id, id)
);
alter table desk.looked enable row level security;
create policy by_sight on desk.looked using (desk_id = desk.this_desk() and (select desk.sight()) = 4)
  with check (desk_id = desk.this_desk() and (select desk.sight()) = 4);
grant select, insert on desk.looked to :"app";
