import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ask } from '../client.ts'
import { useLater } from '../shell/later.ts'
import { type OfferForm, withRecord } from './draft.ts'

/**
 * Who an offer goes to by the desk's record, as its fields are filled in. `isRead`: the record was asked about exactly these
 * fields, or somebody said who reads it; else whoever performs the offer asks it.
 */
export function useReader(form: OfferForm) {
  const name = form.name.trim()
  const now = { name, address: form.address.trim(), title: form.title.trim(), kind: 'external' }
  const text = JSON.stringify(now)
  const later = useLater(text, 200)
  const asked: typeof now = JSON.parse(later)
  const { data, isPlaceholderData, isError } = useQuery({
    ...ask.person.through.queryOptions({ input: asked }),
    enabled: asked.name !== '',
    placeholderData: keepPreviousData,
    retry: false,
  })
  const found = name === '' || isError ? undefined : data
  return {
    found,
    isRead: form.through !== null || (text === later && found !== undefined && !isPlaceholderData),
    form: withRecord(form, found),
  }
}
