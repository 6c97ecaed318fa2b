import type { Context } from 'hono'
import type { EmergencyView } from '../../desk/travel/emergency/model.ts'
import { entryFile, type Filed, fileOf } from './calendar.ts'
import { emergencyPage, itineraryPage, type Place } from './page.ts'

/** What is asked of an itinerary: the file's name in its address, '' for the page. */
export type Asked = { readonly file: string; readonly trip: string }

const calendarType = { 'content-type': 'text/calendar; charset=utf-8; method=PUBLISH' }

/** A calendar file, or the paper; null where this itinerary has no such file. */
export async function fileAnswer(context: Context, filed: Filed, { file, trip }: Asked): Promise<Response | null> {
  if (file === 'itinerary.pdf') {
    const { printedItinerary } = await import('./print.ts')
    return paper(context, printedItinerary(filed.page), 'itinerary.pdf')
  }
  const part = /^([0-9a-f-]{36})\.ics$/.exec(file)?.[1]
  const text = file === 'trip.ics' ? fileOf(filed, trip) : part === undefined ? null : entryFile(filed, part)
  if (text === null) return null
  const name = file === 'trip.ics' ? 'trip.ics' : 'itinerary.ics'
  return context.body(text, 200, { ...calendarType, 'content-disposition': `attachment; filename="${name}"` })
}

export const pageAnswer = async (context: Context, { page }: Filed, place: Place): Promise<Response> =>
  context.html(itineraryPage(page, place))

/** The sheet for an emergency, as a page or on paper. */
export async function emergencyAnswer(
  context: Context,
  view: EmergencyView,
  place: Place,
  file: string,
): Promise<Response | null> {
  if (file === 'emergency') return context.html(emergencyPage(view, place))
  if (file !== 'emergency.pdf') return null
  const { printedEmergency } = await import('./print.ts')
  return paper(context, printedEmergency(view), 'emergency.pdf')
}

const paper = (context: Context, pdf: Buffer, name: string): Response =>
  context.body(new Uint8Array(pdf), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${name}"`,
  })
