/** The browser's one clock, for words like "tomorrow" typed into it. What counts is decided by the desk's clock. */
export const todayIn = (zone: string): Temporal.PlainDate => Temporal.Now.plainDateISO(zone)

/** What the clocks of a zone show: a first guess for a field about what has just happened. */
export const nowIn = (zone: string): Temporal.ZonedDateTime => Temporal.Now.zonedDateTimeISO(zone)

/** The zone this browser is set to: a first guess, always shown before it is used. */
export const zoneHere = (): string => Temporal.Now.timeZoneId()
