// Opens the portal without a network: the page and its files as they were last seen. Data is never kept here.
const cacheName = 'tongban-portal-1';
const mostFiles = 200;

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name !== cacheName) await caches.delete(name);
    await self.clients.claim();
  })());
});

async function keep(request, response) {
  const isPage = response.headers.get('content-type')?.startsWith('text/html') === true;
  if (!response.ok || isPage !== (request === '/')) return;
  const cache = await caches.open(cacheName);
  await cache.put(request, response);
  const kept = await cache.keys();
  for (const old of kept.slice(0, Math.max(0, kept.length - mostFiles))) await cache.delete(old);
}

async function openPage(event) {
  try {
    const response = await fetch(event.request);
    event.waitUntil(keep('/', response.clone()));
    return response;
  } catch (error) {
    const page = await caches.match('/');
    if (page) return page;
    throw error;
  }
}

async function openFile(event) {
  const kept = await caches.match(event.request);
  if (kept) return kept;
  const response = await fetch(event.request);
  event.waitUntil(keep(event.request, response.clone()));
  return response;
}

self.addEventListener('fetch', (event) => {
  const address = new URL(event.request.url);
  if (event.request.method !== 'GET' || address.origin !== self.location.origin) return;
  if (address.pathname.startsWith('/api/') || address.pathname.startsWith('/workbench')) return;
  if (event.request.mode === 'navigate') event.respondWith(openPage(event));
  // The names of these files change with their content.
  else if (address.pathname.startsWith('/assets/')) event.respondWith(openFile(event));
});
