import type { Airport } from '../../../desk/travel/reading/model.ts'

const zones: Readonly<Record<string, string>> = {
  LHR: 'Europe/London',
  LGW: 'Europe/London',
  MAN: 'Europe/London',
  ZRH: 'Europe/Zurich',
  VIE: 'Europe/Vienna',
  AMS: 'Europe/Amsterdam',
  MAD: 'Europe/Madrid',
  PMI: 'Europe/Madrid',
  OSL: 'Europe/Oslo',
  JFK: 'America/New_York',
  HEL: 'Europe/Helsinki',
  ARN: 'Europe/Stockholm',
  HND: 'Asia/Tokyo',
  CTS: 'Asia/Tokyo',
  LIS: 'Europe/Lisbon',
  WAW: 'Europe/Warsaw',
  BER: 'Europe/Berlin',
}
/** Some airports there are. */
export const airportOf = (code: string): Airport | null =>
  zones[code] ? { code, name: code, city: code, country: 'XX', zone: zones[code] } : null
/** Confirmations as their senders write them; companies, people and addresses are invented. */
export const sources = {
  flight: `Thank you for flying with Kestrel Airways!

Your booking is confirmed. Booking reference: R4T7PL

Flight KW 1023
Departing: Manchester (MAN), Terminal 3 - Mon 15 Mar 2027, 06:45
Arriving: Amsterdam Schiphol (AMS) - Mon 15 Mar 2027, 09:00
Passenger: MS JULIA STONE
Seat: 12C
Class: Economy

Flight KW 1030
Departing: Amsterdam Schiphol (AMS) - Wed 17 Mar 2027, 19:20
Arriving: Manchester (MAN), Terminal 3 - Wed 17 Mar 2027, 19:40

Total price: GBP 211.38
Check-in opens 24 hours before departure and closes 45 minutes before departure.
Ticket non-refundable. Changes allowed for a fee of GBP 45.`,
  table: `Buchungsbestätigung Alpenflug
Buchungscode: 7TRQ4L
Flug      Datum        Von            Nach           Ab      An
AX 311    12.05.2027   Zürich (ZRH)   Wien (VIE)     07:10   08:30
AX 318    13.05.2027   Wien (VIE)     Zürich (ZRH)   19:45   21:10
Passagiere: Herr Max Huber, Frau Eva Huber
Endpreis: CHF 412.00`,
  change: `Estimada Sra. Marta Rueda:
Le informamos de que su vuelo ha sufrido un cambio de horario.
Localizador: QW3ERT
Vuelo VX 2291 Madrid (MAD) T4 - Palma (PMI)
Fecha: 21 de mayo de 2027
Horario anterior: 10:15 - 11:35
Nuevo horario: 13:40 - 15:00`,
  train: `Vaše jízdenka je potvrzena. Kód rezervace: 8KX22P
Vlak RJX 73
Odjezd: Praha hl.n. 12.3.2027 07:52
Příjezd: Brno hl.n. 12.3.2027 10:22
Vůz 23, místo 61, 2. třída
Cestující: Petra Nováková
Cena celkem: 389 Kč`,
  coach: `Ihre Fernbus-Buchung ist bestätigt. Buchungsnummer 3301882201
Fr, 11.06.2027
22:45 München ZOB
06:10 Hamburg ZOB (+1)
Linie 042 · Platz 12A
Fahrgast: Tim Wolf
Preis: 34,99 €`,
  ferry: `BlueSeas Ferries booking confirmation
Booking ref: BS774412
Portsmouth to Caen
Depart: Fri 23 Apr 2027 22:45
Arrive: Sat 24 Apr 2027 06:45
Vessel: Mont Clair
Lead passenger: Oliver Grant
Check-in closes 22:00
Total: £348.00`,
  car: `Thanks for choosing Redrock Rentals, Diane!
Your reservation number is RR-20441-B
Pick up
Denver International Airport (DEN)
Fri, Apr 2, 2027 at 1:30 PM
Drop off
Salt Lake City International Airport (SLC)
Tue, Apr 6, 2027 at 10:00 AM
Vehicle: Full-size
Estimated total: $412.77 USD`,
  taxi: `Your Citywide Cars booking is confirmed
Booking number: CW-5561
Date: Thursday 18 March 2027
Pick up time: 05:30
Pick up address: 8 Rowan Close, Reading RG1 0XX
Drop off: Heathrow Terminal 5
Passengers: 1
Driver: Amir
Fare: £62.00`,
  hotel: `Confirmación de reserva
Hotel Puerta del Sol Azul
Localizador: 99182-AA
Titular: Carmen Ortega
Entrada: 14/05/2027 a partir de las 14:00
Salida: 16/05/2027 antes de las 12:00
Importe total: 238,00 €
Cancelación gratuita hasta el 12/05/2027 a las 23:59
Teléfono: +34 950 000 111
Dirección: Calle Mayor 3, 04001 Almería`,
  inn: `ご予約確認
予約番号：88120-3
ホテル名：グランド海浜ホテル
住所：千葉県千葉市美浜区1-2-3
チェックイン：2027年3月12日（金）15:00
チェックアウト：2027年3月14日（日）11:00
ご宿泊者名：山田 太郎 様
人数：大人2名
合計：45,800円
電話：043-000-0000`,
  table4: `Beste Karin,
Je reservering bij Brasserie De Kade is bevestigd.
Datum: vrijdag 12 maart 2027
Tijd: 19:00 uur
Aantal personen: 4
Brasserie De Kade, Havenkade 12, 1011 AB Amsterdam
Tel. 020 000 0012`,
  concert: `Ihre Eintrittskarten
Bestellnummer: 551-2291
Konzert: Kammerorchester Seetal
Datum: Samstag, 29. Mai 2027
Einlass: 18:30 Uhr
Beginn: 19:30 Uhr
Ort: Stadthalle Seetal, Hauptstrasse 4, 6280 Hochdorf
Reihe 7, Platz 14
2 Karten, Gesamtbetrag CHF 96.00`,
  ambiguous: `Reservation Confirmation
Hotel Meridian Park
Confirmation Number: 3F88210
Guest: Robert Alvarez
Check In: 03/04/2027
Check Out: 03/07/2027`,
} as const
