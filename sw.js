// Keeps the program for a visit without a connection, and nothing a person has written.
//
// The page comes from the network whenever that answers, so that rules do not go stale. What is kept is always one page and
// the files it names, checked against the page's own integrity: a page is kept only when all of its files are.

const PAGE = new URL("./", location).href;
const STORE = `mikrolaan ${PAGE}`;
/** Longer than this nobody waits for a page that is here. */
const PATIENCE_MS = 5_000;
/** Files named after their content: what has such a name never changes. */
const NAMED = /-[0-9a-f]{16}(_bg)?\.(js|css|wasm|txt)$/;

/** The page, from the network; the kept one where that fails, is broken, or takes too long. */
async function page(request) {
  const kept = await (await caches.open(STORE)).match(PAGE);
  const fresh = fetch(request);
  if (!kept) return fresh;
  const sound = fresh.then((response) => (response.status < 500 ? response : kept), () => kept);
  return Promise.race([sound, new Promise((late) => setTimeout(late, PATIENCE_MS, kept))]);
}

/** A file of the program. One that only some pages need is kept when it has come, if its integrity was asked for. */
async function file({ request, clientId }) {
  const client = await clients.get(clientId);
  if (client?.frameType === "nested") return fetch(request);
  const store = await caches.open(STORE);
  const kept = await store.match(request.url);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok && request.integrity) await store.put(request.url, fresh.clone());
  return fresh;
}

/**
 * Keeps the page the browser has just shown, with what it cannot run without, and forgets all that page does not name. `search` is
 * the end of the address it was fetched under: under another the browser may still have an older one.
 */
async function keep(search) {
  const response = await fetch(PAGE + search, { cache: "force-cache" });
  const tags = (await response.clone().text()).match(/<(link|script|meta) [^>]*integrity="[^>]*>/g) ?? [];
  const store = await caches.open(STORE);
  const named = [PAGE];
  for (const tag of tags) {
    const [, name] = tag.match(/"\.\/([^"]+)"/);
    const [, integrity] = tag.match(/integrity="([^"]+)"/);
    const url = PAGE + name;
    named.push(url);
    if (/name="(language|looked-up|frame)"/.test(tag) || (await store.match(url))) continue;
    const file = await fetch(url, { integrity });
    if (!file.ok) throw new Error(`${file.status} ${url}`);
    await store.put(url, file);
  }
  // A page without files is somebody else's, such as that of a network one has to log in to.
  if (!response.ok || named.length < 5) return;
  await store.put(PAGE, response);
  for (const { url } of await store.keys()) if (!named.includes(url)) await store.delete(url);
}

addEventListener("install", () => skipWaiting());
addEventListener("message", (event) => event.waitUntil(keep(event.data).catch(() => {})));
addEventListener("fetch", (event) => {
  const { request } = event;
  const isPage = request.mode === "navigate" && request.destination === "document";
  if (request.method !== "GET" || !request.url.startsWith(PAGE)) return;
  if (isPage && new URL(request.url).pathname === new URL(PAGE).pathname) event.respondWith(page(request));
  else if (NAMED.test(request.url)) event.respondWith(file(event));
});
