import { type Deed, mayOf, whoCan } from '../shell/may.ts'
import { useMe } from '../shell/me.ts'
import css from './WhoCan.module.css'

/** In the place of a button that is not shown: who can do it. Nothing where whoever looks may, or may ask. */
export function WhoCan({ of, what }: { of: Deed; what: string }) {
  const me = useMe()
  return mayOf(me, of) === 'no' ? (
    <p className={css.who}>
      You may not {what}: {whoCan(me, of)}
    </p>
  ) : null
}
