import type { Instant } from '../../../plan/time.ts'
import { freesAt, type Group, type Hold, type Need } from '../group/model.ts'
import type { FreedBy } from '../model.ts'
import { momentWords, silenceWords, spanWords } from '../texts/words.ts'

const freed: Record<FreedBy, string> = {
  other: 'free again: another was taken',
  declined: 'free again: it does not suit them',
  released: 'free again: the desk freed it',
  silence: 'free again: nobody answered',
  notice: 'free again: it came too near',
  lost: 'somebody else took it',
  cancelled: 'free again: the meeting is cancelled',
}

export const holdStateWords = (group: Group, hold: Hold, zone: string): string => {
  if (hold.state === 'freed') return freed[hold.freedBy ?? 'released']
  return hold.state === 'taken' ? 'taken' : `held until ${momentWords(freesAt(group, hold), zone)}`
}

export const groupStateWords = (group: Group, next: Instant | null, zone: string): string => {
  const { settled, to } = group.terms
  const taken = group.holds.find((hold) => hold.state === 'taken')
  switch (group.state) {
    case 'out':
      return next === null ? 'waiting for fresh times' : `out until ${momentWords(next, zone)}`
    case 'taken':
      return `${settled?.who ?? to.name} took ${taken ? spanWords(taken.span, zone) : 'one'}`
    case 'declined':
      return `none works for ${settled?.who ?? to.name}`
    case 'released':
      return 'freed by the desk'
    case 'expired':
      return 'nobody answered; all are free again'
    case 'cancelled':
      return 'the meeting is cancelled; all are free again'
  }
}

/** "Camille Aubry has 3 times until Wed 25 Nov 2026, 17:00 (Europe/London)" */
export const outWords = ({ terms }: Group, held: number, next: Instant, zone: string): string =>
  `${terms.to.name} has ${held === 1 ? 'one time' : `${held} times`} until ${momentWords(next, zone)}`

export const needWords = (
  need: Need,
  { terms, expiresAt, state }: Group,
  next: Instant | null,
  zone: string,
): string => {
  const who = terms.to.name
  switch (need) {
    case 'proposal':
      return `${who} proposes other times`
    case 'lost':
      return `${who} lost a time to somebody else; a letter is ready`
    case 'nudge':
      return `Nudge ${who}: no answer, held until ${momentWords(expiresAt, zone)}`
    case 'silence':
      return state === 'out'
        ? `${who}: nobody answered; the first time is kept until ${momentWords(next ?? expiresAt, zone)}`
        : `${who}: nobody answered; ${silenceWords[terms.onSilence]}`
    case 'expiring':
      return `${who} has until ${momentWords(next ?? expiresAt, zone)}`
  }
}
