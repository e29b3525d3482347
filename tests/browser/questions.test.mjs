// The questions as they are heard: how far one is, what a field wants, and a mistake once.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { mouse } from "./hands.mjs";
import { heard, timesSaid } from "./heard.mjs";
import { gainsFocus } from "./keyboard.mjs";
import { standsOn, unfold } from "./person.mjs";
import { assertQuiet, launch, visitRunning } from "./site.mjs";
import { tables, text } from "./texts.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** Goes to a question and waits until its heading has the focus. */
async function ask(page, key) {
  await page.evaluate(() => (location.hash = "#/regler"));
  await page.locator("#app h1", { hasText: text("rules.title") }).waitFor();
  await page.evaluate((key) => (location.hash = `#/spoergsmaal/${key}`), key);
  const field = page.locator(`#app main :is([id="${key}"], [id^="${key}-"])`).first();
  await field.waitFor({ state: "attached" });
  await gainsFocus(page.locator("#app h1"));
}

function matches(words, expected) {
  return expected instanceof RegExp ? expected.test(words) : words === expected;
}

test("on every question the heading says how far one is, and the field what it wants", async (t) => {
  const { page, record } = await visitRunning(t, browser);
  let onTheWay = 0;
  for (const key of tables("question")) {
    await ask(page, key);
    const nodes = await heard(page);
    const heading = nodes.find((node) => node.focused);
    assert.equal(heading.role, "heading", key);
    assert.ok(matches(heading.name, text(`question.${key}.title`)), `${key}: ${heading.name}`);
    const progress = page.locator("#app .step-subheading");
    const isOnTheWay = (await progress.count()) > 0;
    onTheWay += isOnTheWay;
    assert.equal(heading.description, isOnTheWay ? await progress.innerText() : "", key);

    const field = nodes.find((node) => node.role === "textbox") ?? nodes.find((node) => node.role === "group");
    const hint = await page.locator("#app #hint").innerText();
    assert.ok(matches(hint, text(`question.${key}.hint`)), `${key}: ${hint}`);
    assert.ok(field.description.startsWith(hint), `${key}: the field is described by »${field.description}«`);
  }
  assert.ok(onTheWay >= 10, `only ${onTheWay} questions say how far one is`);
  assertQuiet(record);
});

test("an amount's field is also described by its unit", async (t) => {
  const { page } = await visitRunning(t, browser);
  for (const [key, unit] of [["age", text("question.age.unit")], ["loan_amount", text("unit.kroner")]]) {
    await ask(page, key);
    const field = (await heard(page)).find((node) => node.role === "textbox");
    assert.equal(field.name, text(`question.${key}.label`));
    assert.equal(field.description, `${text(`question.${key}.hint`)} ${unit}`);
  }
});

test("a question without an answer: what to do is said once, with the focus", async (t) => {
  const { page, record } = await visitRunning(t, browser);
  for (const key of ["municipality", "support", "loan_purposes"]) {
    await ask(page, key);
    await mouse(page).press(text("common.next"));
    await gainsFocus(page.locator("#errors"));
    assert.deepEqual(await timesSaid(page, text(`question.${key}.error`)), { live: 0, focus: 1 }, key);
    assert.deepEqual(await timesSaid(page, text("errors.summary_one")), { live: 0, focus: 1 }, key);
  }
  assertQuiet(record);
});

test("a figure that cannot be read: the summary is said with the focus, and is no alarm besides", async (t) => {
  const { page, record } = await visitRunning(t, browser);
  for (const [key, typed] of [["age", "ung"], ["age", "34,5"], ["loan_amount", "12'500"]]) {
    await ask(page, key);
    await page.locator(`#app #${key}`).fill(typed);
    await mouse(page).press(text("common.next"));
    await gainsFocus(page.locator("#errors"));
    const words = await page.locator("#app .form-error-message").innerText();
    assert.ok(words.includes(`»${typed}«`), words);
    const said = await timesSaid(page, words.split("»")[1]);
    assert.deepEqual(said, { live: 0, focus: 1 }, key);
    assert.equal(await page.locator("#errors[role=alert], #errors [role=alert]").count(), 0);
    const field = (await heard(page)).find((node) => node.role === "textbox");
    assert.ok(field.description.includes(words), `${key}: ${field.description}`);
  }
  assertQuiet(record);
});

test("what is wrong with an age is said in words about an age", async (t) => {
  const { page, record } = await visitRunning(t, browser);
  await ask(page, "age");
  for (const typed of ["34,5", "ung", "121", "34 kr."]) {
    await page.locator("#app #age").fill(typed);
    await page.locator("#app #age").blur();
    const message = page.locator("#app #age-error");
    await message.filter({ hasText: `»${typed}«` }).waitFor();
    assert.match(await message.innerText(), /Skriv din alder i hele år fra 0 til 120, for eksempel 34\.$/);
  }
  await page.locator("#app #age").fill("34 år");
  await page.locator("#app #age").blur();
  assert.equal(await page.locator("#app #age").inputValue(), "34");
  assert.equal(await page.locator("#app #age-error").count(), 0);
  assertQuiet(record);
});

test("on the budget, an age without a known benefit is not asked for again", async (t) => {
  const { page, record } = await visitRunning(t, browser);
  const hands = mouse(page);
  await ask(page, "age");
  await hands.write(text("question.age.label"), "67");
  await hands.press(text("common.next"));
  await page.getByRole("heading", { level: 1, name: text("question.municipality.title") }).waitFor();
  await ask(page, "support");
  await hands.choose(text("question.support.option.kontanthjaelp_jobparat"));
  await hands.press(text("common.next"));
  await page.evaluate(() => (location.hash = "#/tal"));
  await standsOn(page, "budget.title");
  await unfold(page);
  await page.locator("#app #age").waitFor();
  const benefit = page.locator("#app .budget__part").filter({ has: page.locator("#age") });
  assert.equal(await page.locator("#app #age").inputValue(), "67");
  const words = (await benefit.innerText()).replace(/\s+/g, " ");
  assert.ok(words.includes(text("errors.field.benefit_age")), words);
  assert.ok(!words.includes(text("budget.benefit.needs_age")), words);
  assert.ok(!words.includes(text("budget.benefit.computed_from")), words);
  await hands.write(text("budget.benefit.age"), "34");
  await benefit.getByText(text("budget.benefit.range_from")).waitFor();
  assertQuiet(record);
});
