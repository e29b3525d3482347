// When the program stops for good, a calm message takes its place.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAccessible } from "./axe.mjs";
import { hasFocus } from "./keyboard.mjs";
import { launch, visitRunning } from "./site.mjs";

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
