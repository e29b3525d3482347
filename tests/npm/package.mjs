// The package as it was built, and the cases it is tried with.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const PROJECT = fileURLToPath(new URL("../..", import.meta.url));
export const PACKAGE = join(PROJECT, "target/npm/mikrolaan-engine");

/** The package in Node. */
export const engine = await import(join(PACKAGE, "node.js"));

export function schema(name) {
  return JSON.parse(readFileSync(join(PACKAGE, `${name}.schema.json`), "utf8"));
}

/** Every row of every case file, and what the links of the corpus hold, each with its name. */
export function cases() {
  const lines = readFileSync(join(PROJECT, "target/npm/cases.jsonl"), "utf8").trim().split("\n");
  const rows = lines.map((line) => JSON.parse(line)).map(({ name, case: one }) => [name, one]);
  return [...rows, ...links()];
}

function links() {
  const folder = join(PROJECT, "tests/links");
  const texts = readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), "utf8").match(/v1\.[\w-]{20,}/g) ?? []);
  return texts.map((text) => [text, engine.case(text)]);
}

/** The same cases for the questions that ask about one scenario. */
export function scenarios() {
  const some = cases().filter(([, one]) => one.scenarios?.length > 0);
  return some.map(([name, one]) => [name, { case: one, scenario: 0 }]);
}

/** A case with everything in it that a case can have. */
export const WHOLE = {
  format: "mikrolaan-case/1",
  as_of: "2026-11",
  scheme: "viderefoert",
  answers: {
    age: 34, municipality: "aalborg", support: "kontanthjaelp_jobparat", idea: "idea", trade_skills: "yes",
    business_skills: "partly", business_started: "no", job_or_education_close: "no", will_take_course: "yes", plan: "none",
    loan_amount: "45000", loan_purposes: ["equipment", "stock"], public_debt: "no", business_account: "none",
    wealth_over_limit: "no", housing_benefit: "yes", single: true, children: true, children_at_home: true,
    lives_with_parents: false, married: false, lived_abroad: false, residence_and_work_met: true,
    worked_two_and_a_half_years: false,
  },
  scenarios: [
    {
      name: "Forventet", start: "2027-01", months: 36, course_months: 3, account_wait_months: 1,
      household: { savings: "6000", living_costs: "12500", other_income: 2400 },
      benefit: {
        profile: {
          age: 34, children: true, single: true, lives_with_parents: false, education_help: false, children_at_home: true,
          residence_and_work_met: true, worked_two_and_a_half_years: false,
        },
      },
      subsidy: { months: 6, model: "need_based", monthly: "15000" },
      loan: {
        principal: "45000", annual_rate: "0.02", fee: "500", first_instalment_after_months: 6, repayment: { instalment: "750" },
      },
      business: {
        own_contribution: "0", setup_costs: [{ label: "Inventar", amount: "22000" }],
        revenue: { first_month: "5000", full_month: "24000", ramp_months: 9 },
        seasonality: ["0.8", "0.9", "1", "1", "1", "1", "0.8", "1", "1", "1", "1.1", "1.4"], variable_cost_share: "0.2",
        fixed_costs: "4500", account_fee: "300", account_setup: "2000", buffer: "3000", vat: "ignored", closes: "2028-01",
      },
      small_jobs: [{ from: "2027-11", until: "2028-03", hours_per_week: "10", hourly_wage: "145" }],
      tax: { mode: "simplified", municipal_rate: "0.256", church_rate: "0.0098", single_parent: true },
      after_closure: "benefit",
    },
    {
      start: "2027-02", benefit: { monthly: "13000", deduction: "none" }, loan: null, business: null,
      small_jobs: [{ from: "2027-11", until: null, hours_per_week: 10, hourly_wage: 145 }],
    },
    {
      start: "2027-03", loan: { principal: 1, repayment: { term_months: 12 } },
      business: { revenue: { first_month: 0, full_month: "0.05" }, closes: null },
    },
  ],
  outcome: {
    course: "completed", course_from: "2021-02", course_until: "2021-05", loan: "granted", loan_from: "2021-06",
    loan_amount: "45000", subsidy: true, result: "self_supporting", result_from: "2022-01",
  },
  overrides: {
    largest_loan: "60000", support_months: 8, municipal_rate: "0.25", church_rate: "0.01", municipality: "aalborg",
  },
  app: {
    skipped: ["age"], guessed: ["scenarios[0].household.savings"], from_example: ["scenarios[2].small_jobs[0].from"],
    from_answers: ["answers.age"], example: null, compare: [],
  },
};
