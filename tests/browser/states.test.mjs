// Every page and every state one can come to without walking the whole way: in light, dark and
// forced colours, and as narrow as a desk zoomed to 400 per cent.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAccessible } from "./axe.mjs";
import { mouse } from "./hands.mjs";
import { gainsFocus, stops } from "./keyboard.mjs";
import { headingOf, standsOn } from "./person.mjs";
import { DESK, PHONE, assertQuiet, launch, visitRunning } from "./site.mjs";
import { text } from "./texts.mjs";

/** 1280 pixels, zoomed to 400 per cent. */
const ZOOMED = { width: 320, height: 256 };

const ROUTES = {
  "#/spoergsmaal": "question.age.title",
  "#/spoergsmaal/support": "question.support.title",
  "#/svar": "answers.title",
  "#/resultat": "result.title",
  "#/tal": "budget.title",
  "#/maaneder": "months.title",
  "#/maaneder/eksempel": "months.title",
  "#/sammenlign": "compare.title",
  "#/naeste": "next_steps.title",
  "#/hjaelp": "help.title",
  "#/regler": "rules.title",
  "#/godt-at-vide": "guide.title",
  "#/godt-at-vide/skat": "guide.title",
  "#/tilgaengelighed": "accessibility.title",
  "#/findes-ikke": "not_found.title",
};

const LOOKS = {
  "light, desk": { viewport: DESK },
  "dark, phone": { viewport: PHONE, colorScheme: "dark" },
  "forced colours": { viewport: DESK, forcedColors: "active" },
  "zoomed to 400 per cent": { viewport: ZOOMED },
};

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

async function goTo(page, route) {
  await page.evaluate((to) => (location.hash = to), route);
  await standsOn(page, ROUTES[route]);
}

async function assertReadable(page, where) {
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  assert.ok(sideways <= 0, `${where}: ${sideways} pixels to scroll sideways`);
  await assertAccessible(page, where);
}

for (const [look, context] of Object.entries(LOOKS)) {
  test(`every page, ${look}`, async (t) => {
    const { page, record } = await visitRunning(t, browser, { context });
    await assertReadable(page, `start, ${look}`);
    for (const route of Object.keys(ROUTES)) {
      await goTo(page, route);
      await assertReadable(page, `${route}, ${look}`);
    }
    assertQuiet(record);
  });
}

test("a page can be opened by its address, and the arrows of the browser work", async (t) => {
  const { page } = await visitRunning(t, browser, { fragment: "#/regler" });
  await standsOn(page, "rules.title");
  await page.evaluate(() => (location.hash = "#/tilgaengelighed"));
  await standsOn(page, "accessibility.title");
  await page.goBack();
  await standsOn(page, "rules.title");
  await page.goForward();
  await standsOn(page, "accessibility.title");
});

test("a question without an answer is asked again, and the page says so", async (t) => {
  const { page, record } = await visitRunning(t, browser, { fragment: "#/spoergsmaal/idea" });
  await standsOn(page, "question.idea.title");
  await mouse(page).press(text("common.next"));
  const summary = page.locator("#app .alert-error");
  await summary.waitFor();
  assert.match(await page.title(), /^Fejl:/);
  assert.ok(await summary.evaluate((element) => element.contains(document.activeElement)), "the summary has the focus");
  await assertReadable(page, "a question with an error");
  await summary.getByRole("link").first().click();
  await page.waitForFunction(() => document.activeElement.matches("input[type=radio]"));
  assert.equal(await headingOf(page), text("question.idea.title"));
  assertQuiet(record);
});

