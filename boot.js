// Starts the program, and keeps the static page standing when that cannot be done. Meanwhile the first
// question can be answered: what is written there is handed over.
//
// The build names the JavaScript glue and the WebAssembly module in the page, each with its integrity.
// They do not load by themselves: on a slow connection the page, and with it the first text,
// would wait for them.

const PATIENCE_MS = 30_000;

/** Failures of a browser that has the program and cannot run it; all others are of the way here. */
const UNABLE = ["CompileError", "LinkError", "SyntaxError", "EvalError"];

const show = (id) => document.getElementById(id)?.removeAttribute("hidden");
const hide = (id) => document.getElementById(id)?.setAttribute("hidden", "");

/** `starting`, then `running`; `missing` when it did not come, `unable` when it cannot run here; `stopped` for good. */
let state;
let attempt;
let abort;
let timer;

/** Where we are; also on the page, for whoever waits for it. */
function become(next) {
  state = next;
  document.documentElement.dataset.program = next;
}

/** The program is not here: the page stays, with a word about why and what to do. */
function unavailable(reason) {
  if (state !== "starting") return;
  const unable = typeof WebAssembly !== "object" || UNABLE.includes(reason.name);
  become(unable ? "unable" : "missing");
  hide("not-run");
  show(unable ? "not-able" : "not-fetched");
  if (unable) hide("again");
  show("no-program");
  showWhatIsThere();
  console.warn("Beregneren kunne ikke starte:", reason);
}

/** The program has stopped for good: a panicked module must not be used again. */
function stopped() {
  if (state === "stopped") return;
  become("stopped");
  document.getElementById("app").replaceChildren();
  for (const id of ["app", "start", "early", "no-program"]) hide(id);
  show("stopped");
  for (const link of document.querySelectorAll(".skipnav")) link.hash = "#stopped";
  document.querySelector(".solution-info").href = location.pathname + location.search;
  document.getElementById("stopped").focus();
}

function onFailure(event) {
  const failure = event.error ?? event.reason;
  if (failure instanceof WebAssembly.RuntimeError) stopped();
}

/**
 * The way into the module, closed for good when it has stopped: its listeners, timers and promises are still
 * there, and whatever they call does nothing. An exception that leaves the module leaves it broken.
 */
function gated(exports) {
  const gate = (entry) => (...given) => {
    if (state === "stopped") return []; // no values, where the glue takes several
    try {
      return entry(...given);
    } catch (failure) {
      stopped();
      throw failure;
    }
  };
  const gates = Object.entries(exports).map(([name, entry]) => [name, typeof entry === "function" ? gate(entry) : entry]);
  return Object.fromEntries(gates);
}

/** The browser's own way to make an instance, and what the rest of the program is linked with: it calls without gates. */
const instantiate = globalThis.WebAssembly?.instantiate;
let links;

/** The glue makes the instance itself, so it is given gates where the browser makes one. */
function gateInstances() {
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const make = WebAssembly[name];
    WebAssembly[name] = make && (async (source, imports) => {
      const { instance, module } = await make(source, imports);
      links = { ...imports, program: instance.exports };
      return { instance: { exports: gated(instance.exports) }, module };
    });
  }
}

/** Imports what the page names so. Only a preload can check the integrity of that. */
function importNamed(name, again) {
  const { content, dataset } = document.querySelector(`meta[name="${name}"]`);
  const link = document.createElement("link");
  // A browser remembers under its address that a script did not come.
  const href = again ? `${content}?${Date.now()}` : content;
  Object.assign(link, { rel: "modulepreload", crossOrigin: "anonymous", integrity: dataset.integrity, href });
  document.head.append(link);
  return import(link.href);
}

function mustBeFound(response) {
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return response;
}

