// When the program cannot run, the start page stands and says so.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { HEADERS } from "../../xtask/site/server.mjs";
import { assertAccessible } from "./axe.mjs";
import { launch, running, visit } from "./site.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

async function assertStaticPageStands(page) {
  await page.locator("#no-program").waitFor({ state: "visible" });
  assert.ok(await page.locator("#start h1").isVisible());
  assert.ok(await page.locator("#app").isHidden());
  assert.ok(await page.locator("#stopped").isHidden());
}

function isModule(url) {
  return url.pathname.endsWith(".wasm");
}

test("a policy that forbids WebAssembly leaves the start page", async (t) => {
  const policy = HEADERS["every response"]["Content-Security-Policy"].replace(" 'wasm-unsafe-eval'", "");
  assert.ok(!policy.includes("wasm"));
  const { page, record } = await visit(t, browser, {
    server: { headers: { "Content-Security-Policy": policy } },
  });
  await assertStaticPageStands(page);
  assert.ok(record.violations.length > 0, "the policy did forbid something");
  await assertAccessible(page, "the start page without the program");
});

test("a browser without WebAssembly leaves the start page", async (t) => {
  const prepare = (page) => page.addInitScript(() => delete globalThis.WebAssembly);
  const { page } = await visit(t, browser, { prepare });
  await assertStaticPageStands(page);
});

test("without JavaScript the start page is read as it is", async (t) => {
  const { page } = await visit(t, browser, { context: { javaScriptEnabled: false } });
  assert.ok(await page.locator("#start h1").isVisible());
  assert.ok((await page.locator("#start").innerText()).length > 40);
  assert.ok(await page.locator("#stopped").isHidden());
});

test("a module that is missing leaves the start page", async (t) => {
  const prepare = (page) => page.route(isModule, (route) => route.fulfill({ status: 404, body: "" }));
  const { page } = await visit(t, browser, { prepare });
  await assertStaticPageStands(page);
});

test("a module that somebody changed is not run", async (t) => {
  const prepare = (page) =>
    page.route(isModule, async (route) => {
      const response = await route.fetch();
      const changed = Buffer.concat([await response.body(), Buffer.from([0, 2, 1, 120])]);
      await route.fulfill({ response, body: changed });
    });
  const { page, record } = await visit(t, browser, { prepare });
  await assertStaticPageStands(page);
  assert.ok(record.complaints.some((text) => /integrity|digest/i.test(text)), record.complaints.join("\n"));
});

test("a module that never arrives: after half a minute the page says so, and starts if it comes", async (t) => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  const prepare = async (page) => {
    await page.clock.install();
    await page.route(isModule, async (route) => {
      await held;
      await route.continue();
    });
  };
  const site = visit(t, browser, { prepare });
  // The load event waits for the preload; let the clock run first.
  const page = await openPage(browser);
  await page.waitForSelector('html[data-program="starting"]', { state: "attached" });
  await page.clock.fastForward(29_000);
  assert.ok(await page.locator("#no-program").isHidden(), "patience until half a minute has gone");
  await page.clock.fastForward(2_000);
  await assertStaticPageStands(page);
  release();
  await site;
  await running(page);
  assert.ok(await page.locator("#no-program").isHidden());
});

/** The page `visit` is just opening. */
async function openPage(of) {
  for (;;) {
    const page = of.contexts().flatMap((context) => context.pages()).at(-1);
    if (page?.url().startsWith("http")) return page;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
