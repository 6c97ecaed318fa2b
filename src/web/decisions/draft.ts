import type { Confidence, Does } from '../../desk/decisions/model.ts'
import type { desk } from '../client.ts'

export type Decision = Awaited<ReturnType<typeof desk.decision.show>>['decision']
type Draft = Parameters<typeof desk.decision.ask>[0]

/** Something the desk can do itself, with the words that a person chooses it by. */
export type Deed = Does & { readonly words: string }

export type OptionForm = {
  readonly words: string
  readonly cost: string
  readonly gain: string
  readonly undo: string
  readonly deed: Deed | null
}

/** The form's fields, each as its control holds it. Options are named by their place, from 1; '' is none. */
export type AskForm = {
  readonly question: string
  readonly context: string
  readonly options: readonly OptionForm[]
  readonly recommended: string
  readonly confidence: Confidence | ''
  readonly on: string
  readonly time: string
  readonly zone: string
  readonly onSilence: string
  /** A member's id; '' is the executive. */
  readonly decider: string
  readonly consulted: readonly string[]
  readonly disagrees: readonly { readonly who: string; readonly why: string }[]
  readonly sources: readonly { readonly words: string; readonly link: string }[]
  readonly hangsOn: readonly string[]
  readonly label: 'open' | 'desk' | 'private'
  readonly reviewOn: string
  /** What the desk could do, for any of the options. */
  readonly deeds: readonly Deed[]
}

export const noOption: OptionForm = { words: '', cost: '', gain: '', undo: '', deed: null }

/** An empty question, wanted by noon of the day after `today`. */
export const newAsk = (today: Temporal.PlainDate, zone: string): AskForm => ({
  question: '',
  context: '',
  options: [noOption, noOption],
  recommended: '',
  confidence: '',
  on: today.add({ days: 1 }).toString(),
  time: '12:00',
  zone,
  onSilence: '',
  decider: '',
  consulted: [],
  disagrees: [],
  sources: [],
  hangsOn: [],
  label: 'desk',
  reviewOn: '',
  deeds: [],
})

/** A brief as it stands, to be changed. */
export function formOf(decision: Decision): AskForm {
  const due = Temporal.ZonedDateTime.from(decision.neededBy)
  const options = decision.options.map(
    ({ words, cost, gain, undo, does, deedWords }): OptionForm => ({
      words,
      cost,
      gain,
      undo,
      deed: does && { ...does, words: deedWords },
    }),
  )
  return {
    question: decision.question,
    context: decision.context,
    options,
    recommended: String(decision.options.find(({ recommended }) => recommended)?.number ?? ''),
    confidence: decision.confidence ?? '',
    on: due.toPlainDate().toString(),
    time: due.toPlainTime().toString({ smallestUnit: 'minute' }),
    zone: due.timeZoneId,
    onSilence: String(decision.onSilence ?? ''),
    decider: decision.decider.id,
    consulted: decision.consulted,
    disagrees: decision.disagrees,
    sources: decision.sources.map(({ words, link }) => ({ words, link: link ?? '' })),
    hangsOn: decision.hangsOn,
    label: decision.label,
    reviewOn: decision.reviewOn ?? '',
    deeds: options.flatMap(({ deed }) => (deed ? [deed] : [])),
  }
}

const place = (text: string): number | null => (text === '' ? null : Number(text))
const isFilled = (option: OptionForm): boolean => option.words.trim() !== ''

/** What the form says, for `decision.ask` and `decision.edit`. Lines that were left empty are not said. */
export const draftOf = (form: AskForm): Draft => ({
  question: form.question,
  context: form.context,
  options: form.options
    .filter((option, n) => n < 2 || isFilled(option))
    .map(({ deed, ...option }) => ({
      ...option,
      does: deed && { operation: deed.operation, input: deed.input },
    })),
  recommended: place(form.recommended),
  confidence: form.recommended === '' || form.confidence === '' ? null : form.confidence,
  neededBy: { on: form.on, time: form.time, zone: form.zone },
  onSilence: place(form.onSilence),
  decider: form.decider === '' ? null : form.decider,
  consulted: [...form.consulted],
  disagrees: form.disagrees.filter(({ who, why }) => `${who}${why}`.trim() !== ''),
  sources: form.sources
    .filter(({ words, link }) => `${words}${link}`.trim() !== '')
    .map(({ words, link }) => ({ words: words.trim() || link.trim(), link: link.trim() || null })),
  hangsOn: [...form.hangsOn],
  label: form.label,
  reviewOn: form.reviewOn === '' ? null : form.reviewOn,
})

/** An option goes, and what named the ones behind it by their place goes along. */
export function withoutOption(form: AskForm, gone: number): AskForm {
  const moved = (text: string): string => {
    const at = place(text)
    if (at === null || at < gone) return text
    return at === gone ? '' : String(at - 1)
  }
  return {
    ...form,
    options: form.options.filter((_, n) => n + 1 !== gone),
    recommended: moved(form.recommended),
    onSilence: moved(form.onSilence),
  }
}
