// Where a figure comes from: from any figure of the months to its rates and entries, and back the way one came.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAccessible } from "./axe.mjs";
import { gainsFocus, tabTo } from "./keyboard.mjs";
import { DESK, LOOKED_UP, PHONE, assertQuiet, launch, settled, visitRunning } from "./site.mjs";
import { text } from "./texts.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const heading = (page) => page.locator("#app main h1");
const standsOn = (page, words) => page.locator("#app main h1", { hasText: words }).waitFor();

/** 1.661,71 kr. */
const number = (words) => Number(words.replace(/[^0-9,−]/g, "").replace(",", ".").replace("−", "-"));

/** The name of a month's link: what is only heard stands in an element of its own, which may be set off by a space. */
const originOf = (month) => new RegExp(`^${month}\\s*${text("table.origin")}$`);

/** On the months of the example, at the row of a month. */
async function atRow(t, viewport, month) {
  const visitor = await visitRunning(t, browser, { fragment: "#/maaneder/eksempel", context: { viewport } });
  const { page } = visitor;
  if (viewport === PHONE) {
    // In the list the row is the link.
    await page.locator(".mlist > button").click();
    const row = page.getByRole("link", { name: new RegExp(`^${month.replace(" ", "\\s")}\\s*,\\s*${text("table.left")}\\s`) });
    return { ...visitor, row, account: row.locator(".num").last().evaluate((cell) => cell.lastChild.textContent) };
  }
  await page.locator(".months__table table").waitFor();
  const link = page.getByRole("link", { name: originOf(month) });
  const row = page.locator(".months__table tr").filter({ has: link });
  return { ...visitor, row, account: row.locator("td").last().textContent() };
}

