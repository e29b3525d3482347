// The calculator in somebody else's page: how it looks there, and what it tells that page. boot.js fetches this before anything else
// where the page stands in a frame; who visits the site itself never does.
//
// No answer, no amount and no link leaves the frame: what it may tell is the table of docs/embedding.md.

import { VERSION } from "../version.js";
import { Colours } from "./colours.js";
import { freeForms } from "./forms.js";
import { forget, handOver } from "./handing.js";
import { Height } from "./height.js";
import { readHello } from "./hello.js";
import { keepApart } from "./own-storage.js";
import { isAllowed } from "./parents.js";
import { stepOf } from "./step.js";
import { verdictOf } from "./verdict.js";
import parts from "./parts.html";
import style from "./frame.css";

const root = document.documentElement;
/** The page of the answers, and its button that forgets everything (src/pages/answers.rs). */
const ANSWERS = "#/svar";
const START_OVER = "#app .actions > button.button-tertiary";
/** The language of a host that names none. */
const DANISH = "da";
const UNAVAILABLE = ["missing", "unable"];

/** The last `hello`, with the origin it came from: that is fixed by the first one. */
let host;
/** What was told last of each. */
const last = {};

/** Tells the host. One without an origin cannot be told apart from others, so it hears how tall the page is and nothing else. */
function tell(type, carried) {
  if (!host || (host.origin === "null" && type !== "resize")) return false;
  parent.postMessage({ ml: 1, id: host.id, type, ...carried }, host.origin === "null" ? "*" : host.origin);
  return true;
}

/** Tells what is another than the last time. */
function tellNew(type, key, value) {
  if (value === undefined || last[type] === value) return;
  if (tell(type, { [key]: value })) last[type] = value;
}

function tellStep() {
  if (host && host.events !== "none") tellNew("step", "step", stepOf(location.hash));
}

function tellResult() {
  if (host?.events === "result") tellNew("result", "verdict", verdictOf(document.querySelector("#app .verdict")));
}

function tellError() {
  const state = root.dataset.program;
  if (UNAVAILABLE.includes(state)) tellNew("error", "reason", "unavailable");
  else if (state === "stopped") tellNew("error", "reason", state);
}

/** The page takes another language when the host does; the person's own choice stays until then. */
function speak(lang, before) {
  const isReload = performance.getEntriesByType("navigation")[0]?.type === "reload";
  if (before === undefined ? lang === "" || isReload : lang === before) return;
  const wanted = lang || DANISH;
  if (wanted !== root.lang) document.querySelector(`.languages a[lang="${wanted}"]`)?.click();
}

function dress() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const [filledIn, over] = new DOMParser().parseFromString(parts, "text/html").body.children;
  document.getElementById("start").before(filledIn);
  document.querySelector(".footer .container").append(over);
  over.addEventListener("click", startOver);
}

/** Presses that button; without answers there is none, and nothing to forget. */
async function startOver() {
  location.hash = ANSWERS;
  await new Promise((drawn) => setTimeout(drawn, 50));
  const button = document.querySelector(START_OVER);
  if (button) button.click();
  else location.hash = "#/";
}

keepApart();
freeForms();
dress();
const begun = handOver();
const colours = new Colours();
const height = new Height((height) => tell("resize", { height }));

addEventListener("message", async ({ data, origin, source }) => {
  const hello = source === parent ? readHello(data) : undefined;
  if (!hello || !(await isAllowed(origin))) return;
  await begun;
  if (host && (host.origin !== origin || host.id !== hello.id)) return;
  const before = host?.lang;
  host = { ...hello, origin };
  colours.set(hello);
  tell("ready", { version: VERSION });
  height.follow();
  tellStep();
  tellResult();
  tellError();
  speak(hello.lang, before);
});

// The program listens to the address too, and draws the page when this is over.
addEventListener("hashchange", ({ isTrusted }) => {
  if (!isTrusted) return; // what the host begins with is no step
  setTimeout(() => {
    height.follow();
    // The height that stands already says that a step was made, and nothing more: the host looks whether the frame's top is in view.
    height.again();
    tellStep();
  });
});
new MutationObserver(tellResult).observe(document.getElementById("app"), { subtree: true, childList: true });
new MutationObserver(() => {
  tellError();
  tellStep(); // an address may have become another page's when the program began
}).observe(root, { attributeFilter: ["data-program"] });
// Before the program hears of it, which then goes to another page.
addEventListener("click", ({ target }) => location.hash === ANSWERS && target.closest(START_OVER) && forget(), true);
// No question in front of the host's page when somebody leaves it: the page has said that nothing is kept.
addEventListener("beforeunload", (event) => event.stopImmediatePropagation());
