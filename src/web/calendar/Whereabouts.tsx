import { Fragment } from 'react'
import { placeOf } from '../dates.ts'
import { Arrow } from '../parts/Arrow.tsx'

type Props = { zones: readonly string[]; home: string; className: string | undefined }

/** " · London → Zurich" behind the name of a day; a day spent at home alone says nothing of it. */
export const Whereabouts = ({ zones, home, className }: Props) =>
  zones.some((zone) => zone !== home) && (
    <span className={className}>
      {' · '}
      {zones.map((zone, n) => (
        <Fragment key={zone}>
          {n > 0 && (
            <>
              {' '}
              <Arrow to="right" />{' '}
            </>
          )}
          {placeOf(zone)}
        </Fragment>
      ))}
    </span>
  )
