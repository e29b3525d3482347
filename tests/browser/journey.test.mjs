// The whole way from the start page to the months: by mouse and by keyboard alone, on a phone and on
// a desk. On every page axe finds nothing, the focus is where a screen reader reads on, and the
// title of the window says where one is.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAccessible } from "./axe.mjs";
import { keyboard, mouse } from "./hands.mjs";
import { IN_DOUBT, ON_DAGPENGE, JOB_READY, answerAll, headingOf, standsOn, throughMoney } from "./person.mjs";
import { DESK, PHONE, assertQuiet, launch, settled, visitRunning } from "./site.mjs";
import { text } from "./texts.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** What holds on every page one comes to. */
async function assertGoodPage(page) {
  const words = await headingOf(page);
  assert.ok(await headingTakesFocus(page), `${words}: the focus is on the new heading`);
  assert.match(await page.title(), /Mikrolånsberegneren/);
  assert.ok(await fitsWidth(page), `${words}: nothing to scroll sideways`);
  await assertAccessible(page, words);
}

/** A screen reader reads on from there; it may take a moment after the page has changed. */
function headingTakesFocus(page) {
  const focused = () => document.activeElement?.tagName === "H1";
  return page.waitForFunction(focused, undefined, { timeout: 1000 }).then(() => true, () => false);
}

function fitsWidth(page) {
  return page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
}

/** What the picture shows stands in the table too, month by month. */
async function assertTableBesideChart(page) {
  const told = await page.locator("#chart-text").textContent();
  const months = Number(told.match(/(\d+)\s+måneder/)[1]);
  assert.ok(months >= 12, told);
  // In a narrow box picture and table are one list; closed again, the page is what it was.
  const list = page.locator(".mlist > button");
  const isList = await list.isVisible();
  if (isList) await list.click();
  const rows = page.locator(isList ? ".mlist a" : ".months__table tbody th[scope=row]");
  await rows.nth(months - 1).waitFor();
  assert.equal(await rows.count(), months);
  if (isList) await list.click();
}

async function walk(page, hands, person) {
  const asked = await answerAll(page, hands, person, () => assertGoodPage(page));
  await assertGoodPage(page);
  await throughMoney(page, hands, { each: () => assertAccessible(page, "a step as it is left") });
  await assertGoodPage(page);
  return asked;
}

for (const [size, viewport] of [["phone", PHONE], ["desk", DESK]]) {
  for (const handsOf of [mouse, keyboard]) {
    test(`the whole way, ${size}, ${handsOf.name}`, async (t) => {
      const { page, record } = await visitRunning(t, browser, { context: { viewport } });
      await settled(page, record);
      const asked = await walk(page, handsOf(page), JOB_READY);
      t.diagnostic(`${asked} questions`);
      assert.ok(await page.locator("#app figure svg").first().isVisible(), "the chart is drawn");
      await assertTableBesideChart(page);
      assert.deepEqual(record.requests, [], "no request after the page has loaded");
      assertQuiet(record);
    });
  }
}

test("somebody in doubt about everything gets a result too", async (t) => {
  const { page, record } = await visitRunning(t, browser);
  await answerAll(page, mouse(page), IN_DOUBT);
  await assertGoodPage(page);
  assert.doesNotMatch(await page.locator("#app main").innerText(), /godkendt|afslag/i);
  assertQuiet(record);
});

test("somebody outside the group hears why, and which ways are open", async (t) => {
  const { page, record } = await visitRunning(t, browser);
  const asked = await answerAll(page, mouse(page), ON_DAGPENGE);
  assert.equal(asked, 3, "straight from the answer to the result");
  const words = await page.locator("#app main").innerText();
  assert.ok(words.includes(text("verdict.closed.title")));
  assert.ok(words.includes(text("verdict.closed.outside")), words);
  const first = await page.locator(".routes > li").first().innerText();
  assert.ok(first.includes(text("outside.dagpenge.title")), `whom to ask stands first: ${first}`);
  assert.ok(words.includes(text("route.small_job.title")), "a no is useful");
  assert.equal(await page.locator("#app main .band").count(), 0, "nothing is counted");
  assert.ok(!words.includes(text("criterion.adult.reason.needs_answer")) && !/vi ved ikke/i.test(words), words);
  await assertGoodPage(page);
  await page.getByRole("link", { name: text("outside.months"), exact: true }).click();
  await standsOn(page, "money.home");
  assertQuiet(record);
});
