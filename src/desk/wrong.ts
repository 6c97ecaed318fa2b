import type * as z from 'zod'

type Issue = z.core.$ZodRawIssue

const characters = (n: number | bigint): string => `${n} ${n === 1 ? 'character' : 'characters'}`

const tooSmall = ({ origin, minimum }: Extract<Issue, { code: 'too_small' }>): string => {
  if (origin === 'string') return minimum === 1 ? 'Nothing is said here' : `${characters(minimum)} at the least`
  return `${minimum} at the least`
}

const tooBig = ({ origin, maximum }: Extract<Issue, { code: 'too_big' }>): string =>
  origin === 'string' ? `That is too long: ${characters(maximum)} at the most` : `${maximum} at the most`

const formats: Readonly<Record<string, string>> = {
  date: 'There is no such day; a day is written as 2026-11-24',
  datetime: 'There is no such time; a time is written as 2026-11-24T09:30:00Z',
  uuid: 'That is no id',
  url: 'An address begins with http:// or https://',
  email: 'That is no email address',
}

const wanted: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
}

/**
 * What is wrong with one value that came in, as somebody would say it; for `safeParse(…, { error: wrongWords })`. A shape's
 * own words come first.
 */
export const wrongWords = (issue: Issue): string => {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'It is missing'
      return wanted[issue.expected] === undefined
        ? 'It is not of the right form'
        : `It has to be ${wanted[issue.expected]}`
    case 'too_small':
      return tooSmall(issue)
    case 'too_big':
      return tooBig(issue)
    case 'invalid_format':
      return formats[issue.format] ?? 'It is not of the right form'
    case 'invalid_value':
      return `It has to be ${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(issue.values.map(String))}`
    case 'unrecognized_keys':
      return `Nothing here is called ${issue.keys.map((key) => `“${key}”`).join(', ')}`
    default:
      return 'It is not of the right form'
  }
}
