import { useQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { ask, type desk } from '../client.ts'

export type Me = Awaited<ReturnType<typeof desk.desk.me>>

export const MeContext = createContext<Me | null>(null)

/** Who is signed in and at whose desk. Only inside the shell, which waits for the answer first. */
export function useMe(): Me {
  const me = useContext(MeContext)
  if (!me) throw new Error('useMe is only for pages inside the shell')
  return me
}

/** For the shell and the sign-in page, where nobody may be signed in yet. */
export const useMaybeMe = () =>
  useQuery({ ...ask.desk.me.queryOptions({ input: {} }), retry: false, staleTime: 60_000 })
