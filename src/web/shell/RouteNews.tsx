import { useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { pageOf } from '../pages.ts'

/** A change of page without a page load: says its name to a screen reader, and gives the focus a place where it was lost. */
export function RouteNews() {
  const path = useRouterState({ select: (state) => state.location.pathname })
  const [words, setWords] = useState('')
  const first = useRef(true)
  useEffect(() => {
    if (first.current) {
      first.current = false
      return
    }
    setWords(pageOf(path)?.name ?? '')
    if (document.activeElement === document.body) document.getElementById('page')?.focus()
  }, [path])
  return (
    <p className="unseen" role="status">
      {words}
    </p>
  )
}
