// Native and browser give the same bytes: every case file, and input nobody should send.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { after, before, test } from "node:test";
import { PROJECT, launch, visit } from "./site.mjs";

const COMMAND = join(PROJECT, "target/release/mikrolaan");
const PACKAGE = join(PROJECT, "target/js-package");
const CASES = join(PROJECT, "tests/cases");
const COMMANDS = ["screen", "simulate", "check"];

const START = '{"format":"mikrolaan-case/1","as_of":"2026-11"';
const HOSTILE = {
  nothing: "",
  "two mebibytes": " ".repeat(2 * 1024 * 1024),
  "not JSON": "{",
  "a number too large": `${START},"answers":{"age":1e400}}`,
  "not a number": `${START},"answers":{"age":NaN}}`,
  "a duplicate key": `${START},"as_of":"2026-12"}`,
  "a month that does not exist": '{"format":"mikrolaan-case/1","as_of":"2027-13"}',
  "a month before the rules": '{"format":"mikrolaan-case/1","as_of":"2017-06"}',
  "an unknown key": `${START},"svar":{}}`,
  "an unknown scheme": `${START},"scheme":"måneloven"}`,
  "writing that turns around": `${START},"scenarios":[{"name":"a\u202Eb","start":"2027-01"}]}`,
  "an instalment of nothing": `${START},"scenarios":[{"start":"2027-01","business":{},"loan":{"principal":"1","repayment":{"instalment":"0"}}}]}`,
  "a scenario without a start": `${START},"scenarios":[{}]}`,
  "deep nesting": "[".repeat(5000),
  "a lone surrogate": `${START},"scenarios":[{"name":"\\ud800","start":"2027-01"}]}`,
  "a byte order mark": `\uFEFF${START}}`,
  "everything wrong at once": `${START},"scheme":7,"answers":{"age":-1,"idea":"x"},"scenarios":[{"months":0},{"start":"x"}]}`,
};

let browser;
let scratch;
before(async () => {
  browser = await launch();
  scratch = mkdtempSync(join(tmpdir(), "parity-"));
});
after(() => {
  rmSync(scratch, { recursive: true });
  return browser.close();
});

function caseFiles() {
  return readdirSync(CASES, { recursive: true })
    .filter((name) => name.endsWith(".json"))
    .map((name) => join(CASES, name));
}

/** What the command writes: the result to standard output, or the errors to standard error. */
function native(command, input) {
  const file = join(scratch, "case.json");
  writeFileSync(file, input);
  const { status, stdout, stderr, error } = spawnSync(COMMAND, [command, file], { encoding: "utf8" });
  assert.equal(error, undefined);
  assert.ok(status === 0 || status === 2, `exit status ${status}: ${stderr}`);
  return status === 0 ? stdout : stderr;
}

/** What the package gives, in a page under the same strict policy as the site. */
async function inBrowser(page, runs) {
  return page.evaluate(async (all) => {
    const engine = await import(new URL("engine.js", location.href).href);
    await engine.default();
    return all.map(([command, input]) => engine.run(command, input));
  }, runs);
}

async function assertSame(t, inputs) {
  const { page } = await visit(t, browser, { folder: PACKAGE, fragment: "engine.js" });
  const runs = COMMANDS.flatMap((command) => inputs.map(([, input]) => [command, input]));
  const results = await inBrowser(page, runs);
  const names = COMMANDS.flatMap((command) => inputs.map(([name]) => `${command}: ${name}`));
  for (const [index, [command, input]] of runs.entries()) {
    assert.equal(`${results[index]}\n`, native(command, input), names[index]);
  }
  t.diagnostic(`${runs.length} runs compared`);
}

test("every case gives the same bytes", async (t) => {
  const files = caseFiles();
  assert.ok(files.length > 0, "there are no cases");
  await assertSame(t, files.map((file) => [relative(CASES, file), readFileSync(file, "utf8")]));
});

test("bad input gives the same errors", async (t) => {
  await assertSame(t, Object.entries(HOSTILE));
});
