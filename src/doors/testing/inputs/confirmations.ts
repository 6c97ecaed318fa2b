import type { TestDesk } from '../../../desk/testing.ts'
import type { Inputs } from '../inputs.ts'

const text = (number: string) =>
  `Booking reference K7Q2MD\nFlight XQ ${number}\nLondon City (LCY) 24 Nov 2026 17:55\nZurich (ZRH) 24 Nov 2026 20:35\n`

type Dropped = { readonly confirmation: { readonly id: string } }

/** Confirmations that were dropped in: one to look at and take, one to put aside. */
export async function confirmationInputs(desk: TestDesk): Promise<Inputs> {
  const drop = async (number: string) =>
    (await desk.do<Dropped>('confirmation.drop', { text: text(number) })).confirmation.id
  const [id, other] = [await drop('345'), await drop('346')]
  return {
    'confirmation.list': {},
    'confirmation.show': { id },
    'confirmation.original': { id },
    'confirmation.drop': { text: text('347') },
    'confirmation.take': {
      id,
      parts: [{ index: 0, segmentId: null }],
      newTrip: { title: 'Zurich', from: '2026-11-24', until: '2026-11-25' },
    },
    'confirmation.leave': { id: other, reason: 'For somebody else' },
  }
}
