// The types say what the package takes and gives: the project's own cases and their results are held against them by TypeScript.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import ts from "typescript";
import { PACKAGE, WHOLE, cases, engine, scenarios, schema } from "./package.mjs";

let folder;
before(() => {
  folder = mkdtempSync(join(tmpdir(), "types-"));
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(PACKAGE, join(folder, "node_modules/mikrolaan-engine"));
});
after(() => rmSync(folder, { recursive: true }));

/** What TypeScript says of a program, each message with the line it is about. */
function complaints(name, program) {
  const file = join(folder, name);
  writeFileSync(file, program);
  const options = {
    strict: true, noEmit: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, skipLibCheck: false, types: [],
    module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts"],
  };
  const found = ts.getPreEmitDiagnostics(ts.createProgram([file], options));
  return found.map(({ file: of, start, messageText }) => {
    const line = of && start !== undefined ? of.text.slice(start - 80, start + 120) : "";
    return `${ts.flattenDiagnosticMessageText(messageText, "\n")}\n  ${line}`;
  });
}

/** What of a value says something about its type: of the items of a list, one of each form. */
function pruned(value) {
  if (!Array.isArray(value)) {
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, pruned(one)]));
  }
  const forms = new Map(value.map((one) => pruned(one)).map((one) => [form(one), one]));
  return [...forms.values()];
}

/** The form of a value: keys and kinds, and words as they are, because they may be of a closed list. */
function form(value) {
  if (typeof value === "string") return /^[a-z_]+(\.[a-z_]+)?$/.test(value) ? value : "text";
  if (value === null || typeof value !== "object") return `${value === null ? null : typeof value}`;
  const inside = Object.entries(value).map(([key, one]) => `${Array.isArray(value) ? "" : key}:${form(one)}`);
  return `{${inside.join()}}`;
}

function constants(type, values) {
  const some = pruned(values);
  return some.map((value, at) => `const ${type}${at}: ${type} = ${JSON.stringify(value)}; void ${type}${at};\n`).join("");
}

/** Everything that is given, of the forms there are. */
function given() {
  const ask = (question, requests, ...more) => requests.flatMap((one) => {
    try {
      return [pruned(engine[question](one, ...more))];
    } catch (error) {
      if (!(error instanceof engine.MikrolaanError)) throw error;
      return [];
    }
  });
  const all = [...cases().map(([, one]) => one), WHOLE];
  const some = scenarios().filter((_, at) => at % 16 === 0).map(([, one]) => one);
  const lines = schema("requests").$defs.ExplainRequest.properties.line.enum;
  const explained = some.flatMap((one) => ["2027-06", "2028-02"].flatMap((month) => lines.map((line) => ({ ...one, month, line }))));
  const outcomes = [WHOLE.outcome, { course: "stopped", loan: "granted", subsidy: true }, {}];
  return {
    Case: all,
    ScreenOutput: ask("screen", all),
    SimulateOutput: [...ask("simulate", all), ...ask("simulate", all, { keyFigures: true })],
    CheckOutput: ask("check", all),
    SensitivityOutput: ask("sensitivity", some),
    SeekOutput: ask("seek", some.map((one) => ({ ...one, vary: "extra_savings", goal: "no_gap_after_support" }))),
    ExplainRequest: explained.slice(0, 50),
    ExplainOutput: ask("explain", explained),
    RulesOutput: [pruned(engine.rules()), pruned(engine.rules({ month: "2026-11" }))],
    AprOutput: [{ percent: null }, engine.apr({ payouts: [{ amount: 1, years: "0" }], payments: [{ amount: 2, years: "1" }] })],
    Evaluation: [engine.evaluate([...all.map((one, at) => ({ ...one, outcome: outcomes[at % 3] })), "nonsense"])],
  };
}

test("every case and every result is of its type, without a member besides", (t) => {
  const all = given();
  const program = Object.entries(all).map(([type, values]) => constants(type, values)).join("");
  t.diagnostic(`${program.length} letters of ${Object.keys(all).length} types`);
  assert.deepEqual(complaints("all.ts", `import type { ${Object.keys(all).join(", ")} } from "mikrolaan-engine";\n${program}`), []);
});

const WRONG = [
  '{ as_of: "2026-11" }',
  '{ format: "mikrolaan-case/2", as_of: "2026-11" }',
  '{ format: "mikrolaan-case/1", as_of: "2026-11", svar: {} }',
  '{ format: "mikrolaan-case/1", as_of: "2026-11", answers: { age: "34" } }',
  '{ format: "mikrolaan-case/1", as_of: "2026-11", answers: { idea: "x" } }',
  '{ format: "mikrolaan-case/1", as_of: "2026-11", scenarios: [{}] }',
  '{ format: "mikrolaan-case/1", as_of: "2026-11", scenarios: [{ start: "2027-01", tax: null }] }',
  '{ format: "mikrolaan-case/1", as_of: "2026-11", scenarios: [{ start: "2027-01", tax: { municipal_rate: 0.25 } }] }',
];

test("what is no case is none by its type", () => {
  const program = WRONG.map((one) => `// @ts-expect-error\nscreen(${one});\n`).join("");
  assert.deepEqual(complaints("wrong.ts", `import { screen } from "mikrolaan-engine";\n${program}`), []);
});

test("functions take and give what their types say", () => {
  const program = `
    import { MikrolaanError, apr, case as canonical, check, evaluate, explain, link, rules, screen, seek, sensitivity, simulate } from "mikrolaan-engine";
    import type { AnswerKey, Case, Month, Money, Problem } from "mikrolaan-engine";
    const plan: Case = canonical(link("{}", { without: ["age"] }));
    const verdict: "in_target_group" | "needs_assessment" | "not_in_target_group" | "undecided" = screen(plan).verdict;
    const asked: AnswerKey[] = screen(plan).next_questions;
    const closing: Money | undefined = simulate(plan, { keyFigures: false }).scenarios[0]?.months?.[0]?.household.closing;
    const valid: boolean = check(plan).valid;
    const value: string | null = seek({ case: plan, scenario: 0, vary: "principal", goal: "no_gap_after_support" }).value;
    const percent: string | null = apr({ payouts: [], payments: [] }).percent;
    const from: Month | undefined = rules({ month: "2026-11" }).figures[0]?.values[0]?.from;
    const { tree } = explain({ case: plan, scenario: 0, month: "2027-01", line: "household.tax" });
    const inputs: string[] = tree !== null && "inputs" in tree ? tree.inputs.map(({ role }) => role) : [];
    const files: number = evaluate([plan, "v1.abc"]).files + sensitivity({ case: plan, scenario: 0 }).rows.length;
    const errors = (error: unknown): Problem[] => error instanceof MikrolaanError ? error.errors : [];
    void [verdict, asked, closing, valid, value, percent, from, inputs, files, errors];
    // @ts-expect-error
    link(plan, { without: ["navn"] });
    // @ts-expect-error
    seek({ case: plan, scenario: 0, vary: "rent", goal: "no_gap_after_support" });
    // @ts-expect-error
    explain({ case: plan, scenario: 0, month: "2027-01", line: "household.rent" });
  `;
  assert.deepEqual(complaints("functions.ts", program), []);
});