/** The page as the server has it now: it may name another program than the one that did not come. */
async function freshPage(signal) {
  const response = mustBeFound(await fetch(location.href, { signal, cache: "no-cache" }));
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

/** Fetches what the page names, as it was when the page was made. */
async function fetchNamed({ content, dataset }, options) {
  return mustBeFound(await fetch(content, { ...options, integrity: dataset.integrity }));
}

/**
 * The part of the program that the pages need which are opened to look something up, where it is not in one piece. The
 * program knows that it has come when the page no longer names it.
 */
async function fetchRest() {
  const rest = document.getElementById("looked-up");
  if (!rest) return;
  const file = await fetchNamed(rest);
  await instantiate(await file.arrayBuffer(), links);
  rest.remove();
}

/**
 * The texts of a language, where the site has them: the program finds them in the page. Gives the texts of the page
 * itself.
 */
async function fetchLanguage(wanted, signal) {
  const offer = [...document.querySelectorAll('meta[name="language"]')].find(({ dataset }) => dataset.code === wanted);
  if (!offer) return "";
  const file = await fetchNamed(offer, { signal });
  const [texts, page, rulebook] = (await file.text()).split("\f");
  const place = document.getElementById("language") ?? document.createElement("script");
  Object.assign(place, { type: "text/plain", id: "language", textContent: `${texts}\f${rulebook}` });
  document.head.append(place);
  return page;
}

/** The language the page is written in, and the one that applies. */
const DANISH = "da";

/** The page in the language the program has taken. */
function translate(lines) {
  const texts = new Map(lines.trimEnd().split("\n").map((line) => line.split("\t")));
  const code = texts.get("language.code");
  if (document.documentElement.lang !== code) return;
  document.documentElement.dir = texts.get("language.direction");
  for (const element of document.querySelectorAll("[data-t]")) element.textContent = texts.get(element.dataset.t);
  document.getElementById("binding").hidden = code === DANISH;
  for (const link of document.querySelectorAll(".languages a")) link.hidden = link.lang === code;
  tellKept();
}

/** Another language for the page as it stands: nothing is loaded anew, so that nothing of it is lost. */
async function speak(code) {
  const words = await fetchLanguage(code);
  dispatchEvent(new Event("mikrolaan:language"));
  translate(words);
  hide("no-language");
  const url = new URL(location.href);
  if (code === DANISH) url.searchParams.delete("sprog");
  else url.searchParams.set("sprog", code);
  history.replaceState(history.state, "", url);
}

/** What the person has pressed; where the program is still on its way, when it has come. */
async function switchLanguage(event) {
  const link = event.target.closest?.(".languages a");
  if (!link || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  await attempt;
  if (state !== "running") return location.assign(link.search + location.hash);
  const before = document.documentElement.lang;
  await speak(link.lang).catch(() => show("no-language"));
  // The link that was pressed leads nowhere now; its neighbour leads back.
  if (link.hidden) link.parentElement.querySelector(`[lang=${before}]`)?.focus({ preventScroll: true });
}

/** What belongs to the program stands in the page that names it. */
function adopt(page) {
  for (const old of document.querySelectorAll("meta[data-integrity]")) old.remove();
  document.head.append(...page.querySelectorAll("meta[data-integrity]"));
}

async function start(signal, again) {
  if (again) adopt(await freshPage(signal));
  const response = fetchNamed(document.querySelector('meta[name="program"]'), { signal, cache: again ? "reload" : "default" });
  response.catch(() => {}); // awaited below; the glue may fail first
  const aborted = new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
  const program = await Promise.race([importNamed("program-glue", again), aborted]);
  const words = await fetchLanguage(new URLSearchParams(location.search).get("sprog"), signal);
  await program.default({ module_or_path: response });
  translate(words);
  if (state === "stopped") return;
  become("running");
  hide("no-program");
  handOver();
  keepProgram();
}

/** Keeps the program for a visit without a connection (sw.js). Not in a frame, whose page is somebody else's. */
async function keepProgram() {
  if (self !== top) return;
  try {
    await navigator.serviceWorker.register("./sw.js");
    (await navigator.serviceWorker.ready).active.postMessage(location.search);
  } catch {
    // The browser keeps nothing: the next visit needs a connection.
  }
}

function begin(again) {
  become("starting");
  hide("no-program");
  const control = new AbortController();
  abort = () => control.abort();
  clearTimeout(timer);
  timer = setTimeout(() => unavailable(new Error("det tager for lang tid")), PATIENCE_MS);
  attempt = start(control.signal, again).catch(unavailable);
}

/** Fetches the program again; what is written on the first question stays. */
async function tryAgain(event) {
  event.preventDefault();
  if (state !== "missing") return;
  abort();
  await attempt; // two programs in one page would be one too many
  if (state !== "missing") return;
  begin(true);
  goTo(showWhatIsThere());
}

/** The addresses that lead to the first question while nothing is answered. */
const FIRST_QUESTION = /^#\/spoergsmaal(\/age)?$/;

/** Where the program keeps answers for 30 days; behind three spaces stands the last of them. */
const KEPT = "mikrolaan:30";

/** Tells on the start page that answers are kept, and deletes them when their days are over. */
function tellKept() {
  try {
    const [, , saved, until] = localStorage.getItem(KEPT)?.split(" ") ?? [];
    if (until < new Date().toLocaleDateString("sv")) localStorage.removeItem(KEPT);
    document.getElementById("kept").hidden = localStorage.getItem(KEPT) === null;
    // What is damaged has no day; its page says so. A day alone is midnight in Greenwich.
    const day = new Date(saved);
    const form = { day: "numeric", month: "long", timeZone: "UTC", numberingSystem: "latn" };
    document.querySelector("#kept b").textContent = isNaN(day) ? "." : ` ${day.toLocaleDateString(document.documentElement.lang, form)}.`;
  } catch {
    // The browser refuses its storage: nothing is kept.
  }
}

/** Deletes what is kept for 30 days, there where it is told. */
function deleteKept() {
  localStorage.removeItem(KEPT);
  tellKept();
  goTo("start");
}

/** The fields of the first question that have been answered. */
function written() {
  return [...document.querySelectorAll("#early [data-as]")].filter((field) => field.checked || (field.type === "text" && field.value));
}

/** The first question or the start page, until the program decides what shows. */
function showWhatIsThere() {
  if (state === "running" || state === "stopped") return;
  // Where the program cannot run, the question leads nowhere; but what is written is not taken away.
  const asked = FIRST_QUESTION.test(location.hash) && (state !== "unable" || written().length > 0);
  const [here, away] = asked ? ["early", "start"] : ["start", "early"];
  hide(away);
  show(here);
  return here;
}

function goTo(here) {
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

addEventListener("hashchange", () => {
  goTo(showWhatIsThere());
  tellKept();
});
document.querySelector("#kept button").addEventListener("click", deleteKept);
addEventListener("click", switchLanguage);
document.getElementById("early").addEventListener("submit", (event) => {
  event.currentTarget.dataset.sent = "yes";
  tryAgain(event);
});
document.getElementById("again").addEventListener("click", tryAgain);
addEventListener("mikrolaan:stopped", stopped);
// Pages that are opened to look something up: the program brings neither their code nor their texts along.
let isComing = false;
addEventListener("mikrolaan:wanted", async () => {
  if (isComing) return;
  isComing = true;
  for (const { reason } of await Promise.allSettled([fetchRest(), fetchLanguage(document.documentElement.lang)])) {
    if (reason) console.warn("Siden kom ikke:", reason);
  }
  isComing = false;
  dispatchEvent(new Event("mikrolaan:fetched"));
});

// A page that is gone back to is shown as it was left, but WebKit empties fields that it may not fill in by itself to what
// they began with.
addEventListener("pagehide", () => {
  for (const field of document.querySelectorAll("input[autocomplete=off]")) field.defaultValue = field.value;
});

// In a frame the page is part of somebody else's (embed/frame); where that cannot be fetched, it is the page it always is.
if (self !== top) await importNamed("frame").catch(() => {});
become("starting");
tellKept();
showWhatIsThere();
if (typeof WebAssembly === "object") {
  addEventListener("error", onFailure);
  addEventListener("unhandledrejection", onFailure);
  gateInstances();
  begin(false);
} else {
  unavailable(new Error("WebAssembly mangler"));
}

/** The skip link moves the focus and leaves the address alone: what stands after `#` is the page one is on. */
addEventListener("click", (event) => {
  const skip = event.target.closest?.(".skipnav");
  if (!skip) return;
  event.preventDefault();
  document.querySelector(skip.hash)?.focus();
});
