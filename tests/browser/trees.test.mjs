// What a screen reader reads on every page: recorded in trees/NAME.txt, a file a page. A change fails here until
// `UPDATE_TREES=1` has written it anew; the difference is read like a conversation, and reviewed like code.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { everyPage } from "./pages.mjs";
import { PHONE, PROJECT, assertQuiet, launch, visitRunning } from "./site.mjs";
import { faultsOf, treeOf } from "./tree.mjs";

const FOLDER = join(PROJECT, "tests/browser/trees");
const RENEW = process.env.UPDATE_TREES === "1";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/**
 * Unfolds everything and marks what was folded: the tree says so, and what stands in it is read too. What is laid out
 * only when it comes into view is in the tree only then, so all of it is brought into view.
 */
function openAll(page) {
  return page.locator("#app").evaluate((app) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { content-visibility: visible !important; }");
    document.adoptedStyleSheets = [sheet];
    const folds = () => [...app.querySelectorAll("details:not([open]) > summary")];
    for (const fold of folds()) fold.dataset.folded = "";
    // Pressed, because some draw what is in them only then.
    for (const fold of folds()) fold.click();
    for (const fold of app.querySelectorAll("details")) fold.open = true;
  });
}

/** The tree when it no longer changes: what is drawn when a fold opens comes a moment later. */
async function settledTree(page) {
  await openAll(page);
  let before;
  for (let tried = 0; tried < 20; tried += 1) {
    const now = await treeOf(page);
    if (now === before) return now;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  throw new Error("the page does not come to rest");
}

/** What stands around the page, but for where one is, is written out once: the same again is told by the page that has it. */
class Frames {
  #known = new Map();

  shorten(tree, name) {
    return tree.split(/\n(?=\S)/).map((part) => this.#shorten(part, name)).join("\n").trimEnd() + "\n";
  }

  #shorten(part, name) {
    const [first] = part.split("\n");
    if (first === part || /^(main|navigation)/.test(first)) return part;
    const known = this.#known.get(part);
    if (known === undefined) this.#known.set(part, name);
    return known === undefined ? part : `${first}, as on ${known}`;
  }
}

const recorded = (name) => {
  try {
    return readFileSync(join(FOLDER, `${name}.txt`), "utf8");
  } catch {
    return "";
  }
};

/** Where two texts part, and how they go on, a line each. */
function difference(old, now) {
  const [before, after] = [old.split("\n"), now.split("\n")];
  let head = 0;
  while (head < before.length && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const cut = (lines, sign) => lines.slice(head, lines.length - tail).slice(0, 12).map((line) => `  ${sign} ${line}`);
  return [...before.slice(Math.max(0, head - 2), head).map((line) => `    ${line}`), ...cut(before, "-"), ...cut(after, "+")].join("\n");
}

test("every page is read as it is recorded", async (t) => {
  const { page, record } = await visitRunning(t, browser, { context: { viewport: PHONE } });
  if (RENEW) rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const [frames, names, changed, faults] = [new Frames(), [], [], []];
  for await (const name of everyPage(page)) {
    const now = frames.shorten(await settledTree(page), name);
    names.push(`${name}.txt`);
    faults.push(...(await faultsOf(page)).map((fault) => `${name}: ${fault}`));
    if (RENEW) writeFileSync(join(FOLDER, `${name}.txt`), now);
    else if (now !== recorded(name)) changed.push(`${name}.txt\n${difference(recorded(name), now)}`);
  }
  assert.deepEqual(faults, []);
  assert.ok(changed.length === 0, `the pages are read otherwise than recorded; if that is meant, UPDATE_TREES=1 writes them anew:\n${changed.join("\n")}`);
  assert.deepEqual(readdirSync(FOLDER).sort(), names.sort(), "a file for every page, and no other");
  assertQuiet(record);
});
