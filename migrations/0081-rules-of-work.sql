-- Every desk has the rules about work that a new one begins with.
insert into desk.rule (desk_id, id, version, meaning, kind, params, weight, scope, source, story, is_on, known_from)
select d.desk_id, gen_random_uuid(), 1, 1, k.kind, '{}'::jsonb, k.weight, '{}'::jsonb, 'boundary', k.story, true, d.head_at
from desk.desk d, (values
  ('late', 'avoid', 'Work that passes its date is never silent. Every desk begins with this.'),
  ('hours-left', 'avoid',
    'What will not be done in time is said before its date, while somebody can still help. Every desk begins with this.'),
  ('routine-slips', 'prefer', 'What is done every week slips first, and nobody notices. Every desk begins with this.')
) k(kind, weight, story)
where d.head_at is not null
  and not exists (select from desk.rule r where r.desk_id = d.desk_id and r.kind = k.kind);
