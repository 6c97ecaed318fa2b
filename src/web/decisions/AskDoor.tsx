import { useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { todayIn } from '../clock.ts'
import { useMe } from '../shell/me.ts'
import { useVerbs } from '../shell/verbs.ts'
import { onAsking, openAsking, type Start } from './asking.ts'
import { newAsk } from './draft.ts'

const AskDialog = lazy(() => import('./AskDialog.tsx').then(({ AskDialog }) => ({ default: AskDialog })))

/** The way a question gets to whoever decides it: from ⌘K anywhere, from a finding, from an event. */
export function AskDoor() {
  const me = useMe()
  const { pathname } = useLocation()
  const [start, setStart] = useState<Start | null>(null)
  useEffect(() => onAsking(setStart), [])
  // The page of decisions says this itself, with its key.
  useVerbs(
    pathname !== '/decisions'
      ? [
          {
            id: 'ask-decision',
            words: 'Ask for a decision',
            group: 'Desk',
            of: 'decision.ask',
            run: () => openAsking(),
          },
        ]
      : [],
  )
  if (start === null) return null
  return (
    <Suspense>
      <AskDialog
        start={{ ...newAsk(todayIn(me.desk.zone), me.desk.zone), ...start }}
        editing={null}
        onClose={() => setStart(null)}
      />
    </Suspense>
  )
}
