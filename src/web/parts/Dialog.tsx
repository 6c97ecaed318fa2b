import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import css from './Dialog.module.css'

type Props = {
  open: boolean
  onClose: () => void
  title: string
  /** A sentence under the title; read out with it. */
  sub?: ReactNode
  children: ReactNode
  actions?: ReactNode
}

/** A question in the middle of the screen: everything else waits. Escape and a click beside it close it. */
export const Dialog = ({ open, onClose, title, sub, children, actions }: Props) => (
  <Base.Root open={open} onOpenChange={(next) => next || onClose()}>
    <Base.Portal>
      <Base.Backdrop className={css.backdrop ?? ''} />
      <Base.Popup className={css.popup ?? ''}>
        <Base.Title className={css.title ?? ''}>{title}</Base.Title>
        {sub && <Base.Description className={css.sub ?? ''}>{sub}</Base.Description>}
        {children}
        {actions && <div className={css.actions}>{actions}</div>}
      </Base.Popup>
    </Base.Portal>
  </Base.Root>
)

/** A sheet at the right edge (at the foot of a phone) that leaves the page usable: details, beside what they are about. */
export const Panel = ({ open, onClose, title, sub, children, actions }: Props) => (
  <Base.Root open={open} onOpenChange={(next) => next || onClose()} modal={false} disablePointerDismissal>
    <Base.Portal>
      <Base.Popup className={css.panel ?? ''} data-beside>
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
