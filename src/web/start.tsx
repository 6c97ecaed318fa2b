import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/newsreader/opsz.css'
import './tokens.css'
import './base.css'
import { CSPProvider } from '@base-ui/react/csp-provider'
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { refusalOf, statusOfError } from './client.ts'
import { router } from './router.tsx'
import { forgetTrips } from './travel/go/kept.ts'

/** Signed out elsewhere, or for too long: back to the door, wherever on the desk this is. */
function signedOut(error: Error): void {
  const atTheDoor = location.pathname === '/' || location.pathname.startsWith('/first/')
  if (statusOfError(error) === 401 && !atTheDoor) void forgetTrips().finally(() => location.assign('/'))
}

const read = new QueryClient({
  queryCache: new QueryCache({ onError: signedOut }),
  defaultOptions: {
    // A refusal is an answer: asking again gives the same one.
    queries: { staleTime: 5_000, retry: (times, error) => times < 2 && refusalOf(error) === null },
  },
})

const place = document.getElementById('desk')
if (!place) throw new Error('index.html has no #desk')
createRoot(place).render(
  <CSPProvider disableStyleElements>
    <QueryClientProvider client={read}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </CSPProvider>,
)
