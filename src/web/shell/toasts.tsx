import { Toast } from '@base-ui/react/toast'
import { KeyHint } from '../parts/KeyHint.tsx'
import css from './toasts.module.css'

const board = Toast.createToastManager()

/** Says what happened, in the corner and to a screen reader; with `undo`, offers to take it back. Answers what closes it. */
export function tell(words: string, undo?: () => void): () => void {
  const id = board.add({
    title: words,
    timeout: undo ? 12_000 : 5_000,
    ...(undo && {
      actionProps: {
        children: (
          <>
            Undo <KeyHint of="mod+z" />
          </>
        ),
        onClick: () => {
          board.close(id)
          undo()
        },
      },
    }),
  })
  return () => board.close(id)
}

function Toasts() {
  const { toasts } = Toast.useToastManager()
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className={css.toast ?? ''} swipeDirection={['down', 'right']} data-beside>
      <Toast.Content className={css.content ?? ''}>
        <Toast.Title className={css.words ?? ''} render={<p />} />
        <Toast.Action className={css.undo ?? ''} />
        <Toast.Close className={css.close ?? ''} aria-label="Close this message">
          ×
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ))
}

export const ToastBoard = () => (
  <Toast.Provider toastManager={board} limit={3}>
    <Toast.Portal>
      <Toast.Viewport className={`${css.viewport} unprinted`}>
        <Toasts />
      </Toast.Viewport>
    </Toast.Portal>
  </Toast.Provider>
)
