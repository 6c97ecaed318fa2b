-- What the desk must know again but nobody may read out of the database: passwords of calendars and mail, tokens. Sealed under
-- a key that is kept outside; bound to desk, item and name, so that in another row it does not open.
create table desk.secret (
  desk_id uuid not null references desk.desk,
  item_id text not null,
  name text not null,
  -- Also in the sealed bytes; here so that what is sealed under an old key can be found.
  key_id bigint not null,
  sealed bytea not null,
  made_at timestamptz not null,
  member_id uuid not null,
  primary key (desk_id, item_id, name),
  foreign key (desk_id, member_id) references desk.member (desk_id, id)
);
alter table desk.secret enable row level security;
-- No member reads one, whatever their sight: only the desk itself, while it uses it.
create policy desk_itself on desk.secret
  using (desk_id = desk.this_desk() and (select desk.this_member()) = (select desk.this_desk()))
  with check (desk_id = desk.this_desk() and (select desk.this_member()) = (select desk.this_desk()));
grant select, insert, update, delete on desk.secret to :"app";
