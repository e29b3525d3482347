// When the program stops for good, a calm message takes its place, and the module is never called again.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAccessible } from "./axe.mjs";
import { hasFocus } from "./keyboard.mjs";
import { PHONE, launch, running, visitRunning } from "./site.mjs";
import { text } from "./texts.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

async function assertStopped(page) {
  await page.locator("#stopped").waitFor({ state: "visible" });
  assert.ok(await page.locator("#app").isHidden());
  assert.ok(await page.locator("#start").isHidden());
  assert.ok(await hasFocus(page.locator("#stopped")), "a screen reader is told");
}

test("the program's own word that it has stopped", async (t) => {
  const { page } = await visitRunning(t, browser);
  await page.evaluate(() => dispatchEvent(new Event("mikrolaan:stopped")));
  await assertStopped(page);
  await assertAccessible(page, "the page of the stopped program");
});

test("a trap in the module that nobody caught", async (t) => {
  const { page } = await visitRunning(t, browser);
  await page.evaluate(() => {
    setTimeout(() => {
      throw new WebAssembly.RuntimeError("unreachable");
    });
  });
  await assertStopped(page);
});

test("a trap in a promise that nobody awaited", async (t) => {
  const { page } = await visitRunning(t, browser);
  await page.evaluate(() => {
    Promise.reject(new WebAssembly.RuntimeError("unreachable"));
  });
  await assertStopped(page);
});

test("an error that is not the program's own changes nothing", async (t) => {
  const { page } = await visitRunning(t, browser);
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error("from an extension of the browser");
    });
  });
  await page.waitForTimeout(200);
  assert.ok(await page.locator("#stopped").isHidden());
});

// ── the real module, really broken

/** Stands between the browser and boot.js, and counts what reaches the module. */
function countCalls() {
  globalThis.calls = [];
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const make = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const { instance, module } = await make.apply(WebAssembly, given);
      const counted = ([name, entry]) => {
        const count = (...args) => globalThis.calls.push(name) && entry(...args);
        return [name, typeof entry === "function" ? count : entry];
      };
      globalThis.real = instance.exports;
      return { instance: { exports: Object.fromEntries(Object.entries(instance.exports).map(counted)) }, module };
    };
  }
}

/** Somebody in the middle of a question: what she typed has timers running. */
async function inTheMiddle(t, options = {}) {
  const prepare = (page) => page.addInitScript(countCalls);
  const { page, record } = await visitRunning(t, browser, { ...options, prepare });
  await page.getByRole("link", { name: text("start.begin") }).click();
  const age = page.locator("#app #age");
  await age.fill("34");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: text("question.municipality.title") }).waitFor();
  await page.goBack();
  await age.waitFor();
  await age.pressSequentially("4x");
  const calls = await page.evaluate(() => calls.length);
  assert.ok(calls > 20, `the calls are counted: ${calls}`);
  return { page, record };
}

/** The ways in which a module can break, each for real. */
const BREAKS = {
  /** The browser refuses what the program relies on: Rust panics, tells the page, and traps. */
  "a panic": (page) =>
    page.evaluate(() => {
      const clone = Node.prototype.cloneNode;
      Node.prototype.cloneNode = () => {
        Node.prototype.cloneNode = clone;
        throw new DOMException("not now", "NotSupportedError");
      };
      location.hash = "#/maaneder/eksempel";
    }),
  /** No word of it, only the trap: an address no module has. */
  "a trap": (page) =>
    page.evaluate(() => {
      // The ways into closures: the build gives them short names that begin so (xtask/site/names.mjs).
      const ways = Object.keys(real).filter((name) => /^_[a-zA-Z]/.test(name));
      for (const way of ways) setTimeout(() => real[way](-1, -1, null, null));
    }),
  /** An exception of the browser that goes through the module leaves it broken, too. */
  "an exception that goes through it": (page) =>
    page.evaluate(() => {
      const own = Object.getOwnPropertyDescriptor(Document.prototype, "title");
      Object.defineProperty(Document.prototype, "title", { ...own, set() { throw new RangeError("too deep"); } });
      location.hash = "#/";
    }),
};

/** Everything that could wake a dead program: every event it may listen for, and every way to leave the page. */
async function tryToWake(page) {
  for (const fragment of ["#/maaneder/eksempel", "#/spoergsmaal", "#/regler", "#/"]) {
    await page.evaluate((to) => (location.hash = to), fragment);
  }
  await page.goBack();
  await page.goBack();
  await page.goForward();
  for (const key of ["footer.rules", "footer.accessibility"]) await page.getByRole("link", { name: text(key), exact: true }).click();
  await page.keyboard.press("Tab");
  await page.keyboard.type("12.5");
  await page.mouse.wheel(0, 500);
  await page.setViewportSize(PHONE);
  await page.emulateMedia({ media: "print" });
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => {
    const names = ["popstate", "hashchange", "beforeprint", "afterprint", "resize", "input", "change", "click", "submit", "keydown", "blur", "focusout", "beforeunload", "pagehide", "visibilitychange"];
    for (const place of [window, document, document.body]) {
      for (const name of names) place.dispatchEvent(new Event(name, { bubbles: true, cancelable: true }));
    }
  });
  await page.waitForTimeout(1_500); // the longest timer of a field is 0.7 s
}

for (const [name, breaks] of Object.entries(BREAKS)) {
  test(`after ${name} nothing wakes the program`, async (t) => {
    const { page, record } = await inTheMiddle(t);
    await breaks(page);
    await assertStopped(page);
    const calls = await page.evaluate(() => calls.length);
    record.complaints.length = 0;
    await tryToWake(page);
    assert.deepEqual(record.complaints, []);
    assert.deepEqual(await page.evaluate((before) => calls.slice(before), calls), [], "the module is called again");
    assert.ok(await page.locator("#stopped").isVisible(), "only the calm message");
    assert.ok(await page.locator("#start").isHidden());
    assert.equal(await page.locator("#app > *").count(), 0, "nothing is left that could be pressed");
  });
}

for (const [name, link] of [
  ["the message's link", (page) => page.getByRole("link", { name: text("stopped.reload") })],
  ["the logo", (page) => page.locator(".solution-info")],
]) {
  test(`after a panic ${name} leads to a start page that runs, and the answers are there`, async (t) => {
    const { page } = await inTheMiddle(t);
    // The tab keeps it when nothing has changed for a moment.
    await page.waitForFunction(() => sessionStorage.length > 0);
    await BREAKS["a panic"](page);
    await assertStopped(page);
    await Promise.all([page.waitForEvent("load"), link(page).click()]);
    await running(page);
    assert.ok(await page.locator("#start h1").isVisible());
    assert.ok(await page.locator("#stopped").isHidden());
    await page.getByRole("link", { name: text("start.begin") }).click();
    await page.getByRole("heading", { level: 1, name: text("question.municipality.title") }).waitFor();
    await page.evaluate(() => (location.hash = "#/svar"));
    await page.locator("#app .answers__row").first().waitFor();
    assert.match(await page.locator("#app .answers__row").first().innerText(), /34 år/);
  });
}
