import { useQuery } from '@tanstack/react-query'
import { areaNames } from '../board/levels.ts'
import { ask } from '../client.ts'
import { Choice, DateField, TextField } from '../fields/Field.tsx'
import css from './Journal.module.css'

/** What is looked for; empty: whatever it is. */
export type Wanted = {
  readonly search: string
  readonly member: string
  readonly area: string
  readonly from: string
  readonly to: string
}
export const nothingWanted: Wanted = { search: '', member: '', area: '', from: '', to: '' }

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text)

const areaOf = (value: string) => {
  const [area] = areaNames.find(([one]) => one === value) ?? []
  return area && { area }
}

/** As the operation takes it; a day that is half typed is not asked for. */
export const filterOf = ({ search, member, area, from, to }: Wanted) => ({
  ...(search.trim() !== '' && { search: search.trim() }),
  ...(member !== '' && { member }),
  ...areaOf(area),
  ...(isDay(from) && { from }),
  ...(isDay(to) && { to }),
})

export function Filters({ wanted, onWanted }: { wanted: Wanted; onWanted: (wanted: Wanted) => void }) {
  const { data } = useQuery(ask.member.list.queryOptions({ input: { left: 'true' } }))
  const people = (data?.members ?? []).map(({ id, name, kind, leftAt }) => ({
    value: id,
    words: `${name}, ${kind}${leftAt === null ? '' : ', gone'}`,
  }))
  const set = (part: keyof Wanted) => (value: string) => onWanted({ ...wanted, [part]: value })
  return (
    <search className={css.filters}>
      <TextField label="Find in the journal" type="search" value={wanted.search} onValue={set('search')} />
      <Choice
        label="Who"
        value={wanted.member}
        options={[{ value: '', words: 'Everybody' }, ...people]}
        onValue={set('member')}
      />
      <Choice
        label="What it is about"
        value={wanted.area}
        options={[{ value: '', words: 'Everything' }, ...areaNames.map(([value, words]) => ({ value, words }))]}
        onValue={set('area')}
      />
      <DateField label="First day" value={wanted.from} onValue={set('from')} />
      <DateField label="Last day" value={wanted.to} onValue={set('to')} />
    </search>
  )
}
