// The size of the site, held exactly: what a phone downloads on a first visit.

import assert from "node:assert/strict";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { test } from "node:test";
import { brotli } from "../../xtask/site/compress.mjs";
import { launch, settled, visitRunning } from "./site.mjs";

const DIST = new URL("../../dist/", import.meta.url).pathname;
const KILOBYTE = 1000;

/** Most brotli-compressed bytes, by the ending of the file; the style sheet is in the page, and each of the two is held for itself. */
const MOST = { ".html": 14 * KILOBYTE, ".css": 10 * KILOBYTE, ".js": 10 * KILOBYTE };
/**
 * Most bytes of the code that is fetched when a page is opened to look something up, or to take something along: what it
 * has, rounded up. Half of it is of what is taken along; docs/adr/0014 says what a third file would take.
 */
const MOST_OF_CODE_LOOKED_UP = 85 * KILOBYTE;
const CODE_LOOKED_UP = /^looked-up-[^/]*\.wasm$/;
/** The aim for a first visit. It is not reached: docs/adr/0008 says why and what it would take. */
const AIM = 120 * KILOBYTE;
/** What is reached, and held: it may only go down. */
const MOST_ON_FIRST_VISIT = 219 * KILOBYTE;
/** Most bytes that a page for the municipality's own people takes; fetched over an office's line. */
const MOST_IN_THE_OFFICE = 335 * KILOBYTE;
/** Most bytes, not compressed, of what keeps the program for a visit without a connection. The browser asks for it after the first one. */
const MOST_OF_WORKER = 2 * KILOBYTE;
const WORKER = /^sw\.js$/;
const LANGUAGES = ["ar", "da", "en"].map((code) => new RegExp(`^texts-${code}-[^/]*\\.txt$`));
/** Files that are fetched after the program runs, when a person presses their link, or opens a page to look something up. */
const BY_CHOICE = [WORKER, /^LICENSE\.txt$/, /^THIRD-PARTY\.txt$/, ...LANGUAGES, CODE_LOOKED_UP];

const everything = readdirSync(DIST, { recursive: true })
  .filter((name) => statSync(join(DIST, name)).isFile())
  .filter((name) => ![".br", ".gz"].includes(extname(name)));
/** The pages for the municipality's own people, with their program: no citizen's visit fetches any of it. */
const OFFICE = /^(office|sag|evaluering)\//;
/** What other sites and their people ask for: embed.js under each of its versions, a framed page's script, the page for integrators. */
const OF_EMBEDDING = /^(embed(-\d+\.\d+\.\d+)?\.js|frame-[0-9a-f]+\.js|indlejring(-[0-9a-f]+)?\.(js|html))$/;
/** Most bytes of each, compressed. */
const MOST_OF_EMBEDDING = { "embed.js": 2 * KILOBYTE, "frame-": 4 * KILOBYTE, "indlejring-": 3 * KILOBYTE, "indlejring.html": 13 * KILOBYTE };
const files = everything.filter((name) => !OFFICE.test(name) && !OF_EMBEDDING.test(name));

function sent(name) {
  const compressed = statSync(join(DIST, `${name}.br`), { throwIfNoEntry: false });
  return (compressed ?? statSync(join(DIST, name))).size;
}

function sum(names) {
  return names.reduce((total, name) => total + sent(name), 0);
}

const brotliOf = (text) => brotli(Buffer.from(text)).length;
const page = readFileSync(join(DIST, "index.html"), "utf8");
const [inThePage, style] = page.match(/<style>([^]*?)<\/style>/);
/** What there is of each kind: the page without its style, and that. */
const SENT = {
  ".html": brotliOf(page.replace(inThePage, "")),
  ".css": brotliOf(style),
  ".js": sum(files.filter((name) => extname(name) === ".js")),
};

for (const [extension, most] of Object.entries(MOST)) {
  test(`${extension} is at most ${most} bytes`, (t) => {
    t.diagnostic(`${SENT[extension]} bytes`);
    assert.ok(SENT[extension] > 0 && SENT[extension] <= most, `${SENT[extension]} bytes`);
  });
}

