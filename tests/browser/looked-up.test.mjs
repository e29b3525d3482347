// Pages that are opened to look something up: their code, their texts, and what the rulebook says on them, come when one
// is opened.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { assertAccessible } from "./axe.mjs";
import { unfold } from "./person.mjs";
import { PHONE, PROJECT, assertQuiet, launch, running, visit, visitRunning } from "./site.mjs";
import { text } from "./texts.mjs";

const MIKROLAAN = join(PROJECT, "target/release/mikrolaan");
const LOOKED_UP = ["#/regler", "#/godt-at-vide", "#/godt-at-vide/konto", "#/tilgaengelighed"];

let browser;

before(async () => {
  browser = await launch();
});

after(() => browser?.close());

const TEXTS = /\/texts-[^/]*\.txt$/;
const CODE = /\/looked-up-[^/]*\.wasm$/;

const fetchedLater = (page) => {
  const fetched = [];
  page.on("request", (request) => [TEXTS, CODE].some((file) => file.test(request.url())) && fetched.push(request.url()));
  return fetched;
};

/** What must have words and has none: in the page, what is seen and neither drawn nor named. */
const wordless = () =>
  [...document.querySelectorAll("#app main :is(a, button, summary, label, legend, h1, h2, h3, th)")]
    .filter((one) => one.textContent.trim() === "" && !one.querySelector("svg") && !one.ariaLabel && one.checkVisibility())
    .map((one) => one.outerHTML.slice(0, 120));

const heading = (page) => page.locator("#app h1");

