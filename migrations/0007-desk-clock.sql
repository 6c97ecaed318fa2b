-- When the newest entry was made. Time at a desk never runs backwards, whatever the machine's clock does and however long
-- a file was read before its import began: else versions would end before they began.
alter table desk.desk add column head_at timestamptz;
update desk.desk d set head_at = (select max(e.at) from desk.journal_entry e where e.desk_id = d.desk_id);
