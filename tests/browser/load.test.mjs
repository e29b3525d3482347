// Opening the page: what is asked for, from whom, and under which rules.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, test } from "node:test";
import { HEADERS } from "../../xtask/site/server.mjs";
import { LOOKED_UP, assertQuiet, launch, settled, visitRunning } from "./site.mjs";

const MOST_REQUESTS = 8;

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

test("the program starts under the strict policy, and nothing complains", async (t) => {
  const { record } = await visitRunning(t, browser);
  assertQuiet(record);
});

test(`at most ${MOST_REQUESTS} requests, and none after the page has loaded that no choice asks for`, async (t) => {
  const { page, record } = await visitRunning(t, browser);
  const loaded = await settled(page, record);
  t.diagnostic(`${loaded.length} requests`);
  assert.equal(new Set(loaded).size, loaded.length, "something is loaded twice");
  assert.ok(loaded.length <= MOST_REQUESTS, loaded.join("\n"));

  for (const route of ["#/", "#/spoergsmaal", "#/resultat", "#/maaneder", "#/sammenlign", "#/regler", "#/"]) {
    await page.evaluate((to) => (location.hash = to), route);
    await page.mouse.wheel(0, 2000);
  }
  await page.waitForTimeout(500);
  assert.equal(record.requests.length, 2, "what is looked up comes once, its code and its texts");
  assert.deepEqual(record.requests.filter((url) => !LOOKED_UP.test(url)), []);
  assertQuiet(record);
});

test("a second visit asks only whether the page is still the same", async (t) => {
  const { page, record } = await visitRunning(t, browser);
  await settled(page, record);
  const statuses = [];
  page.on("response", (response) => {
    if (!response.fromServiceWorker()) statuses.push([response.url(), response.status()]);
  });
  const again = await page.goto(record.address);
  assert.equal(again.status(), 200, "the browser shows the page it has kept");
  const asked = await page.evaluate(() =>
    performance.getEntriesByType("resource").filter((entry) => entry.transferSize > 0).map((entry) => entry.name),
  );
  assert.deepEqual(asked, [], "files named after their content are kept");
});

test("the site works below any path", async (t) => {
  const { page, record } = await visitRunning(t, browser, { server: { base: "/borger/mikrolaan/" } });
  assert.match(page.url(), /\/borger\/mikrolaan\/$/);
  assertQuiet(record);
});

test("every file is sent with its headers", async (t) => {
  const { page, record } = await visitRunning(t, browser);
  const requests = await settled(page, record);
  for (const url of requests) {
    const response = await page.request.get(url);
    const headers = response.headers();
    for (const [name, value] of Object.entries(HEADERS["every response"])) {
      assert.equal(headers[name.toLowerCase()], value, `${name} of ${url}`);
    }
    const page_itself = url === record.address;
    assert.match(headers["cache-control"], page_itself ? /^no-cache$/ : /immutable/, url);
  }
  const module = requests.find((url) => url.endsWith(".wasm"));
  assert.equal((await page.request.get(module)).headers()["content-type"], "application/wasm");
});

test("the policy written in the page is the one the server sends", async (t) => {
  const { page } = await visitRunning(t, browser);
  const written = await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', "content");
  const style = await page.locator("head style").textContent();
  const hash = `'sha256-${createHash("sha256").update(style).digest("base64")}'`;
  assert.ok(written.includes(`style-src ${hash};`), "of styles the page allows its own alone");
  // Frames are for the page for integrators alone, which says so itself.
  const sent = HEADERS["every response"]["Content-Security-Policy"].replace(" frame-src 'self';", "");
  const ofEveryVersion = written.replace(hash, "'unsafe-inline'");
  assert.equal(sent, `${ofEveryVersion}; frame-ancestors *`, "frame-ancestors counts in a header only");
});

test("another style in the page does nothing", async (t) => {
  const { page, record } = await visitRunning(t, browser);
  await page.evaluate(() => {
    const style = document.createElement("style");
    style.textContent = "h1 { display: none }";
    document.head.append(style);
    document.querySelector("h1").setAttribute("style", "display: none");
  });
  assert.equal(await page.locator("#start-title").isVisible(), true);
  assert.equal(record.violations.filter((one) => one.startsWith("style-src")).length, 2, record.violations.join("\n"));
});

test("nothing outside the site can be fetched from the server", async (t) => {
  const { page, address } = await visitRunning(t, browser);
  for (const path of ["Cargo.toml", "..%2fCargo.toml", "%2e%2e/Cargo.toml", "index.html.br", "x"]) {
    const response = await page.request.get(address + path);
    assert.equal(response.status(), 404, path);
    assert.ok(response.headers()["content-security-policy"], path);
  }
});
