import { describe, expect, test } from 'vitest'
import { readPass } from './pass.ts'

type Card = Readonly<Record<string, readonly { key?: string; label?: string; value: string; semantics?: object }[]>>
const told = (style: string, card: Card & { transitType?: never }, more: object = {}, transitType?: string) => {
  const data = { organizationName: 'Líneas Cierzo', ...more, [style]: { ...card, ...(transitType && { transitType }) } }
  return (readPass(JSON.stringify(data))?.data ?? []).map(({ kind, fields }) => ({
    kind,
    ...Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, value?.value])),
  }))
}

describe('a pass for a wallet', () => {
  test('whose places are labels of its clocks', () => {
    const card = {
      headerFields: [{ label: 'FECHA', value: '14/05/2027' }],
      primaryFields: [
        { label: 'Zaragoza Delicias', value: '16:45' },
        { label: 'Pamplona', value: '18:50' },
      ],
      auxiliaryFields: [
        { label: 'ASIENTO', value: '14' },
        { label: 'LOCALIZADOR', value: '9ZK-418' },
      ],
    }
    expect(told('boardingPass', card, {}, 'PKTransitTypeBus')).toEqual([
      {
        kind: 'bus',
        provider: 'Líneas Cierzo',
        from: 'Zaragoza Delicias',
        to: 'Pamplona',
        starts: '2027-05-14T16:45',
        ends: '2027-05-14T18:50',
        seat: '14',
        confirmation: '9ZK-418',
      },
    ])
  })

  test('says what it says for machines first, of the pass or of a field', () => {
    const card = {
      primaryFields: [
        { label: 'Athens', value: 'ATH', semantics: { departureAirportCode: 'ATH' } },
        { label: 'Larnaca', value: 'LCA' },
      ],
      auxiliaryFields: [{ label: 'BOARDS', value: '20:05' }],
    }
    const semantics = {
      airlineCode: 'MX',
      flightNumber: 904,
      originalDepartureDate: '2027-02-09T20:45:00+02:00',
      passengerName: { givenName: 'Eleni', familyName: 'Georgiou' },
      seats: [{ seatRow: '2', seatNumber: 'D' }],
    }
    expect(told('boardingPass', card, { semantics }, 'PKTransitTypeAir')).toEqual([
      expect.objectContaining({
        number: 'MX 904',
        fromAirport: 'ATH',
        from: 'Athens',
        toAirport: 'LCA',
        starts: '2027-02-09T20:45+02:00',
        name: 'Eleni Georgiou',
        seat: '2D',
      }),
    ])
  })

  test('that shows an earlier clock at its end does not say on which day that is', () => {
    const card = {
      headerFields: [{ label: 'DATE', value: '08 JAN 2027' }],
      primaryFields: [
        { label: 'From', value: 'Wien Hbf' },
        { label: 'To', value: 'Zürich HB' },
      ],
      auxiliaryFields: [
        { label: 'Departs', value: '21:40' },
        { label: 'Arrives', value: '07:55' },
      ],
    }
    const [train] = told('boardingPass', card, {}, 'PKTransitTypeTrain')
    expect(train).toMatchObject({ from: 'Wien Hbf', to: 'Zürich HB', starts: '2027-01-08T21:40' })
    expect(train).not.toHaveProperty('ends')
  })

  test('of no kind is of the kind its words speak of, or of none', () => {
    const fields = [
      { label: 'Abfahrt', value: '2026-12-27T10:18:00+01:00' },
      { label: 'Platz', value: '55' },
    ]
    expect(told('generic', { headerFields: [{ label: 'Zug', value: 'BLE 909' }], secondaryFields: fields })).toEqual([
      expect.objectContaining({ kind: 'train', number: 'BLE 909', seat: '55' }),
    ])
    expect(told('generic', { headerFields: [{ label: 'Punkte', value: '909' }], secondaryFields: fields })).toEqual([])
  })
})
