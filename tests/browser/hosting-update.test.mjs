// A new version on a real server, and the way back, while people have the other one open: what they see, and what their browsers keep.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { brotli } from "../../xtask/site/compress.mjs";
import { standsOn } from "./person.mjs";
import { startNginx } from "./servers.mjs";
import { DIST, PROJECT, assertQuiet, becomes, launch, running, visit, visitRunning } from "./site.mjs";
import { text } from "./texts.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const NAMED = /-([0-9a-f]{16})(_bg)?\.[a-z]+(\.br|\.gz)?$/;
const ENDINGS = ["", ".br", ".gz"];

function folderFor(t) {
  const folder = mkdtempSync(join(tmpdir(), "mikrolaan-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Another version: all files that are named after their content have other names, and the pages name them so. */
function nextVersion(t) {
  const folder = folderFor(t);
  cpSync(DIST, folder, { recursive: true });
  const files = readdirSync(folder, { recursive: true });
  const hashes = new Map(files.filter((file) => NAMED.test(file)).map((file) => [file.match(NAMED)[1], another(file.match(NAMED)[1])]));
  const renamed = (words) => words.replaceAll(/[0-9a-f]{16}/g, (hash) => hashes.get(hash) ?? hash);
  for (const file of files.filter((file) => NAMED.test(file))) renameSync(join(folder, file), join(folder, renamed(file)));
  for (const file of files.filter((file) => file.endsWith("index.html"))) writePage(join(folder, file), renamed(readFileSync(join(folder, file), "utf8")));
  return folder;
}

const another = (hash) => createHash("sha256").update(hash).digest("hex").slice(0, 16);

function writePage(path, words) {
  writeFileSync(path, words);
  writeFileSync(`${path}.br`, brotli(Buffer.from(words)));
  writeFileSync(`${path}.gz`, gzipSync(words));
}

/** As docs/hosting.md says it is done. */
const update = (from, to) => execFileSync("sh", [join(PROJECT, "hosting/update.sh"), from, to], { stdio: "pipe" });

/** The name of a version's boot.js, and the one of the page that shows. */
const bootOf = (folder) => readdirSync(folder).find((file) => /^boot-[0-9a-f]+\.js$/.test(file));
const bootShown = (page) => page.locator("head script[src]").evaluate((script) => script.getAttribute("src").slice("./".length));

/** Copies a page as nobody should: its files are not there yet. `besides` are. */
function putPageAlone(from, to, besides = []) {
  const names = ["index.html", ...besides].flatMap((name) => ENDINGS.map((ending) => name + ending));
  for (const name of names) cpSync(join(from, name), join(to, name));
}

const again = (page) => page.getByRole("link", { name: text("no_program.again") });

async function says(page, key) {
  await page.getByText(text(`no_program.${key}`)).waitFor();
  assert.ok(await page.locator("#start h1").isVisible(), "the first text stands");
}

test("an update under an open page: what that page fetches later is still there, and the next visit has the new version", async (t) => {
  const { site, files } = await startNginx(t);
  const { page, record } = await visitRunning(t, browser, { at: site });
  const next = nextVersion(t);
  update(next, files);
  await page.evaluate(() => (location.hash = "#/naeste"));
  await standsOn(page, "next_steps.title");
  assert.equal(await bootShown(page), bootOf(DIST));
  await page.goto("about:blank");
  await page.goto(site);
  await running(page);
  assert.equal(await bootShown(page), bootOf(next));
  assertQuiet(record);
});

for (const [what, besides, key] of [
  ["none of its files", () => [], "not_run"],
  ["its script and nothing else", (folder) => [bootOf(folder)], "not_fetched"],
]) {
  test(`a page with ${what} there yet says so, and "not found" is not kept: when they have come, one press starts it`, async (t) => {
    const { site, files } = await startNginx(t);
    const next = nextVersion(t);
    putPageAlone(next, files, besides(next));
    const { page } = await visit(t, browser, { at: site });
    await says(page, key);
    update(next, files);
    await again(page).click();
    await running(page);
    assert.equal(await bootShown(page), bootOf(next));
  });
}

/** Waits until the page that shows is the one that is kept for a visit without a connection. */
const isKept = (page) =>
  becomes(page, async () => {
    const boot = document.querySelector("head script[src]").getAttribute("src");
    const [name] = await caches.keys();
    const kept = name && (await (await caches.open(name)).match(new URL("./", location).href));
    return Boolean(kept) && (await kept.text()).includes(boot);
  });

test("an update and the way back reach who has the calculator kept, at the next visit, and without a connection the last one is there", async (t) => {
  const { below, files, stop } = await startNginx(t);
  const { page } = await visitRunning(t, browser, { at: below, context: { serviceWorkers: "allow" } });
  await isKept(page);
  const next = nextVersion(t);
  for (const version of [next, DIST]) {
    update(version, files);
    await page.reload();
    await running(page);
    assert.equal(await bootShown(page), bootOf(version));
    await isKept(page);
  }
  await stop();
  await page.reload();
  await running(page);
  assert.equal(await bootShown(page), bootOf(DIST));
});

test("who has a version kept whose files are not there yet is told, and gets it when they have come", async (t) => {
  const { site, files } = await startNginx(t);
  const { page } = await visitRunning(t, browser, { at: site, context: { serviceWorkers: "allow" } });
  await isKept(page);
  const next = nextVersion(t);
  putPageAlone(next, files, [bootOf(next)]);
  await page.reload();
  await says(page, "not_fetched");
  update(next, files);
  await again(page).click();
  await running(page);
  assert.equal(await bootShown(page), bootOf(next));
});

test("an update takes a page away that is no more, leaves the configuration alone, and refuses what is no site", (t) => {
  const [site, next] = [folderFor(t), nextVersion(t)];
  update(DIST, site);
  assert.ok(existsSync(join(site, "sag/index.html")));
  const own = join(site, "konfiguration.json");
  writeFileSync(own, "{}\n");
  writeFileSync(join(next, "konfiguration.json"), "of the build\n");
  rmSync(join(next, "sag"), { recursive: true });
  update(next, site);
  for (const ending of ENDINGS) assert.ok(!existsSync(join(site, `sag/index.html${ending}`)), ending);
  assert.equal(readFileSync(own, "utf8"), "{}\n");
  assert.equal(readFileSync(join(site, "index.html"), "utf8"), readFileSync(join(next, "index.html"), "utf8"));
  assert.ok(existsSync(join(site, bootOf(DIST))), "the files of before stay");
  assert.ok(!readdirSync(site, { recursive: true }).some((name) => name.endsWith(".coming")));
  assert.throws(() => update(folderFor(t), site), /no index\.html/);
});
