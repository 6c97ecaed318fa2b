import { describe, expect, test } from 'vitest'
import { airportOf } from '../../../desk/travel/airports/airports.ts'
import { readText } from './read.ts'

const told = (text: string) =>
  readText(text, { airportOf, sentAt: null }).map(({ fields, doubts }) => ({
    ...Object.fromEntries(Object.entries(fields).map(([field, { value }]) => [field, value])),
    ...(doubts.length > 0 && { doubts: doubts.map(({ field }) => field) }),
  }))

const letter = `Thank you for your booking. Your booking reference is K7Q2MD.

Flight XQ 345
Depart: London City (LCY) Tuesday 1 December 2026 17:10
Arrive: Zurich (ZRH) Tuesday 1 December 2026 19:50
Passenger: Dana Okafor`

const flight = {
  number: 'XQ 345',
  confirmation: 'K7Q2MD',
  name: 'Dana Okafor',
  from: 'London City',
  fromAirport: 'LCY',
  starts: '2026-12-01T17:10',
  to: 'Zurich',
  toAirport: 'ZRH',
  ends: '2026-12-01T19:50',
}
const sender = 'Crossfell Air <bookings@crossfell.example>'

describe('a letter is read beneath the head it was pasted with', () => {
  test.each([
    ['of Gmail', `From: ${sender}\nDate: Mon, 23 Nov 2026 at 06:12\nSubject: Your flight\nTo: Ines Okafor\n\n`],
    [
      'of Outlook',
      `From: ${sender}\nSent: Monday, November 23, 2026 6:12 AM\nTo: Ines Okafor\nSubject: Your flight\n\n`,
    ],
    [
      'of Outlook, every second line empty',
      `From: ${sender}\n\nSent: Monday, November 23, 2026 6:12 AM\n\nTo: Ines\n\nSubject: Yours\n\n`,
    ],
    ['of Outlook on the web, its sender without a label', `${sender}\nMon 11/23/2026 6:12 AM\nTo: Ines Okafor\n\n`],
    [
      'in bold',
      `*From:* ${sender}\n*Sent:* Monday, November 23, 2026 6:12 AM\n*To:* Ines Okafor\n*Subject:* Your flight\n\n`,
    ],
    ['in German', `Von: ${sender}\nGesendet: Montag, 23. November 2026 06:12\nAn: Ines Okafor\nBetreff: Ihr Flug\n\n`],
    ['in French', `De : ${sender}\nEnvoyé : lundi 23 novembre 2026 06:12\nÀ : Ines Okafor\nObjet : Votre vol\n\n`],
    [
      'in Spanish',
      `De: ${sender}\nEnviado el: lunes, 23 de noviembre de 2026 6:12\nPara: Ines Okafor\nAsunto: Su vuelo\n\n`,
    ],
  ])('%s', (_, head) => {
    expect(told(`${head}${letter}`)).toEqual([{ ...flight, provider: 'Crossfell Air' }])
  })

  test('that has no address, no subject and no line between', () => {
    const head = 'From: Crossfell Air\nDate: Mon, 23 Nov 2026 at 06:12\nTo: Ines Okafor\n'
    expect(told(`${head}${letter}`)).toEqual([flight])
  })
})

describe('from, to and date of a journey are no head of a mail', () => {
  const way = 'From: London St Pancras\nTo: Paris Gare du Nord\n'
  const times = 'Departs: 10:24\nArrives: 13:47\nTrain: 9024\n'
  const reference = 'Booking reference: K7Q2MD\n'
  const train = {
    number: '9024',
    confirmation: 'K7Q2MD',
    from: 'London St Pancras',
    starts: '2026-12-01T10:24',
    to: 'Paris Gare du Nord',
    ends: '2026-12-01T13:47',
  }

  test.each([
    ['at the very top', `Date: 1 December 2026\n${way}${times}${reference}`],
    ['in the middle', `Booking confirmed\n${reference}\n${way}Date: 1 December 2026\n${times}`],
    [
      'beneath the head of a mail',
      `From: Ines <i@okafor.example>\nSubject: Ticket\n\n${way}Date: 1 December 2026\n${times}${reference}`,
    ],
    [
      'right beneath one',
      `From: Ines <i@okafor.example>\nSubject: Ticket\n${way}Date: 1 December 2026\n${times}${reference}`,
    ],
  ])('%s', (_, text) => {
    expect(told(text)).toMatchObject([train])
  })

  test('even with the hour beside the date', () => {
    const text = `Flight booking confirmed. Reference K7Q2MD\n\nDate: 1 December 2026 17:10\nFrom: London City (LCY)\nTo: Zurich (ZRH)\n\nFlight: XQ 345\nArrival: 19:50`
    expect(told(text)).toMatchObject([{ from: 'London City', to: 'Zurich', starts: '2026-12-01T17:10' }])
  })

  test('in German and French', () => {
    expect(
      told(
        `Buchung bestätigt\nBuchungsnummer: K7Q2MD\nZug ICE 9024\n\nVon: Köln Hbf\nNach: Berlin Hbf\nDatum: 1. Dezember 2026\nAbfahrt: 10:24\nAnkunft: 14:47`,
      ),
    ).toMatchObject([{ from: 'Köln Hbf', to: 'Berlin Hbf', starts: '2026-12-01T10:24' }])
    expect(
      told(
        `Réservation confirmée\nRéférence: K7Q2MD\nTrain TGV 9024\n\nDe: Paris Gare de Lyon\nÀ: Lyon Part Dieu\nDate: 1 décembre 2026\nDépart: 10:24\nArrivée: 12:47`,
      ),
    ).toMatchObject([{ from: 'Paris Gare de Lyon', to: 'Lyon Part Dieu', ends: '2026-12-01T12:47' }])
  })
})
