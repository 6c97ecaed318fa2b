import { Link } from '@tanstack/react-router'
import { Button } from '../parts/Button.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { Page } from '../parts/Page.tsx'
import { wordsOf } from '../parts/Refused.tsx'

/** A page that failed to draw. What was saved is saved; the rest of the desk goes on. */
export const Broken = ({ error, again }: { error: unknown; again: () => void }) => (
  <Page>
    <div role="alert">
      <EmptyState
        title="This page cannot be shown"
        actions={
          <>
            <Button look="main" onClick={again}>
              Try again
            </Button>
            <Link to="/today">Go to Today</Link>
          </>
        }
      >
        {error instanceof TypeError ? 'Something on it is not as expected. What you saved is safe.' : wordsOf(error)}
      </EmptyState>
    </div>
  </Page>
)

export const NotHere = () => (
  <Page>
    <EmptyState title="There is nothing at this address" actions={<Link to="/today">Go to Today</Link>} />
  </Page>
)
