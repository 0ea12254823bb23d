/* Keeps the page with all its files on the device, so that the worker can answer without the internet. */

const PREFIX = "engage-offline-";
const nameOf = (session) => `${PREFIX}${session}-${document.documentElement.lang}`;

/** The files that a page names: what it needs to work, and pictures and sounds. */
function filesOf(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const address = (value) => new URL(value, location.href).href;
  const all = (selector, name) => [...page.querySelectorAll(selector)].map((one) => address(one.getAttribute(name)));
  const scripts = Object.entries(page.getElementById("device-scripts").dataset);
  const modules = scripts.filter(([name]) => !["worker", "scope"].includes(name)).map(([, value]) => address(value));
  const needed = [...all("link[rel=stylesheet]", "href"), ...all("script[src]", "src"), ...modules];
  const wanted = [...all("link[rel=preload], link[rel=icon]", "href"), ...all("img[src], audio[src]", "src")];
  return { needed: [...new Set(needed)], wanted: [...new Set(wanted)] };
}

/** Fetch what is not there yet. A needed file that is missing is an error, a picture is not. */
async function fill(cache, { needed, wanted }) {
  const missing = async (url) => !(await cache.match(url, { ignoreVary: true }));
  const add = async (url) => (await missing(url)) && cache.add(new Request(url, { mode: "same-origin" }));
  await Promise.all(needed.map(add));
  await Promise.allSettled(wanted.map(add));
}

/**
 * Get the newest page and keep it. Resolves to "ready", or to "new" when another page was kept before;
 * to "kept" when the page cannot be had now but an older one is here. Raises when there is none.
 */
export async function keepPage(session, { worker, scope }) {
  const page = location.pathname;
  const cache = await caches.open(nameOf(session));
  const before = await cache.match(page, { ignoreVary: true });
  try {
    await navigator.serviceWorker.register(worker, { scope });
    const reply = await fetch(page, { cache: "no-store", redirect: "error" });
    const html = await reply.clone().text();
    if (!reply.ok || !html.includes('id="device-scripts"')) throw new Error("not our page");
    const files = filesOf(html);
    await fill(cache, files);
    const isNew = before && (await before.text()) !== html;
    // The page comes last: until then the older one is whole.
    await cache.put(page, reply);
    const kept = new Set([new URL(page, location.href).href, ...files.needed, ...files.wanted]);
    const old = (await cache.keys()).filter((request) => !kept.has(request.url));
    await Promise.all(old.map((request) => cache.delete(request)));
    await navigator.serviceWorker.ready;
    return isNew ? "new" : "ready";
  } catch (error) {
    if (before) return "kept";
    throw error;
  }
}

/** Forget the pages of a session in all languages; the worker goes with the last one. */
export async function forgetPage(session, { scope }) {
  const names = (await caches.keys()).filter((name) => name.startsWith(`${PREFIX}${session}-`));
  await Promise.all(names.map((name) => caches.delete(name)));
  if ((await caches.keys()).some((name) => name.startsWith(PREFIX))) return;
  const registration = await navigator.serviceWorker.getRegistration(scope);
  await registration?.unregister();
}
