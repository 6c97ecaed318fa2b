import type { Sheet, Stretch } from './sheet.ts'

/** Lines that a mail program wrote, not a person: who sent what to whom and when, above a mail or above one that was sent on. */
export type Letterheads = {
  readonly lines: ReadonlySet<number>
  readonly senders: readonly Stretch[]
  readonly subjects: readonly Stretch[]
}

const from =
  /^[>\s*]*(?:from|von|de|da|van|fra|fran|od|kimden|gonderen|lahettaja|odesilatel|差出人|afzender|expediteur|mittente|remitente)\s?:\s*/
const other =
  /^[>\s*]*(?:date|sent|to|cc|bcc|subject|reply-to|gesendet|datum|an|betreff|kopie|envoye|a|objet|date d'envoi|inviato|data|oggetto|cc|enviado|para|asunto|fecha|assunto|verzonden|aan|onderwerp|skickat|till|amne|sendt|til|emne|dato|wyslano|do|temat|tarih|kime|konu|gonderilme|lahetetty|vastaanottaja|aihe|odeslano|komu|predmet|件名|宛先|送信日時|日時|enviada em|enviado em|enviado el)\s?:/
const subject =
  /^[>\s*]*(?:subject|betreff|objet|oggetto|asunto|assunto|onderwerp|amne|emne|temat|konu|aihe|predmet|件名)\s?:\s*/
const wrote =
  /^[>\s]*(?:on|am|le|il|el|em|op|den|dnia)\s.{8,140}(?:wrote|schrieb.{0,60}|a ecrit|ha scritto|escribio|escreveu|schreef|skrev|napisal\(?a?\)?)\s?:\s*$/
const forwarded = /^[>\s]*-{3,}.{0,60}-{3,}\s*$|^[>\s]*(?:begin forwarded message|anfang der weitergeleiteten)/

export function letterheadsOf(sheet: Sheet): Letterheads {
  const [lines, senders, subjects] = [new Set<number>(), [] as Stretch[], [] as Stretch[]]
  const words = (at: number) => {
    const line = sheet.lines[at]
    return line ? sheet.low.slice(line.at, line.end) : ''
  }
  for (const line of sheet.lines) {
    const low = words(line.index)
    if (wrote.test(low) || forwarded.test(low)) lines.add(line.index)
    const head = from.exec(low)
    if (!head) continue
    const near = [-2, -1, 1, 2, 3].map((by) => words(line.index + by))
    if (
      !low.includes('@') &&
      !near.some(
        (each) =>
          subject.test(each) ||
          /^[>\s*]*(?:sent|gesendet|envoye|inviato|enviado|verzonden|skickat|sendt|date|datum)\s?:/.test(each),
      )
    )
      continue
    lines.add(line.index)
    const name = /^["']?([^<@\n"]*[^<@\s"])["']?\s*(?:<|$)/.exec(sheet.text.slice(line.at + head[0].length, line.end))
    if (name)
      senders.push({
        at: line.at + head[0].length + name[0].indexOf(name[1] as string),
        end: line.at + head[0].length + name[0].indexOf(name[1] as string) + (name[1] as string).length,
      })
    for (const step of [-1, 1])
      for (let at = line.index + step; other.test(words(at)); at += step) {
        lines.add(at)
        const title = subject.exec(words(at))
        const each = sheet.lines[at]
        if (title && each) subjects.push({ at: each.at + title[0].length, end: each.end })
      }
  }
  return { lines, senders, subjects }
}
