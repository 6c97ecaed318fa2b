/**
 * Lets this page come up where there is no line: a worker keeps its own files, those it was shown with and no others. A
 * browser without workers shows the page as any other.
 */
export async function keepPage(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  await navigator.serviceWorker.register('/offline.js')
  const { active } = await navigator.serviceWorker.ready
  const files = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && isFile(pathname))
    .map(({ pathname }) => pathname)
  active?.postMessage({ keep: [...new Set(files)] })
}

const isFile = (path: string): boolean => path.startsWith('/assets/') || path === '/theme.js' || path === '/mark.svg'
