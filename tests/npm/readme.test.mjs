// The examples of the README run, and print what stands behind them.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { PACKAGE } from "./package.mjs";

const readme = readFileSync(join(PACKAGE, "README.md"), "utf8");
const examples = [...readme.matchAll(/^```js\n([^]*?)^```$/gm)].map(([, code]) => code);

/** What an example says that it prints: behind `console.log`, or on the lines after it. */
function promised(code) {
  const lines = code.split("\n");
  const behind = lines.map((line) => line.match(/^\s*\/\/ (.*)$/)?.[1] ?? line.match(/console\.log\(.*\); \/\/ (.*)$/)?.[1]);
  return behind.filter((text) => text !== undefined);
}

test("there are examples, and each promises something", () => {
  assert.ok(examples.length >= 4);
  for (const code of examples) assert.ok(promised(code).length > 0, code);
});

for (const [at, code] of examples.entries()) {
  test(`example ${at + 1}`, (t) => {
    const folder = mkdtempSync(join(tmpdir(), "readme-"));
    t.after(() => rmSync(folder, { recursive: true }));
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(PACKAGE, join(folder, "node_modules/mikrolaan-engine"));
    writeFileSync(join(folder, "example.mjs"), code);
    const { status, stdout, stderr } = spawnSync(process.execPath, ["example.mjs"], { cwd: folder, encoding: "utf8" });
    assert.equal(status, 0, stderr);
    assert.deepEqual(stdout.trim().split("\n"), promised(code));
  });
}
