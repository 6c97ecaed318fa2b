import { useEffect, useRef } from 'react'
import { useMe } from '../shell/me.ts'
import css from './Decisions.module.css'
import type { Decision } from './draft.ts'
import { firstName } from './words.ts'

/** Said where the thumb is, to whose answer it is: the brief is another than the one that was opened. Nothing to whoever asked. */
export function ChangedSince({ decision, parts }: { decision: Decision; parts: readonly string[] }) {
  const { member } = useMe()
  const place = useRef<HTMLParagraphElement>(null)
  const { askedBy, mine } = decision
  const words = mine && askedBy.id !== member.id ? new Intl.ListFormat('en-GB').format(parts) : ''
  useEffect(() => {
    if (words !== '') place.current?.scrollIntoView({ block: 'nearest' })
  }, [words])
  if (words === '') return null
  return (
    <p ref={place} className={css.changed} role="status">
      <b>Changed since you opened it: {words}.</b> What stands here is the new brief; nothing was answered. Ask{' '}
      {firstName(askedBy.name)} if it is not clear.
    </p>
  )
}
