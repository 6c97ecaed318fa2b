-- What the executive and whoever assists them have agreed: ten sentences, each with who signed these very words. Another
-- wording is another version, which both sign again; nothing that was signed is ever altered.
create table desk.agreement (
  desk_id uuid not null,
  id uuid not null,
  version integer not null check (version > 0),
  part text not null check (part in ('communication', 'honesty', 'feedback', 'connection', 'room', 'growth', 'picture', 'decisions',
    'boundaries', 'accountability')),
  sentence text not null,
  -- Who signed, when: [{"member": uuid, "at": RFC 3339}].
  signed jsonb not null,
  known_from timestamptz not null,
  known_to timestamptz,
  made_by uuid not null,
  ended_by uuid,
  primary key (desk_id, id, version),
  check ((known_to is null) = (ended_by is null))
);
create unique index agreement_today on desk.agreement (desk_id, part) where known_to is null;
alter table desk.agreement enable row level security;
create policy by_sight on desk.agreement
  using (desk_id = desk.this_desk() and (select desk.sight()) >= 2 and not (select desk.is_agent()))
  with check (desk_id = desk.this_desk() and (select desk.sight()) >= 2 and not (select desk.is_agent()));
grant select, insert on desk.agreement to :"app";
grant update (known_to, ended_by) on desk.agreement to :"app";

-- What one member did over a year is counted from the index alone.
create index work_stretch on desk.work (desk_id, id) where known_to is null and terms @> '{"stretch": true}';
create index journal_entry_by on desk.journal_entry (desk_id, member_id, at) include (operation, id);

-- When work was first written down, by its day.
create index work_first on desk.work (desk_id, known_from) where version = 1;
