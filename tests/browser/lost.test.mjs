// Nothing false, nothing lost: half a number typed and left, a tap on the wrong thing, back, a reload.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { standsOn, unfold } from "./person.mjs";
import { DESK, PHONE, assertQuiet, launch, running, visitRunning } from "./site.mjs";
import { text } from "./texts.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** Longer than a pause in the typing. */
const A_PAUSE = 900;

const box = (page, id) => page.locator(`#${id}`);
const main = (page) => page.locator("#app main");
const words = async (page) => (await main(page).innerText()).replace(/\s+/g, " ");
const button = (page, key) => page.getByRole("button", { name: text(key), exact: true });
const goTo = (page, fragment) => page.evaluate((to) => (location.hash = to), fragment);

/** The program runs, and nothing was complained about. */
async function assertAlive({ page, record }) {
  await page.waitForTimeout(A_PAUSE);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.program), "running");
  assertQuiet(record);
}

async function at(t, fragment, viewport = DESK) {
  const visitor = await visitRunning(t, browser, { fragment, context: { viewport } });
  await visitor.page.locator("#app main h1").waitFor();
  return visitor;
}

/** A person of 48 with kontanthjælp, on the budget, with 9.000 kr. for living and 12.000 kr. saved. */
async function onBudget(t, { costs = "9.000", savings = "12.000" } = {}) {
  const visitor = await at(t, "#/spoergsmaal/age");
  const { page } = visitor;
  await box(page, "age").fill("48");
  await button(page, "common.next").click();
  await goTo(page, "#/spoergsmaal/support");
  await page.locator('label[for="support-kontanthjaelp_jobparat"]').click();
  await button(page, "common.next").click();
  await goTo(page, "#/tal");
  await standsOn(page, "budget.title");
  await unfold(page);
  if (costs) await box(page, "living_costs").fill(costs);
  if (savings) await box(page, "savings").fill(savings);
  return visitor;
}

async function onMonths(page) {
  await goTo(page, "#/maaneder");
  await standsOn(page, "months.title");
}

// ── nothing that is gone is read

const AWAY = {
  back: (page) => page.getByRole("link", { name: text("common.back"), exact: true }).click(),
  logo: (page) => page.locator(".solution-info").click(),
  history: (page) => page.evaluate(() => history.back()),
  dontKnow: async (page) => {
    await page.locator("#app .form-checkbox + label").last().click();
    await button(page, "common.next").click();
  },
};

for (const [key, typed] of [["age", "4"], ["age", "12.5"], ["loan_amount", "2"], ["loan_amount", "12.5"]]) {
  for (const [way, leave] of Object.entries(AWAY)) {
    test(`${key}: ${typed} typed, erased, and away at once by ${way}`, async (t) => {
      const visitor = await at(t, "#/spoergsmaal/municipality");
      const { page } = visitor;
      await goTo(page, `#/spoergsmaal/${key}`);
      await box(page, key).pressSequentially(typed);
      await page.keyboard.press("Backspace");
      await leave(page);
      await assertAlive(visitor);
    });
  }
}

test("every field of the budget is typed in, erased, and left at once", async (t) => {
  const visitor = await onBudget(t);
  const { page } = visitor;
  const ids = await page.locator("#app input.form-input").evaluateAll((inputs) => inputs.map((input) => input.id));
  assert.ok(ids.length >= 15, `${ids.length} fields`);
  for (const [index, id] of ids.entries()) {
    await box(page, id).pressSequentially(index % 2 ? "12.5" : "4");
    await page.keyboard.press("Backspace");
    await goTo(page, "#/maaneder");
    await goTo(page, "#/tal");
    await standsOn(page, "budget.title");
    await unfold(page);
    await box(page, id).waitFor();
  }
  await assertAlive(visitor);
});

test("a cost is half typed, and another example taken at once", async (t) => {
  const visitor = await onBudget(t);
  const { page } = visitor;
  await page.getByRole("button", { name: text("examples.hairdresser.short"), exact: true }).click();
  await unfold(page);
  await box(page, "setup_costs-0-amount").fill("12.5");
  await page.getByRole("button", { name: text("examples.courier.short"), exact: true }).click();
  await unfold(page);
  await page.locator("#setup_costs-0-label").waitFor();
  await assertAlive(visitor);
  assert.equal(await box(page, "setup_costs-0-amount").inputValue(), "35.000");
});

