import { test } from 'vitest'
import { testDesk } from '../testing.ts'

test('x', async () => {
  const desk = await testDesk()
  desk.at = Temporal.Instant.from('2026-11-24T06:40:00Z')
  await desk.do('desk.sample')
  const t: any = await desk.do('today.show')
  for (const r of t.rows)
    console.log(
      r.row === 'event'
        ? `${r.clocks.join(' ')} ${r.event.title} | ${r.detail} | ${r.tags.map((x: any) => x.words)}`
        : `· ${r.words}`,
    )
  for (const f of t.findings)
    console.log('F', f.weight, f.title, '|', f.words, '|', f.fixes.map((x: any) => x.reach + ' ' + x.words).join(' / '))
  console.log(t.sinceLastNight)
  const { trips }: any = await desk.do('trip.list', {})
  console.log(JSON.stringify(trips))
  const s: any = await desk.do('trip.show', { id: trips[0].id })
  for (const f of s.findings)
    console.log('T', f.weight, f.title, '|', f.words, '|', f.fixes.map((x: any) => x.reach + ' ' + x.words).join(' / '))
  const fl = s.trip.segments.find((x: any) => x.number === 'XQ 345')
  console.log(fl.statusWords, fl.status)
  const c: any = await desk.do('segment.cascade', { id: fl.id })
  console.log(c.changed, c.stands)
  for (const st of c.steps)
    console.log(
      'C',
      st.order,
      st.about,
      st.finding.title,
      '|',
      st.finding.words,
      '|',
      st.finding.fixes.map((x: any) => x.reach + ' ' + x.words).join(' / '),
    )
  for (const g of c.gone) console.log('G', g.words)
  await desk.stop()
})
