// The months are short: what matters is within the first screens of a phone, and the list there is chart and table in one.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAccessible } from "./axe.mjs";
import { standsOn } from "./person.mjs";
import { DESK, PHONE, assertQuiet, launch, visitRunning } from "./site.mjs";
import { text } from "./texts.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** The longest the page may be on a phone, and the most words that are seen on it. */
const LONGEST = 3_000;
const MOST_WORDS = 400;

async function onMonths(t, viewport) {
  const visitor = await visitRunning(t, browser, { fragment: "#/maaneder/eksempel", context: { viewport } });
  await standsOn(visitor.page, "months.title");
  await visitor.page.locator(".levers:not(.is-sought) .lever").first().waitFor();
  await visitor.page.locator(".mlist, .months__table table").first().waitFor();
  return visitor;
}

const bottom = (locator) => locator.evaluate((element) => element.getBoundingClientRect().bottom + scrollY);
const top = (locator) => locator.evaluate((element) => element.getBoundingClientRect().top + scrollY);

test("on a phone the page is short, and what to do is within the first two screens", async (t) => {
  const { page, record } = await onMonths(t, { width: 360, height: 740 });
  // Everything once in view: what was out of sight has its real height then.
  await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += 300) {
      scrollTo(0, y);
      await new Promise(requestAnimationFrame);
    }
    scrollTo(0, 0);
  });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const words = (await page.locator("#app main").innerText()).split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;
  t.diagnostic(`${height} pixels, ${words} words`);
  assert.ok(height <= LONGEST, `${height} pixels`);
  assert.ok(words <= MOST_WORDS, `${words} words`);
  assert.ok((await bottom(page.locator(".keys__first"))) <= 740, "the first sentence is on the first screen");
  assert.ok((await bottom(page.locator(".levers"))) <= 2 * 740, "what one can do is on the first two");
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(sideways, 0);
  await assertAccessible(page, "the months on a phone");
  assertQuiet(record);
});

test("on a desk the first sentence, what to do and the chart begin on the first half of the screen", async (t) => {
  const { page } = await onMonths(t, { width: 1280, height: 800 });
  t.diagnostic(`lead ${await top(page.locator(".keys__first"))}, levers ${await top(page.locator(".levers"))}`);
  const caption = await top(page.locator("#chart-caption"));
  assert.ok(caption <= 420, `the chart's caption stands at ${caption}`);
  const five = page.locator(".months__five");
  assert.ok((await top(five)) < 420 && (await five.locator("input").count()) === 5);
  assert.ok((await top(page.locator(".months__table table"))) > caption, "the full table stands below");
});

test("the list opens at the worst month, folds, and leads to where a month comes from", async (t) => {
  const { page } = await onMonths(t, PHONE);
  const rows = page.locator(".mlist a");
  assert.equal(await rows.count(), 5, "two before the worst, and two after");
  assert.ok(await rows.nth(2).evaluate((row) => row.classList.contains("is-worst")));
  assert.equal(await page.locator(".months__table table").count(), 0, "it is the table too");
  for (const box of await page.locator(".mlist a, .mlist summary").all()) {
    assert.ok((await box.boundingBox()).height >= 44, "room for a finger");
  }
  const folded = page.locator(".mlist__phase:not([open])").first();
  await folded.locator("summary").focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelectorAll(".mlist a").length > 5);
  const all = page.locator(".mlist > button");
  await all.click();
  const months = Number((await page.locator("#chart-text").textContent()).match(/(\d+)\s+måneder/)[1]);
  await rows.nth(months - 1).waitFor();
  assert.equal(await rows.count(), months);
  assert.equal(await page.locator(".mlist__end").count(), 1, "the support ends once");
  await assertAccessible(page, "all months in the list");
  await rows.first().focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => /^#\/maaneder\/\d{4}-\d{2}$/.test(location.hash));
});

test("the list follows every key", async (t) => {
  const { page } = await onMonths(t, PHONE);
  const before = await page.locator(".mlist a").last().innerText();
  await page.locator("#living_costs").fill("15.500");
  await page.waitForFunction((old) => document.querySelector(".mlist a:last-of-type")?.innerText !== old, before);
});

test("five figures can be put right beside the months, the rest where all of them are", async (t) => {
  const { page } = await onMonths(t, DESK);
  const names = await page.locator(".months__five label").allInnerTexts();
  const wanted = ["living_costs", "full_month", "variable_share", "hours", "principal"].map((key) => text(`months.input.${key}`));
  assert.deepEqual(names.map((name) => name.replaceAll("\u00ad", "").replace(/\s/g, " ")), wanted);
  await page.getByRole("link", { name: text("months.all_figures"), exact: true }).click();
  await standsOn(page, "budget.title");
});
