import type { ReactNode } from 'react'
import { Choice, DateField, MinutesField, TextField, TimeField } from '../fields/Field.tsx'
import { ZoneField } from '../fields/ZoneField.tsx'
import type { OfferForm } from './draft.ts'
import css from './OfferPanel.module.css'

type Props = {
  form: OfferForm
  wrong?: Partial<Record<keyof OfferForm | 'times', string>>
  zone: string
  /** Who reads it by the record; its name stands in the field until another is said. */
  reader?: string
  onForm: (form: OfferForm) => void
  /** What is known of them, under their name. */
  children?: ReactNode
}

const ways = [
  { value: 'video' as const, words: 'By video' },
  { value: 'place' as const, words: 'At a place' },
  { value: 'phone' as const, words: 'By phone' },
]
const spreads = [
  { value: '1', words: 'one a day' },
  { value: '2', words: 'two a day' },
  { value: '', words: 'any day' },
]

/** For whom, about what, how long, how, and between which days. */
export function OfferFields({ form, wrong = {}, zone, reader = '', onForm, children }: Props) {
  const put = (part: Partial<OfferForm>) => onForm({ ...form, ...part })
  return (
    <div className={css.fields}>
      <div className={css.pair}>
        <TextField
          label="For"
          value={form.name}
          wrong={wrong.name}
          maxLength={200}
          autoComplete="off"
          onValue={(name) => put({ name, address: '' })}
        />
        <TextField
          label="Through their assistant"
          value={form.through ?? reader}
          maxLength={200}
          autoComplete="off"
          onValue={(through) => put({ through, throughAddress: '' })}
        />
      </div>
      {children}
      <TextField
        label="About"
        value={form.title}
        wrong={wrong.title}
        maxLength={500}
        autoComplete="off"
        onValue={(title) => put({ title })}
      />
      <ZoneField label="Their zone" value={form.zone || zone} onValue={(their) => put({ zone: their })} />
      <div className={css.three}>
        <MinutesField
          label="Length"
          value={form.minutes}
          max={1440}
          onValue={(minutes) => put({ minutes: minutes ?? 0 })}
        />
        <Choice label="How" value={form.by} options={ways} onValue={(by) => put({ by })} />
        <Choice label="At most" value={form.perDay} options={spreads} onValue={(perDay) => put({ perDay })} />
      </div>
      {form.by === 'place' && (
        <TextField label="Place" value={form.place} maxLength={500} onValue={(place) => put({ place })} />
      )}
      {form.by === 'video' && (
        <TextField
          label="Link"
          type="url"
          hint="They see it once they have taken a time."
          value={form.link}
          wrong={wrong.link}
          onValue={(link) => put({ link })}
        />
      )}
      <div className={css.pair}>
        <DateField label="From" value={form.from} onValue={(from) => put({ from })} />
        <DateField label="To" value={form.to} min={form.from} onValue={(to) => put({ to })} />
      </div>
    </div>
  )
}

const silences = [
  { value: 'nudge' as const, words: 'free them, with a nudge ready' },
  { value: 'free' as const, words: 'free them' },
  { value: 'keep-first' as const, words: 'keep the first, free the others' },
]

/** Until when they are held, when to nudge, and what happens if nobody answers. */
export function SilenceFields({ form, zone, onForm }: Props) {
  const put = (part: Partial<OfferForm>) => onForm({ ...form, ...part })
  return (
    <fieldset className={css.silence}>
      <legend>If nobody answers</legend>
      <div className={css.pair}>
        <DateField label="Nudge on" value={form.nudgeOn} onValue={(nudgeOn) => put({ nudgeOn })} />
        <TimeField label="at" zone={zone} value={form.nudgeTime} onValue={(nudgeTime) => put({ nudgeTime })} />
      </div>
      <div className={css.pair}>
        <DateField label="Held until" required value={form.expiresOn} onValue={(expiresOn) => put({ expiresOn })} />
        <TimeField label="at" zone={zone} value={form.expiresTime} onValue={(expiresTime) => put({ expiresTime })} />
      </div>
      <Choice label="Then" value={form.onSilence} options={silences} onValue={(onSilence) => put({ onSilence })} />
    </fieldset>
  )
}
