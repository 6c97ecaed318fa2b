import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { KeyHint } from '../parts/KeyHint.tsx'
import css from './KeySheet.module.css'
import { useMe } from './me.ts'
import { useAllVerbs, type Verb } from './verbs.ts'

/** All verbs by their heading, those of this page first. */
export function grouped(verbs: readonly Verb[]): ReadonlyMap<string, readonly Verb[]> {
  const here = 'On this page'
  const groups = new Map<string, Verb[]>([[here, []]])
  for (const verb of verbs) {
    const name = verb.group ?? here
    groups.set(name, [...(groups.get(name) ?? []), verb])
  }
  if (groups.get(here)?.length === 0) groups.delete(here)
  return groups
}

/** `?`: every key that works right now. */
export function KeySheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Keys"
      sub={<SingleKeysNote />}
      actions={
        <Button hint="Escape" onClick={onClose}>
          Close
        </Button>
      }
    >
      {open && <Keys />}
    </Dialog>
  )
}

const SingleKeysNote = () =>
  useMe().singleKeys
    ? 'Single letters rest while you type, and can be switched off in Settings.'
    : 'Single letters are switched off. ⌘K or Ctrl K still does everything.'

const Keys = () =>
  [...grouped(useAllVerbs().filter((verb) => verb.keys?.length))].map(([name, verbs]) => (
    <section key={name} className={css.group}>
      <h3>{name}</h3>
      <dl>
        {verbs.map((verb) => (
          <div key={verb.id} className={css.row}>
            <dt>{verb.words}</dt>
            <dd>
              {verb.keys?.map((key) => (
                <KeyHint key={key} of={key} always />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  ))
