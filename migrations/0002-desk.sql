-- The desk, who sits at it, and what happened there.

-- Locked by every change and held to commit: the chain, claims and moved-on checks rest on it.
create table desk.desk (
  desk_id uuid primary key,
  executive text not null,
  zone text not null,
  home text,
  made_at timestamptz not null,
  head_number bigint not null default 0,
  head_hash bytea not null
);

create table desk.member (
  desk_id uuid not null references desk.desk,
  id uuid not null,
  kind text not null check (kind in ('executive', 'assistant', 'desk')),
  name text not null,
  login_id text,
  email text,
  single_keys boolean not null default true,
  made_at timestamptz not null,
  primary key (desk_id, id)
);
create unique index member_login on desk.member (desk_id, login_id) where login_id is not null;
create unique index member_desk on desk.member (desk_id) where kind = 'desk';

-- Chained: `hash` is over everything in the row and the hash before it. What an entry says is in `journal_content`,
-- of which the chain holds only a salted hash, so that it can be forgotten without breaking the chain.
create table desk.journal_entry (
  desk_id uuid not null references desk.desk,
  number bigint not null check (number > 0),
  id uuid not null,
  at timestamptz not null,
  member_id uuid not null,
  door text not null,
  operation text not null,
  content_hash bytea not null,
  previous bytea not null,
  hash bytea not null,
  primary key (desk_id, number),
  foreign key (desk_id, member_id) references desk.member (desk_id, id)
);
create unique index journal_entry_id on desk.journal_entry (desk_id, id);

create table desk.journal_content (
  desk_id uuid not null,
  entry_id uuid not null,
  salt bytea not null,
  -- Canonical JSON; text, because the hash is over these very bytes.
  content text not null,
  primary key (desk_id, entry_id),
  foreign key (desk_id, entry_id) references desk.journal_entry (desk_id, id)
);

-- What an entry was about, for finding a thing's history again. Ids only.
create table desk.journal_item (
  desk_id uuid not null,
  item_id text not null,
  number bigint not null,
  primary key (desk_id, item_id, number),
  foreign key (desk_id, number) references desk.journal_entry (desk_id, number)
);

create table desk.journal_undone (
  desk_id uuid not null,
  entry_id uuid not null,
  by_entry_id uuid not null,
  primary key (desk_id, entry_id),
  foreign key (desk_id, entry_id) references desk.journal_entry (desk_id, id)
);

-- The answer to a key, kept seven days.
create table desk.answered (
  desk_id uuid not null references desk.desk,
  member_id uuid not null,
  operation text not null,
  key text not null,
  input_hash bytea not null,
  answer text not null,
  at timestamptz not null,
  primary key (desk_id, member_id, operation, key)
);
create index answered_at on desk.answered (desk_id, at);

-- What hangs on what.
create table desk.link (
  desk_id uuid not null references desk.desk,
  from_id text not null,
  to_id text not null,
  why text not null,
  primary key (desk_id, from_id, to_id, why)
);
create index link_to on desk.link (desk_id, to_id);

-- What leaves the desk. An attempt is written before the wire; one whose outcome is unknown is not repeated blindly.
create table desk.outbox (
  desk_id uuid not null references desk.desk,
  id uuid not null,
  entry_id uuid not null,
  way text not null,
  content text not null,
  not_before timestamptz not null,
  state text not null check (state in ('waiting', 'sent', 'withdrawn', 'failed', 'unknown')),
  primary key (desk_id, id)
);
create table desk.outbox_attempt (
  desk_id uuid not null,
  outbox_id uuid not null,
  number integer not null,
  begun_at timestamptz not null,
  ended_at timestamptz,
  outcome text,
  primary key (desk_id, outbox_id, number),
  foreign key (desk_id, outbox_id) references desk.outbox (desk_id, id)
);

do $$
declare t text;
begin
  foreach t in array array['desk', 'member', 'journal_entry', 'journal_content', 'journal_item', 'journal_undone', 'answered', 'link', 'outbox', 'outbox_attempt'] loop
    execute format('alter table desk.%I enable row level security', t);
    execute format('create policy this_desk on desk.%I using (desk_id = desk.this_desk()) with check (desk_id = desk.this_desk())', t);
  end loop;
end $$;

-- Append-only by what is not granted.
grant select, insert on desk.journal_entry, desk.journal_item, desk.journal_undone to :"app";
grant select, insert, delete on desk.journal_content, desk.answered, desk.link to :"app";
grant select, insert, update on desk.desk, desk.member, desk.outbox, desk.outbox_attempt to :"app";

-- Deadlines. Ids only; one sweeper asks what is due.
create table jobs.due (
  desk_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  operation text not null,
  item text not null,
  primary key (desk_id, id)
);
create index due_at on jobs.due (at);
create unique index due_once on jobs.due (desk_id, operation, item);
grant select, insert, update, delete on jobs.due to :"app";
