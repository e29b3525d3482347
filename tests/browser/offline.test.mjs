// What a second visit has without a connection, and what it has after the site was renewed: always one page with its own files.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { closed, serve } from "../../xtask/site/server.mjs";
import { standsOn } from "./person.mjs";
import { DIST, PHONE, PROJECT, becomes, launch, running } from "./site.mjs";
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

const digest = (content, algorithm, encoding) => createHash(algorithm).update(content).digest(encoding);

/** With another style in the page and another script, which has another name: what is old is gone, as after a release. */
function renewed(folder) {
  const page = join(folder, "index.html");
  const html = readFileSync(page, "utf8");
  const [, before] = html.match(/<style>([^]*?)<\/style>/);
  const style = `${before}:root{--renewed:yes}`;
  const [script, old, integrity] = html.match(/<script [^>]*src="\.\/(boot-[^"]+)" integrity="([^"]+)"[^>]*>/);
  const content = `${readFileSync(join(folder, old), "utf8")}\n// renewed`;
  for (const ending of ["", ".br", ".gz"]) rmSync(join(folder, old + ending));
  const name = `boot-${digest(content, "sha256", "hex").slice(0, 16)}.js`;
  writeFileSync(join(folder, name), content);
  const withScript = script.replace(old, name).replace(integrity, `sha384-${digest(content, "sha384", "base64")}`);
  const renewed = html.replace(script, () => withScript).replace(before, () => style);
  writeFileSync(page, renewed.replace(digest(before, "sha256", "base64"), digest(style, "sha256", "base64")));
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

/** The next port to try: below those a system gives to whoever asks, so that nobody else has it while the server is away. */
let nextPort = 21_000;

/** Starts the site, or another server, on a port that is free. */
async function started(start) {
  for (;;) {
    const port = nextPort++;
    try {
      return { site: await start(port), port };
    } catch (error) {
      if (error.code !== "EADDRINUSE") throw error;
    }
  }
}

/** A server that gives every request to `answer`. */
async function serveWith(answer, port) {
  const server = createServer((_, response) => answer(response));
  await once(server.listen(port, "127.0.0.1"), "listening");
  return { address: `http://127.0.0.1:${port}/`, close: () => closed(server) };
}

/** Somebody's phone, and the server, which can go away and come back with another release, or in trouble. */
async function phone(t) {
  let site;
  let port;
  const off = async () => {
    await site?.close();
    site = undefined;
  };
  const begin = async (start) => {
    await off();
    if (port) site = await start(port);
    else ({ site, port } = await started(start));
    return site.address;
  };
  const on = (folder, headers) => begin((port) => serve(folder, { port, headers }));
  const inTrouble = (answer) => begin((port) => serveWith(answer, port));
  const profile = await browser.newContext({ viewport: PHONE, locale: "da-DK", serviceWorkers: "allow" });
  t.after(() => profile.close().finally(off));
  const page = await profile.newPage();
  page.setDefaultTimeout(30_000);
  return { page, on, inTrouble, off };
}

/** Opens the site, and waits until it is kept; gives its address. */
async function firstVisit({ page, on }, folder = DIST) {
  const address = await on(folder);
  await page.goto(address);
  await running(page);
  await isKept(page);
  return address;
}

/** As firstVisit, and once more: what comes now goes through what is kept. */
async function secondVisit(visitor) {
  const address = await firstVisit(visitor);
  await visitor.page.reload();
  await running(visitor.page);
  return address;
}

/** Waits until this page, and all it cannot run without, is kept. */
const isKept = (page) =>
  becomes(page, async () => {
    const style = document.querySelector("head style").textContent;
    const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const pages = await Promise.all(stores.map((store) => store.match(new URL("./", location).href)));
    const words = await Promise.all(pages.filter(Boolean).map((kept) => kept.text()));
    return words.some((kept) => kept.includes(style));
  });

const isRenewed = (page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--renewed").trim() === "yes");

test("what is kept is the release that was shown, under whatever address, also where the browser has an older one under another", async (t) => {
  const visitor = await phone(t);
  const { page, on, off } = visitor;
  const address = await firstVisit(visitor);
  await on(release(t, renewed));
  await page.goto(`${address}?sprog=en`);
  await running(page);
  await isKept(page);
  await off();
  await page.goto(address);
  await running(page);
  assert.ok(await isRenewed(page));
});

test("after a first visit the questions, the money and the months are there without a connection; what was looked up, too", async (t) => {
  const visitor = await phone(t);
  const { page, off } = visitor;
  const address = await secondVisit(visitor);
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
  const visitor = await phone(t);
  const { page, on, off } = visitor;
  const address = await secondVisit(visitor);
  await off();
  await page.goto(`${address}#/naeste`);
  await page.getByRole("heading", { name: text("fetching.failed") }).waitFor();
  await on(DIST);
  await page.getByRole("button", { name: text("fetching.again") }).click();
  await standsOn(page, "next_steps.title");
});

test("a new release shows at once, and is what is there without a connection from then on; of the old one nothing is left", async (t) => {
  const visitor = await phone(t);
  const { page, on, off } = visitor;
  const address = await firstVisit(visitor);
  await on(release(t, renewed));
  await page.reload();
  await running(page);
  assert.ok(await isRenewed(page));
  await isKept(page);
  const names = () => page.evaluate(async () => (await (await caches.open((await caches.keys())[0])).keys()).map(({ url }) => url));
  await becomes(page, async () => {
    const kept = await (await caches.open((await caches.keys())[0])).keys();
    return kept.filter(({ url }) => url.includes("/boot-")).length === 1;
  });
  await off();
  await page.reload();
  await running(page);
  assert.ok(await isRenewed(page));
  const kept = await names();
  assert.ok(kept.every((url) => url === address || /-[0-9a-f]{16}(_bg)?\.(js|wasm|txt)$/.test(url)), kept.join("\n"));
});

test("a release whose module is not the one its page names never runs, and never takes the place of what is kept", async (t) => {
  const visitor = await phone(t);
  const { page, on, off } = visitor;
  const address = await firstVisit(visitor);
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
  const visitor = await phone(t);
  const { page, inTrouble } = visitor;
  const address = await firstVisit(visitor);
  for (const answer of [(response) => response.writeHead(503).end("in trouble"), () => {}]) {
    await inTrouble(answer);
    await page.goto(address);
    await running(page);
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
