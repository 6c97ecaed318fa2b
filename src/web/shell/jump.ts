import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { todayIn } from '../clock.ts'
import { dayWords, readDay } from '../dates.ts'
import { useMe } from './me.ts'
import { openQuickAdd } from './quickAdd.ts'
import type { Verb } from './verbs.ts'

/** What typed text could mean beside a verb: a day to go to, or a line to add. */
export function useJump(text: string): readonly Verb[] {
  const navigate = useNavigate()
  const { desk } = useMe()
  return useMemo(() => {
    const typed = text.trim()
    if (typed === '') return []
    const day = readDay(typed, todayIn(desk.zone))
    const jumps: Verb[] = []
    if (day)
      jumps.push({
        id: 'jump',
        words: `Go to ${dayWords(day)}`,
        run: () => void navigate({ to: '/today', search: { on: day.toString() } }),
      })
    if (typed.length > 2)
      jumps.push({
        id: 'add',
        words: `Add “${typed}”`,
        run: () => {
          void navigate({ to: '/today' }).then(() => openQuickAdd(typed))
        },
      })
    return jumps
  }, [text, navigate, desk.zone])
}
