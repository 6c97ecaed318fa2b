import { useMemo } from 'react'
import { CountrySearch } from '../fields/CountryField.tsx'
import { countries } from './countries.ts'

type Props = { label: string; value: string | null; onValue: (code: string | null) => void }

/** A country without its regions, found by typing any part of its name; empty is none. */
export const WhichCountry = (props: Props) => <CountrySearch {...props} items={useMemo(countries, [])} />
