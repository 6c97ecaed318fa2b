-- A further desk that somebody opened: under which key, and what was asked for with it, so that the same call said twice opens one.
alter table auth.seat add column opened_key bytea, add column opened_as bytea;
create unique index seat_opened on auth.seat (login_id, opened_key);
