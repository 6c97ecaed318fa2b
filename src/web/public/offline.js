// The page of a trip on its traveller's phone comes up without a line. Nothing else is answered from here, and nothing that
// the desk says is kept here: the page itself keeps its trip, and gives it up when somebody signs out.
const shelf = 'equerry-page'
const page = '/travel/kept/go'
const isPage = (path) => /^\/travel\/[^/]+\/go$/.test(path)
const isFile = (path) => path.startsWith('/assets/') || path === '/theme.js' || path === '/mark.svg'

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('message', (event) => {
  const keep = event.data?.keep
  if (Array.isArray(keep)) event.waitUntil(keepFiles(keep.filter((path) => typeof path === 'string' && isFile(path))))
})

// Those of the page as it is now; what an older build needed goes.
async function keepFiles(paths) {
  const held = await caches.open(shelf)
  const wanted = new Set([page, ...paths])
  for (const request of await held.keys()) {
    const { pathname } = new URL(request.url)
    if (!wanted.has(pathname)) await held.delete(request)
  }
  await Promise.all(
    [...wanted].map(async (path) => {
      if (path.startsWith('/assets/') && (await held.match(path))) return
      const answer = await fetch(path)
      if (answer.ok) await held.put(path, answer)
    }),
  )
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate' ? isPage(pathname) : isFile(pathname)) event.respondWith(answered(request, pathname))
})

// The line first, and what was kept where there is none; a file whose name holds its hash never changes.
async function answered(request, path) {
  const kept = () => caches.match(request.mode === 'navigate' ? page : path, { cacheName: shelf })
  if (path.startsWith('/assets/')) {
    const found = await kept()
    if (found) return found
  }
  try {
    return await fetch(request)
  } catch (error) {
    const found = await kept()
    if (found) return found
    throw error
  }
}
