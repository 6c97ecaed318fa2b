/** What a key that removes times is called: who is busy, or which rule speaks. */
export const busyWords = (name: string): string => `${name} is busy`

export const hoursStory = (name: string, from: string, to: string): string =>
  `${name} works ${from} to ${to}, as far as anybody knows.`
export const officeStory = 'The desk has no rule about hours, so office hours are taken for granted.'
export const holidayStory = 'Public holidays of both sides are kept.'

/** "Camille Aubry: hours are Mon–Fri 09:00–18:00" */
export const theirHoursWords = (name: string, sentence: string): string =>
  `${name}: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`

/** "Dana Okafor is busy and No meetings Friday": what would have to give way together. */
export const givesWords = (parts: readonly string[]): string => parts.join(' and ')
