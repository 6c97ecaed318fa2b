-- Booking confirmations as they were dropped in, and what was read of them. The bytes are kept once, by their hash; what was read is
-- kept with them, so that every value of a trip points at its words for as long as the trip is there.
create table desk.document (
  desk_id uuid not null references desk.desk,
  -- SHA-256 of the bytes, lower-case hex.
  hash text not null,
  bytes bytea not null check (octet_length(bytes) <= 26214400),
  kept_at timestamptz not null,
  primary key (desk_id, hash)
);

create table desk.confirmation (
  desk_id uuid not null references desk.desk,
  id uuid not null,
  version integer not null check (version > 0),
  copy_of integer,
  state text not null check (state in ('open', 'taken', 'left')),
  label text not null check (label in ('open', 'desk', 'private')),
  -- The trip it went into, or was dropped at.
  trip_id uuid,
  document_hash text not null,
  file_name text,
  reading jsonb not null,
  -- Which part went into which segment.
  taken jsonb not null,
  left_because text,
  dropped_by uuid not null,
  dropped_at timestamptz not null,
  known_from timestamptz not null,
  known_to timestamptz,
  made_by uuid not null,
  ended_by uuid,
  primary key (desk_id, id, version),
  foreign key (desk_id, document_hash) references desk.document (desk_id, hash),
  foreign key (desk_id, dropped_by) references desk.member (desk_id, id),
  check ((known_to is null) = (ended_by is null))
);
create unique index confirmation_today on desk.confirmation (desk_id, id) where known_to is null;
create index confirmation_open on desk.confirmation (desk_id, dropped_at) where known_to is null and state = 'open';
create index confirmation_trip on desk.confirmation (desk_id, trip_id) where known_to is null;
create index confirmation_document on desk.confirmation (desk_id, document_hash);
create index confirmation_made on desk.confirmation (desk_id, made_by);
create index confirmation_ended on desk.confirmation (desk_id, ended_by) where ended_by is not null;
alter table desk.confirmation enable row level security;
-- Whoever may know of its trip may know of it; before it has one, whoever may know of anything at its label.
create policy by_label on desk.confirmation
  using (desk_id = desk.this_desk() and (select desk.sight()) >= 2 and (label <> 'private' or (select desk.sight()) = 4
    or exists (select 1 from desk.trip where trip.desk_id = confirmation.desk_id and trip.id = confirmation.trip_id and trip.known_to is null)))
  with check (desk_id = desk.this_desk() and (select desk.sight()) >= 2);
grant select, insert, update on desk.confirmation to :"app";

alter table desk.document enable row level security;
create policy by_confirmation on desk.document for select
  using (desk_id = desk.this_desk() and ((select desk.sight()) = 4 or exists (select 1 from desk.confirmation
    where confirmation.desk_id = document.desk_id and confirmation.document_hash = document.hash)));
create policy kept on desk.document for insert
  with check (desk_id = desk.this_desk() and (select desk.sight()) >= 2);
grant select, insert on desk.document to :"app";
