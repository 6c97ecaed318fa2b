-- A version that puts an earlier one back is a copy of it: after an undo the state is again the one that an earlier entry
-- made, and that entry can be undone in its turn. Null: a version of its own.
alter table desk.calendar_version add column copy_of integer;
alter table desk.event add column copy_of integer;
alter table desk.place_minutes add column copy_of integer;
alter table desk.hold_group add column copy_of integer;
alter table desk.hold add column copy_of integer;
