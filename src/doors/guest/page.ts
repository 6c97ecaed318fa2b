import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { PageView } from '../../desk/holds/model.ts'
import type { Refusal } from '../../desk/refusal.ts'
import { zoneChoices } from './zones.ts'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>
type Around = { readonly token: string; readonly key: string; readonly no: Refusal | null }

/** The page of one offer. Everything in it that anybody wrote is escaped by the template. */
export const page = (view: PageView, around: Around): Html =>
  sheet(
    view.title,
    html`
      <p class="from">From ${view.from}, for ${view.behalf}${view.through === null ? '' : html`<br />To ${view.through}, for ${view.to}`}</p>
      <h1>${view.title}</h1>
      ${view.absence ? html`<p class="note" data-absence>${view.absence}</p>` : ''}
      ${around.no ? html`<p class="no" role="alert">${around.no.words}</p>` : ''}
      ${view.state === 'open' ? open(view, around) : view.state === 'taken' ? taken(view, around) : closed(view, around)}
    `,
  )

const by = { place: 'in person', video: 'by video', phone: 'by phone' } as const
const cityOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
const addressOf = ({ token }: Around, view: PageView, verb: string): string =>
  `/o/${encodeURIComponent(token)}/${verb}?zone=${encodeURIComponent(view.zone)}`

const open = (view: PageView, around: Around): Html => html`
  <p class="lead">
    ${view.minutes} minutes ${by[view.by]}${view.place ? `, ${view.place}` : ''}. Times are on the clocks of
    <b>${cityOf(view.zone)}</b>. ${heldWords(view)}
  </p>
  ${view.lost ? html`<p class="note">One of the times that were offered is taken by now; these are free.</p>` : ''}
  ${view.times.length === 0 ? html`<p class="note">None of the times is free any more. ${view.from} will write; you can also propose times below.</p>` : times(view, around)}
  ${zones(view, around)} ${propose(view, around)} ${view.times.length === 0 ? '' : none(view, around)}
  <p class="foot">Choosing one frees the others at once. No account is needed; nothing is kept in your browser.</p>
`

const heldWords = ({ times, until }: PageView): string => {
  if (times.length === 0 || until === null) return ''
  const count = ['It is', 'Both are', 'All three are', 'All four are'][times.length - 1] ?? 'All are'
  return `${count} held for you until ${until}.`
}

const times = (view: PageView, around: Around): Html => html`
  <form method="post" action="${addressOf(around, view, 'take')}" data-take>
    <input type="hidden" name="key" value="${around.key}" />
    <fieldset>
      <legend class="unseen">Times</legend>
      ${view.times.map(
        (time, n) => html`
          <label class="slot">
            <input type="radio" name="time" value="${time.holdId}" data-words="${time.take}" required ${n === 0 ? 'checked' : ''} />
            <span><b>${time.day}</b><br /><time datetime="${time.start}">${time.clock}</time></span>
            ${time.desk ? html`<span class="there">${time.desk}</span>` : ''}
          </label>
        `,
      )}
    </fieldset>
    <label class="field">Your name <input name="who" value="${view.through ?? view.to}" maxlength="200" autocomplete="name" required /></label>
    <button class="main" type="submit">${view.times.length === 1 ? (view.times[0]?.take ?? '') : 'Take the chosen time'}</button>
  </form>
`

/** Works without script: choosing and pressing “Show” asks for the page again, which changes nothing. */
const zones = (view: PageView, { token }: Around): Html => html`
  <form method="get" action="/o/${encodeURIComponent(token)}" class="zones" data-zones>
    <label class="field">
      Show times in
      <select name="zone">
        ${zoneChoices(view).map((zone) => html`<option value="${zone}" ${zone === view.zone ? 'selected' : ''}>${zone.replaceAll('_', ' ')}</option>`)}
      </select>
    </label>
    <button type="submit">Show</button>
  </form>
`

const propose = (view: PageView, around: Around): Html => html`
  <details>
    <summary>Propose other times</summary>
    <form method="post" action="${addressOf(around, view, 'propose')}">
      <input type="hidden" name="key" value="${around.key}p" />
      <p>On the clocks of ${cityOf(view.zone)}, ${view.minutes} minutes each. ${view.from} will answer.</p>
      ${[1, 2, 3].map((n) => html`<label class="field">Time ${n} <input type="datetime-local" name="time${n}" step="300" ${n === 1 ? 'required' : ''} /></label>`)}
      <label class="field">Your name <input name="who" value="${view.through ?? view.to}" maxlength="200" autocomplete="name" required /></label>
      <label class="field">A word to ${view.from} <textarea name="note" rows="3" maxlength="2000"></textarea></label>
      <button type="submit">Send these times</button>
    </form>
  </details>
  ${view.proposed.length > 0 ? html`<p class="note">You proposed ${view.proposed.join('; ')}. ${view.from} has not answered yet.</p>` : ''}
`

const none = (view: PageView, around: Around): Html => html`
  <details>
    <summary>None of these works</summary>
    <form method="post" action="${addressOf(around, view, 'none')}">
      <input type="hidden" name="key" value="${around.key}n" />
      <label class="field">Your name <input name="who" value="${view.through ?? view.to}" maxlength="200" autocomplete="name" required /></label>
      <label class="field">A word to ${view.from} <textarea name="note" rows="3" maxlength="2000"></textarea></label>
      <button type="submit">None works</button>
    </form>
  </details>
`

const taken = (view: PageView, around: Around): Html => html`
  <p class="done" role="status"><b>${view.taken?.words ?? view.stateWords}</b></p>
  <p class="lead">
    ${view.minutes} minutes ${by[view.by]}${view.place ? `, ${view.place}` : ''}.
    ${view.link ? html`<a href="${view.link}" rel="noreferrer noopener">Join by this link</a>` : ''}
  </p>
  <p><a class="button main" href="/o/${encodeURIComponent(around.token)}/time.ics">Put it in your calendar</a></p>
  <p class="foot">The other times were freed. If this no longer works, please tell ${view.from}.</p>
`

const closed = (view: PageView, around: Around): Html => html`
  <p class="lead">${view.stateWords}</p>
  ${propose(view, around)} ${zones(view, around)}
`

/** One answer for every address that opens nothing: never was, closed, or too old. */
export const stranger = async (): Promise<Response> =>
  answer(
    404,
    'Nothing here',
    html`
  <h1>Nothing is offered here</h1>
  <p class="lead">The address may be mistyped, or what it offered is over. Whoever sent it to you can send another.</p>
`,
  )

export const tooOften = async (): Promise<Response> =>
  answer(
    429,
    'One moment',
    html`
  <h1>One moment</h1>
  <p class="lead">That was very often in a short time. Please try again in a minute.</p>
`,
  )

const answer = async (status: number, title: string, body: Html): Promise<Response> =>
  new Response(`${await sheet(title, body)}`, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  })

/** A page for somebody outside: one column, readable without script. `more` stands in its head. */
export const sheet = (title: string, body: Html, more: Html | '' = ''): Html => html`<!doctype html>
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <!-- Without it a browser would not say where these forms come from, and the desk would refuse them as another site's. -->
      <meta name="referrer" content="same-origin" />
      <meta name="robots" content="noindex, nofollow" />
      <meta name="color-scheme" content="light dark" />
      <title>${title}</title>
      <link rel="icon" href="/mark.svg" />
      <link rel="stylesheet" href="/guest.css" />
      ${more}
      <script src="/guest.js" defer></script>
    </head>
    <body>
      <main>${body}</main>
    </body>
  </html>`
