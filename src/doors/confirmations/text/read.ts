import type { Airport, Proposal } from '../../../desk/travel/reading/model.ts'

export function readText(
  _text: string,
  _known: { readonly airportOf: (code: string) => Airport | null; readonly sentAt: string | null },
): Proposal[] {
  return []
}