test("a tick at Ved ikke stands, whatever was typed and erased before it", async (t) => {
  const { page } = await at(t, "#/spoergsmaal/age");
  await box(page, "age").pressSequentially("4");
  await page.keyboard.press("Backspace");
  await page.locator('label[for="age-unknown"]').click();
  await page.waitForTimeout(A_PAUSE);
  assert.ok(await box(page, "age-unknown").isChecked());
});

// ── a text that cannot be read

for (const [typed, leave] of [["25.5", "Tab"], ["12,500", "Tab"], ["12'500", "Tab"], ["1e5", "Tab"], ["25.", "nothing"]]) {
  test(`living costs of ${typed} leave the value from before in force, and nothing is concluded`, async (t) => {
    const { page } = await at(t, "#/maaneder/eksempel");
    await page.locator(".keys__first").first().waitFor();
    const costs = page.getByRole("textbox", { name: text("months.input.living_costs") }).first();
    await costs.click();
    await page.keyboard.press("Control+A");
    await page.keyboard.type(typed);
    if (leave === "Tab") await page.keyboard.press("Tab");
    else await page.waitForTimeout(A_PAUSE);
    await page.locator("#living_costs-error").waitFor();
    assert.match(await page.locator("#living_costs-error").innerText(), /14\.400/, "the value that holds meanwhile");
    const said = await words(page);
    for (const comfort of ["Du har nok", "klare dig selv", "Du har penge til"]) assert.ok(!said.includes(comfort), said);
    assert.match(said, new RegExp(text("months.unreadable.one")));
    const told = await page.locator("#living_costs-error").innerText();
    assert.equal(await page.locator("#live").textContent(), told, "nothing but what is wrong is announced");
    // Away and back: the text and its message are there.
    await goTo(page, "#/regler");
    await standsOn(page, "rules.title");
    await onMonths(page);
    assert.equal(await box(page, "living_costs").inputValue(), typed);
    await page.locator("#living_costs-error").waitFor();
    // Put right, everything is said again.
    await costs.fill("14.400");
    await page.locator("#living_costs-error").waitFor({ state: "detached" });
    assert.ok((await words(page)).includes("Du har penge til"));
  });
}

test("a text that cannot be read in one's own months is not in an example's, and is there again afterwards", async (t) => {
  const { page } = await at(t, "#/maaneder/eksempel");
  await page.getByRole("link", { name: text("months.example_own") }).click();
  await box(page, "full_month").fill("-99");
  await box(page, "full_month").blur();
  await page.locator("#full_month-error").waitFor();
  await goTo(page, "#/maaneder/eksempel");
  await page.locator(".keys__first").first().waitFor();
  assert.equal(await page.locator("#full_month-error").count(), 0);
  assert.match(await box(page, "full_month").inputValue(), /^\d[\d.]*$/);
  await page.getByRole("link", { name: text("months.example_own") }).click();
  await page.locator("#full_month-error").waitFor();
  assert.equal(await box(page, "full_month").inputValue(), "-99");
  assert.equal(await page.locator(".keys:visible").count(), 0, "nothing is concluded of one's own figures");
});

test("a text that cannot be read in the budget keeps the months from concluding, with the way to it", async (t) => {
  const { page } = await onBudget(t);
  await page.getByRole("button", { name: text("examples.hairdresser.short"), exact: true }).click();
  await unfold(page);
  await box(page, "buffer").fill("12.5");
  await onMonths(page);
  const link = page.getByRole("link", { name: new RegExp(text("budget.operating.buffer")) });
  await link.waitFor();
  assert.ok(!(await words(page)).includes("Du har penge til"));
  await link.click();
  await standsOn(page, "budget.title");
  assert.equal(await box(page, "buffer").inputValue(), "12.5");
  await page.locator("#buffer-error").waitFor();
});

test("a question left half answered is as it was left", async (t) => {
  const { page } = await at(t, "#/spoergsmaal/municipality");
  await goTo(page, "#/spoergsmaal/loan_amount");
  await box(page, "loan_amount").fill("12.5");
  await page.getByRole("link", { name: text("common.back"), exact: true }).click();
  await goTo(page, "#/spoergsmaal/loan_amount");
  assert.equal(await box(page, "loan_amount").inputValue(), "12.5");
  await goTo(page, "#/spoergsmaal/support");
  await page.locator('label[for="support-dagpenge"]').click();
  await goTo(page, "#/spoergsmaal/municipality");
  await goTo(page, "#/spoergsmaal/support");
  assert.ok(await box(page, "support-dagpenge").isChecked());
});

