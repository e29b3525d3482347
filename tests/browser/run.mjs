// Runs the browser tests: all of them, or those whose file name contains one of the words given.
//
//   node tests/browser/run.mjs [WORD …]

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";

const folder = import.meta.dirname;
const words = process.argv.slice(2);
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".test.mjs"))
  .filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
  .map((name) => join(folder, name));

if (files.length === 0) {
  console.error(`No test is named like ${words.join(", ")}.`);
  process.exit(1);
}

// A browser that stands still fails its file and does not hold the others up; the longest file takes two minutes.
const EIGHT_MINUTES = 480_000;

run({ files, concurrency: 2, timeout: EIGHT_MINUTES })
  .on("test:fail", () => {
    process.exitCode = 1;
  })
  .compose(new spec())
  .pipe(process.stdout);