for (const [size, viewport] of Object.entries({ phone: PHONE, desk: DESK })) {
  test(`a figure is followed to its rate and back the way one came: ${size}`, async (t) => {
    const { page, record, row, account } = await atRow(t, viewport, "mar 2028");
    await settled(page, record);
    const shown = (await account).trim();
    // A tap anywhere on the row.
    await row.click();
    await standsOn(page, "Alle tal i marts 2028");
    await page.getByRole("link", { name: text("trace.line.household_closing"), exact: true }).click();
    await standsOn(page, "På kontoen sidst i marts 2028");
    const exact = await page.locator(".trace__value").innerText();
    assert.equal(Math.round(number(exact)), number(shown), `${exact} is ${shown} with its øre`);
    await assertAccessible(page, "a figure and where it comes from");

    await page.getByRole("link", { name: text("trace.role.tax"), exact: true }).click();
    await standsOn(page, "Skat i marts 2028");
    await page.locator("summary", { hasText: text("trace.role.state_tax") }).first().click();
    const rate = page.locator("li", { hasText: text("trace.role.state_rate") }).last();
    await rate.waitFor();
    assert.match(await rate.innerText(), /12,01\s%/);
    assert.match(await rate.innerText(), /Det er den sidst kendte sats/);
    const source = rate.getByRole("link");
    assert.match(await source.getAttribute("href"), /^https:\/\//);
    await page.evaluate(() => document.querySelectorAll("details").forEach((fold) => (fold.open = true)));
    await assertAccessible(page, "tax with everything folded out");

    const back = page.getByRole("link", { name: text("trace.back"), exact: true });
    await back.click();
    await standsOn(page, "På kontoen sidst i marts 2028");
    await back.click();
    await standsOn(page, "Alle tal i marts 2028");
    await back.click();
    await standsOn(page, text("months.title"));
    assert.deepEqual(record.requests.filter((url) => !LOOKED_UP.test(url)), []);
    assertQuiet(record);
  });
}

test("the keyboard reaches every figure by way of its month", async (t) => {
  const { page, row } = await atRow(t, DESK, "mar 2028");
  await tabTo(page, row.getByRole("link", { name: originOf("mar 2028") }));
  await page.keyboard.press("Enter");
  await standsOn(page, "Alle tal i marts 2028");
  await gainsFocus(heading(page));
  await assertAccessible(page, "all figures of a month");
  const tax = page.locator(".ledger div").filter({ hasText: text("trace.line.household_tax") }).getByRole("link");
  await tabTo(page, tax);
  await page.keyboard.press("Enter");
  await standsOn(page, "Skat i marts 2028");
  const fold = page.locator(".trace summary").first();
  await tabTo(page, fold);
  await page.keyboard.press("Enter");
  assert.ok(await page.locator(".trace details").first().evaluate((details) => details.open));
});

test("an address nobody was led to is answered", async (t) => {
  const { page } = await visitRunning(t, browser, { fragment: "#/maaneder/eksempel" });
  await page.locator(".months__table table").waitFor();
  const goTo = (fragment) => page.evaluate((to) => (location.hash = to), fragment);
  await goTo("#/maaneder/2040-01/household.tax");
  await page.getByText(text("trace.no_month")).waitFor();
  await assertAccessible(page, "a month the plan does not have");
  await goTo("#/maaneder/2027-13/household.tax");
  await standsOn(page, text("not_found.title"));
  await goTo("#/maaneder/2027-11/household.rent");
  await standsOn(page, text("not_found.title"));
});

test("on paper everything is folded out", async (t) => {
  const { page } = await visitRunning(t, browser, { fragment: "#/maaneder/eksempel" });
  await page.locator(".months__table table").waitFor();
  await page.evaluate(() => (location.hash = "#/maaneder/2028-03/household.tax"));
  await standsOn(page, "Skat i marts 2028");
  const rate = page.locator(".trace__rate").first();
  assert.ok(!(await rate.isVisible()), "folded on the screen");
  await page.emulateMedia({ media: "print" });
  assert.ok(await rate.isVisible(), "and open on paper");
});

test("every line of a month can be asked about, what is nothing too", async (t) => {
  const { page } = await visitRunning(t, browser, { fragment: "#/maaneder/eksempel" });
  await page.locator(".months__table table").waitFor();
  await page.evaluate(() => (location.hash = "#/maaneder/2028-03"));
  await standsOn(page, "Alle tal i marts 2028");
  await page.locator("summary", { hasText: text("trace.others") }).click();
  const names = await page.locator(".ledger a").allInnerTexts();
  for (const key of ["household_subsidy", "household_closing", "business_payout", "loan_outstanding", "self_supporting"]) {
    assert.ok(names.includes(text(`trace.line.${key}`)), `${key}: ${names.join(", ")}`);
  }
  await assertAccessible(page, "all figures of a month, folded out");
  await page.getByRole("link", { name: text("trace.line.household_subsidy"), exact: true }).click();
  await standsOn(page, "Tilskud i marts 2028");
});

test("folding is a triangle, and what adds or subtracts says so", async (t) => {
  const { page } = await visitRunning(t, browser, { fragment: "#/maaneder/eksempel" });
  await page.locator(".months__table table").waitFor();
  const goTo = async (fragment, title) => {
    await page.evaluate((to) => (location.hash = to), fragment);
    await standsOn(page, title);
  };
  await goTo("#/maaneder/2028-03/business.surplus", "Overskud i marts 2028");
  const signs = await page.locator(".trace > div > .trace__steps > li").evaluateAll((parts) =>
    parts.map((part) => part.querySelector(".trace__sign").textContent),
  );
  assert.deepEqual(signs, ["", "−minus", "−minus", "−minus"]);
  await goTo("#/maaneder/2028-03/household.tax", "Skat i marts 2028");
  const folds = page.locator(".trace summary");
  assert.ok((await folds.count()) > 3);
  const drawn = await folds.evaluateAll((all) => all.map((fold) => getComputedStyle(fold, "::before").content));
  assert.deepEqual([...new Set(drawn)], ['""'], "nothing to be read in the mark of a fold");
  // The first part has no sign; its name is its words and its amount.
  const name = await folds.first().evaluate((fold) => fold.textContent);
  assert.doesNotMatch(name, /[+−]/);
  const spoken = await page.locator(".trace").ariaSnapshot();
  assert.match(spoken, /plus Skat til staten/);
  assert.doesNotMatch(spoken, /\+/, "the drawn sign is not read on top of the word");
});
