// The element <mikrolaan-beregner>: the calculator on a page, in a frame of its own. It shares nothing with that page but the messages of
// docs/embedding.md; until it is ready, and where it cannot run, a plain link to it stands there.
//
// `WORDS` is put in by the build, from texts/.

import { readFromFrame } from "./from-frame.js";
import { COLOUR, EVENTS, LANGUAGE, MESSAGES, THEMES } from "./table.js";
import { VERSION } from "./version.js";

const NAME = "mikrolaan-beregner";
const script = document.currentScript;
/** Where the calculator lies: beside this script. */
const SITE = new URL("./", script.src).href;
const STARTS = ["start", "spoergsmaal", "maaneder-eksempel"];
/** Attributes that are told to the frame, and those that only a new frame takes. */
const TOLD = ["lang", "events", "accent", "theme", "title"];
const LOADED = ["start", "scheme", "prefill", "sandbox"];
/** Until the first `hello` is repeated; each one waits twice as long for its answer. */
const FIRST_PAUSE_MS = 50;

const STYLE =
  ":host{display:block;block-size:auto!important;max-block-size:none!important}" +
  "iframe{display:block;inline-size:100%;border:0;block-size:1px}" +
  ".off{visibility:hidden}";

/** The numbers of the calculators on this page. */
const numbers = new Set();

function lowestFree() {
  let number = 1;
  while (numbers.has(number)) number += 1;
  return number;
}

class Calculator extends HTMLElement {
  static observedAttributes = [...TOLD, ...LOADED];
  static version = VERSION;

  #number = 0;
  #link = document.createElement("a");
  #place = document.createElement("slot");
  #frame;
  #origin;
  #isReady;
  #height;
  #timer;
  #isStale;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    this.#place.append(this.#link);
    root.append(this.#place);
  }

  connectedCallback() {
    numbers.add((this.#number = lowestFree()));
    addEventListener("message", this.#hear);
    this.#load();
  }

  disconnectedCallback() {
    removeEventListener("message", this.#hear);
    clearTimeout(this.#timer);
    this.#frame.remove();
    numbers.delete(this.#number);
    this.#number = 0;
  }

  /** Moved by `moveBefore`, the frame goes along as it is. */
  connectedMoveCallback() {}

  attributeChangedCallback(name) {
    if (!this.#number || this.#isStale) return;
    if (!LOADED.includes(name)) return this.#tell();
    // Several may change at once.
    this.#isStale = true;
    queueMicrotask(() => this.#number && this.#load());
  }

  /** One of the words an attribute may be; the first where it is none of them. */
  #one(name, words) {
    const given = this.getAttribute(name);
    return words.includes(given) ? given : words[0];
  }

  #like(name, pattern) {
    const given = this.getAttribute(name) ?? "";
    if (given === "" || pattern.test(given)) return given;
    console.warn(`${NAME}: ${name}="${given}" ?`);
    return "";
  }

  get #id() {
    return `mikrolaan-${this.#number}`;
  }

  /** A new frame, and the link until it is ready. */
  #load() {
    this.#isStale = this.#isReady = false;
    this.#frame?.remove();
    const frame = (this.#frame = document.createElement("iframe"));
    const address = new URL(SITE);
    const lang = this.#like("lang", LANGUAGE);
    if (lang && lang !== "da") address.searchParams.set("sprog", lang);
    const scheme = this.#like("scheme", /^\w+$/);
    if (scheme) address.searchParams.set("ordning", scheme);
    const start = this.#one("start", STARTS);
    const page = `${address}#/${start === "start" ? "" : start.replace("-", "/")}`;
    const prefill = this.#like("prefill", /^v1\.[\w-]+$/);
    this.#link.href = page;
    if (this.hasAttribute("sandbox")) frame.sandbox = this.getAttribute("sandbox");
    this.#origin = origin === "null" || (frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin")) ? "null" : address.origin;
    frame.allow = "clipboard-write";
    frame.referrerPolicy = "no-referrer";
    frame.name = this.#id;
    frame.src = prefill ? `${page}&${prefill}` : page;
    frame.onload = () => {
      this.#isReady = false;
      this.#height = 0;
      this.#greet(FIRST_PAUSE_MS);
    };
    this.#show(false);
    this.#tell();
    this.shadowRoot.append(frame);
  }

  #show(isThere, isLinked = !isThere) {
    this.#place.hidden = !isLinked;
    this.#frame.className = isThere ? "" : "off";
  }

  /** Says `hello` until it is answered. */
  #greet(pause) {
    clearTimeout(this.#timer);
    if (this.#isReady) return;
    this.#tell();
    this.#timer = setTimeout(() => this.#greet(2 * pause), pause);
  }

  /** Tells the frame what the attributes say. */
  #tell() {
    const lang = this.#like("lang", LANGUAGE);
    const [title, open] = WORDS[lang] ?? WORDS.da;
    this.#frame.title = this.title || title;
    this.#link.textContent = open;
    const hello = {
      ml: MESSAGES,
      id: this.#id,
      type: "hello",
      events: this.#one("events", EVENTS),
      lang,
      accent: this.#like("accent", COLOUR),
      theme: this.#one("theme", THEMES),
    };
    // A frame without an origin is told nothing but this.
    this.#frame.contentWindow?.postMessage(hello, this.#origin === "null" ? "*" : this.#origin);
  }

  #hear = ({ data, origin: from, source }) => {
    if (!source || source !== this.#frame.contentWindow || from !== this.#origin) return;
    const [type, carried] = readFromFrame(data, this.#id) ?? [];
    if (!type) return;
    if (type === "ready") {
      this.#isReady = true;
      this.#show(true);
    }
    if (type === "resize") this.#stand(carried);
    // The frame says why; the link leads to where it may be otherwise.
    if (carried === "unavailable") this.#show(true, true);
    this.dispatchEvent(new CustomEvent(`mikrolaan-${type}`, { detail: carried, bubbles: true }));
  };

  /** As tall as the frame says. When it says so again, a step was made in it. */
  #stand(height) {
    const { top } = this.getBoundingClientRect();
    if (height === this.#height && (top < 0 || top > innerHeight)) this.scrollIntoView();
    this.#height = height;
    this.#frame.style.setProperty("block-size", `${height}px`, "important");
  }
}

if (!customElements.get(NAME)) customElements.define(NAME, Calculator);

if (script.dataset.mikrolaan !== undefined) {
  const element = document.createElement(NAME);
  for (const name of Calculator.observedAttributes) if (name in script.dataset) element.setAttribute(name, script.dataset[name]);
  script.after(element);
}
