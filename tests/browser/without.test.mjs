// When the program does not start, the page stands and says why; and nobody is told to get another browser
// because a download failed.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { HEADERS } from "../../xtask/site/server.mjs";
import { assertAccessible } from "./axe.mjs";
import { TODAY, launch, running, settled, visit } from "./site.mjs";
import { text } from "./texts.mjs";

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

/** The notice says this and nothing else of its kind, and offers another try where that can help. */
async function assertSays(page, key) {
  const keys = ["not_run", "not_fetched", "not_able"];
  const notice = page.locator("#no-program");
  await notice.waitFor({ state: "visible" });
  for (const one of keys) {
    assert.equal(await notice.getByText(text(`no_program.${one}`)).isVisible(), one === key, one);
  }
  assert.equal(await again(page).isVisible(), key !== "not_able", "Prøv igen");
}

function again(page) {
  return page.getByRole("link", { name: text("no_program.again") });
}

/** Says no to some requests until it is told to let them through. */
async function refuse(page, what, answer) {
  await page.route(what, answer);
  return () => page.unroute(what);
}

function isGlue(url) {
  return /mikrolaansberegneren-[0-9a-f]+\.js$/.test(url.pathname);
}

function isBoot(url) {
  return /boot-[0-9a-f]+\.js$/.test(url.pathname);
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
  await assertSays(page, "not_able");
  assert.ok(record.violations.length > 0, "the policy did forbid something");
  await assertAccessible(page, "the start page without the program");
});

test("a browser without WebAssembly leaves the start page", async (t) => {
  const prepare = (page) => page.addInitScript(() => delete globalThis.WebAssembly);
  const { page } = await visit(t, browser, { prepare });
  await assertStaticPageStands(page);
  await assertSays(page, "not_able");
});

test("without JavaScript the start page is read as it is", async (t) => {
  const { page } = await visit(t, browser, { context: { javaScriptEnabled: false } });
  assert.ok(await page.locator("#start h1").isVisible());
  assert.ok((await page.locator("#start").innerText()).length > 40);
  assert.ok(await page.locator("#stopped").isHidden());
  await assertSays(page, "not_run");
});

test("a boot.js that is blocked: after a while the page says so, on the first question's address, too", async (t) => {
  for (const fragment of ["", "#/spoergsmaal"]) {
    const prepare = (page) => page.route(isBoot, (route) => route.abort());
    const { page } = await visit(t, browser, { prepare, fragment });
    assert.ok(await page.locator("#no-program").isHidden(), "it may still come");
    await assertStaticPageStands(page);
    await assertSays(page, "not_run");
    await assertAccessible(page, "the start page without boot.js");
    await page.unroute(isBoot);
    await Promise.all([page.waitForEvent("load"), again(page).click()]);
    await running(page);
    assert.ok(await page.locator("#no-program").isHidden());
  }
});

test("a boot.js that is late takes the notice away, and the program starts", async (t) => {
  let letGo;
  const gate = new Promise((resolve) => (letGo = resolve));
  t.after(letGo);
  const { page: opened, tell } = toBeOpened();
  const prepare = (page) => tell(page).route(isBoot, (route) => gate.then(() => route.continue()));
  const site = visit(t, browser, { prepare });
  const page = await opened;
  await assertSays(page, "not_run");
  letGo();
  await site;
  await running(page);
  assert.ok(await page.locator("#no-program").isHidden());
});

test("the notice never shows while the program starts as it should", async (t) => {
  const watch = () => {
    globalThis.shown = 0;
    const look = () => {
      const notice = document.getElementById("no-program");
      const box = notice?.getBoundingClientRect();
      // Seen, or keeping room for itself.
      if (box && (box.height > 0 || notice.checkVisibility({ visibilityProperty: true }))) globalThis.shown += 1;
      globalThis.looked = (globalThis.looked ?? 0) + 1;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  };
  const late = (milliseconds) => (route) => new Promise((resolve) => setTimeout(resolve, milliseconds)).then(() => route.continue());
  const prepare = async (page) => {
    await page.addInitScript(watch);
    await page.route(isBoot, late(1_500));
    await page.route(isModule, late(500));
  };
  const { page } = await visit(t, browser, { prepare });
  await running(page);
  const { shown, looked } = await page.evaluate(() => ({ shown, looked }));
  assert.ok(looked > 10, `${looked} frames`);
  assert.equal(shown, 0);
});

for (const [what, which, answer] of [
  ["a module that is missing", isModule, (route) => route.fulfill({ status: 404, body: "" })],
  ["a connection that breaks at the module", isModule, (route) => route.abort("connectionreset")],
  ["a script that is missing", isGlue, (route) => route.fulfill({ status: 404, body: "" })],
  ["a connection that breaks at the script", isGlue, (route) => route.abort("internetdisconnected")],
  ["a page of somebody else's instead of the module", isModule, (route) => route.fulfill({ contentType: "text/html", body: "<p>Log ind" })],
]) {
  test(`${what} leaves the start page, and is tried again without losing the page`, async (t) => {
    let letThrough;
    const prepare = async (page) => (letThrough = await refuse(page, which, answer));
    const { page } = await visit(t, browser, { prepare });
    await assertStaticPageStands(page);
    await assertSays(page, "not_fetched");
    await page.evaluate(() => (globalThis.samePage = true));
    await again(page).click();
    await assertSays(page, "not_fetched");
    await letThrough();
    await again(page).click();
    await running(page);
    assert.ok(await page.locator("#no-program").isHidden());
    assert.ok(await page.evaluate(() => globalThis.samePage));
  });
}

test("a page that names a program the server no longer has: another try finds the new one", async (t) => {
  const old = async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/content="([^"]+)_bg\.wasm"/, 'content="$1-gone_bg.wasm"');
    await route.fulfill({ response, body });
  };
  const isPage = (url) => url.pathname === "/";
  const prepare = (page) => page.route(isPage, old, { times: 1 });
  const { page } = await visit(t, browser, { prepare });
  await assertSays(page, "not_fetched");
  await again(page).click();
  await running(page);
});