// ── an example, and what one tap replaces

test("an example fills the business and not the person, and can be taken back", async (t) => {
  const { page } = await onBudget(t);
  await page.getByRole("button", { name: text("examples.courier.short"), exact: true }).click();
  await unfold(page);
  await page.locator(".undo__bar").waitFor();
  assert.equal(await box(page, "living_costs").inputValue(), "9.000");
  assert.equal(await box(page, "savings").inputValue(), "12.000");
  assert.equal(await box(page, "principal").inputValue(), "0");
  await onMonths(page);
  const said = await words(page);
  assert.ok(!said.includes("Du har nok"), said);
  await page.locator(".undo__bar button").click();
  await page.locator(".asked").waitFor();
  assert.equal(await page.locator(".undo__bar").count(), 0);
});

test("starting over can be taken back until the next change", async (t) => {
  const { page } = await onBudget(t);
  await goTo(page, "#/svar");
  await button(page, "common.start_over").click();
  await page.locator(".undo__bar").waitFor();
  assert.equal(await box(page, "age").inputValue(), "");
  await page.waitForTimeout(A_PAUSE);
  await page.locator(".undo__bar button").click();
  await page.waitForFunction(() => document.querySelector("#age")?.value === "48");
  await goTo(page, "#/tal");
  await standsOn(page, "budget.title");
  await unfold(page);
  assert.equal(await box(page, "living_costs").inputValue(), "9.000");
  await goTo(page, "#/svar");
  await button(page, "common.start_over").click();
  await page.locator(".undo__bar").waitFor();
  await box(page, "age").fill("30");
  await button(page, "common.next").click();
  await page.waitForFunction(() => !document.querySelector(".undo__bar"));
});

test("a row that was removed comes back with what was in it", async (t) => {
  const { page } = await onBudget(t);
  await page.getByRole("button", { name: text("examples.hairdresser.short"), exact: true }).click();
  await unfold(page);
  await box(page, "setup_costs-1-amount").fill("12.5");
  await page.locator(".rows__row").nth(0).getByRole("button").last().click();
  await page.locator(".undo__bar").waitFor();
  assert.equal(await page.locator(".rows__row").count(), 3);
  assert.equal(await page.locator(".rows__row input.form-input").nth(1).inputValue(), "12.5", "what stays keeps its text");
  await page.locator(".undo__bar button").click();
  await page.waitForFunction(() => document.querySelectorAll(".rows__row").length === 4);
  assert.equal(await box(page, "setup_costs-0-label").inputValue(), "Inventar");
  assert.equal(await box(page, "setup_costs-1-amount").inputValue(), "12.5");
});

test("an example is looked at, changed, left, and had back", async (t) => {
  const { page } = await at(t, "#/maaneder/eksempel/courier");
  await page.locator(".keys__first").first().waitFor();
  await box(page, "living_costs").fill("7.000");
  await page.getByRole("link", { name: text("months.example_own"), exact: true }).click();
  await page.locator(".undo__bar").waitFor();
  await page.locator(".asked").waitFor();
  await page.locator(".undo__bar button").click();
  await page.waitForFunction(() => document.querySelector("#living_costs")?.value === "7.000");
});

// ── nothing is said about money that is not known

test("a budget opened and left untouched says only what is missing, with the field", async (t) => {
  const { page, record } = await onBudget(t, { costs: "", savings: "" });
  await onMonths(page);
  await page.locator(".asked").waitFor();
  assert.equal(await page.locator("#app .keys, #app figure, #app table").count(), 0);
  const said = await words(page);
  assert.ok(said.includes(text("headline.unwritten.revenue")) && !said.includes("klare dig selv"), said);
  await box(page, "now-full_month").pressSequentially("20000");
  await page.waitForTimeout(A_PAUSE);
  assert.ok(await box(page, "now-full_month").isVisible(), "the field stays while one writes");
  await button(page, "months.show").click();
  await page.locator("#app .keys__condition").waitFor();
  const condition = (await page.locator("#app .keys__condition").innerText()).replace(/\s+/g, " ");
  assert.match(condition, /^Hvis du bruger [\d.]+ kr\. om måneden:$/, "what it costs to live is a guess, and that stands first");
  await page.locator(".keys__first").first().waitFor();
  await page.locator("#app figure").first().waitFor();
  assertQuiet(record);
});

