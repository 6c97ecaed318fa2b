import { useQuery } from '@tanstack/react-query'
import { ask } from '../client.ts'
import { todayIn } from '../clock.ts'
import { useMe } from '../shell/me.ts'

/** People invited to anything in the month around today: the ones an assistant is likely to type. */
export function useKnownPeople() {
  const { desk: at } = useMe()
  const today = todayIn(at.zone)
  const { data } = useQuery({
    ...ask.event.list.queryOptions({
      input: { from: today.subtract({ days: 14 }).toString(), to: today.add({ days: 30 }).toString() },
    }),
    staleTime: 300_000,
  })
  const found = new Map(
    (data?.events ?? [])
      .flatMap((one) => one.people)
      .map((person) => [person.address, { address: person.address, name: person.name }]),
  )
  return [...found.values()]
}
