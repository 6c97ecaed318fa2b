import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { copyText } from '../shell/copy.ts'
import css from './Agreement.module.css'

/** The whole agreement as text, to copy: with what stays private to whom. */
export const TextDialog = ({ text, onClose }: { text: string; onClose: () => void }) => (
  <Dialog
    open
    onClose={onClose}
    title="The agreement as text"
    sub="To keep, or to take along when one of you leaves."
    actions={
      <>
        <Button look="main" onClick={() => copyText(text)}>
          Copy
        </Button>
        <Button look="quiet" onClick={onClose}>
          Close
        </Button>
      </>
    }
  >
    <textarea className={css.text} readOnly rows={16} aria-label="The agreement" value={text} />
  </Dialog>
)