test("who lives on something we cannot work out writes the amount on the spot, or sees the example", async (t) => {
  for (const support of ["dagpenge", "unknown"]) {
    const { page } = await at(t, "#/spoergsmaal/support");
    await page.locator(`label[for="support-${support}"]`).click();
    await button(page, "common.next").click();
    await goTo(page, "#/maaneder");
    await box(page, "now-benefit_monthly").waitFor();
    await page.getByRole("link", { name: text("start.example"), exact: true }).click();
    await page.locator(".keys__first").first().waitFor();
    await page.getByRole("link", { name: text("months.example_own"), exact: true }).click();
    await box(page, "now-benefit_monthly").fill("15.000");
    await page.keyboard.press("Enter");
    await page.waitForFunction((sentence) => document.querySelector(".asked")?.innerText.includes(sentence), text("headline.unwritten.revenue"));
  }
});

// ── one loan, and no field that edits another

test("a loan of 45.000 kr. is paid back in sixty instalments, whichever field it is written in", async (t) => {
  const { page } = await onBudget(t);
  await box(page, "principal").pressSequentially("45000");
  await box(page, "principal").blur();
  assert.equal(await box(page, "term_months").inputValue(), "60");
  await box(page, "annual_rate").fill("5");
  await box(page, "fee").fill("500");
  await box(page, "term_months").fill("48");
  await box(page, "principal").fill("0");
  await box(page, "principal").blur();
  await box(page, "principal").fill("30.000");
  await box(page, "term_months").waitFor();
  assert.deepEqual(
    [await box(page, "term_months").inputValue(), await box(page, "annual_rate").inputValue(), await box(page, "fee").inputValue()],
    ["48", "5", "500"],
    "nothing is deleted by a nothing on the way",
  );
});

test("the loan in the plan follows the answer until somebody writes over it", async (t) => {
  const { page } = await at(t, "#/spoergsmaal/loan_amount");
  for (const amount of ["30.000", "10.000"]) {
    await goTo(page, "#/spoergsmaal/loan_amount");
    await box(page, "loan_amount").fill(amount);
    await button(page, "common.next").click();
    await goTo(page, "#/tal");
    await standsOn(page, "budget.title");
    await unfold(page);
    assert.equal(await box(page, "principal").inputValue(), amount);
  }
});

test("a longer course moves no other field, and what no longer fits is said at its field", async (t) => {
  const { page } = await onBudget(t);
  await page.getByRole("button", { name: text("examples.hairdresser.short"), exact: true }).click();
  await unfold(page);
  await box(page, "closes").selectOption("2027-07");
  for (const months of ["12", "3"]) await box(page, "course_months").fill(months);
  assert.equal(await box(page, "closes").inputValue(), "2027-07", "it went there and back");
  await box(page, "course_months").fill("12");
  assert.equal(await box(page, "closes").inputValue(), "2027-07");
  const said = await page.locator("#closes-error").innerText();
  assert.match(said, text("months.closes_too_early"));
  await onMonths(page);
  assert.equal(await page.locator("#app .keys, #app figure").count(), 0);
  assert.match(await words(page), /Den åbner i januar 2028/);
});

test("with an account that is open there is no wait and nothing to pay for it", async (t) => {
  const { page } = await at(t, "#/spoergsmaal/business_account");
  await page.locator('label[for="business_account-open"]').click();
  await button(page, "common.next").click();
  await goTo(page, "#/tal");
  await standsOn(page, "budget.title");
  await unfold(page);
  assert.deepEqual([await box(page, "account_wait_months").inputValue(), await box(page, "account_setup").inputValue()], ["0", "0"]);
  await goTo(page, "#/spoergsmaal/business_account");
  await page.locator('label[for="business_account-none"]').click();
  await button(page, "common.next").click();
  await goTo(page, "#/tal");
  await standsOn(page, "budget.title");
  await unfold(page);
  assert.deepEqual([await box(page, "account_wait_months").inputValue(), await box(page, "account_setup").inputValue()], ["1", "2.000"]);
});

