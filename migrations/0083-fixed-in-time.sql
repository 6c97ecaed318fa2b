-- When what a finding warned of would have come: fixed before that, it is a near miss; fixed after it, it is not.
-- Of what was fixed before this column, nobody knows any more: null.
alter table desk.finding_fixed add column effect_at timestamptz;
