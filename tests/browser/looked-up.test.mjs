// Pages that are opened to look something up: their texts, and what the rulebook says on them, come when one is opened.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { DIST, PHONE, PROJECT, assertQuiet, launch, running, visit, visitRunning } from "./site.mjs";
import { text } from "./texts.mjs";

const MIKROLAAN = join(PROJECT, "target/release/mikrolaan");
const LOOKED_UP = ["#/regler", "#/godt-at-vide", "#/godt-at-vide/konto", "#/tilgaengelighed"];

let browser;

before(async () => {
  browser = await launch();
});

after(() => browser?.close());

const fetchedTexts = (page) => {
  const fetched = [];
  page.on("request", (request) => /\/texts-[^/]*\.txt$/.test(request.url()) && fetched.push(request.url()));
  return fetched;
};

const heading = (page) => page.locator("#app h1");

test("a page that asks and one that answers fetch nothing more; one that is looked up fetches once for all of them", async (t) => {
  const { page, record } = await visitRunning(t, browser, { context: { viewport: PHONE } });
  const fetched = fetchedTexts(page);
  for (const fragment of ["#/spoergsmaal/age", "#/svar", "#/resultat", "#/tal", "#/maaneder", "#/sammenlign"]) {
    await page.evaluate((to) => (location.hash = to), fragment);
    await heading(page).waitFor();
  }
  assert.deepEqual(fetched, []);
  for (const fragment of LOOKED_UP) {
    await page.evaluate((to) => (location.hash = to), fragment);
    await page.waitForFunction((title) => !document.title.startsWith(title), text("fetching.title"));
    assert.equal(await page.locator("#app main :is(p, li, dt, dd, td, th, h2, summary):empty").count(), 0, fragment);
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1", fragment);
  }
  assert.equal(fetched.length, 1);
  assertQuiet(record);
});

test("what the rules page calls a figure, and where it says it is from, is what the command says of it", async (t) => {
  const { page, record } = await visitRunning(t, browser, { fragment: "#/regler" });
  await heading(page).filter({ hasText: text("rules.title") }).waitFor();
  const { figures } = JSON.parse(execFileSync(MIKROLAAN, ["rules"], { encoding: "utf8", maxBuffer: 1 << 26 }));
  const shown = await page.evaluate(() => [...document.querySelectorAll("details tbody tr")].map((row) => row.textContent));
  assert.ok(shown.length > 40, `${shown.length} figures`);
  const isSaidBy = (row) => ({ name, values }) => row.startsWith(name) && values.some(({ source }) => row.includes(source));
  for (const row of shown) assert.ok(figures.some(isSaidBy(row)), row);
  assertQuiet(record);
});

test("texts that do not come are said to be missing, and come when they are asked for again", async (t) => {
  const { page } = await visit(t, browser, { context: { viewport: PHONE } });
  await running(page);
  await page.route(/\/texts-/, (route) => route.abort());
  await page.evaluate(() => (location.hash = "#/godt-at-vide"));
  await heading(page).filter({ hasText: text("fetching.failed") }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1");
  await page.unroute(/\/texts-/);
  await page.getByRole("button", { name: text("fetching.again") }).click();
  await heading(page).filter({ hasText: text("guide.title") }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1");
});

test("who has left before the texts come goes on typing where they are", async (t) => {
  const { page } = await visitRunning(t, browser, { fragment: "#/spoergsmaal/age" });
  await page.route(/\/texts-/, (route) => setTimeout(() => route.continue(), 1_500));
  await page.evaluate(() => (location.hash = "#/regler"));
  await heading(page).filter({ hasText: text("fetching.title") }).waitFor();
  const came = page.waitForResponse(/\/texts-/);
  await page.goBack();
  await page.locator("#app #age").pressSequentially("3");
  await came;
  await page.waitForTimeout(300);
  await page.keyboard.type("4");
  assert.equal(await page.locator("#app #age").inputValue(), "34");
});
