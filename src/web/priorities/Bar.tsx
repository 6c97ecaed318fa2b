import css from './Priorities.module.css'

/** A share as a bar, with a mark where what was meant would end. What it says stands in words beside it. */
export const Bar = ({ share, meant, isShort }: { share: number | null; meant: number | null; isShort: boolean }) => (
  <svg className={css.bar} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    <rect className={share === null ? css.unknown : css.track} x="0" y="2" width="100" height="6" />
    {share !== null && <rect className={isShort ? css.short : css.got} x="0" y="2" width={share * 100} height="6" />}
    {meant !== null && <rect className={css.meantMark} x={Math.min(meant, 99.4)} y="0" width="0.6" height="10" />}
  </svg>
)
