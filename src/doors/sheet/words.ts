/** What stands where no font has the character. */
export const missing = '▯'

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u{feff}\u{fff9}-\u{fffb}]+/gu
/** Marks that turn the direction of what follows: what one title says must not turn the next. */
const turning = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/gu
const joins = /\u200b|\u200c|\u200d|\u2060|\p{Variation_Selector}/u
/** First strong isolate, and its end (UAX #9): words read from right to left turn only themselves. */
const [isolate, isolated] = ['\u2068', '\u2069']
const fromRight = /[\p{Script=Arabic}\p{Script=Hebrew}]/u
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Runs longer than this would stand out of their column. */
const longestRun = 24

/**
 * Anybody's words as the printer can set them, and how many characters no font has. Nothing is left out silently: a
 * character without a glyph is drawn as an empty box.
 */
export function settable(text: string, has: (code: number) => boolean): { words: string; lost: number } {
  let [words, run, lost] = ['', 0, 0]
  for (const { segment } of graphemes.segment(text.replace(controls, ' ').replace(turning, ''))) {
    const known = [...segment].every((char) => joins.test(char) || has(char.codePointAt(0) ?? 0))
    run = /^\s/u.test(segment) ? 0 : run + 1
    if (run > longestRun && run % longestRun === 1) words += '\u200b'
    words += known ? segment : missing
    if (!known) lost++
  }
  return { words: fromRight.test(words) ? isolate + words + isolated : words, lost }
}
