import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { useArrival } from './arrival.ts'
import { Button } from './Button.tsx'
import css from './Dialog.module.css'
import { Final, type FinalCase } from './Final.tsx'

type Props = {
  open: boolean
  onClose: () => void
  title: string
  /** A sentence under the title; read out with it. */
  sub?: ReactNode
  /** The operation it is about, where that cannot be undone: it says so under the sentence. */
  final?: FinalCase
  children: ReactNode
  actions?: ReactNode
}

/** `start`: where the focus goes when it opens; the first text `field` where it is opened to type into. */
type PanelProps = Omit<Props, 'final'> & { start?: 'first' | 'field' }

/** A question in the middle of the screen: everything else waits. Escape and a click beside it close it. */
export const Dialog = ({ open, onClose, title, sub, final, children, actions }: Props) => (
  <Base.Root open={open} onOpenChange={(next) => next || onClose()}>
    <Base.Portal>
      <Base.Backdrop className={css.backdrop ?? ''} />
      <Base.Popup className={css.popup ?? ''} {...useArrival()} data-asks>
        <Base.Title className={css.title ?? ''}>{title}</Base.Title>
        {(sub || final) && (
          <Base.Description className={css.sub ?? ''}>
            {sub} {final && <Final {...final} />}
          </Base.Description>
        )}
        {children}
        {actions && <div className={css.actions}>{actions}</div>}
      </Base.Popup>
    </Base.Portal>
  </Base.Root>
)

/** A sheet at the right edge (at the foot of a phone) that leaves the page usable: details, beside what they are about. */
export const Panel = ({ open, onClose, title, sub, children, actions, start = 'first' }: PanelProps) => (
  <Base.Root open={open} onOpenChange={(next) => next || onClose()} modal={false} disablePointerDismissal>
    <Base.Portal>
      <Base.Popup className={css.panel ?? ''} {...useArrival(start)} data-beside>
        <div className={css.top}>
          <Base.Title className={css.title ?? ''}>{title}</Base.Title>
          <Button look="quiet" hint="Escape" onClick={onClose}>
            Close
          </Button>
        </div>
        {sub && (
          <Base.Description className={css.sub ?? ''} render={<div />}>
            {sub}
          </Base.Description>
        )}
        {children}
        {actions && <div className={css.actions}>{actions}</div>}
      </Base.Popup>
    </Base.Portal>
  </Base.Root>
)
