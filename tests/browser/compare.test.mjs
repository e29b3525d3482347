// Plans beside each other: by mouse and by keyboard, on a phone and on a desk, and on paper.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAccessible } from "./axe.mjs";
import { keyboard, mouse } from "./hands.mjs";
import { gainsFocus } from "./keyboard.mjs";
import { standsOn } from "./person.mjs";
import { DESK, LOOKED_UP, PHONE, assertQuiet, launch, settled, visitRunning } from "./site.mjs";
import { text } from "./texts.mjs";

/** Between the margins of A4, in CSS pixels. */
const PAPER = { width: 688, height: 990 };
const ADDED = "small_job_15";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const cards = (page) => page.locator(".plan");
const title = (variant) => text(`variant.${variant}.title`);

async function onMonths(t, viewport) {
  const visitor = await visitRunning(t, browser, { fragment: "#/maaneder/eksempel", context: { viewport } });
  await standsOn(visitor.page, "months.title");
  await settled(visitor.page, visitor.record);
  return visitor;
}

async function toCompare(page, hands) {
  await hands.follow(text("months.compare"));
  await standsOn(page, "compare.title");
}

function fitsWidth(page) {
  return page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
}

for (const [size, viewport] of [["phone", PHONE], ["desk", DESK]]) {
  for (const handsOf of [mouse, keyboard]) {
    test(`a plan is added and taken away again, ${size}, ${handsOf.name}`, async (t) => {
      const { page, record } = await onMonths(t, viewport);
      const hands = handsOf(page);
      await toCompare(page, hands);
      assert.equal(await cards(page).count(), 3, "the own plan and two others to begin with");
      await assertAccessible(page, `three plans, ${size}`);

      await hands.press(title(ADDED));
      const added = cards(page).filter({ hasText: title(ADDED) });
      await added.waitFor();
      assert.equal(await cards(page).count(), 4);
      await gainsFocus(added.locator("h2"), "one reads on at the new plan");
      assert.ok(await page.getByRole("button", { name: title("good") }).isDisabled(), "there is no room for a fifth");
      await assertAccessible(page, `four plans, ${size}`);
      assert.ok(await fitsWidth(page), "nothing to scroll sideways");

      await hands.press(`${text("common.remove")} ${title(ADDED)}`);
      await added.waitFor({ state: "detached" });
      await gainsFocus(page.getByRole("button", { name: title(ADDED), exact: true }));
      assert.ok((await page.locator("#live").textContent()).includes(title(ADDED)));
      const unasked = record.requests.filter((url) => !LOOKED_UP.test(url));
      assert.deepEqual(unasked, [], "no request after the page has loaded but for the page itself");
      assertQuiet(record);
    });
  }
}

test("the own plan alone can stand there too", async (t) => {
  const { page, record } = await onMonths(t, DESK);
  const hands = mouse(page);
  await toCompare(page, hands);
  while ((await cards(page).count()) > 1) {
    const shown = await cards(page).count();
    await cards(page).last().getByRole("button").click();
    await page.waitForFunction((before) => document.querySelectorAll(".plan").length < before, shown);
  }
  await assertAccessible(page, "the own plan alone");
  assertQuiet(record);
});

test("without a benefit there is nothing to compare, and the page says what to do", async (t) => {
  const { page, record } = await visitRunning(t, browser, { fragment: "#/sammenlign" });
  await standsOn(page, "compare.title");
  assert.ok(await page.getByRole("heading", { name: text("months.refused") }).isVisible());
  assert.equal(await cards(page).count(), 0);
  await assertAccessible(page, "nothing to compare");
  assertQuiet(record);
});

