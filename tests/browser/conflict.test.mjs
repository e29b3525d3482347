// Where an answer and the budget say different things, the page asks which holds.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { standsOn, unfold } from "./person.mjs";
import { assertQuiet, launch, visitRunning } from "./site.mjs";
import { text } from "./texts.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const box = (page, id) => page.locator(`#${id}`);
const alert = (page) => page.locator("#app main .alert-warning", { hasText: text("conflict.which") });
const button = (page, name) => page.getByRole("button", { name, exact: true });
const holds = (page, amount) => alert(page).getByRole("button", { name: text("conflict.loan_holds") }).and(
  alert(page).locator("button", { hasText: amount }),
);
const words = async (locator) => (await locator.innerText()).replace(/\s+/g, " ");

async function goTo(page, fragment, title) {
  await page.evaluate((to) => (location.hash = to), fragment);
  await standsOn(page, title);
  await unfold(page);
}

/** Somebody who answers 30.000 and writes 60.000 in the budget. */
async function differing(t) {
  const visitor = await visitRunning(t, browser, { fragment: "#/spoergsmaal/loan_amount" });
  const { page } = visitor;
  await box(page, "loan_amount").fill("30.000");
  await button(page, text("common.next")).click();
  await goTo(page, "#/tal", "budget.title");
  assert.equal(await box(page, "principal").inputValue(), "30.000");
  assert.equal(await alert(page).count(), 0);
  await box(page, "principal").fill("60.000");
  await alert(page).waitFor();
  return visitor;
}

/** What the answer and the plan are now. */
async function borrowed(page) {
  await goTo(page, "#/tal", "budget.title");
  const planned = await box(page, "principal").inputValue();
  await goTo(page, "#/svar", "answers.title");
  const answered = (await words(page.locator("#app main"))).match(/(\d+\.000) kr\./)?.[1];
  return { answered, planned };
}

for (const [amount, other] of [["30.000", "60.000"], ["60.000", "30.000"]]) {
  test(`${amount} holds, and can be had back`, async (t) => {
    const { page, record } = await differing(t);
    for (const [fragment, title] of [["#/maaneder", "months.title"], ["#/resultat", "result.title"]]) {
      await goTo(page, fragment, title);
      const asked = await words(alert(page));
      assert.match(asked, /30\.000 kr\..*60\.000 kr\./);
    }
    await holds(page, amount).click();
    await alert(page).waitFor({ state: "detached" });
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1");
    assert.equal((await words(page.locator("#app main"))).includes(`${other} kr.`), false);
    await button(page, text("undo.undo")).click();
    await alert(page).waitFor();
    assert.deepEqual(await borrowed(page), { answered: "30.000", planned: "60.000" });
    await goTo(page, "#/resultat", "result.title");
    await holds(page, amount).click();
    assert.deepEqual(await borrowed(page), { answered: amount, planned: amount });
    assertQuiet(record);
  });
}

test("an account that is open has no wait, and an example is not asked about", async (t) => {
  const { page, record } = await visitRunning(t, browser, { fragment: "#/spoergsmaal/business_account" });
  await page.locator('label[for="business_account-open"]').click();
  await button(page, text("common.next")).click();
  await goTo(page, "#/tal", "budget.title");
  await box(page, "account_wait_months").fill("2");
  await alert(page).waitFor();
  await goTo(page, "#/maaneder/eksempel", "months.title");
  assert.equal(await alert(page).count(), 0);
  await goTo(page, "#/resultat", "result.title");
  await alert(page).waitFor();
  await button(page, text("conflict.has_account")).click();
  await alert(page).waitFor({ state: "detached" });
  await goTo(page, "#/tal", "budget.title");
  assert.equal(await box(page, "account_wait_months").inputValue(), "0");
  assertQuiet(record);
});
