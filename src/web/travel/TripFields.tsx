import { useQuery } from '@tanstack/react-query'
import { ask } from '../client.ts'
import { Named } from '../event/WhoMayKnow.tsx'
import { CountryField } from '../fields/CountryField.tsx'
import { Choice, DateField, NotesField, Switch, TextField } from '../fields/Field.tsx'
import { MoneyField } from '../fields/MoneyField.tsx'
import { PersonField } from '../fields/PersonField.tsx'
import { Button } from '../parts/Button.tsx'
import { WordsField } from '../priorities/WordsField.tsx'
import { useMe } from '../shell/me.ts'
import css from './Forms.module.css'
import type { Approval, Entry, TripForm } from './tripForm.ts'

export type WrongAt = (...paths: readonly string[]) => string | undefined
type Props = { form: TripForm; wrongAt: WrongAt; onPut: (part: Partial<TripForm>) => void }

const labels = [
  { value: 'open' as const, words: 'Open: anyone at the doors may know' },
  { value: 'desk' as const, words: 'Desk: the people of this desk' },
  { value: 'private' as const, words: 'Private: the executive and named people' },
]

/** What a trip is for, when, where and for whom; the rest behind one line each. */
export const TripFields = ({ form, wrongAt, onPut }: Props) => (
  <>
    <TextField
      label="What it is called"
      hint="“Zurich, Harbour & Vale board”"
      value={form.title}
      wrong={wrongAt('title')}
      maxLength={200}
      autoComplete="off"
      onValue={(title) => onPut({ title })}
    />
    <div className={css.pair}>
      <DateField
        label="First day"
        value={form.from}
        wrong={wrongAt('from')}
        onValue={(from) => onPut({ from, ...(form.until < from && { until: from }) })}
      />
      <DateField
        label="Last day"
        value={form.until}
        min={form.from}
        wrong={wrongAt('until')}
        onValue={(until) => onPut({ until })}
      />
    </div>
    <Travellers form={form} onPut={onPut} />
    <WordsField
      label="Cities, in order"
      hint="A city never sets a zone; airports and places do."
      maxLength={120}
      value={form.cities}
      onValue={(cities) => onPut({ cities: [...cities] })}
    />
    <TextField
      label="Purpose"
      value={form.purpose}
      wrong={wrongAt('purpose')}
      maxLength={1000}
      autoComplete="off"
      onValue={(purpose) => onPut({ purpose })}
    />
    <TextField
      label="Worth it if"
      hint="How we will know, afterwards."
      value={form.success}
      wrong={wrongAt('success')}
      maxLength={1000}
      autoComplete="off"
      onValue={(success) => onPut({ success })}
    />
    <Money form={form} wrongAt={wrongAt} onPut={onPut} />
    <Around form={form} wrongAt={wrongAt} onPut={onPut} />
  </>
)

/** The executive by a switch, everybody else by search; a name the desk does not know is a name. */
function Travellers({ form, onPut }: Omit<Props, 'wrongAt'>) {
  const { desk } = useMe()
  const { data } = useQuery({ ...ask.person.list.queryOptions({ input: { most: 500 } }), retry: false })
  const people = data?.people ?? []
  const others = form.travellers.filter(({ executive }) => !executive)
  const goes = form.travellers.some(({ executive }) => executive)
  const whole = (executive: boolean, rest: TripForm['travellers']) =>
    onPut({
      travellers: [...(executive ? [{ name: desk.executive, personId: null, executive: true }] : []), ...rest],
    })
  return (
    <>
      <div className={css.travels}>
        <Switch label={`${desk.executive} travels`} value={goes} onValue={(on) => whole(on, others)} />
      </div>
      <PersonField
        label="Who else travels"
        anybody
        known={people.map(({ id, name }) => ({ address: id, name }))}
        value={others.map(({ name, personId }) => ({ address: personId ?? name, name }))}
        onValue={(chosen) =>
          whole(
            goes,
            chosen.map(({ address, name }) => ({
              name: name ?? address,
              personId: people.some(({ id }) => id === address) ? address : null,
              executive: false,
            })),
          )
        }
      />
    </>
  )
}

