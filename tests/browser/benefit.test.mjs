// What decides the benefit is asked beside it, exactly where it can change it, in whatever order it is answered.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { standsOn, unfold } from "./person.mjs";
import { assertQuiet, launch, visitRunning } from "./site.mjs";
import { text } from "./texts.mjs";

/** The questions beside the benefit, in their order. */
const KEYS = ["single", "children", "children_at_home", "lives_with_parents", "married", "lived_abroad", "residence_and_work_met", "worked_two_and_a_half_years"];

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const words = async (locator) => (await locator.innerText()).replace(/\s+/g, " ");
const part = (page) => page.locator("#app .budget__part").filter({ has: page.locator("#age") });
const group = (page, key) => part(page).getByRole("group", { name: text(`question.${key}.title`) });

/** Somebody of this age on kontanthjælp, in front of the budgets. */
async function onBenefit(t, age) {
  const visitor = await visitRunning(t, browser, { fragment: "#/spoergsmaal/support" });
  const { page } = visitor;
  await page.getByLabel(text("question.support.option.kontanthjaelp_jobparat"), { exact: true }).check({ force: true });
  await page.getByRole("button", { name: text("common.next"), exact: true }).click();
  await page.evaluate(() => (location.hash = "#/tal"));
  await standsOn(page, "budget.title");
  await unfold(page);
  await page.locator("#age").fill(age);
  await part(page).getByText(text("budget.benefit.range_from")).waitFor();
  return visitor;
}

/** What must be asked of somebody with these answers: the rule, once more. */
function expected(age, { single, children, lived_abroad, residence_and_work_met, lives_with_parents }) {
  const lowest = lived_abroad !== "no" && residence_and_work_met === "no";
  const asked = {
    single: true,
    children: true,
    children_at_home: children === "yes" && single !== "no",
    lives_with_parents: age < 30 && children !== "yes",
    married: single !== "yes",
    lived_abroad: true,
    residence_and_work_met: lived_abroad === "yes" || (lived_abroad === undefined && residence_and_work_met !== undefined),
    worked_two_and_a_half_years: age >= 25 && age < 30 && !lowest && !(lives_with_parents === "yes" && children !== "yes"),
  };
  return KEYS.filter((key) => asked[key]);
}

async function shown(page) {
  const there = await Promise.all(KEYS.map((key) => group(page, key).count()));
  return KEYS.filter((_, at) => there[at] > 0);
}

const ORDERS = [
  ["single", "children", "lived_abroad"],
  ["lived_abroad", "children", "single"],
  ["children", "lived_abroad", "single"],
];

for (const age of ["27", "40"]) {
  for (const order of ORDERS) {
    test(`at ${age}, ${order.join(", ")}: only what can change the benefit is asked`, async (t) => {
      const { page, record } = await onBenefit(t, age);
      const answers = {};
      for (const answer of ["yes", "no"]) {
        for (const key of order) {
          await group(page, key).getByLabel(text(`common.${answer}`), { exact: true }).check({ force: true });
          answers[key] = answer;
          const wanted = expected(Number(age), answers);
          await page.waitForFunction((many) => document.querySelectorAll("#app .budget__part:has(#age) fieldset").length >= many, wanted.length);
          assert.deepEqual(await shown(page), wanted, JSON.stringify(answers));
        }
      }
      assertQuiet(record);
    });
  }
}

test("the range is shown with its two ends until the answer it hangs on is there, and the months say which", async (t) => {
  const { page, record } = await onBenefit(t, "34");
  await group(page, "single").getByLabel(text("common.yes"), { exact: true }).check({ force: true });
  await group(page, "children").getByLabel(text("common.no"), { exact: true }).check({ force: true });
  await page.locator("#benefit-sum").getByText(/7\.095\skr\.–14\.201\skr\./).waitFor();
  await page.locator("#living_costs").fill("9.000");
  await page.locator("#first_month").fill("5.000");
  await page.locator("#full_month").fill("9.000");
  await page.evaluate(() => (location.hash = "#/maaneder"));
  await standsOn(page, "months.title");
  const first = page.locator("#app .keys__first, #app [class*=keys__first]").first();
  assert.match(await words(first), /7\.095 kr\.–14\.201 kr\./);
  assert.match(await words(page.locator("#app main")), /Er du flyttet hertil .*Ydelsen kan være 14\.201 kr\. i stedet for 7\.095 kr\./);
  await page.locator("summary", { hasText: text("months.more") }).click();
  assert.match(await words(page.locator("#app main")), /Er du flyttet hertil .*Nej: 14\.201 kr\. Ja: måske kun 7\.095 kr\./);
  await page.goBack();
  await standsOn(page, "budget.title");
  await unfold(page);
  await group(page, "lived_abroad").getByLabel(text("common.no"), { exact: true }).check({ force: true });
  await page.locator("#benefit-sum").getByText(/^14\.201\skr\.$/).waitFor();
  assert.doesNotMatch(await words(part(page)), /7\.095/);
  assertQuiet(record);
});