test("a page that asks and one that answers fetch nothing more; one that is looked up fetches code and texts once for all of them", async (t) => {
  const { page, record } = await visitRunning(t, browser, { context: { viewport: PHONE } });
  const fetched = fetchedLater(page);
  for (const fragment of ["#/spoergsmaal/age", "#/svar", "#/resultat", "#/penge/hjemme", "#/tal", "#/maaneder"]) {
    await page.evaluate((to) => (location.hash = to), fragment);
    await heading(page).waitFor();
  }
  // Everything there is to see stands in an example, and all of it has its words.
  await page.evaluate(() => (location.hash = "#/maaneder/eksempel/hairdresser"));
  for (const fragment of ["#/maaneder", "#/tal"]) {
    await page.evaluate((to) => (location.hash = to), fragment);
    await heading(page).waitFor();
    await unfold(page);
    await page.waitForFunction(() => !document.querySelector(".is-outdated, .is-sought"));
    assert.deepEqual(await page.evaluate(wordless), [], fragment);
  }
  assert.deepEqual(fetched, []);
  for (const fragment of LOOKED_UP) {
    await heading(page).evaluate((before) => before.classList.add("was-before"));
    await page.evaluate((to) => (location.hash = to), fragment);
    // A page that has come is another one, with the focus on its heading.
    await page.waitForFunction(
      (fetching) => !document.title.startsWith(fetching) && document.activeElement?.matches("h1:not(.was-before)"),
      text("fetching.title"),
    );
    assert.equal(await page.locator("#app main :is(p, li, dt, dd, td, th, h2, summary):empty").count(), 0, fragment);
  }
  assert.deepEqual([TEXTS, CODE].map((file) => fetched.filter((url) => file.test(url)).length), [1, 1]);
  assert.equal(fetched.length, 2);
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

const REFUSALS = {
  "does not come": (route) => route.abort(),
  "is gone from the server": (route) => route.fulfill({ status: 404, body: "" }),
  "is not the file that was built": async (route) => {
    const response = await route.fetch();
    const body = Buffer.concat([await response.body(), Buffer.from([0])]);
    await route.fulfill({ response, body, headers: { ...response.headers(), "content-length": String(body.length) } });
  },
};

for (const [what, file] of [["texts", TEXTS], ["code", CODE]]) {
  for (const [how, refuse] of Object.entries(REFUSALS)) {
    test(`${what} that ${how}: the page says that it is missing, and comes when it is asked for again`, async (t) => {
      const { page } = await visit(t, browser, { context: { viewport: PHONE } });
      await running(page);
      await page.route(file, refuse);
      await page.evaluate(() => (location.hash = "#/godt-at-vide"));
      const again = page.getByRole("button", { name: text("fetching.again") });
      await again.waitFor();
      assert.equal(await heading(page).textContent(), text("fetching.failed"));
      assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1");
      const [finished, failed] = ["requestfinished", "requestfailed"].map((event) =>
        page.waitForEvent(event, { predicate: (request) => file.test(request.url()), timeout: 10_000 }).catch(() => {}),
      );
      await again.click();
      await Promise.race([finished, failed]);
      await again.waitFor();
      assert.equal(await heading(page).textContent(), text("fetching.failed"), "nothing is shown of a half");
      await page.unroute(file);
      await again.click();
      await heading(page).filter({ hasText: text("guide.title") }).waitFor();
      assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1");
    });
  }
}

test("the site was renewed meanwhile: what belongs to the program is gone, and the page fetched again has all", async (t) => {
  const { page } = await visitRunning(t, browser, { fragment: "#/spoergsmaal/age" });
  await page.locator("#app #age").fill("34");
  for (const file of [TEXTS, CODE]) await page.route(file, REFUSALS["is gone from the server"]);
  await page.evaluate(() => (location.hash = "#/regler"));
  const reload = page.getByRole("link", { name: text("fetching.reload") });
  await reload.waitFor();
  await assertAccessible(page, "a page that did not come");
  await page.unrouteAll();
  await Promise.all([page.waitForEvent("load"), reload.click()]);
  await running(page);
  await page.evaluate(() => (location.hash = "#/regler"));
  await heading(page).filter({ hasText: text("rules.title") }).waitFor();
  await page.evaluate(() => (location.hash = "#/spoergsmaal/age"));
  await page.waitForFunction(() => document.querySelector("#app #age")?.value === "34");
});

test("another try at the program takes along what belongs to the new one", async (t) => {
  const renamed = (text) => text.replace(/content="([^"]+?)(_bg\.wasm|\.txt|\.wasm)"/g, 'content="$1-gone$2"');
  const old = async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: renamed(await response.text()) });
  };
  const prepare = (page) => page.route((url) => url.pathname === "/", old, { times: 1 });
  const { page } = await visit(t, browser, { prepare });
  await page.locator("#again a").click();
  await running(page);
  await page.evaluate(() => (location.hash = "#/regler"));
  await heading(page).filter({ hasText: text("rules.title") }).waitFor();
});

test("who leaves and comes back while it is on its way does not fetch it twice", async (t) => {
  const { page, record } = await visitRunning(t, browser);
  const fetched = fetchedLater(page);
  await page.route(CODE, (route) => setTimeout(() => route.continue(), 1_000));
  for (const fragment of ["#/regler", "#/svar", "#/godt-at-vide"]) {
    await page.evaluate((to) => (location.hash = to), fragment);
    await heading(page).waitFor();
  }
  await heading(page).filter({ hasText: text("guide.title") }).waitFor();
  assert.equal(fetched.length, 2);
  assertQuiet(record);
});

test("who has left before the page comes goes on typing where they are", async (t) => {
  const { page } = await visitRunning(t, browser, { fragment: "#/spoergsmaal/age" });
  await page.route(CODE, (route) => setTimeout(() => route.continue(), 1_500));
  await page.evaluate(() => (location.hash = "#/regler"));
  await heading(page).filter({ hasText: text("fetching.title") }).waitFor();
  const came = page.waitForResponse(CODE);
  await page.goBack();
  await page.locator("#app #age").pressSequentially("3");
  await came;
  await page.waitForTimeout(300);
  await page.keyboard.type("4");
  assert.equal(await page.locator("#app #age").inputValue(), "34");
});
