import type { ReactNode } from 'react'
import css from './Tag.module.css'

export type Tone = 'green' | 'amber' | 'red' | 'blue' | 'plum'

/** A few words about the thing beside them. The words say it; the tone repeats it. */
export const Tag = ({ tone = 'green', children }: { tone?: Tone; children: ReactNode }) => (
  <span className={`${css.tag} ${css[tone]}`}>{children}</span>
)
