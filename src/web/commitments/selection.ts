import { useState } from 'react'
import type { CommitmentView } from '../../desk/work/commitments/model.ts'

type Sides = { readonly ours: readonly CommitmentView[]; readonly theirs: readonly CommitmentView[] }

export const sidesOf = (standing: readonly CommitmentView[]): Sides => ({
  ours: standing.filter(({ side }) => side === 'ours'),
  theirs: standing.filter(({ side }) => side === 'theirs'),
})

/** Puts the focus where the keyboard is, so that it is seen and read out. */
const focus = (id: string | undefined): void => {
  if (id === undefined) return
  setTimeout(() => document.querySelector<HTMLElement>(`[data-promise="${id}"]`)?.focus(), 0)
}

/** Which promise the keyboard is on: the first that is late, else the first; arrows go on, and to the other column. */
export function useSelection(sides: Sides, behind: readonly CommitmentView[]) {
  const [side, setSide] = useState<'ours' | 'theirs'>('theirs')
  const [id, setId] = useState<string | null>(null)
  const all = [...sides.ours, ...sides.theirs, ...behind]
  const selected = all.find((one) => one.id === id) ?? sides.theirs[0] ?? sides.ours[0] ?? null
  const here = behind.some((one) => one.id === selected?.id) ? behind : selected ? sides[selected.side] : []
  const take = (one: CommitmentView | undefined) => {
    if (!one) return
    setId(one.id)
    setSide(one.side)
    focus(one.id)
  }
  return {
    selected,
    side,
    setSide: (to: 'ours' | 'theirs') => {
      setSide(to)
      setId(sides[to][0]?.id ?? null)
    },
    step: (by: 1 | -1) => {
      const at = here.findIndex((one) => one.id === selected?.id)
      take(here[at + by] ?? (by === 1 ? behind[0] : undefined))
    },
    across: () => {
      if (selected) take(sides[selected.side === 'ours' ? 'theirs' : 'ours'][0])
    },
  }
}
