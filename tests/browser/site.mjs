// A person's browser in front of the site, with everything that goes on recorded.

import assert from "node:assert/strict";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "../../xtask/site/server.mjs";

export const PROJECT = fileURLToPath(new URL("../..", import.meta.url));
export const DIST = join(PROJECT, "dist");

export const PHONE = { width: 360, height: 740 };
export const TABLET = { width: 768, height: 1024 };
export const DESK = { width: 1280, height: 800 };

/** The day of every visit, so that the tests are as right next year as now. */
export const TODAY = "2026-11-27T12:00:00";

/** Starts the browser; ask for one in each test file, and close it there. */
export function launch() {
  const root = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? onPath("chromium") ?? onPath("google-chrome"),
    chromiumSandbox: !root,
    args: ["--disable-background-networking", "--disable-component-update", "--no-first-run"],
  });
}

/** Where a program is on `PATH`. */
export function onPath(name) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, name)).find(isProgram);
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Opens the site in a fresh profile and closes all of it after the test.
 *
 * `fragment` is the page, `server` goes to the server (base, headers), or `at` is the address of one that runs; `context` goes to the browser
 * (viewport, colorScheme, javaScriptEnabled …), `prepare` may change the page before it loads. `today` is
 * the day in the browser; `null` leaves it the real one. What is kept for a visit without a connection is blocked where
 * `context` does not allow it: it would ask for files that `page.route` does not see.
 */
export async function visit(test, browser, options = {}) {
  const { fragment = "", folder = DIST, server = {}, at, context = {}, prepare, today = TODAY } = options;
  const site = at ? { address: at, close: () => {} } : await serve(folder, server);
  const profile = await browser.newContext({ viewport: DESK, locale: "da-DK", serviceWorkers: "block", ...context });
  test.after(() => profile.close().then(site.close));
  const page = await profile.newPage();
  page.setDefaultTimeout(10_000);
  const record = await recordOf(page, site.address);
  if (today !== null) await page.addInitScript(setClock, today);
  await prepare?.(page);
  await page.goto(site.address + fragment, { waitUntil: "load" });
  return { page, record, address: site.address };
}

/**
 * Sets the clock to a day, from which it goes on. Only the dates: timers, frames and `performance` stay the
 * browser's own, which Playwright's `clock` would replace.
 */
export function setClock(today) {
  const Real = Date;
  const shift = Real.parse(today) - Real.now();
  globalThis.Date = class extends Real {
    constructor(...given) {
      super(...(given.length === 0 ? [Real.now() + shift] : given));
    }
    static now() {
      return Real.now() + shift;
    }
  };
}

/** As `visit`, and waits until the program runs. */
export async function visitRunning(test, browser, options) {
  const visitor = await visit(test, browser, options);
  await running(visitor.page);
  return visitor;
}

/** Waits until the program has started; where it does not, what the page says is in the error. */
export async function running(page) {
  try {
    return await page.waitForSelector('html[data-program="running"]', { state: "attached", timeout: 20_000 });
  } catch (error) {
    const stands = await page.evaluate(() => [document.documentElement.dataset.program, document.body.innerText]);
    throw new Error(`the program is ${stands.join(": ")}`, { cause: error });
  }
}

/**
 * Waits until what `holds` gives on the page is true. `page.waitForFunction` takes the promise of an `async` function for true and
 * waits for nothing; `evaluate` waits for the promise.
 */
export async function becomes(page, holds) {
  const end = Date.now() + 30_000;
  while (!(await page.evaluate(holds))) {
    if (Date.now() > end) throw new Error(`did not become true: ${holds}`);
    await page.waitForTimeout(50);
  }
}

/** What a visit that may keep nothing is told. */
const BLOCKED = "Service Worker registration blocked by Playwright";

async function recordOf(page, address) {
  const record = { address, requests: [], refused: [], violations: [], complaints: [] };
  page.on("request", (request) => {
    if (!request.url().startsWith("data:")) record.requests.push(request.url());
  });
  page.on("response", (response) => {
    if (response.status() >= 400) record.refused.push(`${response.status()} ${response.url()}`);
  });
  page.on("pageerror", (error) => record.complaints.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && message.text() !== BLOCKED) record.complaints.push(message.text());
  });
  await page.exposeFunction("recordViolation", (text) => record.violations.push(text));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      globalThis.recordViolation(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
    });
  });
  return record;
}

/** What is fetched when somebody opens a page to look something up. */
export const LOOKED_UP = /\/(texts-da|looked-up)-[0-9a-f]+\.(txt|wasm)$/;

/** Nothing was refused, nothing complained, and nobody else was asked for anything. */
export function assertQuiet(record) {
  assert.deepEqual(record.violations, [], "the content security policy reports");
  assert.deepEqual(record.complaints, [], "the console complains");
  assert.deepEqual(record.refused, [], "a request was refused");
  const elsewhere = record.requests.filter((url) => !url.startsWith(record.address));
  assert.deepEqual(elsewhere, [], "requests to a third party");
}

/** Waits until the network has been silent for a while, then forgets what was loaded. */
export async function settled(page, record) {
  await page.waitForLoadState("networkidle");
  const loaded = record.requests.splice(0);
  return loaded;
}
