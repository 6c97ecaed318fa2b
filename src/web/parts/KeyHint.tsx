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

/** A key beside the verb it stands for. Hidden from readers, who hear `aria-keyshortcuts`, and where there is no keyboard. */
export const KeyHint = ({ of }: { of: string }) => (
  <span className={css.key} aria-hidden="true">
    {arrows[of] ? <Arrow to={arrows[of]} /> : drawKey(of)}
  </span>
)
