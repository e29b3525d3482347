// The licences stand beside the page and are named in it. They are the one thing that is fetched after the page has
// loaded: files of our own, when a person presses their link, and no answer goes along.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { mouse } from "./hands.mjs";
import { JOB_READY, answerAll, standsOn } from "./person.mjs";
import { DIST, LOOKED_UP, PROJECT, assertQuiet, launch, settled, visitRunning } from "./site.mjs";
import { text } from "./texts.mjs";

const OTHERS = readFileSync(join(DIST, "THIRD-PARTY.txt"), "utf8");

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

test("both licences are a link away, asked for by name alone, and the answers stay", async (t) => {
  const { page, record, address } = await visitRunning(t, browser);
  await settled(page, record);
  await answerAll(page, mouse(page), JOB_READY);
  await mouse(page).follow(text("footer.accessibility"));
  await standsOn(page, "accessibility.title");
  const unasked = record.requests.filter((url) => !LOOKED_UP.test(url));
  assert.deepEqual(unasked, [], "nothing is asked for without a choice");
  const files = { licence_own: "LICENSE.txt", licence_others: "THIRD-PARTY.txt" };
  for (const [key, file] of Object.entries(files)) {
    const opened = page.context().waitForEvent("page");
    const asked = page.context().waitForEvent("request");
    await mouse(page).follow(text(`accessibility.${key}`));
    const [tab, request] = await Promise.all([opened, asked]);
    assert.equal(request.url(), address + file);
    assert.equal(request.method(), "GET");
    assert.equal(request.postData(), null);
    assert.equal((await request.allHeaders()).referer, undefined, "not even where one came from");
    await tab.waitForLoadState();
    const shown = await tab.evaluate(() => document.body.innerText);
    assert.equal(shown.trim(), readFileSync(join(DIST, file), "utf8").trim());
    await tab.close();
  }
  assert.equal(readFileSync(join(DIST, "LICENSE.txt"), "utf8"), readFileSync(join(PROJECT, "LICENSE"), "utf8"));
  await page.goBack();
  await standsOn(page, "result.title");
  assert.ok(await page.locator("#app .verdict").isVisible(), "the answers are still there");
  assertQuiet(record);
});

/** The module as the compiler made it: in the site's the names of files are gone (`xtask/site/bin/wasm-opt`). */
const MODULE = join(PROJECT, "target/wasm-bindgen/release/mikrolaansberegneren_bg.wasm");

/** The libraries a WebAssembly module names itself: where a panic can happen, its file is written into it. */
function librariesIn(module) {
  const paths = module.toString("latin1").matchAll(/\/crates\/[^/]+\/([a-zA-Z0-9_-]+?)-(\d+\.\d+\.\d+)[^/]*\/src\//g);
  return new Set([...paths].map(([, name, version]) => `${name} ${version}`));
}

test("every library the module names is listed, and none that only builds or tests it", () => {
  const found = librariesIn(readFileSync(MODULE));
  assert.ok(found.size >= 5, [...found].join(", "));
  for (const library of found) assert.ok(OTHERS.includes(`\n  ${library}`), library);
  for (const library of ["leptos", "wasm-bindgen", "The Rust standard library", "dlmalloc"]) {
    assert.ok(OTHERS.includes(`\n  ${library}`), library);
  }
  for (const tool of ["leptos_macro", "wasm-bindgen-macro", "thiserror-impl", "proptest", "clap", "mikrolaan-engine"]) {
    assert.ok(!OTHERS.includes(`\n  ${tool} `), tool);
  }
});

test("every library has the text of its licence, and nothing of this machine stands in it", () => {
  const [list, ...texts] = OTHERS.split(/^─+\n/m);
  const named = list.split("\n").filter((line) => line.startsWith("  ")).map((line) => line.trim().split(": ")[0]);
  const covered = texts.flatMap((entry) => entry.split("\n")[0].split(": ")[1].split(", "));
  assert.deepEqual([...new Set(covered)].sort(), named.sort());
  for (const entry of texts) assert.ok(entry.length > 500, entry);
  assert.ok(!OTHERS.includes("/registry/"), "a path of the builder");
});

test("the command has its own list beside it", () => {
  const folder = join(PROJECT, "target/release");
  const others = readFileSync(join(folder, "THIRD-PARTY.txt"), "utf8");
  for (const library of ["clap", "rayon", "serde_json", "chrono"]) assert.ok(others.includes(`\n  ${library} `), library);
  for (const library of ["leptos", "wasm-bindgen", "proptest"]) assert.ok(!others.includes(`\n  ${library} `), library);
  assert.equal(readFileSync(join(folder, "LICENSE.txt"), "utf8"), readFileSync(join(PROJECT, "LICENSE"), "utf8"));
});
