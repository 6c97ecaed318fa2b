import { styleText } from 'node:util'
import type { Weight } from '../../plan/finding.ts'
import type { Answer, Told } from './answer.ts'
import {
  byDay,
  count,
  sizeWords,
  spanWords,
  tame,
  timesWords,
  totalWords,
  weightWords,
  whoseWords,
  windowWords,
} from './words.ts'

const tints: Record<Weight, 'red' | 'yellow' | 'blue'> = { never: 'red', avoid: 'yellow', prefer: 'blue' }

function findingText(finding: Told, zone: string, paint: (weight: Weight, text: string) => string): string[] {
  const heading = `  ${spanWords(finding, zone)}  ${finding.title} · ${paint(finding.weight, weightWords[finding.weight])}`
  const times = timesWords(finding.times)
  return [heading, `    ${tame(finding.words)}`, ...(times === '' ? [] : [`    ${times}`])]
}

function restText(answer: Answer): string[] {
  const skipped = answer.skipped.map(({ line, reason }) => `  line ${line}: ${tame(reason)}`)
  return [
    ...(skipped.length === 0
      ? []
      : ['', `${count(skipped.length, 'part')} of the file could not be used:`, ...skipped.slice(0, 50)]),
    ...(skipped.length > 50 ? [`  and ${skipped.length - 50} more; --json lists all`] : []),
    ...(answer.remarks.length === 0 ? [] : ['', ...answer.remarks.slice(0, 50).map(tame)]),
  ]
}

/** The answer as a person reads it in a terminal: by day, weekday and zone always said. */
export function asText(answer: Answer, colour: boolean): string {
  const paint = (weight: Weight, text: string) =>
    colour ? styleText(tints[weight], text, { validateStream: false }) : text
  const strong = (text: string) => (colour ? styleText('bold', text, { validateStream: false }) : text)
  const lines = [
    strong(tame(answer.source)),
    tame(whoseWords(answer)),
    `${windowWords(answer)}, times in ${answer.zone} (${answer.zoneKnown})`,
    sizeWords(answer),
  ]
  for (const { day, findings } of byDay(answer))
    lines.push('', strong(day), ...findings.flatMap((finding) => findingText(finding, answer.zone, paint)))
  lines.push('', totalWords(answer), ...restText(answer))
  return `${lines.join('\n')}\n`
}
