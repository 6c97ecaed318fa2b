-- A text that gives something private away and was let go all the same: exactly that text, for exactly that reader. The hash
-- alone is kept; who let it go, and why, is the journal's.
create table desk.text_release (
  desk_id uuid not null references desk.desk,
  -- The journal entry that says so.
  entry_id uuid not null,
  hash text not null,
  member_id uuid not null,
  at timestamptz not null,
  primary key (desk_id, entry_id),
  foreign key (desk_id, member_id) references desk.member (desk_id, id)
);
create index text_release_hash on desk.text_release (desk_id, hash);
alter table desk.text_release enable row level security;
create policy by_sight on desk.text_release
  using (desk_id = desk.this_desk() and (select desk.sight()) >= 2)
  with check (desk_id = desk.this_desk() and (select desk.sight()) = 4);
grant select, insert on desk.text_release to :"app";
