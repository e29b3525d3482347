// The page for integrators: what is chosen, how it looks, and the code of it.
//
// `EMBED` is put in by the build: the file of the newest embed.js, and its integrity.

import { colourRules, contrast, isReadable, leastContrast } from "../frame/colours.js";
import { COLOUR } from "../table.js";

const NAME = "mikrolaan-beregner";
/** Each field, by the attribute it is; what a field holds by itself is the attribute's default, and not written. */
const FIELDS = { lang: "lang", start: "start-at", scheme: "scheme", theme: "theme", accent: "accent", events: "events", prefill: "prefill", title: "title" };
const DEFAULTS = { lang: "da", start: "start", theme: "auto", events: "none" };
const SITE = new URL("./", location.href).href;
const HOST = "https://www.example.dk";

const byId = (id) => document.getElementById(id);
const decimal = (number) => number.toFixed(1).replace(".", ",");
/** As it stands in an attribute. */
const quoted = (value) => `"${value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;")}"`;

/** What is chosen and not the default. */
function chosen() {
  const given = Object.entries(FIELDS).map(([attribute, id]) => [attribute, byId(id).value.trim()]);
  return given.filter(([attribute, value]) => value !== "" && value !== DEFAULTS[attribute]);
}

function code(attributes) {
  const written = attributes.map(([attribute, value]) => ` ${attribute}=${quoted(value)}`).join("");
  return [
    `<script src="${SITE}${EMBED.file}"`,
    `        integrity="${EMBED.integrity}"`,
    '        crossorigin="anonymous" defer></script>',
    `<${NAME}${written}>`,
    `  <a href="${SITE}">Åbn Mikrolånsberegneren</a>`,
    `</${NAME}>`,
  ].join("\n");
}

function listening(events) {
  if (events === "none") return "Vælg steps eller result under events.";
  const lines = [`const beregner = document.querySelector("${NAME}");`, 'beregner.addEventListener("mikrolaan-step", (event) => {', "  console.log(event.detail); // months", "});"];
  if (events === "result") lines.push('beregner.addEventListener("mikrolaan-result", (event) => {', "  console.log(event.detail); // in_target_group", "});");
  return lines.join("\n");
}

function link(start) {
  const page = { start: "", spoergsmaal: "#/spoergsmaal", "maaneder-eksempel": "#/maaneder/eksempel" }[start];
  return `<a href="${SITE}${page}">Åbn Mikrolånsberegneren</a>`;
}

/** How well an accent can be read, on both grounds. */
function readable(accent) {
  if (accent === "") return "En farve til links og knapper: # og tre eller seks tegn.";
  if (!COLOUR.test(accent)) return "Skriv # og tre eller seks tegn af 0-9 og a-f.";
  const { light, dark } = colourRules(document.styleSheets[0]);
  const grounds = [["lys", light], ["mørk", dark]];
  const said = grounds.map(([name, colours]) => `${decimal(contrast(accent, colours.getPropertyValue("--ground")))} på ${name} bund`);
  const poor = grounds.filter(([, colours]) => !isReadable(leastContrast(accent, colours))).map(([name]) => name);
  const poorly = poor.length > 0 ? ` Det er for lidt på ${poor.join(" og ")} bund. Dér bruges standardfarven.` : "";
  return `Kontrasten er ${said.join(" og ")}.${poorly}`;
}

const shown = document.createElement(NAME);

function draw() {
  const attributes = chosen();
  const values = Object.fromEntries(attributes);
  for (const attribute of Object.keys(FIELDS)) {
    const value = values[attribute] ?? null;
    if (shown.getAttribute(attribute) === value) continue;
    if (value === null) shown.removeAttribute(attribute);
    else shown.setAttribute(attribute, value);
  }
  byId("accent-hint").textContent = readable(values.accent ?? "");
  byId("code").textContent = code(attributes);
  byId("csp").textContent = `script-src ${new URL(SITE).origin};\nframe-src ${new URL(SITE).origin}`;
  byId("ancestors").textContent = `frame-ancestors 'self' ${HOST}`;
  byId("listen").textContent = listening(values.events ?? DEFAULTS.events);
  byId("link").textContent = link(values.start ?? DEFAULTS.start);
}

/** What the frame has told last, of each type. */
function tell(type, value) {
  const row = byId(`told-${type}`) ?? byId("told").insertRow();
  row.id = `told-${type}`;
  const [name, carried] = [document.createElement("th"), document.createElement("td")];
  name.scope = "row";
  name.textContent = type;
  carried.textContent = value;
  row.replaceChildren(name, carried);
}

async function copy(button) {
  const text = byId(button.dataset.copies).textContent;
  const isCopied = await navigator.clipboard.writeText(text).then(() => true, () => false);
  byId("said").textContent = isCopied ? "Kopieret." : "Din browser lod os ikke kopiere. Markér teksten, og kopiér den selv.";
}

byId("options").addEventListener("change", draw);
for (const type of ["ready", "resize", "step", "result", "error"]) shown.addEventListener(`mikrolaan-${type}`, ({ detail }) => tell(type, detail));
byId("widths").addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  if (!button) return;
  byId("place").style.inlineSize = button.value;
  for (const other of byId("widths").children) other.ariaPressed = String(other === button);
});
addEventListener("click", ({ target }) => {
  const button = target.closest?.("[data-copies]");
  if (button) copy(button);
});
draw();
byId("place").append(shown);
