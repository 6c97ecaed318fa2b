import { useEffect, useState } from 'react'
import { nowIn } from '../clock.ts'
import { Tag } from '../parts/Tag.tsx'

const planned = 15

/** How many of the fifteen minutes have gone. */
export function Clock({ beganAt }: { beganAt: string }) {
  const minutesGone = () => {
    const began = Temporal.ZonedDateTime.from(beganAt)
    return Math.max(0, Math.floor((nowIn(began.timeZoneId).epochMilliseconds - began.epochMilliseconds) / 60_000))
  }
  const [gone, setGone] = useState(minutesGone)
  useEffect(() => {
    const timer = setInterval(() => setGone(minutesGone()), 10_000)
    return () => clearInterval(timer)
  })
  return <Tag tone={gone > planned ? 'amber' : 'green'}>{`${gone} of ${planned} min`}</Tag>
}