const approvalStates = [
  { value: 'wanted' as const, words: 'wanted' },
  { value: 'asked' as const, words: 'asked' },
  { value: 'given' as const, words: 'given' },
  { value: 'refused' as const, words: 'refused' },
]

function Money({ form, wrongAt, onPut }: Props) {
  const put = (at: number, part: Partial<Approval>) =>
    onPut({ approvals: form.approvals.map((one, n) => (n === at ? { ...one, ...part } : one)) })
  return (
    <fieldset className={css.rows}>
      <legend className="unseen">Budget and approvals</legend>
      <MoneyField
        label="Budget"
        value={form.budget}
        wrong={wrongAt('budget', 'budget.amount', 'budget.currency')}
        onValue={(budget) => onPut({ budget })}
      />
      {form.approvals.map((approval, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an approval has nothing but its place
        <div key={n} className={css.row}>
          <TextField
            label="Approval of"
            value={approval.of}
            wrong={wrongAt(`approvals.${n}.of`)}
            maxLength={200}
            onValue={(of) => put(n, { of })}
          />
          <Choice label="is" value={approval.state} options={approvalStates} onValue={(state) => put(n, { state })} />
          <Button
            look="quiet"
            aria-label={`Leave out the approval of ${approval.of || `line ${n + 1}`}`}
            onClick={() => onPut({ approvals: form.approvals.filter((_, i) => i !== n) })}
          >
            ×
          </Button>
        </div>
      ))}
      <Button onClick={() => onPut({ approvals: [...form.approvals, { of: '', state: 'wanted', words: '' }] })}>
        An approval is needed
      </Button>
    </fieldset>
  )
}

const visas = [
  { value: 'unknown' as const, words: 'nobody has looked' },
  { value: 'not needed' as const, words: 'not needed' },
  { value: 'needed' as const, words: 'needed' },
  { value: 'held' as const, words: 'held' },
]

/** Why it is on the calendar, visas, the last way home, who may know. */
function Around({ form, wrongAt, onPut }: Props) {
  const calendars = useQuery(ask.calendar.list.queryOptions({ input: {} })).data?.calendars ?? []
  const own = calendars.filter(({ readOnly }) => !readOnly)
  const put = (at: number, part: Partial<Entry>) =>
    onPut({ entries: form.entries.map((one, n) => (n === at ? { ...one, ...part } : one)) })
  return (
    <details className={css.around}>
      <summary>Why it is on the calendar, visas, who may know</summary>
      <NotesField
        label="Why it is on the calendar at all"
        rows={2}
        value={form.why}
        onValue={(why) => onPut({ why })}
      />
      <TextField
        label="Last way home on the last evening"
        hint="As somebody said: “S6, 00:12”"
        value={form.lastWayHome}
        wrong={wrongAt('lastWayHome')}
        maxLength={300}
        onValue={(lastWayHome) => onPut({ lastWayHome })}
      />
      <fieldset className={css.rows}>
        <legend className="unseen">Visas</legend>
        {form.entries.map((entry, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a country may be empty still
          <div key={n} className={css.row}>
            <CountryField
              label="Country"
              value={entry.country || null}
              onValue={(country) => put(n, { country: country ?? '' })}
            />
            <Choice label="Visa" value={entry.visa} options={visas} onValue={(visa) => put(n, { visa })} />
            <Button
              look="quiet"
              aria-label={`Leave out country ${n + 1}`}
              onClick={() => onPut({ entries: form.entries.filter((_, i) => i !== n) })}
            >
              ×
            </Button>
          </div>
        ))}
        <Button onClick={() => onPut({ entries: [...form.entries, { country: '', visa: 'unknown' }] })}>
          A country it goes to
        </Button>
      </fieldset>
      {own.length > 1 && (
        <Choice
          label="Its parts stand on"
          value={form.calendarId || (own[0]?.id ?? '')}
          options={own.map(({ id, name }) => ({ value: id, words: name }))}
          onValue={(calendarId) => onPut({ calendarId })}
        />
      )}
      <Choice label="Who may know" value={form.label} options={labels} onValue={(label) => onPut({ label })} />
      {form.label === 'private' && (
        <Named readers={form.readers} onReaders={(readers) => onPut({ readers: [...readers] })} />
      )}
    </details>
  )
}
