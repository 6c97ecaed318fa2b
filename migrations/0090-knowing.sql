-- What an executive and an assistant answered each other in the first weeks: one row a question and version. What waits was
-- filled in and nobody said yes yet; what is kept became a rule, a level of the board or a line of how this person works.
create table desk.answer (
  desk_id uuid not null references desk.desk,
  id uuid not null,
  version integer not null check (version > 0),
  copy_of integer,
  question text not null,
  label text not null check (label in ('open', 'desk', 'private')),
  -- Values, words of their own, by whom and when; null: nothing waits.
  waits jsonb,
  -- The same with what came of it and what takes it back; null: nothing is kept.
  kept jsonb,
  known_from timestamptz not null,
  known_to timestamptz,
  made_by uuid not null,
  ended_by uuid,
  primary key (desk_id, id, version),
  check ((known_to is null) = (ended_by is null))
);
create unique index answer_today on desk.answer (desk_id, id) where known_to is null;
create unique index answer_question on desk.answer (desk_id, question) where known_to is null;
create index answer_made on desk.answer (desk_id, made_by);
create index answer_ended on desk.answer (desk_id, ended_by) where ended_by is not null;
alter table desk.answer enable row level security;
create policy by_label on desk.answer
  using (desk_id = desk.this_desk() and (select desk.sight()) >= 2
    and (label <> 'private' or ((select desk.sight()) = 4 and not (select desk.is_agent()))))
  with check (desk_id = desk.this_desk() and (select desk.sight()) >= 2
    and (label <> 'private' or ((select desk.sight()) = 4 and not (select desk.is_agent()))));
grant select, insert on desk.answer to :"app";
grant update (known_to, ended_by, label) on desk.answer to :"app";
