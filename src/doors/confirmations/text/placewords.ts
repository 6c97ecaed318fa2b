import { foldAlike } from './fold.ts'
import type { Sheet, Stretch } from './sheet.ts'

/** Small words that stand inside the names of places. */
const particles = new Set(
  "de del della delle dello dei degli des du di da das do dos d' la le les l' el los las al of the upon on-the and & und et y e i og och am der dem den auf in im bei ob vor zum zur near nad pod na w sur sous lès les-bains en van aan het op ter 's 't af ved på på-".split(
    ' ',
  ),
)

/** What places are, written small beside their names. */
const places = new Set(
  'hbf hl.n. hl. n. lufthavn lentoasema rautatieasema asema linja-autoasema gare station stasjon airport flygplats flyplass flughafen bahnhof centralstation central centralen letiste nadrazi autobusove hlavni stazione estacion estacao estación aeropuerto aeroport aeroporto port porto havn havnen hamn satama terminal terminali terminali terminalen dworzec lotnisko glowny glowna otogari gari havalimani limani iskelesi st. ste. international intl ferry coach bus rail railway train town city old new north south east west street st pier kaj kai ovest est nord sud rådhus lufthamn brygge brygga sc. s. m. v. hl nad.'.split(
    ' ',
  ),
)

/** Aircraft, beds, classes and what else stands beside a way and is no place. */
const things =
  /(?<!\p{L})(?:airbus|boeing|embraer|bombardier|atr[\s-]?\d|dash 8|dreamliner|dhc|crj|[ae]3\d\d\w*|a2\d\d|7[0-9]7(?:-\d+)?|bett|betten|schlafwagen|liegewagen|abteil|couchette|berth|sleeper|cuccetta|litera|makuuhytti|lehatko|luzko|kuset|sovvogn|sovvagn|kupe|kuchetka|main cabin|non-?stop|direct flight|wi-?fi|baggage|gepack|bagage|bagaglio|equipaje|bagage|hand luggage|sitzpl\p{L}*|seats?|asientos?|plazas?|umtausch|erstattung|kosten|gultig\p{L}*|window|fenster|fenetre|corridor|gang|aisle|gmbh|ltd|limited|inc|llc|s\.?p\.?a|s\.?r\.?l|oy|b\.?v|a\.?s\.?|airlines?|airways|railways?|operated|refund\p{L}*|rebook\p{L}*|details|manage|change|add)(?!\p{L})/u

const halls =
  /^(?:international|domestic|main|departures?|arrivals?|(?:dis|ic) hatlar.*|nazionali?|internazionali?|partenze|arrivi|salidas|llegadas|abflug|ankunft|departs?|arrives?|outbound|inbound|return|same day|next day|uhr.*|hrs|hours?)$/u
const numbersOnly = /^[\d\s:./-]+$|^(?:\p{L}{1,4}|train|treno|linie|line|linka|ligne|linea)\s?\d+$/u

/** Whether words name what is no place though they begin with a capital. */
export const isThing = (low: string): boolean => things.test(low) || halls.test(low) || numbersOnly.test(low)

/**
 * A place's name ends where the sentence goes on: at the first small word that is neither inside names of places nor says what a
 * place is. Null where nothing of a name is left, or where so many small words stand that it is a sentence.
 */
export function nameWithin(
  sheet: Sheet,
  { at, end }: Stretch,
  isDay: (low: string) => boolean = () => false,
): Stretch | null {
  const words = [...sheet.text.slice(at, end).matchAll(/\S+/g)]
  let last = 0
  for (const word of words) {
    const written = word[0].replace(/[,;]$/, '')
    const stop = word.index + word[0].length
    const low = foldAlike(written)
    if (last > 0 && isDay(low.replace(/[.,(]+/g, ''))) break
    if (!/^\p{Ll}/u.test(written)) {
      last = stop
      continue
    }
    if (low === 'an' && /^\s+(?:der|dem|den)\s/.test(sheet.low.slice(at + stop, at + stop + 6))) continue
    if (places.has(low) || places.has(low.replace(/\.$/, ''))) last = stop
    else if (!particles.has(low) && !/^(?:d|l|dell|all|sant)'\p{L}/u.test(low)) break
  }
  const length = sheet.text
    .slice(at, at + last)
    .replace(/[\s,;.:–-]+$/u, (tail) => (tail.startsWith('.') ? '.' : '')).length
  return length > 0 ? { at, end: at + length } : null
}
