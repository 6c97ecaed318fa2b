import * as z from 'zod'
import { quoted, text } from '../found.ts'
import { clockOf } from '../local.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import type { SegmentEnd } from '../segment.ts'
import { isAhead, live, segmentThing, spanOfSegment } from '../trips/segments.ts'
import { dayWords, listWords } from '../trips/words.ts'

const params = z.strictObject({})

const hasNoZone = ({ wall, at, zone }: SegmentEnd): boolean => wall !== null && at === null && zone === null

const said = ({ wall, day }: SegmentEnd): string =>
  [day === null ? '' : dayWords(day), wall === null ? '' : clockOf(wall)].filter((part) => part !== '').join(', ')

/** A time that is given says on whose clocks: without a zone nobody can say when it is. */
export const zoneKnown: AnyKind = ruleKind<z.infer<typeof params>>({
  kind: 'zone-known',
  title: 'On whose clocks?',
  says: 'Every time of a trip says in which zone it is',
  params,
  sentence: () => 'Every time of a trip says in which zone it is',
  reach: () => ({ by: 'trip' }),
  about: (_params, { trips }) => trips.flatMap((trip) => live(trip).map((segment) => segmentThing(segment, trip))),
  *judge(_params, view) {
    for (const trip of view.trips)
      for (const segment of live(trip)) {
        const { from, to } = segment
        const [begins, ends] = [hasNoZone(from), hasNoZone(to)]
        if (!(begins || ends) || !view.speaksOfSegment(segment) || !isAhead(view.plan, segment, trip)) continue
        const values = () => ({
          segment: quoted(segment),
          what: listWords([...(begins ? [`begins ${said(from)}`] : []), ...(ends ? [`ends ${said(to)}`] : [])]),
        })
        yield {
          span: spanOfSegment(segment, trip),
          items: [segmentThing(segment, trip)],
          about: segment.key,
          code: 'no-zone',
          values,
          badness: Number(begins) + Number(ends),
        }
      }
  },
  words: (e) =>
    `${text(e, 'segment')} ${text(e, 'what')}, and nobody has said in which zone: nobody can say when that is`,
})
