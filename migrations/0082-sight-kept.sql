-- The policies made before what a member sees was kept ask for what is kept too. Nothing changes in what they allow: a change
-- is made as the desk itself, which sees everything without being looked up, and within a read nobody's board changes.
do $$
declare p record;
begin
  for p in
    select tablename, policyname, qual, with_check from pg_policies
    where schemaname = 'desk' and concat(qual, with_check) like '%sight_found()%'
  loop
    execute format('alter policy %I on desk.%I using (%s)%s', p.policyname, p.tablename,
      replace(p.qual, 'sight_found()', 'sight()'),
      case when p.with_check is null then '' else format(' with check (%s)', replace(p.with_check, 'sight_found()', 'sight()')) end);
  end loop;
end $$;

-- The same as a table of one row, which a statement that is prepared takes into its own plan.
create function desk.sight_row() returns table (sight smallint) language sql stable as $$
  select case
    when desk.this_member() = desk.this_desk() then 4::smallint
    else coalesce((
      select case
        when m.kind in ('executive', 'desk') then 4::smallint
        when m.frozen_at is not null then 0::smallint
        when m.sponsor_id is null then m.sight
        when s.left_at is not null then 0::smallint
        else least(m.sight, s.sight)
      end
      from desk.member m left join desk.member s on s.desk_id = m.desk_id and s.id = m.sponsor_id
      where m.desk_id = desk.this_desk() and m.id = desk.this_member() and m.left_at is null), 0::smallint)
  end $$;
create or replace function desk.sight_found() returns smallint language sql stable as $$ select sight from desk.sight_row() $$;