test("what is compared: the plan, the job that is enough and the benefit, over the same months", async (t) => {
  const { page, record } = await onMonths(t, PHONE);
  await toCompare(page, mouse(page));
  const headings = await cards(page).locator("h2").allInnerTexts();
  for (const [i, name] of [text("compare.own"), title("enough_job"), title("stay_on_benefit")].entries()) {
    assert.ok(headings[i].includes(name), `${headings[i]}: ${name}`);
  }
  const said = await page.locator(".compare .lead").allInnerTexts();
  assert.equal(said.length, 3, "a line for each plan");
  assert.match(said[0], /Du mangler i alt .*\skr\., første gang i /);
  assert.ok(said[1].includes(text("compare.lead.never_below")), said[1]);
  assert.match(await page.locator(".compare .source").first().innerText(), /de første 14\småneder efter støtten/);
  // A later account is called neither better nor worse than what it costs, and its months are all there.
  await mouse(page).press(title("account_later"));
  await cards(page).nth(3).waitFor();
  assert.equal(await page.locator(".plans-table tbody tr").count(), 28, "four months more of waiting");
  const later = await cards(page).nth(3).innerText();
  assert.ok(!later.includes("mere end i din plan"), later);
  assert.ok(await fitsWidth(page));
  assertQuiet(record);
});

test("without living costs nothing is compared, and the page says what is missing", async (t) => {
  const { page, record } = await onMonths(t, DESK);
  const costs = page.locator("#living_costs");
  await costs.fill("0");
  await costs.blur();
  await mouse(page).follow(text("nav.compare"));
  await standsOn(page, "compare.title");
  assert.ok((await page.locator("#indhold").innerText()).includes(text("headline.unwritten.living_costs")));
  assert.equal(await cards(page).count(), 0);
  await assertAccessible(page, "living costs are missing");
  assertQuiet(record);
});

test("what is compared follows the plan", async (t) => {
  const { page, record } = await onMonths(t, DESK);
  const hands = mouse(page);
  await toCompare(page, hands);
  const figures = () => cards(page).locator("dd strong").allInnerTexts();
  const before = await figures();
  await hands.follow(text("compare.own_change"));
  await standsOn(page, "months.title");
  await page.getByRole("textbox", { name: text("months.input.living_costs") }).fill("14.000");
  await hands.follow(text("nav.compare"));
  await standsOn(page, "compare.title");
  const now = await figures();
  assert.equal(now.length, before.length);
  assert.notDeepEqual(now, before);
  assertQuiet(record);
});

test("rows line up across the cards, and every picture has the same scale", async (t) => {
  const { page } = await onMonths(t, DESK);
  await toCompare(page, mouse(page));
  const tops = await cards(page).evaluateAll((all) =>
    all.map((card) => [...card.querySelectorAll("dl > div")].map((row) => Math.round(row.getBoundingClientRect().top))),
  );
  for (const card of tops) assert.deepEqual(card, tops[0]);
  const ticks = await cards(page).evaluateAll((all) =>
    all.map((card) => [...card.querySelectorAll(".chart__tick")].map((tick) => tick.textContent)),
  );
  for (const card of ticks) assert.deepEqual(card, ticks[0]);
});

test("every month of every plan stands in the table", async (t) => {
  const { page } = await onMonths(t, PHONE);
  await toCompare(page, mouse(page));
  const months = Number((await page.locator("#text-A").textContent()).match(/(\d+)\s+måneder/)[1]);
  assert.equal(await page.locator(".plans-table tbody th").count(), months);
  assert.equal(await page.locator(".plans-table tbody td").count(), months * 6);
});

test("on paper the plans stand beside each other and nothing is cut off", async (t) => {
  const { page } = await onMonths(t, PAPER);
  await toCompare(page, mouse(page));
  await page.emulateMedia({ media: "print" });
  const tops = await cards(page).evaluateAll((all) => all.map((card) => Math.round(card.getBoundingClientRect().top)));
  assert.equal(new Set(tops).size, 1, "one row");
  assert.ok(await fitsWidth(page));
  assert.ok(await page.locator(".compare__add").isHidden(), "what can be pressed has no meaning on paper");
  const paper = await page.pdf({ format: "A4", preferCSSPageSize: true });
  const pages = paper.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length;
  assert.ok(pages >= 1 && pages <= 3, `${pages} pages`);
});
