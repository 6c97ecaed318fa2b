import { drawKey } from '../shell/keys.ts'
import css from './KeyHint.module.css'

/** A key beside the verb it stands for. Hidden from readers, who hear `aria-keyshortcuts`, and where there is no keyboard. */
export const KeyHint = ({ of }: { of: string }) => (
  <span className={css.key} aria-hidden="true">
    {drawKey(of)}
  </span>
)
