import type { TestDesk } from '../../../desk/testing.ts'
import type { Inputs } from '../inputs.ts'

type Trip = { readonly trip: { readonly id: string } }
type Part = { readonly segment: { readonly id: string } }
type Given = { readonly link: { readonly id: string } }
type Open = { readonly point: { readonly id: string } }

const days = { title: 'Zurich board', from: '2026-12-01', until: '2026-12-03' }
const ride = {
  kind: 'ride',
  provider: 'Alder Cars',
  from: { airport: 'ZRH', local: '2026-12-01T21:00' },
  to: { place: 'Hotel Seehof', local: '2026-12-01T21:40', zone: 'Europe/Zurich' },
}

/** A trip with a ride of each state that something is asked of, and what is open about it. */
export async function travelInputs(desk: TestDesk): Promise<Inputs> {
  const { id: tripId } = (await desk.do<Trip>('trip.add', days)).trip
  const { id: off } = (await desk.do<Trip>('trip.add', { ...days, title: 'Oslo' })).trip
  const add = async (draft: object = {}) =>
    (await desk.do<Part>('segment.add', { tripId, ...ride, ...draft })).segment.id
  const [intended, booked, third] = [await add(), await add({ status: 'booked' }), await add({ status: 'booked' })]
  await desk.do('segment.ask', { id: booked, to: 'Alder Cars', wanted: { starts: '2026-12-01T22:00:00' } })
  const open = async (words: string) => (await desk.do<Open>('point.add', { tripId, words })).point.id
  const [first, other] = [await open('Who holds the visa?'), await open('Which gate?')]
  // Two rides at the same hour, as the things that are asked about stand.
  const anyway = { reason: 'Only one of them is travelled' }
  const give = async (to: string) =>
    (await desk.do<Given>('itinerary.issue', { tripId, for: 'family', to, anyway })).link.id
  const [sam, jo, mo] = [await give('Sam'), await give('Jo'), await give('Mo')]
  return {
    'itinerary.preview': { tripId, for: 'family' },
    'itinerary.read': { tripId },
    'itinerary.issue': { tripId, for: 'family', to: 'Ravi', anyway },
    'itinerary.list': { tripId },
    'itinerary.show': { id: sam },
    'itinerary.shows': { id: jo, shows: 'dates' },
    'itinerary.revoke': { id: mo },
    'emergency.show': { tripId },
    'emergency.card': {},
    'emergency.keep': { set: { insurance: 'Heron Assist' } },
    'trip.list': {},
    'trip.show': { id: tripId },
    'trip.add': { ...days, title: 'Basel' },
    'trip.edit': { id: tripId, set: { purpose: 'Sign' } },
    'trip.cancel': { id: off },
    'point.add': { tripId, words: 'Who drives?' },
    'point.edit': { id: first, set: { ownerId: desk.seat.member } },
    'point.settle': { id: other, how: 'Gate 4' },
    'segment.add': { tripId, ...ride },
    'segment.edit': { id: intended, set: { notes: 'two bags' } },
    'segment.cancel': { id: third },
    'segment.ask': { id: intended, to: 'Alder Cars', wanted: {} },
    'segment.confirm': { id: booked, who: 'Jo' },
    'segment.check': { id: booked },
    'segment.letter': { id: booked, ask: 'confirm' },
    'segment.cascade': { id: booked },
  }
}
