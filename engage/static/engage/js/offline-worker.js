/* Answers for the pages of group sessions when there is no internet, from what offline-keep.js has kept:
   the page of a session with its files. Nothing else, and never answers of anybody. */

const PREFIX = "engage-offline-";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  // "no-store" asks for the newest page: offline-keep.js does.
  if (request.method !== "GET" || request.cache === "no-store") return;
  if (new URL(request.url).origin === self.location.origin) event.respondWith(answer(request));
});

async function kept(address) {
  for (const name of await caches.keys()) {
    if (!name.startsWith(PREFIX)) continue;
    const found = await (await caches.open(name)).match(address, { ignoreVary: true });
    if (found) return found;
  }
  return undefined;
}

async function answer(request) {
  const found = await kept(request.url);
  if (found) return request.headers.has("range") ? part(request, found) : found;
  try {
    return await fetch(request);
  } catch (error) {
    // Somebody opened the session's own page: the one that needs no internet stands below it.
    const page = new URL("offline/", request.url).href;
    if (request.mode === "navigate" && (await kept(page))) return Response.redirect(page);
    throw error;
  }
}

/** The part of a sound that a player asks for. */
async function part(request, found) {
  const sound = await found.blob();
  const [, from, to] = /bytes=(\d+)-(\d*)/.exec(request.headers.get("range")) || [];
  const start = Number(from || 0);
  const end = to ? Math.min(Number(to), sound.size - 1) : sound.size - 1;
  const headers = { "Content-Type": found.headers.get("Content-Type"), "Accept-Ranges": "bytes" };
  if (start > end) return new Response(null, { status: 416, headers: { "Content-Range": `bytes */${sound.size}` } });
  headers["Content-Range"] = `bytes ${start}-${end}/${sound.size}`;
  return new Response(sound.slice(start, end + 1), { status: 206, headers });
}