// ── leaving, coming back

/** Everything a browser asks before it lets somebody go. */
function dialogsOf(page) {
  const asked = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    dialog.accept();
  });
  return asked;
}

async function reload(page) {
  await page.reload();
  await running(page);
}

const keptIn = (page) => page.evaluate(() => JSON.stringify({ ...sessionStorage }));

test("a reload loses nothing, and nobody is asked about it", async (t) => {
  const { page, record } = await onBudget(t, { savings: "12.345" });
  const asked = dialogsOf(page);
  await box(page, "principal").fill("25.");
  await box(page, "principal").blur();
  const message = await page.locator("#principal-error").innerText();
  await goTo(page, "#/spoergsmaal/loan_amount");
  await box(page, "loan_amount").fill("12.50");
  await goTo(page, "#/tal");
  await standsOn(page, "budget.title");
  await unfold(page);
  await reload(page);
  await standsOn(page, "budget.title");
  assert.deepEqual([await box(page, "living_costs").inputValue(), await box(page, "savings").inputValue()], ["9.000", "12.345"]);
  assert.equal(await box(page, "principal").inputValue(), "25.", "what is half written");
  await unfold(page);
  assert.equal(await page.locator("#principal-error").innerText(), message);
  await goTo(page, "#/spoergsmaal/loan_amount");
  await box(page, "loan_amount").waitFor();
  assert.equal(await box(page, "loan_amount").inputValue(), "12.50", "what was not sent");
  await goTo(page, "#/svar");
  await page.locator("#app main h1").waitFor();
  assert.match(await words(page), /48/);
  assert.deepEqual(asked, []);
  assert.ok((await page.locator("#lost").isHidden()) && (await page.locator("#unkept").isHidden()));
  assertQuiet(record);
});

test("half an answer on the page one is on survives a reload", async (t) => {
  const { page, record } = await at(t, "#/spoergsmaal/age");
  const asked = dialogsOf(page);
  await box(page, "age").pressSequentially("4");
  await reload(page);
  await box(page, "age").waitFor();
  assert.equal(await box(page, "age").inputValue(), "4");
  assert.deepEqual(asked, []);
  assertQuiet(record);
});

test("an example comes back as it was left, and the own case behind it", async (t) => {
  const { page } = await onBudget(t);
  await goTo(page, "#/maaneder/eksempel");
  const costs = page.getByRole("textbox", { name: text("months.input.living_costs") }).first();
  await costs.fill("15.100");
  await costs.blur();
  await page.waitForTimeout(A_PAUSE);
  await reload(page);
  await costs.waitFor();
  assert.equal(await costs.inputValue(), "15.100");
  await page.getByRole("link", { name: text("months.example_own"), exact: true }).click();
  await onMonths(page);
  assert.equal(await costs.inputValue(), "9.000");
});

test("starting over wipes what the tab keeps", async (t) => {
  const { page } = await onBudget(t, { savings: "23.456" });
  await page.waitForTimeout(A_PAUSE);
  assert.match(await keptIn(page), /v1\./);
  await goTo(page, "#/svar");
  await button(page, "common.start_over").click();
  await page.waitForTimeout(A_PAUSE);
  assert.equal(await keptIn(page), "{}");
  await reload(page);
  await goTo(page, "#/spoergsmaal/age");
  await box(page, "age").waitFor();
  assert.equal(await box(page, "age").inputValue(), "");
  assert.equal(await keptIn(page), "{}");
});

/** In the page: ways a browser has of keeping nothing. */
const REFUSED = {
  "no storage at all": () => Object.defineProperty(globalThis, "sessionStorage", { get: () => { throw new DOMException("no", "SecurityError"); } }),
  "a storage that is full": () => { Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }; },
};

