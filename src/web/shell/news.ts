import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { atDesk } from '../desk.ts'

const stillMs = 150

/** Hears that something changed at the desk, from whoever's hand, and reads again what is on screen. The browser reconnects by itself. */
export function useNews(): void {
  const read = useQueryClient()
  useEffect(() => {
    const news = new EventSource(atDesk('/api/news'))
    let timer: ReturnType<typeof setTimeout> | undefined
    let heard = false
    const readAgain = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void read.invalidateQueries(), stillMs)
    }
    news.addEventListener('changed', readAgain)
    // At another desk of theirs: what is on screen of this one is as it was.
    news.addEventListener('elsewhere', () => void read.invalidateQueries({ queryKey: ['desks'] }))
    // Whoever sits here no more is told so, and what they then ask for leads them to the door.
    news.addEventListener('gone', () => {
      news.close()
      readAgain()
    })
    news.addEventListener('hello', () => {
      // After a pause in the line nobody knows what was missed.
      if (heard) readAgain()
      heard = true
    })
    return () => {
      clearTimeout(timer)
      news.close()
    }
  }, [read])
}
