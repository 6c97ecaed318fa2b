import * as z from 'zod'
import { areas, change, read } from '../operation.ts'
import { zoneName } from '../shapes.ts'
import { boardContract } from './board/contract.ts'
import { board, memberKinds } from './board/model.ts'
import { lookedContract } from './looked/contract.ts'
import { proposalContract } from './proposals/contract.ts'
import { seatsContract } from './seats/contract.ts'

const settings = z.object({
  executive: z.string().trim().min(1).max(120).optional(),
  zone: zoneName.optional(),
  home: z.string().max(300).nullable().optional(),
  /** Whose public holidays it keeps (ISO 3166, with a region: `CH-ZH`); null: reckoned from its zone. */
  country: z
    .string()
    .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/)
    .nullable()
    .optional(),
})
export type Settings = z.infer<typeof settings>

/**
 * What this member may not do alone, as their level in each area says; the limits of a board may say less of a single call.
 * `who`: by area, who at this desk may do it, the executive first.
 */
const may = z.object({
  asks: z.array(z.string()),
  never: z.array(z.string()),
  who: z.record(z.string(), z.array(z.string())),
  areas: z.record(z.string(), z.enum(areas)),
})

const me = z.object({
  login: z.object({ name: z.string(), email: z.string() }),
  member: z.object({ id: z.uuid(), kind: z.enum(memberKinds), name: z.string(), board }),
  desk: z.object({
    id: z.uuid(),
    name: z.string(),
    executive: z.string(),
    zone: zoneName,
    home: z.string().nullable(),
    country: z.string().nullable(),
  }),
  /** False until a calendar holds anything. */
  hasEvents: z.boolean(),
  singleKeys: z.boolean(),
  may,
})

export const authorityContract = {
  ...boardContract,
  ...proposalContract,
  ...lookedContract,
  member: {
    ...boardContract.member,
    ...seatsContract,
    keys: change({
      name: 'member.keys',
      area: 'desk',
      effect: 'change',
      everyone: true,
      says: 'Turn single-letter keys on or off for yourself',
      /** `member`: whose keys they are, where what is taken back was somebody’s; nobody else’s are turned. */
      input: z.object({ on: z.boolean(), member: z.uuid().optional() }),
      output: z.object({ on: z.boolean() }),
    }),
  },
  desk: {
    me: read({
      name: 'desk.me',
      area: 'desk',
      everyone: true,
      says: 'Who you are and at whose desk',
      input: z.object({}),
      output: me,
    }),
    change: change({
      name: 'desk.change',
      area: 'desk',
      effect: 'change',
      says: 'Change the name, home place or zone of the desk',
      final: { unchanged: 'Nothing was changed.' },
      /** `from` is what each was when the person looked; moved-on where it is something else by now. */
      input: settings.extend({ from: settings.optional() }),
      output: z.object({ me }),
    }),
  },
}
