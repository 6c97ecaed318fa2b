-- Whoever travels, the executive (without a person) or somebody the desk knows: the name as in the passport, papers, loyalty
-- programmes and wishes. Numbers are in none of these rows: they are sealed in desk.secret, under the id that stands in `terms`.
-- A wish is a rule; its row says whose wish it is and who said it.
create table desk.traveller (
  desk_id uuid not null references desk.desk,
  id uuid not null,
  version integer not null check (version > 0),
  copy_of integer,
  person_id uuid,
  terms jsonb not null,
  known_from timestamptz not null,
  known_to timestamptz,
  made_by uuid not null,
  ended_by uuid,
  primary key (desk_id, id, version),
  check ((known_to is null) = (ended_by is null))
);
create table desk.loyalty (like desk.traveller including all);
create table desk.wish (like desk.traveller including all);
create table desk.paper (like desk.traveller including all);
-- A paper is private, whoever it is of; members it names may read it too.
alter table desk.paper add column readers uuid[] not null default '{}';

do $$
declare t text;
begin
  foreach t in array array['traveller', 'loyalty', 'wish', 'paper'] loop
    execute format('create unique index %I on desk.%I (desk_id, id) where known_to is null', t || '_today', t);
    execute format('create index %I on desk.%I (desk_id, person_id) where known_to is null', t || '_of', t);
    execute format('create index %I on desk.%I (desk_id, made_by)', t || '_made', t);
    execute format('create index %I on desk.%I (desk_id, ended_by) where ended_by is not null', t || '_ended', t);
    execute format('alter table desk.%I enable row level security', t);
  end loop;
  alter table desk.loyalty add foreign key (desk_id) references desk.desk;
  alter table desk.wish add foreign key (desk_id) references desk.desk;
  alter table desk.paper add foreign key (desk_id) references desk.desk;
  -- As private as the person, as the person is now: the policy of people says it again in the inner question.
  foreach t in array array['traveller', 'loyalty', 'wish'] loop
    execute format('create policy by_person on desk.%I
      using (desk_id = desk.this_desk() and (select desk.sight()) >= 2 and (person_id is null or (select desk.sight()) = 4
        or exists (select from desk.person p where p.desk_id = desk.this_desk() and p.id = person_id and p.known_to is null)))
      with check (desk_id = desk.this_desk() and (select desk.sight()) = 4)', t);
  end loop;
end $$;
create policy by_label on desk.paper
  using (desk_id = desk.this_desk() and ((select desk.sight()) = 4
    or ((select desk.sight()) = 3 and (select desk.this_member()) = any (readers))))
  with check (desk_id = desk.this_desk() and (select desk.sight()) = 4);
grant select, insert, update on desk.traveller, desk.loyalty, desk.wish, desk.paper to :"app";
