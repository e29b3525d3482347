// The size of the site, held exactly: what a phone downloads on a first visit.

import assert from "node:assert/strict";
import { readdirSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { test } from "node:test";

const DIST = new URL("../../dist/", import.meta.url).pathname;
const KILOBYTE = 1000;

/** Most brotli-compressed bytes, by the ending of the file. */
const MOST = { ".html": 14 * KILOBYTE, ".css": 10 * KILOBYTE, ".js": 10 * KILOBYTE };
/** The aim for the whole site. It is not reached: docs/adr/0008 says why and what it would take. */
const AIM_IN_ALL = 120 * KILOBYTE;
/** What is reached, and held: it may only go down. */
const MOST_IN_ALL = 232 * KILOBYTE;

const files = readdirSync(DIST, { recursive: true })
  .filter((name) => statSync(join(DIST, name)).isFile())
  .filter((name) => ![".br", ".gz"].includes(extname(name)));

function sent(name) {
  const compressed = statSync(join(DIST, `${name}.br`), { throwIfNoEntry: false });
  return (compressed ?? statSync(join(DIST, name))).size;
}

function sum(names) {
  return names.reduce((total, name) => total + sent(name), 0);
}

for (const [extension, most] of Object.entries(MOST)) {
  test(`${extension} files are at most ${most} bytes`, (t) => {
    const some = files.filter((name) => extname(name) === extension);
    assert.ok(some.length > 0, `there is no ${extension} file`);
    t.diagnostic(`${sum(some)} bytes`);
    assert.ok(sum(some) <= most, `${sum(some)} bytes`);
  });
}

test(`the whole site is at most ${MOST_IN_ALL} bytes`, (t) => {
  t.diagnostic(`${sum(files)} bytes in ${files.length} files; the aim is ${AIM_IN_ALL}`);
  assert.ok(sum(files) <= MOST_IN_ALL, `${sum(files)} bytes`);
});

test("every text and module has its compressed companions", () => {
  const texts = files.filter((name) => [".html", ".css", ".js", ".wasm", ".svg"].includes(extname(name)));
  for (const name of texts) {
    for (const extension of [".br", ".gz"]) {
      assert.ok(statSync(join(DIST, name + extension), { throwIfNoEntry: false }), name + extension);
    }
  }
});
