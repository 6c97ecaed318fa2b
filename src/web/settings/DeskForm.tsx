import { type FormEvent, useState } from 'react'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { CountryField } from '../fields/CountryField.tsx'
import { TextField } from '../fields/Field.tsx'
import { ZoneField } from '../fields/ZoneField.tsx'
import { Button } from '../parts/Button.tsx'
import { Refused } from '../parts/Refused.tsx'
import { WhoCan } from '../parts/WhoCan.tsx'
import { useMay } from '../shell/may.ts'
import { useMe } from '../shell/me.ts'
import { Section } from './Section.tsx'

/** Whose desk it is and where their days are read; what is said of it, for whoever may not say it. */
export const DeskForm = () => (
  <Section title="The desk" note="Who it is for, and where their days begin.">
    {useMay('desk.change') === 'no' ? <Said /> : <Form />}
  </Section>
)

function Said() {
  const { executive, zone, home } = useMe().desk
  return (
    <>
      <p>
        <b>{executive}</b>
        {home !== null && `, from ${home}`}
      </p>
      <p>Times in {zone.replaceAll('_', ' ')}</p>
      <WhoCan of="desk.change" what="change this" />
    </>
  )
}

function Form() {
  const { desk: here } = useMe()
  const [executive, setExecutive] = useState(here.executive)
  const [zone, setZone] = useState(here.zone)
  const [home, setHome] = useState(here.home ?? '')
  const [country, setCountry] = useState(here.country)
  const save = useChange(desk.desk.change, { said: 'Saved' })
  const same =
    executive === here.executive && zone === here.zone && home === (here.home ?? '') && country === here.country
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate({ executive, zone, home: home.trim() === '' ? null : home.trim(), country })
  }
  return (
    <form onSubmit={submit}>
      <TextField label="The executive’s name" required maxLength={120} value={executive} onValue={setExecutive} />
      <ZoneField label="Home zone" value={zone} onValue={setZone} />
      <TextField
        label="Home place"
        hint="Where the first way of the day begins, by the name your calendars use. Left empty: unknown."
        maxLength={300}
        value={home}
        onValue={setHome}
      />
      <CountryField
        label="Public holidays"
        hint="No times are offered on them. Left empty: those of the home zone’s country."
        value={country}
        onValue={setCountry}
      />
      <Refused error={save.error} />
      <Button of="desk.change" type="submit" look="main" disabled={same} busy={save.isPending}>
        Save
      </Button>
    </form>
  )
}
