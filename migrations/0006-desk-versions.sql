-- Where the executive is at home, and in which zone, feeds every plan: so every version of it is kept.
create table desk.desk_version (
  desk_id uuid not null references desk.desk,
  version integer not null check (version > 0),
  executive text not null,
  zone text not null,
  home text,
  known_from timestamptz not null,
  known_to timestamptz,
  primary key (desk_id, version)
);
create unique index desk_version_today on desk.desk_version (desk_id) where known_to is null;
alter table desk.desk_version enable row level security;
create policy this_desk on desk.desk_version using (desk_id = desk.this_desk()) with check (desk_id = desk.this_desk());
grant select, insert, update (known_to) on desk.desk_version to :"app";

insert into desk.desk_version select desk_id, 1, executive, zone, home, made_at, null from desk.desk;