test("no page and no style sheet stands beside the one", () => {
  assert.deepEqual(files.filter((name) => [".html", ".css"].includes(extname(name))), ["index.html"]);
});

test(`the code of the pages that are looked up is at most ${MOST_OF_CODE_LOOKED_UP} bytes`, (t) => {
  const code = files.filter((name) => CODE_LOOKED_UP.test(name));
  assert.equal(code.length, 1);
  t.diagnostic(`${sum(code)} bytes`);
  assert.ok(sum(code) <= MOST_OF_CODE_LOOKED_UP, `${sum(code)} bytes`);
});

test(`what keeps the program is at most ${MOST_OF_WORKER} bytes`, (t) => {
  const { size } = statSync(join(DIST, "sw.js"));
  t.diagnostic(`${size} bytes, ${sent("sw.js")} compressed`);
  assert.ok(size <= MOST_OF_WORKER, `${size} bytes`);
});

/** What a browser that was never here asks for, as the names of files. */
async function firstVisit(t, fragment = "") {
  const browser = await launch();
  t.after(() => browser.close());
  const { page, record } = await visitRunning(t, browser, { fragment });
  const asked = await settled(page, record);
  return asked.map((url) => url.slice(record.address.length).replace(/(^|\/)$/, "$1index.html"));
}

test(`a first visit fetches at most ${MOST_ON_FIRST_VISIT} bytes`, async (t) => {
  const fetched = await firstVisit(t);
  for (const name of fetched) t.diagnostic(`${sent(name)} bytes  ${name}`);
  t.diagnostic(`${sum(fetched)} bytes in ${fetched.length} files; the aim is ${AIM}`);
  const byChoice = files.filter((name) => BY_CHOICE.some((pattern) => pattern.test(name)));
  assert.equal(byChoice.length, BY_CHOICE.length);
  assert.deepEqual([...fetched, ...byChoice].sort(), files.sort(), "every file is fetched at once, or by choice");
  assert.ok(sum(fetched) <= MOST_ON_FIRST_VISIT, `${sum(fetched)} bytes`);
});

test("what other sites ask for is small, and no citizen's visit fetches any of it", async (t) => {
  const ours = everything.filter((name) => OF_EMBEDDING.test(name));
  for (const [begins, most] of Object.entries(MOST_OF_EMBEDDING)) {
    const [name, ...more] = ours.filter((name) => name.startsWith(begins));
    assert.ok(name && more.length === 0, `one file begins with ${begins}`);
    t.diagnostic(`${sent(name)} bytes  ${name}`);
    assert.ok(sent(name) <= most, `${sent(name)} bytes`);
  }
  const fetched = await firstVisit(t);
  assert.deepEqual(fetched.filter((name) => OF_EMBEDDING.test(name)), []);
});

for (const page of ["sag", "evaluering"]) {
  test(`a first visit to ${page}/ fetches at most ${MOST_IN_THE_OFFICE} bytes, and none of the citizen's files`, async (t) => {
    const fetched = await firstVisit(t, `${page}/`);
    for (const name of fetched) t.diagnostic(`${sent(name)} bytes  ${name}`);
    assert.ok(fetched.every((name) => OFFICE.test(name)), fetched.join());
    const ours = everything.filter((name) => name.startsWith("office/") || name.startsWith(`${page}/`));
    // What reads a picture is fetched with the first one that is chosen.
    assert.deepEqual(fetched.sort(), ours.filter((name) => !/^office\/qr-/.test(name)).sort());
    t.diagnostic(`${sum(fetched)} bytes`);
    assert.ok(sum(fetched) <= MOST_IN_THE_OFFICE, `${sum(fetched)} bytes`);
  });
}

test("every text and module has its compressed companions", () => {
  const texts = everything.filter((name) => [".html", ".css", ".js", ".wasm", ".svg", ".txt"].includes(extname(name)));
  for (const name of texts) {
    for (const extension of [".br", ".gz"]) {
      assert.ok(statSync(join(DIST, name + extension), { throwIfNoEntry: false }), name + extension);
    }
  }
});
