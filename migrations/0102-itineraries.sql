-- What of a trip was given out by an address, to whom and how much of it; and what a desk keeps for an emergency on any trip.
-- The address itself is a hash in auth.door, as everywhere.
create table desk.itinerary (
  desk_id uuid not null references desk.desk,
  id uuid not null,
  trip_id uuid not null,
  -- The how-manieth of its trip, as it stands on what is printed.
  number integer not null check (number > 0),
  reader text not null check (reader in ('traveller', 'driver', 'host', 'family', 'office')),
  shows text not null check (shows in ('full', 'dates', 'nothing')),
  -- Who it was given to, what was chosen for them, how the desk is reached.
  terms jsonb not null,
  -- What they were shown when it was given out, or how much of it was last changed.
  page jsonb not null,
  -- Something private was in that, and somebody who may see it let it go for them.
  released boolean not null,
  issued_at timestamptz not null,
  issued_by uuid not null,
  until timestamptz not null,
  withdrawn_at timestamptz,
  -- The one that was given out in its place.
  replaced_by uuid,
  replaced_at timestamptz,
  primary key (desk_id, id),
  foreign key (desk_id, issued_by) references desk.member (desk_id, id),
  unique (desk_id, trip_id, number),
  check ((replaced_by is null) = (replaced_at is null))
);
alter table desk.itinerary enable row level security;
-- Whoever may know of the trip, and nobody else: the trip's own policy says who that is.
create policy of_trip on desk.itinerary
  using (desk_id = desk.this_desk() and exists (select from desk.trip t
    where t.desk_id = itinerary.desk_id and t.id = itinerary.trip_id and t.known_to is null))
  with check (desk_id = desk.this_desk() and exists (select from desk.trip t
    where t.desk_id = itinerary.desk_id and t.id = itinerary.trip_id and t.known_to is null));
grant select, insert, update on desk.itinerary to :"app";

-- One a desk, in versions: insurance, next of kin, embassies, whom to ring.
create table desk.emergency_card (
  desk_id uuid not null references desk.desk,
  id uuid not null,
  version integer not null check (version > 0),
  copy_of integer,
  terms jsonb not null,
  known_from timestamptz not null,
  known_to timestamptz,
  made_by uuid not null,
  ended_by uuid,
  primary key (desk_id, id, version),
  check ((known_to is null) = (ended_by is null))
);
create unique index emergency_card_today on desk.emergency_card (desk_id) where known_to is null;
create index emergency_card_made on desk.emergency_card (desk_id, made_by);
create index emergency_card_ended on desk.emergency_card (desk_id, ended_by) where ended_by is not null;
alter table desk.emergency_card enable row level security;
create policy private on desk.emergency_card
  using (desk_id = desk.this_desk() and (select desk.sight()) = 4)
  with check (desk_id = desk.this_desk() and (select desk.sight()) = 4);
grant select, insert, update on desk.emergency_card to :"app";

alter table auth.door drop constraint door_way_check;
alter table auth.door add constraint door_way_check check (way in ('first', 'feed', 'page', 'agent', 'itinerary'));
