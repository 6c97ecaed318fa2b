-- What a cover adds to what somebody sees counts by the instant a transaction serves, as it does for what they may do: from its
-- first moment to its last, whether or not anybody has swept. `sight` of a member is that of their own board alone. Where a
-- transaction names no instant, no cover counts.
create function desk.this_time() returns timestamptz language sql stable as $$
  select nullif(current_setting('equerry.at', true), '')::timestamptz $$;

-- How far a board goes in the calendar: 0 nothing, 1 busy times, 2 further; and, from there, which private items: 2 none,
-- 3 those that name its member, 4 all.
create function desk.calendar_of(board jsonb) returns integer language sql immutable as $$
  select case when board #>> '{areas,calendar}' in ('see', 'propose', 'tell', 'act') then 2
    when board #>> '{areas,calendar}' = 'busy' then 1 else 0 end $$;
create function desk.private_of(board jsonb) returns integer language sql immutable as $$
  select case board ->> 'private' when 'all' then 4 when 'named' then 3 else 2 end $$;

create or replace function desk.sight_row() returns table (sight smallint) language sql stable as $$
  select case
    when desk.this_member() = desk.this_desk() then 4::smallint
    else coalesce((
      select case
        when m.kind in ('executive', 'desk') then 4::smallint
        when m.frozen_at is not null then 0::smallint
        when m.sponsor_id is null then coalesce(covered.sight, m.sight)
        when s.left_at is not null then 0::smallint
        else least(m.sight, s.sight)
      end
      from desk.member m
      left join desk.member s on s.desk_id = m.desk_id and s.id = m.sponsor_id
      -- The wider of their own board and of every cover in force, each part by itself, as `wider` has it.
      left join lateral (
        select case greatest(desk.calendar_of(m.board), max(desk.calendar_of(c.board)))
          when 2 then greatest(desk.private_of(m.board), max(desk.private_of(c.board)))
          when 1 then 1 else 0 end::smallint as sight
        from desk.cover c
        where c.desk_id = m.desk_id and c.cover_id = m.id and c.state in ('planned', 'on')
          and c.from_at <= desk.this_time() and c.until_at > desk.this_time()
        having count(*) > 0) covered on true
      where m.desk_id = desk.this_desk() and m.id = desk.this_member() and m.left_at is null), 0::smallint)
  end $$;

update desk.member m set sight = case desk.calendar_of(m.board) when 2 then desk.private_of(m.board) when 1 then 1 else 0 end
where m.kind in ('assistant', 'cover', 'observer')
  and exists (select from desk.cover c where c.desk_id = m.desk_id and c.cover_id = m.id);
