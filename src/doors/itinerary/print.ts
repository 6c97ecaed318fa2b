import type { EmergencyView } from '../../desk/travel/emergency/model.ts'
import { footWords, headWords } from '../../desk/travel/itinerary/marks/model.ts'
import type { EntryView, ItineraryView, Moment } from '../../desk/travel/itinerary/model.ts'
import { namesWords } from '../../desk/travel/itinerary/words.ts'
import { asPdf, set, settableIn } from '../sheet/press.ts'
import { daysOf, emergencyParts, endNames } from './parts.ts'
import { template } from './template.ts'

type End = { which: string; clock: string; when: string; elsewhere: string; places: readonly string[] }
type Part = {
  kind: string
  state: EntryView['state']
  stateName: string
  head: string
  ends: readonly End[]
  facts: readonly { readonly name: string; readonly words: string }[]
}
type Paper = {
  title: string
  audience: string
  about: readonly string[]
  notes: readonly string[]
  sections: readonly { readonly name: string; readonly parts: readonly Part[] }[]
  closing: string
  foot: string
}

const points = 10

/** An itinerary on A4, tagged for screen readers (PDF/UA-1). It says nothing that the page does not. */
export const printedItinerary = (page: ItineraryView): Buffer => printed(itineraryPaper(page))

/** The sheet for an emergency on A4. */
export const printedEmergency = (view: EmergencyView): Buffer => printed(emergencyPaper(view))

const printed = (paper: Paper): Buffer => asPdf(set(template, settableIn(paper), points))

function itineraryPaper(page: ItineraryView): Paper {
  const { dates, travellers, cities, purpose, title } = page
  const isNothing = page.shows === 'nothing'
  const listed = cities.join(' · ')
  const isNamed = title.includes(namesWords(travellers))
  return {
    title,
    audience: isNothing ? '' : headWords(page.for),
    about: [dates ?? '', isNamed ? '' : namesWords(travellers), listed === title ? '' : listed, purpose].filter(
      (words) => words !== '',
    ),
    notes: [
      ...(page.off ? ['This trip was called off.'] : []),
      ...(page.needs === null ? [] : [`Please: ${page.needs}`]),
      ...(page.keptBack ? ['Something is kept back here. Ask whoever gave you this.'] : []),
      ...(isNothing ? ['Nothing of it is shown here at present.'] : []),
    ],
    sections: daysOf(page.entries).map(({ name, entries }) => ({ name, parts: entries.map(partOf) })),
    closing: page.reach === null ? '' : `The desk: ${page.reach}`,
    foot: footWords('paper', page.asOf),
  }
}

const partOf = (entry: EntryView): Part => ({
  kind: entry.kindName,
  state: entry.state,
  stateName: entry.stateName,
  head: entry.title,
  ends: [endOf(entry, 'from'), endOf(entry, 'to')].filter((one) => one !== null),
  facts: entry.facts,
})

function endOf(entry: EntryView, which: 'from' | 'to'): End | null {
  const at: Moment = entry[which]
  if (at.words === null && at.places.length === 0) return null
  const when =
    at.words === null ? (which === 'from' ? 'Time not known' : '') : at.clock === null ? (at.day ?? '') : dayAndZone(at)
  const name = endNames(entry.kind)[which]
  return { which: name, clock: at.clock ?? '', when, elsewhere: at.elsewhere ?? '', places: at.places }
}

const dayAndZone = ({ day, zone }: Moment): string => `${day} (${zone ?? 'zone not known'})`

function emergencyPaper(view: EmergencyView): Paper {
  const part = ({ head, rest }: { head: string; rest: readonly string[] }): Part => ({
    kind: '',
    state: 'sure',
    stateName: '',
    head,
    ends: [],
    facts: rest.map((words) => ({ name: '', words })),
  })
  return {
    title: view.title,
    audience: 'For an emergency',
    about: [view.dates],
    notes: [],
    sections: emergencyParts(view).map(({ name, lines }) => ({ name, parts: lines.map(part) })),
    closing: '',
    foot: `As of ${view.asOf}`,
  }
}
