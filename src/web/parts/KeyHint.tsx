import type { ReactNode } from 'react'
import { drawKey } from '../shell/keys.ts'
import { Arrow, type Way } from './Arrow.tsx'
import css from './KeyHint.module.css'

const arrows: Record<string, Way> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Enter: 'enter',
}

/**
 * A key beside the verb it stands for. Hidden from readers, who hear `aria-keyshortcuts`, and where there is no keyboard,
 * as on a phone; `always` where keys are what was asked for. `plain`: without its cap.
 */
export const KeyHint = ({ of, always = false, plain = false }: { of: string; always?: boolean; plain?: boolean }) => (
  <span className={[plain || css.key, always || css.keyed].filter((one) => one !== true).join(' ')} aria-hidden="true">
    {arrows[of] ? <Arrow to={arrows[of]} /> : drawKey(of)}
  </span>
)

/** Words about keys, which are not there where the keys are not. */
export const Keyed = ({ children }: { children: ReactNode }) => <span className={css.keyed}>{children}</span>
