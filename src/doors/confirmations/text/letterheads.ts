import type { Sheet, Stretch } from './sheet.ts'

/** Lines that a mail program wrote, not a person: who sent what to whom and when, above a mail or above one that was sent on. */
export type Letterheads = {
  readonly lines: ReadonlySet<number>
  readonly senders: readonly Stretch[]
  readonly subjects: readonly Stretch[]
}

const labelled = (words: string) => new RegExp(`^[>\\s*]*(?:${words})\\*?\\s?:\\*?\\s*`)

const from = labelled(
  'from|von|de|da|van|fra|fran|od|kimden|gonderen|lahettaja|odesilatel|差出人|afzender|expediteur|mittente|remitente',
)
const subject = labelled(
  'subject|betreff|objet|oggetto|asunto|assunto|onderwerp|amne|emne|temat|konu|aihe|predmet|件名',
)
/** Said of mails alone. */
const sent = labelled(
  "sent|gesendet|envoye|date d'envoi|inviato|enviado|enviada em|enviado em|enviado el|verzonden|skickat|sendt|wyslano|gonderilme|lahetetty|odeslano|送信日時",
)
/** Said of a journey as well: a mail program writes the hour with it. */
const dated = labelled('date|datum|data|fecha|dato|tarih|日時')
const other = labelled('to|cc|bcc|reply-to|an|kopie|a|para|aan|till|til|do|kime|vastaanottaja|komu|宛先')
const wrote =
  /^[>\s]*(?:on|am|le|il|el|em|op|den|dnia)\s.{8,140}(?:wrote|schrieb.{0,60}|a ecrit|ha scritto|escribio|escreveu|schreef|skrev|napisal\(?a?\)?)\s?:\s*$/
const forwarded = /^[>\s]*-{3,}.{0,60}-{3,}\s*$|^[>\s]*(?:begin forwarded message|anfang der weitergeleiteten)/

const kinds = { from, subject, sent, dated, other } as const
type Head = {
  readonly index: number
  readonly words: string
  readonly kind: keyof typeof kinds
  /** What a head says once. */
  readonly once: string
  readonly length: number
}

const hour = /(?<![\d.])\d{1,2}[:.h]\d\d(?![\d.])/
const anyLabel = /^[>\s*]*\p{L}[^:\n]{0,40}:\s*\S/u
const airport = /\([a-z]{3}\)/

const wordsOf = (sheet: Sheet, index: number): string => {
  const line = sheet.lines[index]
  return line ? sheet.low.slice(line.at, line.end) : ''
}

function headAt(sheet: Sheet, index: number): Head | null {
  const words = wordsOf(sheet, index)
  for (const [kind, shape] of Object.entries(kinds) as [Head['kind'], RegExp][]) {
    const length = shape.exec(words)?.[0].length
    if (length === undefined) continue
    const once = kind === 'sent' || kind === 'dated' ? 'when' : kind === 'other' ? words.slice(0, length) : kind
    return { index, words, kind, once, length }
  }
  return null
}

const isBlank = (sheet: Sheet, index: number) => /^[>\s]*$/.test(wordsOf(sheet, index))

/** The lines about one that says from whom; a head that was pasted with every second line empty is one as well. */
function runAround(sheet: Sheet, first: Head, taken: ReadonlySet<number>): Head[] {
  const stride = isBlank(sheet, first.index - 1) && isBlank(sheet, first.index + 1) ? 2 : 1
  const run = [first]
  const said = new Set([first.once])
  for (const step of [-stride, stride])
    for (let at = first.index + step; !taken.has(at); at += step) {
      const head = headAt(sheet, at)
      if (!head || said.has(head.once) || (stride === 2 && !isBlank(sheet, at - Math.sign(step)))) break
      said.add(head.once)
      run.push(head)
    }
  return run
}

const address = /^[>\s*]*["']?[^<>@:\n]{1,80}<[^<>\s@]+@[^<>\s@]+>/
const top = 8

/** A mail as it is copied from where it is read: at the very top its sender without a label, then when and to whom. */
function unlabelled(sheet: Sheet): Head[] {
  for (let index = 0; index < top; index++) {
    const words = wordsOf(sheet, index)
    if (!address.test(words)) continue
    const length = /^[>\s*]*/.exec(words)?.[0].length ?? 0
    const run: Head[] = [{ index, words, kind: 'from', once: 'from', length }]
    for (let at = index + 1; ; at++) {
      const low = wordsOf(sheet, at)
      const isHour = at === index + 1 && low.length < 60 && hour.test(low)
      const head = isHour
        ? { index: at, words: low, kind: 'dated' as const, once: 'when', length: 0 }
        : headAt(sheet, at)
      if (!head || head.kind === 'from') break
      run.push(head)
    }
    if (run.length > 1) return run
  }
  return []
}

/** From, to and when stand in a booking as well: a mail says an address, a subject or that it was sent, or stands apart with its hour. */
function isOfMail(sheet: Sheet, run: readonly Head[]): boolean {
  if (run.some(({ kind, words }) => kind === 'subject' || kind === 'sent' || words.includes('@'))) return true
  if (!run.some(({ kind, words }) => kind === 'dated' && hour.test(words))) return false
  const indexes = run.map(({ index }) => index)
  const around = [Math.min(...indexes) - 1, Math.max(...indexes) + 1].map((at) => wordsOf(sheet, at))
  return !around.some((words) => anyLabel.test(words)) && !run.some(({ words }) => airport.test(words))
}

function senderOf(sheet: Sheet, { index, length }: Head): Stretch | null {
  const line = sheet.lines[index]
  if (!line) return null
  const begins = line.at + length
  const name = /^["']?([^<@\n"]*[^<@\s"])["']?\s*(?:<|$)/.exec(sheet.text.slice(begins, line.end))
  if (!name?.[1]) return null
  const at = begins + name[0].indexOf(name[1])
  return { at, end: at + name[1].length }
}

export function letterheadsOf(sheet: Sheet): Letterheads {
  const [lines, senders, subjects] = [new Set<number>(), [] as Stretch[], [] as Stretch[]]
  const add = (run: readonly Head[]) => {
    for (const head of run) {
      lines.add(head.index)
      const line = sheet.lines[head.index]
      const sender = head.kind === 'from' ? senderOf(sheet, head) : null
      if (sender) senders.push(sender)
      if (head.kind === 'subject' && line) subjects.push({ at: line.at + head.length, end: line.end })
    }
  }
  add(unlabelled(sheet))
  for (const { index } of sheet.lines) {
    const low = wordsOf(sheet, index)
    if (wrote.test(low) || forwarded.test(low)) lines.add(index)
    const first = lines.has(index) ? null : headAt(sheet, index)
    if (first?.kind !== 'from') continue
    const run = runAround(sheet, first, lines)
    if (isOfMail(sheet, run)) add(run)
  }
  return { lines, senders, subjects }
}
