import type { TestDesk } from '../../../desk/testing.ts'
import type { Inputs } from '../inputs.ts'
import type { Things } from './calendar.ts'

type Rule = { readonly id: string; readonly version: number; readonly on: boolean }
type Finding = { fingerprint: string; fixes: { operation: string; reach: string; input: object }[] }
const days = { from: '2026-11-23', to: '2026-12-01' }

/** Rules, what they find, and what is done about it. */
export const ruleInputs = async (desk: TestDesk, things: Things): Promise<Inputs> => ({
  ...(await ofRules(desk)),
  ...(await ofFindings(desk, things)),
})

async function ofRules(desk: TestDesk): Promise<Inputs> {
  const add = async (day: string) =>
    (
      await desk.do<{ rule: Rule }>('rule.add', {
        kind: 'no-meetings',
        params: { days: [day] },
        weight: 'prefer',
      })
    ).rule
  const [rule, other, third] = [await add('MO'), await add('TU'), await add('WE')]
  await desk.do('rule.remove', { id: other.id })
  return {
    'rule.kinds': {},
    'rule.list': {},
    'rule.add': { kind: 'no-meetings', params: { days: ['FR'] }, weight: 'avoid' },
    'rule.edit': { id: rule.id, version: rule.version, weight: 'avoid' },
    'rule.switch': { id: third.id, on: !third.on },
    'rule.remove': { id: third.id },
    'rule.restore': { id: other.id },
    'rule.preview': { id: rule.id },
  }
}

async function ofFindings(desk: TestDesk, { review }: Things): Promise<Inputs> {
  const { findings } = await desk.do<{ findings: Finding[] }>('finding.list', days)
  const { fingerprint } = findings[0] ?? { fingerprint: '' }
  const accepted = findings[1]?.fingerprint ?? fingerprint
  const fixes = findings.flatMap((one) => one.fixes)
  const fixable = fixes.find(({ reach }) => reach === 'desk')
  const asks = fixes.find(({ reach }) => reach === 'world')
  const asked = await desk.do<{ askId: string }>('finding.asked', { fingerprint, to: 'Jo', message: 'Could you?' })
  await desk.do('finding.accept', { fingerprint: accepted, reason: 'So it is', until: null })
  const moved = { start: '2026-11-26T15:00:00Z', end: '2026-11-26T16:00:00Z' }
  return {
    'plan.show': days,
    'plan.weigh': { eventId: review.event.eventId, ...moved },
    'finding.list': days,
    'finding.accept': { fingerprint, reason: 'A test', until: null },
    'finding.reopen': { fingerprint: accepted },
    'finding.fix': fixable?.input ?? { fingerprint, operation: 'event.move', input: {} },
    'finding.asked': asks?.input ?? { fingerprint, to: 'Jo', message: 'Could you?' },
    'finding.answered': { askId: asked.askId, answer: 'no', who: 'Jo', reference: '' },
    'ask.withdraw': { askId: asked.askId },
    'ask.reopen': { askId: asked.askId },
  }
}
