-- People known to the desk, who assists whom and how they work; one line noted after each contact with somebody; and suggested
-- assistants that somebody said are none. All keep their versions: undo puts them back.
create table desk.person (
  desk_id uuid not null references desk.desk,
  id uuid not null,
  version integer not null check (version > 0),
  copy_of integer,
  name text not null,
  -- Other names, addresses, organisation, zone, how they work, and by whose id they are assisted.
  terms jsonb not null,
  -- Names and addresses, folded: by these somebody is found again.
  known_by text[] not null,
  label text not null check (label in ('open', 'desk', 'private')),
  known_from timestamptz not null,
  known_to timestamptz,
  made_by uuid not null,
  ended_by uuid,
  primary key (desk_id, id, version),
  check ((known_to is null) = (ended_by is null))
);
create unique index person_today on desk.person (desk_id, id) where known_to is null;
create index person_made on desk.person (desk_id, made_by);
create index person_ended on desk.person (desk_id, ended_by) where ended_by is not null;

create table desk.contact (
  desk_id uuid not null references desk.desk,
  id uuid not null,
  version integer not null check (version > 0),
  copy_of integer,
  person_id uuid not null,
  kind text not null check (kind in ('note', 'tip', 'they-helped', 'we-helped', 'thanks')),
  words text not null,
  on_date date not null,
  noted_by text not null,
  label text not null check (label in ('open', 'desk', 'private')),
  known_from timestamptz not null,
  known_to timestamptz,
  made_by uuid not null,
  ended_by uuid,
  primary key (desk_id, id, version),
  check ((known_to is null) = (ended_by is null))
);
create unique index contact_today on desk.contact (desk_id, id) where known_to is null;
create index contact_of on desk.contact (desk_id, person_id, on_date) where known_to is null;
create index contact_made on desk.contact (desk_id, made_by);
create index contact_ended on desk.contact (desk_id, ended_by) where ended_by is not null;

create table desk.no_assistant (
  desk_id uuid not null references desk.desk,
  id uuid not null,
  version integer not null check (version > 0),
  copy_of integer,
  -- The suggestion: who would assist whom, folded.
  suggested text not null,
  label text not null check (label in ('open', 'desk', 'private')),
  known_from timestamptz not null,
  known_to timestamptz,
  made_by uuid not null,
  ended_by uuid,
  primary key (desk_id, id, version),
  check ((known_to is null) = (ended_by is null))
);
create unique index no_assistant_today on desk.no_assistant (desk_id, id) where known_to is null;
create index no_assistant_made on desk.no_assistant (desk_id, made_by);
create index no_assistant_ended on desk.no_assistant (desk_id, ended_by) where ended_by is not null;

do $$
declare t text;
begin
  foreach t in array array['person', 'contact', 'no_assistant'] loop
    execute format('alter table desk.%I enable row level security', t);
    execute format('create policy by_label on desk.%I
      using (desk_id = desk.this_desk() and (select desk.sight()) >= 2 and (label <> ''private'' or (select desk.sight()) = 4))
      with check (desk_id = desk.this_desk() and (select desk.sight()) >= 2 and (label <> ''private'' or (select desk.sight()) = 4))', t);
  end loop;
end $$;
grant select, insert, update on desk.person, desk.contact, desk.no_assistant to :"app";
