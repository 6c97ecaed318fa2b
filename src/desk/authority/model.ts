import type { Member } from '../act.ts'
import type { Area, Effect } from '../operation.ts'

/**
 * Whether a member may perform an operation of this area and effect. The executive, their assistant and the desk's own
 * routines may do everything that any operation declares.
 */
export function mayPerform(
  member: Pick<Member, 'kind'>,
  operation: { readonly area: Area; readonly effect: Effect },
): boolean {
  switch (member.kind) {
    case 'executive':
    case 'assistant':
      return true
    case 'desk':
      // Routines prepare and record; what costs money is always somebody's own yes.
      return operation.effect !== 'spend'
  }
}
