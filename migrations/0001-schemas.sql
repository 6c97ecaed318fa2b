-- Three schemas. No foreign key crosses them; there are no triggers.
create extension if not exists btree_gist;

create schema auth;
create schema jobs;
create schema desk;

grant usage on schema desk, jobs to :"app";
grant usage on schema auth to :"app", :"auth";

-- The desk and the member a transaction serves. After a transaction the setting is the empty string, not null.
create function desk.this_desk() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('equerry.desk', true), '')::uuid $$;
create function desk.this_member() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('equerry.member', true), '')::uuid $$;
