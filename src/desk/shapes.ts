import * as z from 'zod'

/** RFC 9557: `2026-03-02T09:00:00+01:00[Europe/Zurich]`. Weekday and zone can always be read from it. */
export const zonedText = z.string()
/** `2026-03-02` */
export const dateText = z.iso.date()
/** `2026-03-02T09:00:00`, a clock on a wall. */
export const localText = z.iso.datetime({ local: true })
/** An IANA zone name. */
export const zoneName = z.string().min(1).max(80)

export const labels = z.enum(['open', 'desk', 'private'])