test("an amount that can be read in two ways is asked about, never guessed", async (t) => {
  const { page, record } = await visitRunning(t, browser, { fragment: "#/spoergsmaal/loan_amount" });
  await standsOn(page, "question.loan_amount.title");
  const hands = mouse(page);
  await hands.write(text("question.loan_amount.label"), "25.5");
  await hands.press(text("common.next"));
  await page.locator("#app .alert-error").waitFor();
  const readings = page.locator(".readings button");
  assert.equal(await readings.count(), 2);
  await assertReadable(page, "an ambiguous amount");
  await readings.last().click();
  assert.match(await page.getByRole("textbox").inputValue(), /^25,50?$/);
  assertQuiet(record);
});

test("whatever stands in the address, the page stands", async (t) => {
  const { page, record } = await visitRunning(t, browser);
  for (const fragment of ["#/spoergsmaal/<b>x</b>", "#/%", `#/${"x".repeat(5000)}`, "#/maaneder/æøå", "#/\u202e"]) {
    await page.evaluate((to) => (location.hash = to), fragment);
    await standsOn(page, "not_found.title");
    assert.ok(await page.locator("#stopped").isHidden(), fragment);
  }
  assertQuiet(record);
});

test("months have one named link a row, and few stops in all", async (t) => {
  const { page } = await visitRunning(t, browser, { fragment: "#/maaneder/eksempel" });
  await standsOn(page, "months.title");
  const rows = page.locator(".months__table tbody tr:not(.phase)");
  const months = await rows.count();
  assert.equal(await page.locator(".months__table tbody a").count(), months);
  for (const link of await rows.getByRole("link").all()) {
    assert.match(await link.textContent(), /^[a-z]{3} \d{4}: se, hvor tallene kommer fra$/);
  }
  await page.locator("summary", { hasText: text("months.all_lines") }).click();
  await page.locator("#all-household").waitFor();
  const bare = await page.getByRole("link").evaluateAll((links) => links.map((link) => link.textContent.trim()).filter((name) => /^[−\d.,]*$/.test(name)));
  assert.deepEqual(bare, [], "links named by a bare number");
  await page.locator("summary", { hasText: text("months.all_lines") }).click();
  const found = await stops(page);
  t.diagnostic(`${found.length} stops, ${months} of them months`);
  assert.ok(found.length - months <= 40, found.join(" | "));
});

test("a question leads to what is good to know about it: first on the page, and open", async (t) => {
  const { page, record } = await visitRunning(t, browser, { fragment: "#/spoergsmaal/business_account" });
  await standsOn(page, "question.business_account.title");
  await page.locator(".question__field").getByRole("link", { name: text("guide.account.title") }).click();
  await standsOn(page, "guide.title");
  const open = await page.locator("#app details").evaluateAll((folds) => folds.map((fold) => (fold.open ? fold.id : "")));
  assert.ok(open.length > 10 && open[0] === "konto" && open.slice(1).every((id) => id === ""), open.join(" "));
  await page.goBack();
  await standsOn(page, "question.business_account.title");
  assertQuiet(record);
});

test("how we calculate has a list of contents, and few stops", async (t) => {
  const { page, record } = await visitRunning(t, browser, { fragment: "#/regler" });
  await standsOn(page, "rules.title");
  const found = await stops(page);
  t.diagnostic(`${found.length} stops`);
  assert.ok(found.length <= 60, `${found.length}: ${found.join(" | ")}`);
  const contents = page.getByRole("navigation", { name: text("rules.contents") });
  const headings = await page.locator("#app main > h2").allInnerTexts();
  assert.deepEqual(await contents.getByRole("link").allInnerTexts(), headings);
  for (const name of headings) {
    await contents.getByRole("link", { name, exact: true }).click();
    await gainsFocus(page.getByRole("heading", { level: 2, name, exact: true }));
    assert.equal(await page.evaluate(() => location.hash), "#/regler", "the address still names the page");
  }
  const figures = page.locator("summary", { hasText: text("rules.show_figures") });
  assert.equal(await figures.count(), 6);
  await figures.first().click();
  await page.getByRole("table").first().waitFor();
  await assertReadable(page, "the rules with figures folded out");
  assertQuiet(record);
});