test("on the first question the notice stands above it, and what was typed is there when it works", async (t) => {
  for (const press of [(page) => again(page).click(), (page) => page.getByRole("button", { name: text("common.next") }).click()]) {
    let letThrough;
    const prepare = async (page) => (letThrough = await refuse(page, isModule, (route) => route.abort()));
    const { page } = await visit(t, browser, { prepare, fragment: "#/spoergsmaal" });
    await assertSays(page, "not_fetched");
    await assertAccessible(page, "the first question without the program");
    const field = page.locator("#early-age");
    await field.fill("34");
    await press(page);
    await assertSays(page, "not_fetched");
    assert.equal(await field.inputValue(), "34");
    assert.ok(await field.isVisible());
    await letThrough();
    await press(page);
    await running(page);
    if (await page.locator("#app #age").isVisible()) assert.equal(await page.locator("#app #age").inputValue(), "34");
    else await page.getByRole("heading", { level: 1, name: text("question.municipality.title") }).waitFor();
    assert.equal(await page.locator("main:visible").count(), 1);
  }
});

test("an answer typed before the browser proved unable stays where it is, under the notice", async (t) => {
  const policy = HEADERS["every response"]["Content-Security-Policy"].replace(" 'wasm-unsafe-eval'", "");
  let letGo;
  const gate = new Promise((resolve) => (letGo = resolve));
  t.after(letGo);
  const prepare = (page) => page.route(isModule, (route) => gate.then(() => route.continue()));
  const { page } = await visit(t, browser, {
    prepare,
    fragment: "#/spoergsmaal",
    server: { headers: { "Content-Security-Policy": policy } },
  });
  await page.locator("#early-age").fill("34");
  letGo();
  await assertSays(page, "not_able");
  assert.ok(await page.locator("#early-age").isVisible());
  assert.equal(await page.locator("#early-age").inputValue(), "34");
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
  await assertSays(page, "not_fetched");
  assert.ok(record.complaints.some((text) => /integrity|digest/i.test(text)), record.complaints.join("\n"));
});

test("a module that never arrives: after half a minute the page says so, and starts if it comes", async (t) => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  const { page: opened, tell } = toBeOpened();
  const prepare = async (page) => {
    await tell(page).clock.install({ time: TODAY });
    await page.route(isModule, async (route) => {
      await held;
      await route.continue();
    });
  };
  const site = visit(t, browser, { prepare });
  // The load event waits for the preload; let the clock run first.
  const page = await opened;
  await page.waitForSelector('html[data-program="starting"]', { state: "attached" });
  await page.clock.fastForward(29_000);
  assert.ok(await page.locator("#no-program").isHidden(), "patience until half a minute has gone");
  await page.clock.fastForward(2_000);
  await assertStaticPageStands(page);
  await assertSays(page, "not_fetched");
  release();
  await site;
  await running(page);
  assert.ok(await page.locator("#no-program").isHidden());
});

test("another try while the first is still on its way ends with one program", async (t) => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  t.after(release);
  const prepare = async (page) => {
    await page.clock.install({ time: TODAY });
    await page.route(isModule, (route) => held.then(() => route.continue()).catch(() => {}), { times: 1 });
  };
  const { page, record } = await visit(t, browser, { prepare });
  await page.clock.fastForward(31_000);
  await assertSays(page, "not_fetched");
  await again(page).click();
  await running(page);
  release();
  await settled(page, record);
  await page.getByRole("link", { name: text("start.begin") }).click();
  await page.locator("#app #age").waitFor();
  assert.equal(await page.locator("#app main").count(), 1);
});

/** The page `visit` is just opening, once `prepare` tells: looked for among all that are open, it might be the last test's. */
function toBeOpened() {
  let resolve;
  const page = new Promise((done) => (resolve = done));
  const tell = (opened) => {
    resolve(opened);
    return opened;
  };
  return { page, tell };
}
