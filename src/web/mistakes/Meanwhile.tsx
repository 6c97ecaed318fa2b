import { Button } from '../parts/Button.tsx'
import css from './Mistakes.module.css'

/** Somebody else writes the same: said as soon as it is known, and with one press theirs is taken note of. */
export function Meanwhile({ theirs, onBring }: { theirs: readonly string[]; onBring: () => void }) {
  return (
    <div role="status">
      {theirs.length > 0 && (
        <div className={css.meanwhile}>
          <p>
            <b>Changed by somebody else since you opened it:</b>{' '}
            {theirs.map((words) => (words === '' ? 'taken out' : `“${words}”`)).join(' · ')}. Nothing of it is written
            over unseen; where you changed the same, your words stay here.
          </p>
          <Button onClick={onBring}>Bring it in</Button>
        </div>
      )}
    </div>
  )
}
