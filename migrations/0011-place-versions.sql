-- What a place is called, what else, and which zone it is in: the plan knows a place by all of its names, so every version
-- is kept. `desk.place` and `desk.place_alias` say what holds now. Of a place from before, no entry made the first version.
create table desk.place_version (
  desk_id uuid not null,
  id uuid not null,
  version integer not null check (version > 0),
  name text not null,
  zone text,
  aliases text[] not null,
  known_from timestamptz not null,
  known_to timestamptz,
  made_by uuid,
  ended_by uuid,
  primary key (desk_id, id, version),
  foreign key (desk_id, id) references desk.place (desk_id, id),
  check ((known_to is null) = (ended_by is null))
);
create unique index place_version_today on desk.place_version (desk_id, id) where known_to is null;
alter table desk.place_version enable row level security;
create policy this_desk on desk.place_version using (desk_id = desk.this_desk()) with check (desk_id = desk.this_desk());
grant select, insert, update (known_to, ended_by) on desk.place_version to :"app";

insert into desk.place_version
select p.desk_id, p.id, 1, p.name, p.zone,
  coalesce((select array_agg(a.name order by a.name) from desk.place_alias a
            where a.desk_id = p.desk_id and a.place_id = p.id), '{}'),
  d.made_at, null, null, null
from desk.place p join desk.desk d using (desk_id);
