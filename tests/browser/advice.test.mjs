// What follows when the typing pauses: what would be enough, and what matters most. Neither stands
// beside figures it was not worked out from.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAccessible } from "./axe.mjs";
import { standsOn } from "./person.mjs";
import { DESK, PHONE, assertQuiet, launch, settled, visitRunning } from "./site.mjs";
import { text } from "./texts.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

async function onMonths(t, viewport = DESK) {
  const visitor = await visitRunning(t, browser, { fragment: "#/maaneder/eksempel", context: { viewport } });
  await standsOn(visitor.page, "months.title");
  return visitor;
}

const offers = (page) => page.locator(".offers");
const field = (page, key) => page.getByRole("textbox", { name: text(`months.input.${key}`) }).first();

test("what would help stands there at once, of two kinds named apart, and follows the typing", async (t) => {
  const { page, record } = await onMonths(t);
  await settled(page, record);
  await offers(page).waitFor();
  const first = await offers(page).innerText();
  assert.ok(first.includes(text("offers.enough")) || first.includes(text("offers.helps")), first);
  const helps = page.locator(".offers div", { has: page.getByRole("heading", { name: text("offers.helps") }) }).locator("li");
  for (const words of await helps.allInnerTexts()) assert.match(words, /stadig/, "what only helps says what is still missing");
  await field(page, "living_costs").fill("14.600");
  await page.waitForFunction(
    (old) => {
      const now = document.querySelector(".offers");
      return now && now.innerText !== old && !now.closest(".is-outdated");
    },
    first,
  );
  assert.deepEqual(record.requests, []);
  assertQuiet(record);
});

test("while somebody types, the sentence about the last figures is not seen", async (t) => {
  const { page } = await onMonths(t);
  await offers(page).waitFor();
  const seen = await field(page, "living_costs").evaluate(async (input) => {
    const places = [".offers h2", ".matters figcaption"];
    const isSeen = (element) => !element || (getComputedStyle(element).opacity !== "0" && isSeen(element.parentElement));
    const visible = () => places.map((place) => (isSeen(document.querySelector(place)) ? "visible" : "hidden"));
    const before = visible();
    input.value = "14.700";
    input.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise(requestAnimationFrame);
    return [before, visible()];
  });
  assert.deepEqual(seen, [["visible", "visible"], ["hidden", "hidden"]]);
  await page.waitForFunction(() => !document.querySelector(".is-outdated"));
});

test("with nothing missing nothing is offered", async (t) => {
  const { page, record } = await onMonths(t);
  await offers(page).waitFor();
  await field(page, "savings").fill("40.000");
  await field(page, "living_costs").fill("9.000");
  await offers(page).waitFor({ state: "detached" });
  await assertAccessible(page, "the months with nothing missing");
  assertQuiet(record);
});

test("a field that is left says the result anew, with what would be enough", async (t) => {
  const { page } = await onMonths(t);
  const costs = field(page, "living_costs");
  await costs.fill("13.900");
  await costs.blur();
  await page.waitForFunction(() => document.querySelector("#live").textContent !== "");
  const words = await page.locator("#live").textContent();
  assert.ok(words.startsWith(text("common.recalculated")), words);
  const enough = page.locator(".offers div", { has: page.getByRole("heading", { name: text("offers.enough") }) }).locator("li");
  for (const one of await enough.allTextContents()) assert.ok(words.includes(one.trim()), `${one} in ${words}`);
});

for (const [size, viewport] of [["phone", PHONE], ["desk", DESK]]) {
  test(`what matters most has a picture and the same in a table, ${size}`, async (t) => {
    const { page } = await onMonths(t, viewport);
    const figure = page.locator(".matters figure");
    await figure.scrollIntoViewIfNeeded();
    const bars = await figure.locator("[role=img] rect").count();
    const amounts = await page.locator(".matters td strong").count();
    assert.ok(bars >= 8 && bars <= amounts, `${bars} bars, ${amounts} amounts`);
    assert.match(await figure.locator("figcaption").innerText(), / betyder mest\. /);
    const outside = await figure.locator("text").evaluateAll((texts) => {
      const { left, right } = texts[0].closest("figure").getBoundingClientRect();
      return texts.map((text) => text.getBoundingClientRect()).filter((box) => box.left < left - 1 || box.right > right + 1).length;
    });
    assert.equal(outside, 0, "every word of the picture is within its box");
    await assertAccessible(page, `the months, ${size}`);
  });
}
