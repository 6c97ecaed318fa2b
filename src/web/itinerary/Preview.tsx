import type { EntryView, ItineraryView, Moment } from '../../desk/travel/itinerary/model.ts'
import { longDayWords, namesWords } from '../../desk/travel/itinerary/words.ts'
import css from './Itinerary.module.css'

/** What they will see, word for word: the same version of the trip that their page is made of. */
export function Preview({ page }: { page: ItineraryView }) {
  if (page.shows === 'nothing')
    return <p className={css.note}>An address, and that nothing is shown there at present. No word of the trip.</p>
  const days = [...Map.groupBy(page.entries, ({ on }) => on ?? '')].sort(([a], [b]) =>
    a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1,
  )
  return (
    <div className={css.paper}>
      <h3 className={css.paperTitle}>{page.title}</h3>
      {page.dates && <p>{page.dates}</p>}
      {page.travellers.length > 0 && !page.title.includes(namesWords(page.travellers)) && (
        <p className={css.note}>{namesWords(page.travellers)}</p>
      )}
      {page.cities.length > 0 && page.title !== page.cities.join(', ') && (
        <p className={css.note}>{page.cities.join(' · ')}</p>
      )}
      {page.purpose && <p className={css.note}>{page.purpose}</p>}
      {page.needs && (
        <p className={css.asked}>
          <b>Please:</b> {page.needs}
        </p>
      )}
      {page.keptBack && <p className={css.asked}>Something private is kept back from them.</p>}
      {page.shows === 'full' && page.entries.length === 0 && (
        <p className={css.note}>Nothing of the trip is for them yet.</p>
      )}
      {days.map(([on, entries]) => (
        <section key={on}>
          <h4>{on === '' ? 'No date yet' : longDayWords(on)}</h4>
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </section>
      ))}
      {page.reach && (
        <p>
          <b>The desk:</b> {page.reach}
        </p>
      )}
    </div>
  )
}

const Entry = ({ entry }: { entry: EntryView }) => (
  <div className={css.entry} data-state={entry.state}>
    <p className={css.note}>
      {entry.kindName}, {entry.stateName.toLowerCase()}
    </p>
    <p className={css.entryTitle}>{entry.title}</p>
    <End at={entry.from} />
    <End at={entry.to} />
    {entry.facts.map(({ name, words }) => (
      <p key={name}>
        <span className={css.note}>{name}:</span> {words}
      </p>
    ))}
  </div>
)

function End({ at }: { at: Moment }) {
  const said = [...(at.words ? [at.words] : []), ...at.places].join(', ')
  if (said === '') return null
  return (
    <p>
      {said}
      {at.elsewhere && <span className={css.note}> = {at.elsewhere}</span>}
    </p>
  )
}
