// Starts the program, and keeps the static page standing when that cannot be done.
//
// Trunk leaves two preload links in the page, one for the JavaScript glue and one for the
// WebAssembly module, each with its integrity. They are the only names this file needs.

const PATIENCE_MS = 30_000;

const show = (id) => document.getElementById(id)?.removeAttribute("hidden");
const hide = (id) => document.getElementById(id)?.setAttribute("hidden", "");

let state;

/** Where we are; also on the page, for whoever waits for it. */
function become(next) {
  state = next;
  document.documentElement.dataset.program = next;
}

/** The program cannot run here: the start page stays, with a word about it. */
function unavailable(reason) {
  if (state !== "starting") return;
  become("unavailable");
  show("no-program");
  console.warn("Beregneren kunne ikke starte:", reason);
}

/** The program has stopped for good: a panicked module must not be used again. */
function stopped() {
  become("stopped");
  hide("app");
  hide("start");
  show("stopped");
  for (const link of document.querySelectorAll(".skipnav")) link.hash = "#stopped";
  document.getElementById("stopped")?.focus();
}

function onFailure(event) {
  const failure = event.error ?? event.reason;
  if (failure instanceof WebAssembly.RuntimeError) stopped();
}

async function start() {
  const glue = document.querySelector('link[rel="modulepreload"]');
  const module = document.querySelector('link[rel="preload"][as="fetch"]');
  const response = fetch(module.href, { integrity: module.dataset.integrity });
  response.catch(() => {}); // awaited below; the glue may fail first
  const program = await import(glue.href);
  await program.default({ module_or_path: response });
  if (state === "stopped") return;
  become("running");
  hide("no-program");
}

become("starting");
addEventListener("mikrolaan:stopped", stopped);

if (typeof WebAssembly === "object") {
  addEventListener("error", onFailure);
  addEventListener("unhandledrejection", onFailure);
  setTimeout(() => unavailable("det tager for lang tid"), PATIENCE_MS);
  start().catch(unavailable);
} else {
  unavailable("WebAssembly mangler");
}
