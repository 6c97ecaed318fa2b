import type pg from 'pg'

/** How much of everything a year of a busy desk holds. */
export const year = { entries: 200_000, decisions: 4_000, works: 16_000, promises: 8_000, mistakes: 200 }

/** Who writes it: the executive every sixth entry, the assistant the others. */
export type Writers = { readonly desk: string; readonly executive: string; readonly assistant: string }

const operations = [
  'event.move',
  'event.edit',
  'event.add',
  'hold.offer',
  'work.tick',
  'finding.accept',
  'note.edit',
  'rule.edit',
]

/** The id of the nth entry, and when it was written: evenly over the year that ends with the last. */
const idOf = (n: string) => `overlay(overlay(md5('entry ' || (${n})) placing '7' from 13) placing '8' from 17)::uuid`
const atOf = (n: string) => `($2::timestamptz - interval '365 days' + (${n}) * interval '365 days' / ${year.entries})`

/**
 * A year of record, written as the owner of the tables: 200,000 entries of which some asked for decisions, work and promises,
 * and some settled them. `until`: when it ends (RFC 3339).
 */
export async function writeYear(owner: pg.Pool, { desk, executive, assistant }: Writers, until: string): Promise<void> {
  const run = (sql: string, more: readonly unknown[] = []) => owner.query(sql, [desk, until, ...more])
  const first = ((await owner.query('select head_number from desk.desk where desk_id = $1', [desk])).rows[0]
    ?.head_number ?? 0) as number
  const named = `(array[${operations.map((name) => `'${name}'`).join(', ')}])[1 + n % ${operations.length}]`
  await run(
    `insert into desk.journal_entry (desk_id, number, id, at, member_id, door, operation, content_hash, previous, hash)
     select $1, ${first} + n, ${idOf('n')}, ${atOf('n')}, case when n % 6 = 0 then $3::uuid else $4::uuid end, 'web',
       case n % 25 when 1 then 'work.add' when 2 then 'decision.ask' when 3 then 'commitment.add' else ${named} end,
       sha256('c'), sha256('p'), sha256('h')
     from generate_series(1, ${year.entries}) n`,
    [executive, assistant],
  )
  await run(`insert into desk.journal_content (desk_id, entry_id, salt, content)
     select $1, ${idOf('n')}, '\\x00', '{"values":{"title":"Meeting ' || n || '","words":"${'x'.repeat(200)}"},"undo":{"none":"A year ago"}}'
     from generate_series(1, ${year.entries}) n where $2 <> ''`)
  await run(`insert into desk.journal_item (desk_id, item_id, number)
     select $1, 'item-' || n % 9000, ${first} + n from generate_series(1, ${year.entries}) n where $2 <> ''`)
  await decisions(run, executive, assistant)
  await works(run)
  await promises(run)
  await run(
    `insert into desk.mistake (desk_id, id, version, owner_id, items, keys, effect_at, mend_at, facts, progress, label, known_from, made_by)
     select $1, md5('mistake ' || n)::uuid, 1, $3, '{}', '{}', ${atOf('n * 900')}, ${atOf('n * 900')}, '{}',
       '{"confirmed":null,"cannot":null,"said":[],"steps":[],"closed":null,"reopened":[]}', 'desk', ${atOf('n * 900')}, ${idOf('n * 900')}
     from generate_series(1, ${year.mistakes}) n`,
    [assistant],
  )
  await run(`update desk.desk set head_number = ${first + year.entries}, head_at = $2 where desk_id = $1`)
  await owner.query(
    'vacuum analyze desk.journal_entry, desk.journal_content, desk.decision, desk.work, desk.commitment, desk.mistake',
  )
}

type Run = (sql: string, more?: readonly unknown[]) => Promise<unknown>

const brief = JSON.stringify({
  question: 'Which hotel?',
  context: 'y'.repeat(600),
  options: [],
  hangsOn: [],
  zone: 'Europe/London',
})

/** Asked at one entry, answered some hours of entries later; both versions are kept. */
async function decisions(run: Run, executive: string, assistant: string): Promise<void> {
  const outcome = `jsonb_build_object('option', 1, 'by', $3::text, 'saidBy', null, 'byDefault', false, 'at', ${atOf('n * 45 + n % 40')}, 'entry', ${idOf('n * 45 + n % 40')})`
  const columns =
    'desk_id, id, version, state, label, decider_id, asked_by, asked_at, due_at, armed, brief, talk, outcome, known_from, known_to, made_by, ended_by'
  for (const version of [1, 2])
    await run(
      `insert into desk.decision (${columns})
       select $1, md5('decision ' || n)::uuid, ${version}, '${version === 1 ? 'open' : 'chosen'}', 'desk', $3::uuid, $4::uuid, ${atOf('n * 45')}, ${atOf('n * 45 + 200')}, true,
         $5::jsonb, '[]', ${version === 1 ? 'null' : outcome}, ${version === 1 ? atOf('n * 45') : atOf('n * 45 + n % 40')},
         ${version === 1 ? atOf('n * 45 + n % 40') : 'null'}, ${version === 1 ? idOf('n * 45') : idOf('n * 45 + n % 40')}, ${version === 1 ? idOf('n * 45 + n % 40') : 'null'}
       from generate_series(1, ${year.decisions}) n`,
      [executive, assistant, brief],
    )
}

async function works(run: Run): Promise<void> {
  const terms = `jsonb_build_object('title', 'Work ' || n, 'owner', 'assistant', 'who', 'Ines', 'askedBy', case when n % 2 = 0 then 'Dana Okafor' else '' end,
    'goal', case when n % 3 = 0 then 'The board decides' else '' end, 'stretch', n % 50 = 0, 'asked', '${'z'.repeat(300)}')`
  for (const version of [1, 2])
    await run(`insert into desk.work (desk_id, id, version, state, label, kind, due_at, closed_at, terms, known_from, known_to, made_by, ended_by)
      select $1, md5('work ' || n)::uuid, ${version}, '${version === 1 ? 'open' : 'closed'}', 'desk', 'Papers', case when n % 4 = 0 then null else ${atOf('n * 12 + 100')} end,
        ${version === 1 ? 'null' : atOf('n * 12 + 60')}, ${terms}, ${version === 1 ? atOf('n * 12') : atOf('n * 12 + 60')},
        ${version === 1 ? atOf('n * 12 + 60') : 'null'}, ${version === 1 ? idOf('n * 12') : idOf('n * 12 + 60')}, ${version === 1 ? idOf('n * 12 + 60') : 'null'}
      from generate_series(1, ${year.works}) n`)
}

const promises = (run: Run) =>
  run(`insert into desk.commitment (desk_id, id, version, side, state, terms, due_at, chase_at, closed_at, hangs_on, people, label, known_from, made_by)
    select $1, md5('promise ' || n)::uuid, 1, 'ours', 'kept', jsonb_build_object('what', 'the sheet', 'owner', case when n % 2 = 0 then 'assistant' else 'executive' end, 'words', '${'w'.repeat(300)}'),
      ${atOf('n * 24 + 90')}, ${atOf('n * 24 + 90')}, ${atOf('n * 24 + n % 100')}, '{}', '{}', 'desk', ${atOf('n * 24 + n % 100')}, ${idOf('n * 24 + n % 100')}
    from generate_series(1, ${year.promises}) n`)
