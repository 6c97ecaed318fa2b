const all = new Intl.ListFormat('en-GB')

/** "Dana Okafor signs Communication and Honesty, or says what should be otherwise" */
export const signLine = (who: string, parts: readonly string[]): string =>
  `${who.charAt(0).toUpperCase()}${who.slice(1)} signs ${all.format(parts)}, or says what should be otherwise`

/** "Filled in, for Dana’s yes: How early may the first thing of a day begin?" */
export const waitsLine = (asks: string, executive: string): string =>
  `Filled in, for ${executive.split(' ')[0] ?? executive}’s yes: ${asks}`

/** A line of how somebody works ends as a sentence does. */
export const workLine = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`)
