import { from, london } from '../cast/model.ts'

type Clock = { readonly on: string; readonly from: string; readonly to: string }

/** What the agent wants and may not do alone, about an event or an offer of the sample, by its title. */
export type SampleAsk = { readonly about: string; readonly why: string } & (
  | { readonly does: 'move'; readonly to: Clock }
  | { readonly does: 'hold longer'; readonly hours: number }
)

/** Who else works at the desk: an agent, whoever brought the sample answers for it; and somebody who covers for some days. */
export type SampleSeats = {
  readonly agent: { readonly name: string }
  readonly cover: {
    readonly name: string
    readonly fromOn: string
    readonly toOn: string
    readonly reason: string
  }
  readonly asks: readonly SampleAsk[]
}

/** Their names say what they are: a seat that somebody sits in has no “(sample)” behind it. */
export function seatsFor(today: Temporal.PlainDate, interview: Temporal.PlainDate): SampleSeats {
  const away = from(today.add({ days: 8 }), (day) => day.dayOfWeek === 1)
  return {
    agent: { name: 'Thistle (sample)' },
    cover: {
      name: 'Tomás Reyes (sample)',
      fromOn: away.toString(),
      toOn: away.add({ days: 2 }).toString(),
      reason: 'Three days of training in Leeds; back on Thursday.',
    },
    asks: [
      {
        about: 'Press: annual results',
        does: 'move',
        to: { on: interview.toString(), from: '16:15', to: '17:00' },
        why: 'It begins while the final interview is still on; Tess Quill writes that she is free all afternoon.',
      },
      {
        about: 'Tallow Foods: spring volumes',
        does: 'hold longer',
        hours: 27,
        why: 'Harlan Voss’s office opens after these times would be freed; he has not seen them yet.',
      },
    ],
  }
}

/** As `event.move` wants it. */
export const whenOf = ({ on, from: begins, to }: Clock) => ({
  allDay: false,
  start: `${on}T${begins}:00`,
  end: `${on}T${to}:00`,
  zone: london,
  endZone: london,
})
