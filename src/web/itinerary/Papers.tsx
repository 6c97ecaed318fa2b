import type { Reader } from '../../desk/travel/itinerary/lists/model.ts'
import { chosenOnly } from '../../desk/travel/itinerary/lists/model.ts'
import type { TripView } from '../../desk/travel/model.ts'
import { atDesk } from '../desk.ts'
import css from './Itinerary.module.css'
import { readerChoices } from './words.ts'

/** Files for whoever is here, as they may read the trip; of a driver and a host there is only what was given out to them. */
export function Papers({ trip, reader }: { trip: TripView; reader: Reader }) {
  const whose = chosenOnly.has(reader) ? 'traveller' : reader
  const file = (name: string) => atDesk(`/itinerary/${trip.id}${name}?for=${whose}`)
  const words = readerChoices.find(({ value }) => value === whose)?.words.toLowerCase() ?? ''
  const timed = trip.segments.filter(({ from }) => from.at !== null || from.local !== null)
  return (
    <>
      <p className={css.note}>For {words}. What was printed or put in a calendar does not change by itself.</p>
      <p className={css.files}>
        <a href={file('/itinerary.pdf')} target="_blank" rel="noreferrer">
          Print it (PDF)
        </a>
        <a href={file('')} target="_blank" rel="noreferrer">
          As a page
        </a>
        <a href={file('/trip.ics')} download>
          All of it as a calendar file
        </a>
      </p>
      {timed.length > 0 && (
        <details>
          <summary>One part as a calendar file</summary>
          <ul className={css.files}>
            {timed.map(({ id, title }) => (
              <li key={id}>
                <a href={atDesk(`/itinerary/${trip.id}/${id}.ics`)} download>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
