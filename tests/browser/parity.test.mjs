// Native and browser give the same bytes: every case of tests/cases/, and input nobody should send.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { PROJECT, launch, visit } from "./site.mjs";

const COMMAND = join(PROJECT, "target/release/mikrolaan");
const PACKAGE = join(PROJECT, "target/js-package");
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
let file;
before(async () => {
  browser = await launch();
  scratch = mkdtempSync(join(tmpdir(), "parity-"));
  file = join(scratch, "input.json");
});
after(() => {
  rmSync(scratch, { recursive: true });
  return browser.close();
});

/** Every row of every case file, as `cargo xtask test` has written them out. */
function cases() {
  const lines = readFileSync(join(PACKAGE, "cases.jsonl"), "utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line)).map(({ name, case: one }) => [name, JSON.stringify(one)]);
}

/** The same cases for the questions that ask about one scenario. */
function scenarios() {
  const some = cases().filter(([, input]) => JSON.parse(input).scenarios?.length > 0);
  return some.map(([name, input]) => [name, `{"case":${input},"scenario":0}`]);
}

/** What the command writes for many documents, one a line. */
function nativeLines(command, inputs) {
  writeFileSync(file, inputs.map(([, input]) => `${input}\n`).join(""));
  const { status, stdout, stderr } = runNative([command, "--lines", file]);
  assert.equal(status, 0, stderr);
  return stdout.trim().split("\n");
}

/** What the command writes for one document: the result, or the errors to standard error. */
function native(command, input) {
  writeFileSync(file, input);
  const { status, stdout, stderr } = runNative([command, file]);
  assert.ok(status === 0 || status === 2, `exit status ${status}: ${stderr}`);
  return (status === 0 ? stdout : stderr).trimEnd();
}

function runNative(words) {
  const result = spawnSync(COMMAND, words, { encoding: "utf8", maxBuffer: 1 << 30 });
  assert.equal(result.error, undefined);
  return result;
}

/** What the package gives, in a page under the same strict policy as the site. */
async function inBrowser(t, command, inputs) {
  const { page } = await visit(t, browser, { folder: PACKAGE, fragment: "engine.js" });
  return page.evaluate(async ([asked, documents]) => {
    const engine = await import(new URL("engine.js", location.href).href);
    await engine.default();
    return documents.map((one) => engine.run(asked, one));
  }, [command, inputs.map(([, input]) => input)]);
}

function assertSame(inputs, expected, results) {
  assert.equal(results.length, expected.length);
  for (const [index, [name]] of inputs.entries()) assert.equal(results[index], expected[index], name);
}

async function compare(t, command, inputs) {
  assert.ok(inputs.length > 0, "there are no cases");
  assertSame(inputs, nativeLines(command, inputs), await inBrowser(t, command, inputs));
  t.diagnostic(`${inputs.length} cases`);
}

for (const command of COMMANDS) {
  test(`${command}: every case gives the same bytes`, (t) => compare(t, command, cases()));

  test(`${command}: bad input gives the same errors`, async (t) => {
    const inputs = Object.entries(HOSTILE);
    const expected = inputs.map(([, input]) => native(command, input));
    assertSame(inputs, expected, await inBrowser(t, command, inputs));
  });
}

test("sensitivity: every scenario gives the same bytes", (t) => compare(t, "sensitivity", scenarios()));

test("evaluate: cases with outcomes, bad ones among them, give the same bytes", async (t) => {
  const outcomes = [
    { course: "completed", course_until: "2021-05", loan: "granted", loan_from: "2021-06", loan_amount: "45000", result: "on_support" },
    { course: "completed", loan: "granted", result: "self_supporting", result_from: "2022-08" },
    { course: "stopped", loan: "granted", subsidy: true },
    {},
  ];
  const all = cases().map(([, input], place) => ({ ...JSON.parse(input), outcome: outcomes[place % outcomes.length] }));
  const lines = all.map((one) => JSON.stringify(one));
  const inputs = [["a list", JSON.stringify(all)], ["lines", [...lines, "", "nonsense"].join("\n")], ...Object.entries(HOSTILE)];
  const results = await inBrowser(t, "evaluate", inputs);
  assertSame(inputs, inputs.map(([, input]) => native("evaluate", input)), results);
  const { files, total } = JSON.parse(results[0]);
  assert.ok(files === all.length && total.loan > 0, "the cases are counted");
});
