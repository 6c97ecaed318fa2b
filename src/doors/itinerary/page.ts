import { html } from 'hono/html'
import type { EmergencyView } from '../../desk/travel/emergency/model.ts'
import { footWords, headWords } from '../../desk/travel/itinerary/marks/model.ts'
import type { EntryView, ItineraryView, Moment } from '../../desk/travel/itinerary/model.ts'
import { namesWords } from '../../desk/travel/itinerary/words.ts'
import { type Html, sheet } from '../guest/page.ts'
import { daysOf, emergencyParts, endNames } from './parts.ts'

/** Where a page and its files are: an address with a token, or the desk's own. */
export type Place = { readonly base: string; readonly query: string; readonly emergency: boolean }

const style = html`<link rel="stylesheet" href="/itinerary.css" />`

/** An itinerary as its reader sees it. Everything in it that anybody wrote is escaped by the template. */
export const itineraryPage = (page: ItineraryView, place: Place): Html =>
  sheet(page.title, page.shows === 'nothing' ? nothingShown : shown(page, place), style)

const nothingShown = html`
  <h1>An itinerary</h1>
  <p class="lead">Nothing of it is shown here at present. Whoever sent you this address can show it again.</p>
`

const shown = (page: ItineraryView, place: Place): Html => html`
  <header class="top">
    <p class="from">${headWords(page.for)}</p>
    <h1>${page.title}</h1>
    ${page.dates === null ? '' : html`<p class="dates">${page.dates}</p>`} ${around(page)}
    ${page.off ? html`<p class="no" role="note">This trip was called off.</p>` : ''}
    ${page.needs === null ? '' : html`<p class="note"><b>Please:</b> <span class="kept">${page.needs}</span></p>`}
    ${page.keptBack ? html`<p class="note" role="note">Something is kept back here. Ask whoever sent you this address.</p>` : ''}
  </header>
  ${daysOf(page.entries).map((on) => day(on, place))}
  ${page.shows === 'full' && page.entries.length === 0 ? html`<p class="lead">Nothing is planned yet that is for you.</p>` : ''}
  <footer>
    ${page.reach === null ? '' : html`<p class="reach"><b>The desk:</b> ${page.reach}</p>`} ${doors(page, place)}
    <p class="foot">${footWords('page', page.asOf)}</p>
  </footer>
`

const around = ({ travellers, cities, shows, title, purpose }: ItineraryView): Html => {
  const lines = [
    ...(travellers.length > 0 && !title.includes(namesWords(travellers)) ? [namesWords(travellers)] : []),
    ...(cities.length > 0 && (shows === 'full' || title !== cities.join(', ')) ? [cities.join(' · ')] : []),
    ...(purpose === '' ? [] : [purpose]),
  ]
  return html`${lines.map((words) => html`<p class="about">${words}</p>`)}`
}

const day = ({ name, entries }: ReturnType<typeof daysOf>[number], place: Place): Html => html`
  <section class="day">
    <h2>${name}</h2>
    ${entries.map((entry) => part(entry, place))}
  </section>
`

const part = (entry: EntryView, { base, query }: Place): Html => html`
  <article class="part ${entry.kind} ${entry.state}">
    <p class="kind">${entry.kindName} <span class="state">${entry.stateName}</span></p>
    <h3>${entry.title}</h3>
    <div class="ends">${end('from', entry)} ${end('to', entry)}</div>
    ${
      entry.facts.length === 0
        ? ''
        : html`<dl>
            ${entry.facts.map(({ name, words }) => html`<div><dt>${name}</dt><dd class="kept">${words}</dd></div>`)}
          </dl>`
    }
    ${
      entry.from.at === null && entry.from.on === null
        ? ''
        : html`<p class="file"><a href="${base}/${entry.id}.ics${query}">Put it in your calendar<span class="unseen">: ${entry.title}</span></a></p>`
    }
  </article>
`

const end = (which: 'from' | 'to', { kind, [which]: at }: EntryView): Html => {
  if (at.words === null && at.places.length === 0) return html``
  return html`
    <div class="end">
      <p class="which">${endNames(kind)[which]}</p>
      ${at.clock === null ? '' : html`<p class="clock">${at.clock}</p>`}
      ${at.words === null ? (which === 'from' ? html`<p class="when">Time not known</p>` : '') : html`<p class="when">${whenOf(at)}</p>`}
      ${at.elsewhere === null ? '' : html`<p class="elsewhere">= ${at.elsewhere}</p>`}
      ${at.places.map((words) => html`<p class="where">${words}</p>`)}
    </div>
  `
}

/** "Tue 24 Nov 2026 (Europe/London)": the clock stands above it. */
const whenOf = ({ day: on, clock, zone }: Moment): string =>
  clock === null ? (on ?? '') : `${on} (${zone ?? 'zone not known'})`

const doors = (page: ItineraryView, { base, query, emergency }: Place): Html => html`
  <p class="doors">
    <a class="button" href="${base}/itinerary.pdf${query}">Print it (PDF)</a>
    ${page.from === null ? '' : html`<a class="button" href="${base}/trip.ics${query}">All of it in your calendar</a>`}
    ${emergency ? html`<a class="button" href="${base}/emergency${query}">For an emergency</a>` : ''}
  </p>
`

/** What somebody needs who has to find or help the traveller. What is not on file is said, never left out. */
export const emergencyPage = (view: EmergencyView, { base, query }: Place): Html =>
  sheet(
    `Emergency: ${view.title}`,
    html`
      <header class="top">
        <p class="from">For an emergency</p>
        <h1>${view.title}</h1>
        <p class="dates">${view.dates}</p>
      </header>
      ${emergencyParts(view).map(
        ({ name, lines }) => html`
          <section class="day">
            <h2>${name}</h2>
            ${lines.map(
              ({ head, rest }) =>
                html`<article class="part"><h3>${head}</h3>${rest.map((words) => html`<p class="kept">${words}</p>`)}</article>`,
            )}
          </section>
        `,
      )}
      <footer>
        <p class="doors"><a class="button" href="${base}/emergency.pdf${query}">Print it (PDF)</a></p>
        <p class="foot">As of ${view.asOf}.</p>
      </footer>
    `,
    style,
  )

/** A link that was closed, or took another's place: it says so, and of which trip to nobody. */
export const withdrawnPage = (): Html =>
  sheet(
    'Withdrawn',
    html`
      <h1>This address was withdrawn</h1>
      <p class="lead">Whoever sent it to you can send another.</p>
    `,
    style,
  )

export const replacedPage = (at: string): Html =>
  sheet(
    'Out of date',
    html`
      <h1>This itinerary is out of date</h1>
      <p class="lead">A newer one was given out on ${at}, under another address. Whoever sent you this one can send it to you.</p>
    `,
    style,
  )

export const strangerPage = (): Html =>
  sheet(
    'Nothing here',
    html`
      <h1>Nothing is here</h1>
      <p class="lead">The address may be mistyped, or its time is over. Whoever sent it to you can send another.</p>
    `,
    style,
  )
