// Looks at every page with axe, in three languages, light and dark, on a phone and on a desk, and writes down what a program
// can say about it and what it cannot.
//
//   node tests/browser/a11y-report.mjs     leaves target/a11y-report.md

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { everything } from "./axe.mjs";
import { everyPage } from "./pages.mjs";
import { DESK, PHONE, PROJECT, launch, visitRunning } from "./site.mjs";
import { speak } from "./texts.mjs";

const FILE = join(PROJECT, "target/a11y-report.md");
const LANGUAGES = { da: "Danish", en: "English", ar: "Arabic" };
const SCHEMES = ["light", "dark"];
const SIZES = [PHONE, DESK];

const CONTRAST = "color-contrast";

/** What is seen of a page in one setting, for the tables. */
class Sightings {
  #rules = new Map();
  #places = { violations: new Map(), incomplete: new Map() };

  add(where, { violations, incomplete, testEngine, ...others }) {
    this.engine = `${testEngine.name} ${testEngine.version}`;
    for (const kind of ["violations", "passes", "incomplete", "inapplicable"]) {
      for (const { id, help } of { violations, incomplete, ...others }[kind]) this.#rules.set(id, help);
    }
    for (const [kind, found] of Object.entries({ violations, incomplete })) {
      for (const rule of found) this.#keep(this.#places[kind], rule, where);
    }
  }

  /** The same place in several settings is one row. */
  #keep(places, { id, help, nodes }, where) {
    for (const node of nodes) {
      const selector = node.target.flat().join(" ");
      const why = node.any.find(({ message }) => message)?.message ?? "";
      const key = `${id} ${where.page} ${selector}`;
      const row = places.get(key) ?? { id, help, page: where.page, selector, why, settings: [] };
      row.settings.push(where.setting);
      places.set(key, row);
    }
  }

  get rules() {
    return [...this.#rules].sort();
  }

  rows(kind, wanted = () => true) {
    return [...this.#places[kind].values()].filter(wanted);
  }
}

/** How often Tab stops between header and footer: the radio buttons of a question are one stop. */
function stopsOf(page) {
  return page.evaluate(() => {
    const all = document.querySelectorAll(":is(main, #app nav) :is(a[href], button:enabled, input:enabled, select, textarea, summary, [tabindex='0'])");
    const seen = [...all].filter((one) => one.checkVisibility() && one.tabIndex >= 0);
    return new Set(seen.map((one) => (one.type === "radio" ? one.name : one))).size;
  });
}

/** One visit a language: each page is looked at in every colour and size while it stands there. */
async function visitIn(browser, code, seen) {
  speak(code);
  const chores = [];
  const fragment = code === "da" ? "" : `?sprog=${code}`;
  const { page } = await visitRunning({ after: (chore) => chores.push(chore) }, browser, { fragment, context: { viewport: PHONE } });
  for await (const name of everyPage(page)) {
    for (const viewport of SIZES) {
      await page.setViewportSize(viewport);
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        seen.sightings.add({ page: name, setting: `${code} ${viewport.width} ${colorScheme}` }, await everything(page));
      }
      if (code === "da") seen.stops.set(name, [...(seen.stops.get(name) ?? []), await stopsOf(page)]);
    }
    await page.setViewportSize(PHONE);
    await page.emulateMedia({ colorScheme: "light" });
  }
  await Promise.all(chores.map((chore) => chore()));
  console.log(`  ${LANGUAGES[code]}`);
}

const cell = (words) => String(words).replaceAll("|", "\\|").replace(/\s+/g, " ");
const line = (cells) => `| ${cells.map(cell).join(" | ")} |`;

function table(head, rows) {
  return rows.length === 0 ? "None.\n" : `${[line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n")}\n`;
}

function ofPlaces(rows) {
  const all = Object.keys(LANGUAGES).length * SCHEMES.length * SIZES.length;
  const settings = ({ settings }) => (settings.length === all ? "all" : settings.join(", "));
  return table(["rule", "page", "selector", "why", "in"], rows.map((row) => [row.id, row.page, `\`${row.selector}\``, row.why || row.help, settings(row)]));
}

function report(browser, { sightings, stops }) {
  const locked = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8")).devDependencies ?? {};
  const pages = [...stops.keys()];
  const isContrast = ({ id }) => id === CONTRAST;
  const incomplete = sightings.rows("incomplete", (row) => !isContrast(row));
  return `# What a program finds about accessibility

${new Date().toISOString().slice(0, 10)}. ${sightings.engine}, Chromium ${browser.version()}, playwright-core ${locked["playwright-core"] ?? "unknown"}, Node ${process.version}.

${pages.length} pages and states × ${Object.values(LANGUAGES).join(", ")} × ${SCHEMES.join(", ")} × ${SIZES.map(({ width }) => `${width} px`).join(", ")}:
${pages.length * Object.keys(LANGUAGES).length * SCHEMES.length * SIZES.length} looks. ${sightings.rows("violations").length} violations, ${sightings.rows("incomplete").length} places a person has to look at.

## Violations

${ofPlaces(sightings.rows("violations"))}
## Contrast a person has to look at

The program cannot tell the ground a word stands on (a pattern, a picture, something in front of it).

${ofPlaces(sightings.rows("incomplete", isContrast))}
## Anything else a person has to look at

${ofPlaces(incomplete)}
## Keyboard stops a page

What Tab stops at between header and footer, folds closed.

${table(["page", ...SIZES.map(({ width }) => `${width} px`)], pages.map((name) => [name, ...stops.get(name)]))}
## Rules that were run

${table(["rule", "what it asks for"], sightings.rules)}
## What was not tested

* No person with a disability has used the pages for this report.
* No screen reader was run (NVDA, JAWS, VoiceOver, TalkBack). \`tests/browser/trees/\` has what Chromium gives one to read.
* No magnifier, voice control, switch or braille display.
* No browser but Chromium; no telephone in a hand, only a window as wide as one.
* Folds were closed, as one meets them, and nothing was on paper.
* Whether words are easy, an order makes sense or a name says what a thing does: a program cannot tell.
`;
}

const browser = await launch();
const seen = { sightings: new Sightings(), stops: new Map() };
for (const code of Object.keys(LANGUAGES)) await visitIn(browser, code, seen);
mkdirSync(join(PROJECT, "target"), { recursive: true });
writeFileSync(FILE, report(browser, seen));
await browser.close();
const count = seen.sightings.rows("violations").length;
console.log(`${count} violations; the report is ${FILE}.`);
process.exit(count === 0 ? 0 : 1);
