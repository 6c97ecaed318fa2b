import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPage } from './page.ts'

const seen = (html: string) => readPage(html).text

describe('a page is read as a person sees it', () => {
  test('cells of a row stand beside each other, and rows under each other', () => {
    expect(
      seen(
        '<table><tr><th>Check-in</th><th>Check-out</th></tr><tr><td>Thu 11 Feb<br>After 4 PM</td><td>Sun 14 Feb</td></tr></table>',
      ),
    ).toBe('Check-in\tCheck-out\nThu 11 Feb  After 4 PM\tSun 14 Feb')
  })

  test('tables that only lay out are left as blocks', () => {
    expect(
      seen(
        '<table><tr><td><p>One</p><p>Two</p></td></tr><tr><td><table><tr><td>A</td><td>B</td></tr></table></td></tr></table>',
      ),
    ).toBe('One\n\nTwo\n\nA\tB'.replace('\n\nA', '\nA'))
  })

  test('what is hidden, struck out or for machines is not seen', () => {
    const html = `<title>T</title><style>p{}</style><div style="display:none">pre</div><p hidden>h</p><p>Departs <s>12:10</s> <b>13:45</b></p>
      <span style="font-size:0px">x</span><script>var a = 1</script><div style="max-height:0;overflow:hidden">y</div>`
    expect(seen(html)).toBe('Departs 13:45')
  })

  test('what a style sheet hides is not seen, and what it strikes out is told apart', () => {
    const html = `<style>/* x */ .pre, #top { display: none !important } .was{text-decoration:line-through}
      @media (max-width:600px){.wide{display:none}} .gone{display:none} .gone{display:block} a.x .deep{display:none}</style>
      <p class="pre">pre</p><p id="top">top</p><p class="wide big">Departs <span class="was">12:10</span> 13:45</p>
      <p class="gone">here</p><p class="deep">too</p>`
    expect(seen(html)).toBe('Departs 13:45\n\nhere\n\ntoo')
    expect(readPage(html).whole).toBe('Departs 12:10 13:45\n\nhere\n\ntoo')
    expect(readPage('<p>nothing</p>').whole).toBe(null)
  })

  test('line breaks of the source are none, those of the page are', () => {
    expect(seen('<p>Booking\n  reference:<br>HK7Q2M</p><ul><li>One<li>Two</ul>')).toBe(
      'Booking reference:\nHK7Q2M\n\nOne\nTwo',
    )
  })

  test('entities and pictures with a name are words', () => {
    expect(seen('<img alt="Alpwind" src="x"><img alt="logo.png"> Graz (GRZ) &rarr; Z&uuml;rich')).toBe(
      'Alpwind Graz (GRZ) → Zürich',
    )
  })

  test('microdata is the same things as linked data, its hidden parts too', () => {
    const html = `<div itemscope itemtype="http://schema.org/FlightReservation"><meta itemprop="reservationNumber" content="R1">
      <div itemprop="reservationFor" itemscope itemtype="http://schema.org/Flight"><span itemprop="flightNumber">12</span>
      <time itemprop="departureTime" datetime="2027-01-08T10:45">a quarter to</time></div></div>`
    expect(readPage(html).items).toEqual([
      {
        '@type': 'http://schema.org/FlightReservation',
        reservationNumber: 'R1',
        reservationFor: { '@type': 'http://schema.org/Flight', flightNumber: '12', departureTime: '2027-01-08T10:45' },
      },
    ])
  })

  test('what RDFa marks is the same things', () => {
    const html = `<div vocab="http://schema.org/" typeof="TrainReservation"><meta property="reservationNumber" content="R1">
      <div property="reservationFor" typeof="schema:TrainTrip"><b property="schema:trainNumber">12</b></div></div>`
    expect(readPage(html).items).toEqual([
      {
        '@type': 'TrainReservation',
        reservationNumber: 'R1',
        reservationFor: { '@type': 'TrainTrip', trainNumber: '12' },
      },
    ])
  })

  test('whatever it is, it is read, and tags without end are left', () => {
    expect(readPage('<div>'.repeat(100_000)).cut).toBe(true)
    expect(readPage(`${'<b a=1>'.repeat(300)}${'<p>x'.repeat(20_000)}`).text.length).toBeGreaterThan(0)
    expect(readPage(`<p>${'</x>'.repeat(100_000)}end`).text).toBe('end')
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (html) => typeof readPage(html).text === 'string'))
    const tags = fc.constantFrom(
      '<table>',
      '<tr>',
      '<td>',
      '</td>',
      '</tr>',
      '</table>',
      '<p>',
      'word',
      '<br>',
      '<s>',
      '</s>',
      '<script type="application/ld+json">',
      '</script>',
      '<div itemscope itemprop="a">',
      '</div>',
      '<pre>',
      '<!--',
      '-->',
    )
    fc.assert(
      fc.property(fc.array(tags, { maxLength: 60 }), (parts) => typeof readPage(parts.join('')).text === 'string'),
    )
  })

  test('a page of endless paragraphs is read to its end', () => {
    const many = 250_000
    expect(seen('<p>x'.repeat(many))).toBe(Array(many).fill('x').join('\n\n'))
  })
})
