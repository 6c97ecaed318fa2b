import css from './Arrow.module.css'

const ways = {
  left: 'M10 6H2m3.5-3.5L2 6l3.5 3.5',
  right: 'M2 6h8M6.5 2.5L10 6 6.5 9.5',
  up: 'M6 10V2M2.5 5.5L6 2l3.5 3.5',
  down: 'M6 2v8M2.5 6.5L6 10l3.5-3.5',
  enter: 'M10 2v4.5H2.5M5.5 3.5l-3 3 3 3',
}
export type Way = keyof typeof ways

/** An arrow that every machine can draw: few fonts have them all. Says nothing to readers. */
export const Arrow = ({ to }: { to: Way }) => (
  <svg className={css.arrow} viewBox="0 0 12 12" aria-hidden="true">
    <path d={ways[to]} />
  </svg>
)
