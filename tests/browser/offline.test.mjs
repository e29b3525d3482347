// What a second visit has without a connection, and what it has after the site was renewed: always one page with its own files.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { serve } from "../../xtask/site/server.mjs";
import { standsOn } from "./person.mjs";
import { DIST, PHONE, PROJECT, launch, running } from "./site.mjs";
import { text } from "./texts.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** A copy of the site, with something of it changed. */
function release(t, change = () => {}) {
  const folder = mkdtempSync(join(tmpdir(), "mikrolaan-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(DIST, folder, { recursive: true });
  change(folder);
  execFileSync("node", [join(PROJECT, "xtask/site/compress.mjs"), folder]);
  return folder;
}

/** The style sheet under another name, with other content: what is old is gone, as after a release. */
function renewed(folder) {
  const old = readdirSync(folder).find((name) => /^main-.*\.css$/.test(name));
  const style = `${readFileSync(join(folder, old), "utf8")}\n:root { --renewed: yes }`;
  for (const ending of ["", ".br", ".gz"]) rmSync(join(folder, old + ending));
  const digest = (algorithm, encoding) => createHash(algorithm).update(style).digest(encoding);
  const name = `main-${digest("sha256", "hex").slice(0, 16)}.css`;
  writeFileSync(join(folder, name), style);
  const page = join(folder, "index.html");
  const link = `<link rel="stylesheet" href="./${name}" integrity="sha384-${digest("sha384", "base64")}"/>`;
  writeFileSync(page, readFileSync(page, "utf8").replace(/<link rel="stylesheet"[^>]*>/, link));
}

/** A release whose module did not arrive whole: it is not what its page names. */
function broken(folder) {
  renewed(folder);
  const module = readdirSync(folder).find((name) => /_bg\.wasm$/.test(name));
  writeFileSync(join(folder, module), readFileSync(join(folder, module)).subarray(0, 1000));
  // The browser still has the module of before under this name; a release has another one.
  const other = module.replace(/-[0-9a-f]{16}_bg/, "-0123456789abcdef_bg");
  cpSync(join(folder, module), join(folder, other));
  const page = join(folder, "index.html");
  writeFileSync(page, readFileSync(page, "utf8").replace(module, other));
}

/** Somebody's phone, and the server, which can go away and come back with another release. */
async function phone(t) {
  let site;
  let port = 0;
  const on = async (folder, headers) => {
    await site?.close();
    site = await serve(folder, { port, headers });
    port = Number(new URL(site.address).port);
    return site.address;
  };
  const off = async () => {
    await site?.close();
    site = undefined;
  };
  const profile = await browser.newContext({ viewport: PHONE, locale: "da-DK", serviceWorkers: "allow" });
  t.after(() => profile.close().then(off));
  const page = await profile.newPage();
  page.setDefaultTimeout(15_000);
  return { page, on, off };
}

/** Waits until this page, and all it cannot run without, is kept. */
const isKept = (page) =>
  page.waitForFunction(async () => {
    const css = document.querySelector("link[rel=stylesheet]").href;
    const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const pages = await Promise.all(stores.map((store) => store.match(new URL("./", location).href)));
    const words = await Promise.all(pages.filter(Boolean).map((kept) => kept.text()));
    return words.some((kept) => kept.includes(css.split("/").at(-1)));
  });

const isRenewed = (page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--renewed").trim() === "yes");

test("after a first visit the questions, the money and the months are there without a connection; what was looked up, too", async (t) => {
  const { page, on, off } = await phone(t);
  const address = await on(DIST);
  await page.goto(address);
  await running(page);
  await isKept(page);
  await page.reload();
  await running(page);
  await page.goto(`${address}#/naeste`);
  await standsOn(page, "next_steps.title");
  await off();
  await page.goto(`${address}?again#/spoergsmaal`);
  await running(page);
  await page.locator("#age").fill("34");
  await page.reload();
  await running(page);
  assert.equal(await page.locator("#age").inputValue(), "34");
  await page.goto(`${address}?again#/maaneder/eksempel/hairdresser`);
  await page.waitForSelector("#chart");
  await page.goto(`${address}?again#/naeste`);
  await standsOn(page, "next_steps.title");
});

test("a page that was not opened before says without a connection that it could not be fetched, and comes with the connection", async (t) => {
  const { page, on, off } = await phone(t);
  const address = await on(DIST);
  await page.goto(address);
  await running(page);
  await isKept(page);
  await page.reload();
  await running(page);
  await off();
  await page.goto(`${address}#/naeste`);
  await page.getByRole("heading", { name: text("fetching.failed") }).waitFor();
  await on(DIST);
  await page.getByRole("button", { name: text("fetching.again") }).click();
  await standsOn(page, "next_steps.title");
});

test("a new release shows at once, and is what is there without a connection from then on; of the old one nothing is left", async (t) => {
  const { page, on, off } = await phone(t);
  const address = await on(DIST);
  await page.goto(address);
  await running(page);
  await isKept(page);
  await on(release(t, renewed));
  await page.reload();
  await running(page);
  assert.ok(await isRenewed(page));
  await isKept(page);
  const names = () => page.evaluate(async () => (await (await caches.open((await caches.keys())[0])).keys()).map(({ url }) => url));
  await page.waitForFunction(async () => {
    const kept = await (await caches.open((await caches.keys())[0])).keys();
    return kept.filter(({ url }) => url.endsWith(".css")).length === 1;
  });
  await off();
  await page.reload();
  await running(page);
  assert.ok(await isRenewed(page));
  const kept = await names();
  assert.ok(kept.every((url) => url === address || /-[0-9a-f]{16}(_bg)?\.(js|css|wasm|txt)$/.test(url)), kept.join("\n"));
});

test("a release whose module is not the one its page names never runs, and never takes the place of what is kept", async (t) => {
  const { page, on, off } = await phone(t);
  const address = await on(DIST);
  await page.goto(address);
  await running(page);
  await isKept(page);
  await on(release(t, broken));
  await page.reload();
  await page.locator("#not-fetched").waitFor();
  assert.ok(await isRenewed(page), "the page is the new one");
  await off();
  await page.reload();
  await running(page);
  assert.ok(!(await isRenewed(page)), "the page is the old one, with the old module");
});

test("a server in trouble, or one that does not answer, shows what is kept", async (t) => {
  const { page, on, off } = await phone(t);
  const address = await on(DIST);
  await page.goto(address);
  await running(page);
  await isKept(page);
  await off();
  const { createServer } = await import("node:http");
  for (const answer of [(response) => response.writeHead(503).end("in trouble"), () => {}]) {
    const server = createServer((_, response) => answer(response));
    await new Promise((resolve) => server.listen(Number(new URL(address).port), "127.0.0.1", resolve));
    await page.goto(address);
    await running(page);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

test("in a frame nothing is kept, and nothing kept is used", async (t) => {
  const { page, on, off } = await phone(t);
  const host = (folder) => writeFileSync(join(folder, "host.html"), '<!DOCTYPE html><title>x</title><iframe src="./"></iframe>');
  // The site's own policy allows no frame in a page of its own.
  const open = { "Content-Security-Policy": "default-src 'self' 'wasm-unsafe-eval' data:" };
  const folder = release(t, host);
  const address = await on(folder, open);
  await page.goto(`${address}host.html`);
  await running(page.frames()[1]);
  await page.waitForTimeout(500);
  assert.deepEqual(await page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, await caches.keys()]), [0, []]);
  // Kept by a visit of its own, and not for the frame.
  await page.goto(address);
  await running(page);
  await isKept(page);
  await page.goto(`${address}host.html`);
  await running(page.frames()[1]);
  await off();
  await page.frames()[1].goto(address).catch(() => {});
  assert.notEqual(await page.frames()[1].evaluate(() => document.documentElement.dataset.program).catch(() => undefined), "running");
});
