import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { copyText } from '../shell/copy.ts'
import css from './Board.module.css'

/** A token, the one time it is shown. */
export const TokenShown = ({ name, token, onClose }: { name: string; token: string; onClose: () => void }) => (
  <Dialog
    open
    onClose={onClose}
    title={`The token of ${name}`}
    sub="It is shown this once. Whoever has it is this agent: give it to nobody else."
    actions={
      <>
        <Button look="main" onClick={() => copyText(token)}>
          Copy it
        </Button>
        <Button onClick={onClose}>I have it</Button>
      </>
    }
  >
    <p className={css.token}>
      <code>{token}</code>
    </p>
    <p className={css.note}>
      It goes into the header of every call: <code>Authorization: Bearer …</code>
    </p>
  </Dialog>
)
