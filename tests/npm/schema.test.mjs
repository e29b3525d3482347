// The schema takes what the reader takes, and refuses what it refuses, but for what no schema can tell. By a validator of others.

import assert from "node:assert/strict";
import { test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { WHOLE, cases, engine, scenarios, schema } from "./package.mjs";

const ajv = new Ajv({ allErrors: true, strictTypes: false, strictRequired: false, schemas: ["case", "requests", "results"].map(schema) });
const isCase = ajv.getSchema(schema("case").$id);
const of = (name, type) => ajv.compile({ $ref: `${schema(name).$id}#/$defs/${type}` });
const said = (validate) => JSON.stringify(validate.errors?.slice(0, 3));

/** What only the reader sees, by the code of the error and the last step of its path: it compares two values of the case. */
const ONLY_BY_READER = {
  "inconsistent course_until": "the course cannot end before it begins",
  "inconsistent until": "a job cannot end before it begins",
  "inconsistent closes": "the business cannot close before it opens",
  "inconsistent months": "the last month lies after 2099-12",
  "inconsistent start": "the last month lies after 2099-12, where the months are not written",
};

/** The reader's errors; none where it takes the case. */
function refused(one) {
  try {
    engine.case(one);
    return [];
  } catch (error) {
    if (!(error instanceof engine.MikrolaanError)) throw error;
    return error.errors;
  }
}

const seen = new Set();

/** Do both say the same? */
function agree(one, name) {
  const errors = refused(one);
  const unseen = errors.map(({ code, path }) => `${code} ${path.split(".").at(-1)}`).filter((error) => error in ONLY_BY_READER);
  unseen.forEach((error) => seen.add(error));
  const expected = errors.length === unseen.length;
  assert.equal(isCase(one), expected, `${name}: ${said(isCase)} ${JSON.stringify(errors.slice(0, 2))}`);
}

test("the schemas are schemas, with the case's kinds under names", () => {
  for (const name of ["case", "requests", "results"]) {
    assert.equal(schema(name).$schema, "https://json-schema.org/draft/2020-12/schema");
    assert.ok(ajv.validateSchema(schema(name)), JSON.stringify(ajv.errors));
  }
});

test("of every case of the project, those that are to be refused among them, both say the same", (t) => {
  const all = [...cases(), ["the whole", WHOLE]];
  for (const [name, one] of all) agree(one, name);
  const taken = all.filter(([, one]) => isCase(one)).length;
  assert.ok(isCase(WHOLE) && taken > all.length - 10, said(isCase));
  t.diagnostic(`${taken} of ${all.length} cases are taken`);
});

const VALUES = [
  null, true, false, 0, -1, 1, 0.5, 1e9, 7, 13, 25, 61, 66, 67, 121, 361, 2000, 2001, 10_000_000, 10_000_001, "", " ", "x", "yes", "aalborg", "odense-2", "Å",
  "0", "-0", "-0.00", "00", "007.5", "0.001", "0.0001", "0.1234567", "0.000000", "-1", "-0.01", "+5", ".5", "5.", "1e3", "12,50", "1", "1.01", "0.4",
  "0.40", "0.400001", "0.39", "10", "10.001", "10.0", "9.999", "60", "60.01", "59.99", "2000", "2000.01", "1999.99", "10000000", "10000000.00",
  "10000000.01", "9999999.99", "9999999.999", "100000000", "2017-06", "2017-07", "2027-00", "2027-13", "2027-1", "2099-12", "2100-01", "2019-12",
  "a\u0000", "a\u202eb", "a\u200f", "😀".repeat(60), "😀".repeat(61), "need_based", "mikrolaan-case/2", "scenarios[0].start", "scenarios[8].start",
  "scenarios[0].small_jobs[39].from", "scenarios[0].small_jobs[40].from", "answers.age", "answers.name", [], {}, ["equipment", "equipment"], ["stock"],
  [null], Array(13).fill("1"), { a: 1 }, { monthly: "1", profile: { age: 30 } }, { deduction: "none" }, { profile: { age: 30 }, deduction: "none" },
  { instalment: "1", term_months: 2 }, { term_months: 2 }, { principal: "1", repayment: { instalment: "1" } },
];

/** Every place of a document, as the keys that lead there. */
function* places(value, path = []) {
  yield path;
  if (value === null || typeof value !== "object") return;
  for (const key of Object.keys(value)) yield* places(value[key], [...path, key]);
}

/** A copy in which `change` was done to what holds the place. */
function changed(document, path, change) {
  const copy = structuredClone(document);
  change(path.slice(0, -1).reduce((value, key) => value[key], copy), path.at(-1));
  return copy;
}

test("whatever is put in a place, left out or added: both say the same", (t) => {
  let tried = 0;
  const tryOne = (one, name) => {
    agree(one, name);
    tried += 1;
  };
  for (const path of places(WHOLE)) {
    if (path.length === 0) continue;
    const name = path.join(".");
    for (const value of VALUES) {
      tryOne(changed(WHOLE, path, (holder, key) => { holder[key] = value; }), `${name} = ${JSON.stringify(value)}`);
    }
    tryOne(changed(WHOLE, path, (holder, key) => Array.isArray(holder) ? holder.splice(key, 1) : delete holder[key]), `no ${name}`);
    tryOne(changed(WHOLE, path, (holder) => Array.isArray(holder) ? holder.push("x") : (holder.svar = 1)), `more in ${name}`);
  }
  for (const value of VALUES) tryOne(value, JSON.stringify(value));
  for (const start of ["2099-11", "2099-12"]) {
    tryOne({ format: WHOLE.format, as_of: "2026-11", scenarios: [{ start }] }, start);
  }
  const long = (length, one) => Array.from({ length }, () => one);
  for (const length of [8, 9]) {
    tryOne({ ...WHOLE, scenarios: long(length, { start: "2027-01" }) }, `${length} scenarios`);
  }
  for (const length of [40, 41]) {
    const set = (holder) => { holder.setup_costs = long(length, { label: "a", amount: 1 }); };
    tryOne(changed(WHOLE, ["scenarios", 0, "business", "x"], set), `${length} costs`);
  }
  t.diagnostic(`${tried} cases`);
  assert.deepEqual([...seen].sort(), Object.keys(ONLY_BY_READER).sort(), "each exception is needed");
});

test("what a schema cannot see at all is refused as text", () => {
  const start = '{"format":"mikrolaan-case/1","as_of":"2026-11"';
  for (const [text, code] of [
    [`${start},"as_of":"2026-11"}`, "duplicate_key"],
    [`${start},"answers":{"age":34.0}}`, "wrong_type"],
    [`\ufeff${start}}`, "not_json"],
  ]) {
    assert.throws(() => engine.check(text), ({ errors }) => errors[0].code === code);
    if (!text.startsWith("\ufeff")) assert.ok(isCase(JSON.parse(text)), text);
  }
});

/** A position behind the last scenario, a month outside it, and hours of a job without its wage: the bounds are in another value. */
const BY_ANOTHER = ["out_of_range scenario", "out_of_range month", "missing hourly_wage"];

const QUESTIONS = {
  seek: { type: "SeekRequest", one: { case: WHOLE, scenario: 0, vary: "job_hours", goal: "household_never_negative", hourly_wage: "145" } },
  sensitivity: { type: "SensitivityRequest", one: { case: WHOLE, scenario: 0 } },
  explain: { type: "ExplainRequest", one: { case: WHOLE, scenario: 0, month: "2027-06", line: "household.draw" } },
  apr: {
    type: "AprRequest",
    one: { payouts: [{ amount: "1000", years: "0" }], payments: [{ amount: "600.5", years: "1/12+3/365" }, { amount: 700, years: "1.5" }] },
  },
};

for (const [question, { type, one }] of Object.entries(QUESTIONS)) {
  test(`${question}: its schema has what the reader asks for`, () => {
    const isRequest = of("requests", type);
    const answers = (request) => {
      try {
        engine[question](request);
        return true;
      } catch ({ errors }) {
        // What depends on another value of the request no schema tells.
        return errors.every(({ code, path }) => code === "inconsistent" || BY_ANOTHER.includes(`${code} ${path}`));
      }
    };
    assert.ok(isRequest(one) && answers(one), said(isRequest));
    for (const path of places(one)) {
      if (path.length === 0 || path.length > 1 && path[0] === "case") continue;
      const others = [...Object.values(QUESTIONS).flatMap((other) => Object.keys(other.one)), null, "x", "0", "1/0", "1/", "-1", 5, []];
      const changes = others.map((value) => changed(one, path, (holder, key) => { holder[key] = value; }));
      const without = changed(one, path, (holder, key) => Array.isArray(holder) ? holder.splice(key, 1) : delete holder[key]);
      const more = changed(one, path, (holder) => { holder.svar = 1; });
      for (const request of [...changes, without, ...(Array.isArray(more) ? [] : [more])]) {
        const [bySchema, byReader] = [isRequest(request), answers(request)];
        assert.equal(bySchema, byReader, JSON.stringify({ ...request, case: undefined }));
      }
    }
  });
}

const RESULTS = {
  screen: "ScreenOutput", simulate: "SimulateOutput", check: "CheckOutput", sensitivity: "SensitivityOutput", seek: "SeekOutput",
  explain: "ExplainOutput", rules: "RulesOutput", apr: "AprOutput", evaluate: "Evaluation",
};

/** What each function gives for the project's cases. */
export function results(question) {
  const ask = (request, ...options) => {
    try {
      return [engine[question](request, ...options)];
    } catch (error) {
      if (!(error instanceof engine.MikrolaanError)) throw error;
      return [];
    }
  };
  const ofCases = cases().map(([, one]) => one);
  switch (question) {
    case "screen":
    case "check":
      return ofCases.flatMap((one) => ask(one));
    case "simulate":
      return ofCases.flatMap((one) => [...ask(one), ...ask(one, { keyFigures: true })]);
    case "sensitivity":
      return scenarios().flatMap(([, one]) => ask(one));
    case "seek": {
      const goals = [["extra_savings", "no_gap_after_support"], ["revenue_factor", "household_never_negative"]];
      return scenarios().slice(0, 40).flatMap(([, one]) => goals.flatMap(([vary, goal]) => ask({ ...one, vary, goal })));
    }
    case "explain": {
      const lines = schema("requests").$defs.ExplainRequest.properties.line.enum;
      const months = (one) => ["2027-01", "2027-06", "2028-02"].flatMap((month) => lines.map((line) => ({ ...one, month, line })));
      return scenarios().filter((_, at) => at % 12 === 0).flatMap(([, one]) => months(one)).flatMap((one) => ask(one));
    }
    case "rules":
      return [engine.rules(), engine.rules({ month: "2026-11" }), engine.rules({ month: "2017-07" })];
    case "apr":
      return [engine.apr(QUESTIONS.apr.one), engine.apr({ payouts: [], payments: [] })];
    case "evaluate": {
      const outcomes = [WHOLE.outcome, { course: "stopped", loan: "granted", subsidy: true }, {}, { ...WHOLE.outcome, loan_from: "2021-03" }];
      const all = ofCases.map((one, at) => ({ ...one, outcome: outcomes[at % outcomes.length] }));
      return [engine.evaluate(all), engine.evaluate([...all, "nonsense", "v1.damaged"]), engine.evaluate([])];
    }
    default:
      throw new Error(question);
  }
}

for (const [question, type] of Object.entries(RESULTS)) {
  test(`${question}: every result is what its schema says, and has no member besides`, (t) => {
    const isResult = of("results", type);
    const all = results(question);
    for (const one of all) assert.ok(isResult(one), `${said(isResult)} ${JSON.stringify(one).slice(0, 300)}`);
    assert.ok(all.length > 0);
    t.diagnostic(`${all.length} results`);
  });
}

test("every error is what its schema says", () => {
  const isProblem = of("results", "Problem");
  for (const value of VALUES) {
    for (const problem of refused({ format: WHOLE.format, as_of: value, scenarios: [{ start: value, months: value }] })) {
      assert.ok(isProblem(problem), said(isProblem));
    }
  }
});