for (const [way, refuse] of Object.entries(REFUSED)) {
  test(`${way}: the app works, says once that a reload loses the answers, and leaving is asked about`, async (t) => {
    const visitor = await visitRunning(t, browser, { fragment: "#/spoergsmaal/age", prepare: (page) => page.addInitScript(refuse) });
    const { page, record } = visitor;
    const asked = dialogsOf(page);
    await box(page, "age").waitFor();
    assert.ok(await page.locator("#unkept").isHidden(), "nothing is answered yet");
    await page.locator("#app h1").click();
    await reload(page);
    assert.deepEqual(asked, [], "nothing is answered yet");
    await box(page, "age").fill("34");
    await button(page, "common.next").click();
    await page.locator("#unkept").waitFor();
    assert.equal((await page.locator("#unkept").innerText()).trim(), text("common.unkept"));
    await goTo(page, "#/regler");
    await page.locator("#unkept").waitFor({ state: "hidden" });
    await goTo(page, "#/spoergsmaal/age");
    await box(page, "age").fill("35");
    await button(page, "common.next").click();
    await page.waitForTimeout(A_PAUSE);
    assert.equal(await page.locator("#unkept:visible").count(), 0, "said once");
    await reload(page);
    assert.deepEqual(asked, ["beforeunload"]);
    await goTo(page, "#/spoergsmaal/age");
    await box(page, "age").waitFor();
    assert.equal(await box(page, "age").inputValue(), "");
    assertQuiet(record);
  });
}

test("a case too large to be kept says so, and after a reload that it is lost", async (t) => {
  const { page } = await onBudget(t);
  const asked = dialogsOf(page);
  const label = "\u{1f600}".repeat(60);
  for (let row = 0; row < 40 && (await page.locator("#unkept:visible").count()) === 0; row += 1) {
    await button(page, "budget.setup.add").click();
    await page.locator(`#setup_costs-${row}-label`).fill(label);
    await page.waitForTimeout(200);
  }
  await page.locator("#unkept").waitFor();
  await reload(page);
  assert.deepEqual(asked, ["beforeunload"]);
  await page.locator("#lost").waitFor();
  assert.equal((await page.locator("#lost").innerText()).trim(), text("common.lost"));
  await goTo(page, "#/regler");
  await page.locator("#lost").waitFor({ state: "hidden" });
});

test("what the tab keeps and nobody can read is left aside", async (t) => {
  const { page, record } = await onBudget(t);
  await page.waitForTimeout(A_PAUSE);
  const name = await page.evaluate(() => Object.keys(sessionStorage)[0]);
  // The page itself keeps what it has when it goes, so the next one is given something else before it starts.
  await page.addInitScript((key) => sessionStorage.setItem(key, "c\u001f#v1.AAAA"), name);
  await reload(page);
  await goTo(page, "#/spoergsmaal/age");
  await box(page, "age").waitFor();
  assert.equal(await box(page, "age").inputValue(), "");
  await assertAlive({ page, record });
});

test("the skip link leaves the address alone", async (t) => {
  for (const viewport of [PHONE, DESK]) {
    const { page } = await at(t, "#/regler", viewport);
    await page.locator(".skipnav--app").focus();
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => location.hash), "#/regler");
    assert.equal(await page.evaluate(() => document.activeElement.id), "indhold");
    await page.reload();
    await running(page);
    await standsOn(page, "rules.title");
  }
});

test("Tilbage on the page of a figure that was opened cold goes to the months", async (t) => {
  const cold = await at(t, "#/maaneder/2027-06/household.closing");
  await cold.page.goto("about:blank");
  await cold.page.goto(`${cold.address}#/maaneder/2027-06/household.closing`);
  await running(cold.page);
  await cold.page.locator(".back-link").click();
  await standsOn(cold.page, "months.title");
});

test("the live region is empty again on the next page", async (t) => {
  const { page } = await at(t, "#/maaneder/eksempel");
  const costs = page.getByRole("textbox", { name: text("months.input.living_costs") }).first();
  await costs.fill("14.600");
  await costs.blur();
  await page.waitForFunction(() => document.getElementById("live").textContent !== "");
  await goTo(page, "#/regler");
  await page.waitForFunction(() => document.getElementById("live").textContent === "");
});

test("a tab open over New Year keeps its one date", async (t) => {
  const { page } = await at(t, "#/maaneder/eksempel");
  // It stands among the assumptions, which are folded.
  const dated = async () => (await page.locator("#app main").textContent()).replace(/\s+/g, " ").match(/Regnet ud (\d+\. \S+ \d{4})/)[1];
  const before = await dated();
  await page.evaluate(() => {
    const Real = Date;
    globalThis.Date = class extends Real {
      constructor(...given) {
        super(...(given.length ? given : ["2031-01-02T12:00:00"]));
      }
    };
  });
  await goTo(page, "#/regler");
  await onMonths(page);
  assert.equal(await dated(), before);
});
