import type { ComponentProps, ReactNode } from 'react'
import { ariaKey } from '../shell/keys.ts'
import css from './Button.module.css'
import { KeyHint } from './KeyHint.tsx'

type Look = 'plain' | 'main' | 'quiet' | 'danger'
const looks: Record<Look, string | undefined> = {
  plain: css.plain,
  main: css.main,
  quiet: css.quiet,
  danger: css.danger,
}

/** A verb. `look="main"` is the one most likely wanted; `hint` shows its key, which a `useVerbs` entry must answer. */
export function Button({
  look = 'plain',
  hint,
  busy = false,
  className,
  children,
  ...rest
}: ComponentProps<'button'> & { look?: Look; hint?: string; busy?: boolean; children: ReactNode }) {
  return (
    <button
      type="button"
      {...rest}
      disabled={rest.disabled}
      aria-disabled={busy || undefined}
      aria-keyshortcuts={hint === undefined ? undefined : ariaKey(hint)}
      onClick={busy ? undefined : rest.onClick}
      className={[css.button, looks[look], className].filter(Boolean).join(' ')}
    >
      {children}
      {hint !== undefined && <KeyHint of={hint} />}
    </button>
  )
}
