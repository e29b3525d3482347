// Starts the program, and keeps the static page standing when that cannot be done. Meanwhile the first
// question can be answered: what is written there is handed over.
//
// The build names the JavaScript glue and the WebAssembly module in the page, each with its integrity.
// They do not load by themselves: on a slow connection the style sheet, and with it the first text,
// would wait for them.

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
  hide("early");
  show("start");
  show("no-program");
  console.warn("Beregneren kunne ikke starte:", reason);
}

/** The program has stopped for good: a panicked module must not be used again. */
function stopped() {
  become("stopped");
  hide("app");
  hide("start");
  hide("early");
  show("stopped");
  for (const link of document.querySelectorAll(".skipnav")) link.hash = "#stopped";
  document.getElementById("stopped")?.focus();
}

function onFailure(event) {
  const failure = event.error ?? event.reason;
  if (failure instanceof WebAssembly.RuntimeError) stopped();
}

/** Only a preload can check the integrity of what is imported. */
function preloadGlue() {
  const { content, dataset } = document.querySelector('meta[name="program-glue"]');
  const link = document.createElement("link");
  Object.assign(link, { rel: "modulepreload", crossOrigin: "anonymous", integrity: dataset.integrity, href: content });
  document.head.append(link);
  return link;
}

async function start() {
  const { content: module, dataset } = document.querySelector('meta[name="program"]');
  const response = fetch(module, { integrity: dataset.integrity });
  response.catch(() => {}); // awaited below; the glue may fail first
  const glue = preloadGlue();
  const program = await import(glue.href);
  await program.default({ module_or_path: response });
  if (state === "stopped") return;
  become("running");
  hide("no-program");
  handOver();
}

/** The addresses that lead to the first question while nothing is answered. */
const FIRST_QUESTION = /^#\/spoergsmaal(\/age)?$/;

/** The first question or the start page, until the program decides what shows. */
function showWhatIsThere() {
  if (state !== "starting") return;
  const asked = FIRST_QUESTION.test(location.hash);
  const [here, away] = asked ? ["early", "start"] : ["start", "early"];
  hide(away);
  show(here);
  return here;
}

function onStepBeforeTheProgram() {
  const here = showWhatIsThere();
  if (here === undefined) return;
  document.querySelector(`#${here} h1`).focus({ preventScroll: true });
  scrollTo(0, 0);
}

/** Puts what is written on the first question into the program's own, which now stands in its place. */
function handOver() {
  const early = document.getElementById("early");
  const fields = early.hidden ? [] : early.querySelectorAll("[data-as]");
  for (const written of fields) {
    const field = document.getElementById(written.dataset.as);
    if (written.checked) field?.click();
    if (written.type === "text" && written.value !== "" && field) {
      field.value = written.value;
      field.dispatchEvent(new Event("input"));
    }
    if (written === document.activeElement) field?.focus();
  }
  if (early.dataset.sent) document.querySelector("#app form")?.requestSubmit();
  early.remove();
}

become("starting");
showWhatIsThere();
addEventListener("hashchange", onStepBeforeTheProgram);
document.getElementById("early").addEventListener("submit", (event) => {
  event.preventDefault();
  event.currentTarget.dataset.sent = "yes";
});
addEventListener("mikrolaan:stopped", stopped);

if (typeof WebAssembly === "object") {
  addEventListener("error", onFailure);
  addEventListener("unhandledrejection", onFailure);
  setTimeout(() => unavailable("det tager for lang tid"), PATIENCE_MS);
  start().catch(unavailable);
} else {
  unavailable("WebAssembly mangler");
}

/** The skip link moves the focus and leaves the address alone: what stands after `#` is the page one is on. */
addEventListener("click", (event) => {
  const skip = event.target.closest?.(".skipnav");
  if (!skip) return;
  event.preventDefault();
  document.querySelector(skip.hash)?.focus();
});
