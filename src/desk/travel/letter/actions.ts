import { isRefused, refuse } from '../../act.ts'
import { isMisfit } from '../../calendar/change/model.ts'
import type { ActionsFor } from '../../registry.ts'
import { segmentLetter } from '../../rules/messages/travel/model.ts'
import type { travelContract } from '../contract.ts'
import { instantOf } from '../ends/model.ts'
import { planSegmentOf } from '../plans/actions.ts'
import { endsWanted } from '../segments/model.ts'
import { segmentFor } from '../showing/actions.ts'

export const letter: ActionsFor<typeof travelContract>['segment']['letter'] = async ({ id, ask, wanted }, act) => {
  const segment = await segmentFor(act, id)
  if (isRefused(segment)) return segment
  if (wanted) {
    const { from, to } = endsWanted(segment, wanted)
    for (const [end, path] of [
      [from, 'wanted.starts'],
      [to, 'wanted.ends'],
    ] as const) {
      const no = instantOf(end, path)
      if (isMisfit(no)) return refuse('bad-input', `${no.words}.`, [], 'wanted')
    }
  }
  act.looked([segment])
  const writer = { name: act.member.name, executive: act.desk.executive, zone: act.desk.zone }
  return segmentLetter(ask, await planSegmentOf(act, segment), wanted ?? null, writer)
}
