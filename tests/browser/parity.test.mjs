// The package gives the command's bytes, in Node and in a browser: every case of tests/cases/, and input nobody should send.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { PACKAGE, WHOLE, cases, engine, scenarios } from "../npm/package.mjs";
import { PROJECT, launch, visit } from "./site.mjs";

const COMMAND = join(PROJECT, "target/release/mikrolaan");

const START = '{"format":"mikrolaan-case/1","as_of":"2026-11"';
const HOSTILE = {
  nothing: "",
  "two mebibytes": " ".repeat(2 * 1024 * 1024),
  "not JSON": "{",
  "a number too large": `${START},"answers":{"age":1e400}}`,
  "not a number": `${START},"answers":{"age":NaN}}`,
  "a duplicate key": `${START},"as_of":"2026-12"}`,
  "many duplicate keys": `{${Array.from({ length: 60 }, (_, at) => `"k${at % 40}":1`).join()}}`,
  "a month that does not exist": '{"format":"mikrolaan-case/1","as_of":"2027-13"}',
  "a month before the rules": '{"format":"mikrolaan-case/1","as_of":"2017-06"}',
  "an unknown key": `${START},"svar":{}}`,
  "an unknown scheme": `${START},"scheme":"måneloven"}`,
  "writing that turns around": `${START},"scenarios":[{"name":"a\u202Eb","start":"2027-01"}]}`,
  "a month that turns around": '{"format":"mikrolaan-case/1","as_of":"\\u202e2027\\u0000\\"\\\\\\u200b\\ufeff"}',
  "an instalment of nothing": `${START},"scenarios":[{"start":"2027-01","business":{},"loan":{"principal":"1","repayment":{"instalment":"0"}}}]}`,
  "a scenario without a start": `${START},"scenarios":[{}]}`,
  "deep nesting": "[".repeat(5000),
  "a lone surrogate": `${START},"scenarios":[{"name":"\\ud800","start":"2027-01"}]}`,
  "a byte order mark": `\uFEFF${START}}`,
  "everything wrong at once": `${START},"scheme":7,"answers":{"age":-1,"idea":"x"},"scenarios":[{"months":0},{"start":"x"}]}`,
  "a damaged link": "#v1.AAAAAAAA",
  "a link of later": "v9.AAAAAAAA",
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

const texts = (all) => all.map(([name, one]) => [name, JSON.stringify(one)]);

/** What the command writes for many documents, one a line. */
function nativeLines(question, inputs) {
  writeFileSync(file, inputs.map(([, input]) => `${input}\n`).join(""));
  const { status, stdout, stderr } = runNative([question, "--lines", file]);
  assert.equal(status, 0, stderr);
  return stdout.trim().split("\n");
}

/** What the command writes for one document: the result, or the errors to standard error. */
function native(question, input) {
  writeFileSync(file, input);
  const { status, stdout, stderr } = runNative([question, file]);
  assert.ok(status === 0 || status === 2, `exit status ${status}: ${stderr}`);
  return (status === 0 ? stdout : stderr).trimEnd();
}

function runNative(words) {
  const result = spawnSync(COMMAND, words, { encoding: "utf8", maxBuffer: 1 << 30 });
  assert.equal(result.error, undefined);
  return result;
}

/** What the package gives, written out again; of `case`, as its file is. Runs in the page too, so it knows nothing around it. */
function answers(engine, [question, documents]) {
  return documents.map((one) => {
    try {
      const result = engine[question](one);
      return typeof result === "string" ? result : JSON.stringify(result, null, question === "case" ? 2 : 0);
    } catch (error) {
      if (!(error instanceof engine.MikrolaanError)) throw error;
      return JSON.stringify({ error: error.errors });
    }
  });
}

const inNode = (_t, asked) => answers(engine, asked);

/** In a page under the same strict policy as the site. */
async function inBrowser(t, asked) {
  const { page } = await visit(t, browser, { folder: PACKAGE, fragment: "browser.js" });
  const module = await page.evaluateHandle(() => import(new URL("browser.js", location.href).href));
  return module.evaluate(answers, asked);
}

function assertSame(inputs, expected, results) {
  assert.equal(results.length, expected.length);
  for (const [index, [name]] of inputs.entries()) assert.equal(results[index], expected[index], name);
}

for (const [where, ask] of [["Node", inNode], ["a browser", inBrowser]]) {
  const compare = async (t, question, inputs, expected) => {
    assert.ok(inputs.length > 0, "there are no cases");
    assertSame(inputs, expected, await ask(t, [question, inputs.map(([, input]) => input)]));
    t.diagnostic(`${inputs.length} cases`);
  };

  for (const question of ["screen", "simulate", "check", "link"]) {
    test(`${question}, in ${where}: every case gives the same bytes`, (t) => {
      const inputs = texts(cases());
      return compare(t, question, inputs, nativeLines(question, inputs));
    });
  }

  for (const question of ["screen", "simulate", "check", "link", "case", "evaluate", "seek", "apr", "explain", "sensitivity"]) {
    test(`${question}, in ${where}: bad input gives the same errors`, (t) => {
      const inputs = Object.entries(HOSTILE);
      return compare(t, question, inputs, inputs.map(([, input]) => native(question, input)));
    });
  }

  test(`sensitivity, in ${where}: every scenario gives the same bytes`, (t) => {
    const inputs = texts(scenarios());
    return compare(t, "sensitivity", inputs, nativeLines("sensitivity", inputs));
  });

  for (const [question, more] of [
    ["seek", { vary: "job_hours", goal: "household_never_negative", hourly_wage: "145" }],
    ["explain", { month: "2027-06", line: "household.tax" }],
  ]) {
    test(`${question}, in ${where}: some scenarios give the same bytes`, (t) => {
      const inputs = texts(scenarios().filter((_, at) => at % 5 === 0).map(([name, one]) => [name, { ...one, ...more }]));
      return compare(t, question, inputs, nativeLines(question, inputs));
    });
  }

  test(`apr, in ${where}: the same bytes`, (t) => {
    const flows = (...times) => times.map((years, at) => ({ amount: `${(at + 1) * 700}`, years }));
    const inputs = texts([
      ["a loan", { payouts: flows("0"), payments: flows("1/12", "2/12+3/365", "1.5") }],
      ["out of order", { payouts: flows("3", "0", "2"), payments: flows("9", "1/3", "1/4") }],
      ["nothing", { payouts: [], payments: [] }],
    ]);
    return compare(t, "apr", inputs, nativeLines("apr", inputs));
  });

  test(`case, in ${where}: files and links give the same file`, (t) => {
    const some = texts([["the whole", WHOLE], ...cases().filter((_, at) => at % 20 === 0)]);
    const inputs = [...some, ...some.map(([name, input]) => [`the link of ${name}`, engine.link(input)])];
    return compare(t, "case", inputs, inputs.map(([, input]) => native("case", input)));
  });

  test(`evaluate, in ${where}: cases with outcomes, bad ones among them, give the same bytes`, async (t) => {
    const outcomes = [
      { course: "completed", course_until: "2021-05", loan: "granted", loan_from: "2021-06", loan_amount: "45000", result: "on_support" },
      { course: "completed", loan: "granted", result: "self_supporting", result_from: "2022-08" },
      { course: "stopped", loan: "granted", subsidy: true },
      {},
    ];
    const all = cases().map(([, one], place) => ({ ...one, outcome: outcomes[place % outcomes.length] }));
    const lines = all.map((one) => JSON.stringify(one));
    const inputs = [["a list", JSON.stringify(all)], ["lines", [...lines, "", "nonsense"].join("\n")]];
    await compare(t, "evaluate", inputs, inputs.map(([, input]) => native("evaluate", input)));
    const { files, total } = engine.evaluate(all);
    assert.ok(files === all.length && total.loan > 0, "the cases are counted");
  });
}

test("rules and its months: the same bytes", () => {
  assert.equal(JSON.stringify(engine.rules()), runNative(["rules"]).stdout.trimEnd());
  for (const month of ["2017-07", "2026-11", "2099-12"]) {
    assert.equal(JSON.stringify(engine.rules({ month })), runNative(["rules", "--month", month]).stdout.trimEnd(), month);
  }
});
