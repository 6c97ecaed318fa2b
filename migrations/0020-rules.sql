-- Rules, accepted findings and asks. Rules feed every plan's judgement, so they keep their versions.

-- A rule is known from `known_from` until `known_to`; the row without `known_to` is the rule today,
-- and a rule whose newest row has one was removed. `meaning` counts the changes that alter what it judges:
-- a new story or a switch leaves accepted findings accepted.
create table desk.rule (
  desk_id uuid not null,
  id uuid not null,
  version integer not null check (version > 0),
  meaning integer not null check (meaning > 0),
  kind text not null,
  params jsonb not null,
  weight text not null check (weight in ('never', 'avoid', 'prefer')),
  scope jsonb not null,
  source text not null check (source in ('physics', 'boundary', 'preference', 'mistake')),
  story text not null,
  is_on boolean not null,
  known_from timestamptz not null,
  known_to timestamptz,
  primary key (desk_id, id, version)
);
create unique index rule_today on desk.rule (desk_id, id) where known_to is null;

-- Quiet until its evidence gets worse than `badness`, or `until_on` (the last quiet day) has passed.
create table desk.finding_accepted (
  desk_id uuid not null,
  id uuid not null,
  fingerprint text not null,
  rule_id uuid not null,
  reason text not null,
  until_on date,
  badness double precision not null,
  member_id uuid not null,
  accepted_at timestamptz not null,
  reopened_at timestamptz,
  primary key (desk_id, id)
);
create unique index finding_accepted_today on desk.finding_accepted (desk_id, fingerprint) where reopened_at is null;
create index finding_accepted_rule on desk.finding_accepted (desk_id, rule_id);

-- Somebody outside was asked. Only a person who records who answered closes it.
create table desk.ask (
  desk_id uuid not null,
  id uuid not null,
  fingerprint text not null,
  rule_id uuid not null,
  badness double precision not null,
  sent_to text not null,
  message text not null,
  member_id uuid not null,
  asked_at timestamptz not null,
  withdrawn_at timestamptz,
  answer text check (answer in ('yes', 'no')),
  answered_by text,
  reference text,
  answered_at timestamptz,
  recorded_by uuid,
  primary key (desk_id, id),
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);
create index ask_finding on desk.ask (desk_id, fingerprint) where withdrawn_at is null;
create index ask_rule on desk.ask (desk_id, rule_id);

-- A fix that was performed for a finding: the rule was relied on.
create table desk.finding_fixed (
  desk_id uuid not null,
  id uuid not null,
  fingerprint text not null,
  rule_id uuid not null,
  operation text not null,
  member_id uuid not null,
  fixed_at timestamptz not null,
  primary key (desk_id, id)
);
create index finding_fixed_rule on desk.finding_fixed (desk_id, rule_id);

alter table desk.rule enable row level security;
alter table desk.finding_accepted enable row level security;
alter table desk.ask enable row level security;
alter table desk.finding_fixed enable row level security;

create policy rule_of_desk on desk.rule using (desk_id = desk.this_desk());
create policy finding_accepted_of_desk on desk.finding_accepted using (desk_id = desk.this_desk());
create policy ask_of_desk on desk.ask using (desk_id = desk.this_desk());
create policy finding_fixed_of_desk on desk.finding_fixed using (desk_id = desk.this_desk());

-- Nothing here is ever deleted: a version ends, an acceptance is reopened, an ask is withdrawn.
grant select, insert, update on desk.rule, desk.finding_accepted, desk.ask to :"app";
grant select, insert on desk.finding_fixed to :"app";
