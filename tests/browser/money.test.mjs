// The steps on which the money is asked for, and the page of all figures: where each value comes from, what it comes to so
// far, and what an example may touch.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAccessible } from "./axe.mjs";
import { mouse } from "./hands.mjs";
import { standsOn, unfold } from "./person.mjs";
import { PHONE, assertQuiet, launch, running, visitRunning } from "./site.mjs";
import { text } from "./texts.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const words = async (locator) => (await locator.innerText()).replace(/\s+/g, " ");
const box = (page, id) => page.locator(`#app #${id}`);
const tag = (page, id) => page.locator(`#app #${id}-from`);
const fact = (page) => page.locator("#app .running__fact");
const choose = (page, question, answer) => mouse(page).chooseIn(text(`question.${question}.title`), text(`common.${answer}`));

async function goTo(page, fragment, key) {
  await page.evaluate((to) => (location.hash = to), fragment);
  await standsOn(page, key);
}

/** Somebody of 45 on kontanthjælp in front of the first step. */
async function atHome(t, context = { viewport: PHONE }) {
  const visitor = await visitRunning(t, browser, { fragment: "#/spoergsmaal/support", context });
  const { page } = visitor;
  await page.getByLabel(text("question.support.option.kontanthjaelp_jobparat"), { exact: true }).check({ force: true });
  await page.getByRole("button", { name: text("common.next"), exact: true }).click();
  await goTo(page, "#/penge/hjemme", "money.home");
  await page.getByText(text("money.built_on")).click();
  await box(page, "age").fill("45");
  return visitor;
}

/** The same, with everything answered that the benefit hangs on. */
async function answered(t, context) {
  const visitor = await atHome(t, context);
  const { page } = visitor;
  for (const [question, answer] of [["single", "yes"], ["children", "no"], ["lived_abroad", "no"]]) await choose(page, question, answer);
  await page.locator("#app .missing").waitFor({ state: "detached" });
  await page.getByText(text("money.built_on")).click();
  return visitor;
}

test("what the benefit hangs on is asked first, and nothing is said of what is left before it is known", async (t) => {
  const { page, record } = await atHome(t);
  assert.equal(await words(fact(page)), text("running.home_unknown"));
  assert.match(await words(page.locator("#app #benefit-sum")), /^[\d.]+ kr\.–[\d.]+ kr\.$/);
  for (const [question, answer] of [["single", "yes"], ["children", "no"], ["lived_abroad", "no"]]) await choose(page, question, answer);
  await page.locator("#app .missing").waitFor({ state: "detached" });
  assert.equal(await words(page.locator("#app #benefit-sum")), "14.201 kr.");
  assert.match(await words(fact(page)), /^Vi gætter på, at du bruger alt, hvad du får: [\d.]+ kr\.$/);
  assertQuiet(record);
});

test("a guess is one until somebody writes, half a number leaves it one, and a reload keeps which is which", async (t) => {
  const { page, record } = await answered(t);
  const guessed = await box(page, "living_costs").inputValue();
  assert.equal(await words(tag(page, "living_costs")), text("provenance.guess"));
  await box(page, "living_costs").fill("9.5");
  await box(page, "living_costs").blur();
  await page.locator("#living_costs-error").waitFor();
  assert.equal(await words(tag(page, "living_costs")), text("provenance.guess"), "what cannot be read is nobody's");
  await box(page, "living_costs").fill("9.500");
  await box(page, "living_costs").blur();
  assert.equal(await words(tag(page, "living_costs")), text("provenance.own"));
  assert.match(await words(fact(page)), /^I dag har du [\d.]+ kr\. til rest om måneden$/);
  assert.notEqual(guessed, "9.500");
  await box(page, "savings").fill("0");
  await box(page, "savings").blur();
  assert.equal(await words(tag(page, "savings")), text("provenance.own"), "who writes nothing has written it");
  await page.reload();
  await running(page);
  await standsOn(page, "money.home");
  assert.equal(await box(page, "living_costs").inputValue(), "9.500");
  for (const id of ["living_costs", "savings"]) assert.equal(await words(tag(page, id)), text("provenance.own"));
  assert.equal(await words(tag(page, "other_income")), text("provenance.guess"));
  assertQuiet(record);
});

