import { shortDayWords } from '../dates.ts'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { copyText } from '../shell/copy.ts'
import { useMe } from '../shell/me.ts'
import css from './Board.module.css'

type Shown = {
  readonly member: { readonly name: string }
  readonly link: string
  readonly until: string
  readonly onClose: () => void
}

/** An invitation, the one time its address is shown. */
export function LinkShown({ member, link, until, onClose }: Shown) {
  const { zone } = useMe().desk
  const day = shortDayWords(Temporal.PlainDate.from(until.slice(0, 10)))
  return (
    <Dialog
      open
      onClose={onClose}
      title={`The link for ${member.name}`}
      sub={`It opens once, until ${day}, ${until.slice(11, 16)} (${zone}). Whoever opens it sits here: give it to nobody else.`}
      actions={
        <>
          <Button look="main" onClick={() => copyText(link)}>
            Copy it
          </Button>
          <Button onClick={onClose}>I have it</Button>
        </>
      }
    >
      <p className={css.token}>
        <code>{link}</code>
      </p>
    </Dialog>
  )
}
