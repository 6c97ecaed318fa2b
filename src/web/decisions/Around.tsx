import { useQuery } from '@tanstack/react-query'
import { ask } from '../client.ts'
import { useKnownPeople } from '../event/known.ts'
import { Choice, DateField, TextField } from '../fields/Field.tsx'
import { PersonField } from '../fields/PersonField.tsx'
import { Button } from '../parts/Button.tsx'
import css from './Ask.module.css'
import type { WrongAt } from './AskDialog.tsx'
import type { AskForm } from './draft.ts'

const labels = [
  { value: 'open' as const, words: 'Open: anyone at the doors may know' },
  { value: 'desk' as const, words: 'Desk: the people of this desk' },
  { value: 'private' as const, words: 'Private: whoever decides, and who sees private items' },
]

type Props = { form: AskForm; wrongAt: WrongAt; onPut: (part: Partial<AskForm>) => void }

/** What a brief rests on: who was asked, who sees it otherwise, where it stands, when it is looked at again. */
export function Around({ form, wrongAt, open, onPut }: Props & { open: boolean }) {
  const filled = form.consulted.length + form.disagrees.length + form.sources.length + form.reviewOn.length > 0
  return (
    <details className={css.around} open={open || filled}>
      <summary>Who was asked, who disagrees, sources, review</summary>
      <Consulted form={form} onPut={onPut} />
      <Pairs
        of="Who disagrees"
        add="Somebody disagrees"
        rows={form.disagrees.map(({ who, why }) => [who, why])}
        labels={['Who', 'Why']}
        at="disagrees"
        fields={['who', 'why']}
        wrongAt={wrongAt}
        onRows={(rows) => onPut({ disagrees: rows.map(([who, why]) => ({ who, why })) })}
      />
      <Pairs
        of="Sources"
        add="A source"
        rows={form.sources.map(({ words, link }) => [words, link])}
        labels={['What it says', 'Web address, if any']}
        at="sources"
        fields={['words', 'link']}
        wrongAt={wrongAt}
        onRows={(rows) => onPut({ sources: rows.map(([words, link]) => ({ words, link })) })}
      />
      <div className={css.pair}>
        <DateField
          label="Look at it again on"
          hint="Was it right? It comes back that day."
          value={form.reviewOn}
          wrong={wrongAt('reviewOn')}
          onValue={(reviewOn) => onPut({ reviewOn })}
        />
        <Choice label="Who may know" value={form.label} options={labels} onValue={(label) => onPut({ label })} />
      </div>
    </details>
  )
}

function Consulted({ form, onPut }: Pick<Props, 'form' | 'onPut'>) {
  const people = useKnownPeople()
  const { data } = useQuery(ask.member.list.queryOptions({ input: {} }))
  const members = (data?.members ?? []).filter(({ kind }) => kind !== 'desk').map(({ name }) => name)
  const known = [...new Set([...members, ...people.map(({ name, address }) => name ?? address)])]
  const asKnown = (name: string) => ({ address: name, name })
  return (
    <PersonField
      label="Who was asked"
      anybody
      known={known.map(asKnown)}
      value={form.consulted.map(asKnown)}
      onValue={(asked) => onPut({ consulted: asked.map(({ name, address }) => name ?? address) })}
    />
  )
}

type Row = readonly [string, string]

/** Some lines of two fields each. */
function Pairs({
  of,
  add,
  rows,
  labels: [first, second],
  at,
  fields,
  wrongAt,
  onRows,
}: {
  of: string
  add: string
  rows: readonly Row[]
  labels: Row
  at: string
  fields: Row
  wrongAt: WrongAt
  onRows: (rows: readonly Row[]) => void
}) {
  const put = (n: number, row: Row) => onRows(rows.map((one, i) => (i === n ? row : one)))
  return (
    <fieldset className={css.pairs}>
      <legend className="unseen">{of}</legend>
      {rows.map(([a, b], n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has nothing but its place
        <div key={n} className={css.row}>
          <TextField
            label={first}
            value={a}
            wrong={wrongAt(`${at}.${n}.${fields[0]}`)}
            onValue={(text) => put(n, [text, b])}
          />
          <TextField
            label={second}
            value={b}
            wrong={wrongAt(`${at}.${n}.${fields[1]}`)}
            onValue={(text) => put(n, [a, text])}
          />
          <Button
            look="quiet"
            aria-label={`Leave out: ${a || b || `line ${n + 1}`}`}
            onClick={() => onRows(rows.filter((_, i) => i !== n))}
          >
            ×
          </Button>
        </div>
      ))}
      <Button onClick={() => onRows([...rows, ['', '']])}>{add}</Button>
    </fieldset>
  )
}
