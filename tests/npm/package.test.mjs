// What the package is: its size, its files, its surface, and how it takes what it is given.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { brotli } from "../../xtask/site/compress.mjs";
import { PACKAGE, PROJECT, WHOLE, cases, engine, schema } from "./package.mjs";

const MOST = 115_000;
const described = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8"));

for (const entry of ["browser.js", "node.js"]) {
  test(`${entry} and the module take at most ${MOST} bytes with brotli`, (t) => {
    const sizes = [entry, "engine.wasm"].map((name) => brotli(readFileSync(join(PACKAGE, name))).length);
    t.diagnostic(`${sizes.join(" + ")} bytes`);
    assert.ok(sizes[0] + sizes[1] <= MOST, `${sizes[0] + sizes[1]} bytes`);
  });
}

test("npm packs these files and no others", () => {
  const { status, stdout, stderr } = spawnSync("npm", ["pack", "--dry-run", "--json"], { cwd: PACKAGE, encoding: "utf8" });
  assert.equal(status, 0, stderr);
  assert.deepEqual(JSON.parse(stdout)[0].files.map(({ path }) => path).sort(), [
    "LICENSE", "README.md", "THIRD-PARTY.txt", "browser.js", "case.schema.json", "engine.wasm", "index.d.ts", "node.js",
    "package.json", "requests.schema.json", "results.schema.json",
  ]);
});

test("the package says what it is, in the project's version", () => {
  const { version, license, sideEffects, engines, type } = described;
  const workspace = readFileSync(join(PROJECT, "Cargo.toml"), "utf8").match(/^version = "(.*)"$/m)[1];
  assert.deepEqual({ version, license, sideEffects, engines, type }, {
    version: workspace, license: "EUPL-1.2", sideEffects: false, engines: { node: ">=20" }, type: "module",
  });
  const named = Object.values(described.exports).flatMap((one) => (typeof one === "string" ? [one] : Object.values(one)));
  for (const name of [described.types, ...named]) assert.ok(readFileSync(join(PACKAGE, name)).length > 0, name);
});

test("it has the command's questions, and nothing to measure with", () => {
  assert.deepEqual(Object.keys(engine).sort(), [
    "MikrolaanError", "apr", "case", "check", "evaluate", "explain", "link", "rules", "screen", "seek", "sensitivity", "simulate",
  ]);
  const inside = WebAssembly.Module.exports(new WebAssembly.Module(readFileSync(join(PACKAGE, "engine.wasm"))));
  const ours = inside.map(({ name }) => name).filter((name) => !name.startsWith("__") && name !== "memory");
  assert.deepEqual(ours.sort(), ["key_figures", "link_without", "rules", "run"]);
});

test("an object gives what its text gives", () => {
  for (const [name, one] of cases()) {
    const told = (input) => {
      try {
        return engine.simulate(input);
      } catch ({ errors }) {
        return errors;
      }
    };
    assert.deepEqual(told(one), told(JSON.stringify(one)), name);
  }
});

/** The one error of what is refused. */
function refused(ask) {
  try {
    ask();
  } catch (error) {
    assert.ok(error instanceof engine.MikrolaanError && error instanceof Error, `${error}`);
    assert.equal(error.name, "MikrolaanError");
    assert.ok(error.errors.every(({ message }) => error.message.includes(message)));
    return error.errors.map(({ path, code }) => `${path}: ${code}`);
  }
  return "nothing was thrown";
}

test("what has no JSON is refused, and so is half a letter", () => {
  const circle = {};
  circle.circle = circle;
  for (const input of [undefined, () => {}, Symbol("x"), 5n, circle, '{"name":"\ud800"}']) {
    assert.deepEqual(refused(() => engine.screen(input)), [": not_json"]);
  }
  assert.deepEqual(refused(() => engine.screen(null)), [": wrong_type"]);
  assert.deepEqual(refused(() => engine.screen({ ...WHOLE, scenarios: [{ start: "2027-01", name: "\ud800" }] })), [": not_json"]);
});

test("options are the command's", () => {
  const [{ months }] = engine.simulate(WHOLE, { keyFigures: true }).scenarios;
  assert.equal(months, undefined);
  const { answers } = engine.case(engine.link(WHOLE, { without: ["age", "plan"] }));
  assert.ok(!("age" in answers) && !("plan" in answers) && answers.idea === "idea");
  assert.deepEqual(refused(() => engine.link(WHOLE, { without: ["navn"] })), ["without: unknown_value"]);
  for (const [month, code] of [["2026-13", "not_a_month"], ["2017-06", "out_of_range"]]) {
    assert.deepEqual(refused(() => engine.rules({ month })), [`month: ${code}`]);
  }
});

test("a list of cases, of texts and of links is evaluated as it stands", () => {
  const link = engine.link(WHOLE);
  const written = JSON.stringify(WHOLE, null, 2);
  assert.equal(engine.evaluate([WHOLE, WHOLE]).findings.at(-1).code, "same_file_twice");
  const { files, unreadable } = engine.evaluate([WHOLE, written, link, '{\n"format": "a\nb"}']);
  assert.deepEqual([files, unreadable.map(({ file, error }) => [file, error[0].code])], [4, [[3, "not_json"]]]);
  assert.equal(engine.evaluate([]).files, 0);
});

test("the schema is the command's", () => {
  const { stdout } = spawnSync(join(PROJECT, "target/release/mikrolaan"), ["schema"], { encoding: "utf8" });
  assert.deepEqual(JSON.parse(stdout), schema("case"));
});
