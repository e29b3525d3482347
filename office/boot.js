// Starts the program of the municipality's own pages, and says so where that cannot be done.
//
// The build names texts, glue and module in the page, each with its integrity. Nothing is kept: no storage, no service worker,
// nothing in the address.

/** Longer than this nobody waits without a word. */
const PATIENCE_MS = 30_000;

let hasStopped = false;

const named = (name) => document.querySelector(`meta[name="${name}"]`);

async function fetched(meta) {
  const response = await fetch(meta.content, { integrity: meta.dataset.integrity });
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return response;
}

/** Only a preload can check the integrity of what is imported. */
function preloaded({ content, dataset }) {
  const link = document.createElement("link");
  Object.assign(link, { rel: "modulepreload", crossOrigin: "anonymous", integrity: dataset.integrity, href: content });
  document.head.append(link);
  return link.href;
}

/** The program has not come; it may still. */
function unavailable(reason) {
  if (document.documentElement.dataset.program === "running") return;
  document.documentElement.dataset.program = "missing";
  document.getElementById("no-program").hidden = false;
  console.warn("Siden kunne ikke starte:", reason);
}

/** A panicked module must not be used again: what it drew goes, and with it everything that calls it. */
function stopped() {
  if (hasStopped) return;
  hasStopped = true;
  document.documentElement.dataset.program = "stopped";
  document.getElementById("app").remove();
  const told = document.getElementById("stopped");
  told.hidden = false;
  told.focus();
}

function onFailure({ error, reason }) {
  if ((error ?? reason) instanceof WebAssembly.RuntimeError) stopped();
}

/** What the program calls to read the QR code of a picture. */
globalThis.readQrCode = async (file) => (await import(preloaded(named("qr")))).textOf(file);

async function start() {
  const module = fetched(named("program"));
  module.catch(() => {}); // awaited below; the glue may fail first
  const words = await (await fetched(named("texts"))).text();
  const place = document.createElement("script");
  Object.assign(place, { type: "text/plain", id: "language", textContent: words });
  document.head.append(place);
  const program = await import(preloaded(named("program-glue")));
  await program.default({ module_or_path: module });
  if (hasStopped) return;
  document.getElementById("no-program").hidden = true;
  document.documentElement.dataset.program = "running";
}

addEventListener("error", onFailure);
addEventListener("unhandledrejection", onFailure);
addEventListener("mikrolaan:stopped", stopped);
document.documentElement.dataset.program = "starting";
setTimeout(() => unavailable(new Error("det tager for lang tid")), PATIENCE_MS);
start().catch(unavailable);

// A skip link moves the focus and leaves the address alone.
addEventListener("click", (event) => {
  const skip = event.target.closest?.(".skipnav");
  if (!skip) return;
  event.preventDefault();
  document.querySelector(skip.hash)?.focus();
});
