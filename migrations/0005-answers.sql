-- An answer is kept for whoever comes again with its idempotency key, and for nobody else: it is sealed under that key, of
-- which only the hash is here. So an address that was shown once cannot be read from it, and what was forgotten is gone.
drop table desk.answered;
create table desk.answered (
  desk_id uuid not null references desk.desk,
  member_id uuid not null,
  operation text not null,
  key_hash bytea not null,
  -- Hashed together with the key.
  input_hash bytea not null,
  entry_id uuid not null,
  -- Null once what the entry says was forgotten.
  sealed bytea,
  at timestamptz not null,
  primary key (desk_id, member_id, operation, key_hash),
  foreign key (desk_id, entry_id) references desk.journal_entry (desk_id, id)
);
create index answered_at on desk.answered (desk_id, at);
create index answered_entry on desk.answered (desk_id, entry_id);
alter table desk.answered enable row level security;
create policy this_desk on desk.answered using (desk_id = desk.this_desk()) with check (desk_id = desk.this_desk());
grant select, insert, delete, update (sealed) on desk.answered to :"app";

-- What an undo took back is asked for by the undo too, and what left by an entry by that entry.
create unique index journal_undone_by on desk.journal_undone (desk_id, by_entry_id);
create index outbox_entry on desk.outbox (desk_id, entry_id);
