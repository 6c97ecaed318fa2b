-- What a member may read can be found out once a transaction: `settle` keeps it beside desk and member, and it counts only for
-- those two. Policies made from here on ask for what is kept; those made before still find it out themselves, by the function
-- they were made with.
alter function desk.sight() rename to sight_found;
create function desk.sight() returns smallint language sql stable as $$
  select case
    when desk.this_member() = desk.this_desk() then 4::smallint
    when starts_with(current_setting('equerry.sees', true),
      current_setting('equerry.desk', true) || ' ' || current_setting('equerry.member', true) || ' ')
      then right(current_setting('equerry.sees', true), 1)::smallint
    else desk.sight_found()
  end $$;