test("a trade fills what is nobody's, another one leaves what was written, and both can be had back", async (t) => {
  const { page, record } = await answered(t);
  const home = await box(page, "living_costs").inputValue();
  await goTo(page, "#/penge/virksomhed", "money.business");
  assert.equal(await words(fact(page)), text("running.business_unknown"));
  const trade = (name) => page.getByRole("button", { name: text(name), exact: true });
  await trade("examples.jewellery_web_shop.short").click();
  await page.locator("#app .undo__bar").waitFor();
  assert.equal(await words(tag(page, "full_month")), text("provenance.example"));
  assert.equal(await trade("examples.jewellery_web_shop.short").getAttribute("aria-pressed"), "true");
  await box(page, "fixed_costs").fill("1.234");
  await box(page, "fixed_costs").blur();
  await trade("examples.courier.short").click();
  await page.waitForFunction(() => document.querySelector("#full_month").value !== "8.500");
  assert.equal(await box(page, "fixed_costs").inputValue(), "1.234");
  assert.equal(await words(tag(page, "fixed_costs")), text("provenance.own"));
  await trade("money.no_trade").click();
  await page.waitForFunction(() => document.querySelector("#full_month").value === "0");
  assert.equal(await words(fact(page)), text("running.business_unknown"));
  await page.getByRole("button", { name: text("undo.undo"), exact: true }).click();
  await page.waitForFunction(() => document.querySelector("#full_month").value !== "0");
  await goTo(page, "#/penge/hjemme", "money.home");
  assert.equal(await box(page, "living_costs").inputValue(), home, "an example touches nothing at home");
  assertQuiet(record);
});

test("each step leads on and back, says which it is, and is short", async (t) => {
  const { page, record } = await answered(t);
  const steps = [["hjemme", "home", 1], ["virksomhed", "business", 2], ["i-gang", "start", 3]];
  const heights = [];
  for (const [id, key, number] of steps) {
    await standsOn(page, `money.${key}`);
    assert.match(await words(page.locator("#app .money__top")), new RegExp(`Trin ${number} af 4`));
    assert.equal(await page.evaluate(() => location.hash), `#/penge/${id}`);
    assert.equal(await page.locator("#app .tabs").count(), 0, "no tabs before the months");
    heights.push(await page.evaluate(() => document.documentElement.scrollHeight));
    await assertAccessible(page, key);
    await mouse(page).follow(text(number === 3 ? "budget.to_months" : "common.next"));
  }
  await page.locator("#app main h1").waitFor();
  t.diagnostic(`heights ${heights.join(", ")} px`);
  assert.ok(Math.max(...heights) <= 1900, `${heights}`);
  await goTo(page, "#/penge/i-gang", "money.start");
  for (const key of ["business", "home"]) {
    await page.locator("#app .back-link").click();
    await standsOn(page, `money.${key}`);
  }
  assertQuiet(record);
});

test("all figures: one kind of value alone, with every group of it unfolded", async (t) => {
  const { page, record } = await answered(t);
  await goTo(page, "#/tal", "budget.title");
  const filter = page.getByRole("group", { name: text("money.show") }).getByRole("button");
  assert.equal(await filter.count(), 4);
  const guesses = Number((await filter.nth(3).innerText()).match(/\d+/)[0]);
  await filter.nth(3).focus();
  await page.keyboard.press("Enter");
  const seen = await page.locator("#app .inputs__row[data-from=guess]:visible").count();
  assert.equal(seen, guesses);
  assert.equal(await page.locator("#app .inputs__row:visible:not([data-from=guess])").count(), 0);
  await assertAccessible(page, "guesses alone");
  await filter.nth(0).click();
  await unfold(page);
  await assertAccessible(page, "all figures");
  assertQuiet(record);
});

test("the short way from the start page asks three questions and leads to the money", async (t) => {
  const { page, record } = await visitRunning(t, browser, { fragment: "#/kort", context: { viewport: PHONE } });
  const hands = mouse(page);
  await hands.write(text("question.age.label"), "45");
  await hands.press(text("common.next"));
  await standsOn(page, "question.support.title");
  await hands.choose(text("question.support.option.kontanthjaelp_jobparat"));
  await hands.press(text("common.next"));
  await standsOn(page, "question.lived_abroad.title");
  await hands.choose(text("common.no"));
  await hands.press(text("common.next"));
  await standsOn(page, "money.home");
  assertQuiet(record);
});

for (const [language, onwards] of [["da", "ArrowRight"], ["ar", "ArrowLeft"]]) {
  test(`the trades are one stop of Tab, the arrows go through them, and what is pressed keeps the focus: ${language}`, async (t) => {
    const { page, record } = await visitRunning(t, browser, { fragment: `?sprog=${language}#/penge/virksomhed` });
    for (const fragment of ["#/penge/virksomhed", "#/tal"]) {
      await page.evaluate((to) => (location.hash = to), fragment);
      const trades = page.locator("#app .trades button");
      await trades.first().waitFor();
      const inFocus = () => trades.evaluateAll((all) => all.indexOf(document.activeElement));
      const stops = () => trades.evaluateAll((all) => all.flatMap((one, at) => (one.tabIndex === 0 ? [at] : [])));
      await trades.nth((await stops())[0]).focus();
      while ((await inFocus()) > 0) await page.keyboard.press(onwards === "ArrowRight" ? "ArrowLeft" : "ArrowRight");
      for (const at of [1, 2]) {
        await page.keyboard.press(onwards);
        await page.keyboard.press("Enter");
        await page.locator(`#app .trades button:nth-child(${at + 1})[aria-pressed=true]`).waitFor();
        assert.equal(await inFocus(), at, `${fragment}: the focus stays on what was pressed`);
        assert.deepEqual(await stops(), [at], fragment);
      }
    }
    assertQuiet(record);
  });
}
