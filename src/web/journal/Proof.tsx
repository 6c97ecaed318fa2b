import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../client.ts'
import { Button } from '../parts/Button.tsx'
import { wordsOf } from '../parts/Refused.tsx'
import css from './Journal.module.css'

/** Proves on demand that the record has not been altered. */
export function Proof() {
  const [wanted, setWanted] = useState(false)
  const proof = useQuery({
    ...ask.journal.verify.queryOptions({ input: {} }),
    enabled: wanted,
    staleTime: 0,
    gcTime: 0,
  })
  const check = () => {
    setWanted(true)
    if (wanted) void proof.refetch()
  }
  return (
    <>
      <p role="status" className={proof.data && !proof.data.whole ? css.broken : css.proof}>
        {proof.error ? wordsOf(proof.error) : proof.data?.words}
      </p>
      <Button busy={proof.isFetching} onClick={check}>
        Prove the record
      </Button>
    </>
  )
}
