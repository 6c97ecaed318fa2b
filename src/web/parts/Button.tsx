import type { ComponentProps, ReactNode } from 'react'
import { ariaKey } from '../shell/keys.ts'
import { type Deed, type May, proposing, useMay } from '../shell/may.ts'
import css from './Button.module.css'
import { KeyHint } from './KeyHint.tsx'

type Look = 'plain' | 'main' | 'quiet' | 'danger'
const looks: Record<Look, string | undefined> = {
  plain: css.plain,
  main: css.main,
  quiet: css.quiet,
  danger: css.danger,
}

type Props = ComponentProps<'button'> & {
  look?: Look
  hint?: string
  busy?: boolean
  /** The operation it leads to: not shown where the desk would refuse it, and saying so where somebody else has to say yes. */
  of?: Deed | undefined
  /** What the desk said of this one case, which counts before what it says of the operation. */
  may?: May
  children: ReactNode
}

const proposes = (words: ReactNode): string => {
  const [first] = Array.isArray(words) ? words : [words]
  return proposing(typeof first === 'string' ? first : '')
}

/** A verb. `look="main"` is the one most likely wanted; `hint` shows its key, which a `useVerbs` entry must answer. */
export function Button({ look = 'plain', hint, busy = false, of, may, className, children, ...rest }: Props) {
  const said = useMay(of)
  const held = may ?? said
  if (held === 'no') return null
  const named = rest['aria-label']
  return (
    <button
      type="button"
      {...rest}
      aria-label={named !== undefined && held === 'propose' ? `${proposes(named)}${named}` : named}
      disabled={rest.disabled}
      aria-disabled={busy || undefined}
      aria-keyshortcuts={hint === undefined ? undefined : ariaKey(hint)}
      onClick={busy ? undefined : rest.onClick}
      className={[css.button, looks[look], className].filter(Boolean).join(' ')}
    >
      {held === 'propose' && proposes(children)}
      {children}
      {hint !== undefined && <KeyHint of={hint} />}
    </button>
  )
}
