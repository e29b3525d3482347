// What one can do, and what matters most: both follow when the typing pauses, and neither stands beside figures it was
// not worked out from. A change is tried and taken back.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAccessible } from "./axe.mjs";
import { keyboard, mouse } from "./hands.mjs";
import { standsOn } from "./person.mjs";
import { DESK, PHONE, assertQuiet, launch, settled, visitRunning } from "./site.mjs";
import { text } from "./texts.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** Below zero, with hours, less spent and more sold that would each help. */
const SHORT = "#/maaneder/eksempel/graphic_designer";

async function onMonths(t, viewport = DESK, fragment = "#/maaneder/eksempel") {
  const visitor = await visitRunning(t, browser, { fragment, context: { viewport } });
  await standsOn(visitor.page, "months.title");
  return visitor;
}

const levers = (page) => page.locator(".levers:not(.is-sought) .lever");
const field = (page, key) => page.getByRole("textbox", { name: text(`months.input.${key}`) }).first();
const lead = (page) => page.locator(".keys__first .keys__fact");
const plain = (words) => words.replace(/\s+/g, " ").trim();

test("what one can do is of two kinds named apart, and follows the typing", async (t) => {
  const { page, record } = await onMonths(t, DESK, SHORT);
  await settled(page, record);
  await levers(page).first().waitFor();
  const effects = await levers(page).locator("p + p").allInnerTexts();
  assert.ok(effects.length >= 2, effects.join(" | "));
  for (const effect of effects) {
    if (plain(effect) === text("offers.enough")) continue;
    assert.ok(effect.startsWith(text("offers.helps")), effect);
    assert.match(effect, / stadig /, "what only helps says what is still missing");
  }
  const first = await page.locator(".offers").innerText();
  await field(page, "living_costs").fill("14.600");
  await page.waitForFunction(
    (old) => {
      const now = document.querySelector(".offers");
      return now && now.innerText !== old && !now.closest(".is-outdated") && !now.querySelector(".is-sought");
    },
    first,
  );
  assert.deepEqual(record.requests, []);
  assertQuiet(record);
});

test("while somebody types, the sentence about the last figures is not seen", async (t) => {
  const { page } = await onMonths(t);
  await levers(page).first().waitFor();
  const seen = await field(page, "living_costs").evaluate(async (input) => {
    const places = [".offers h2", ".matters h2"];
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

test("with nothing missing nothing is offered, and it is said what to look out for", async (t) => {
  const { page, record } = await onMonths(t);
  await levers(page).first().waitFor();
  await field(page, "living_costs").fill("9.000");
  await page.locator(".offers").waitFor({ state: "detached" });
  await page.getByText(text("offers.watch")).waitFor();
  await assertAccessible(page, "the months with nothing missing");
  assertQuiet(record);
});

test("a field that is left says the result anew", async (t) => {
  const { page } = await onMonths(t);
  const costs = field(page, "living_costs");
  await costs.fill("13.900");
  await costs.blur();
  await page.waitForFunction(() => document.querySelector("#live").textContent !== "");
  const words = await page.locator("#live").textContent();
  assert.ok(words.startsWith(text("common.recalculated")), words);
  assert.ok(plain(words).includes(plain(await lead(page).innerText())), words);
});

// ── what is tried

for (const handsOf of [mouse, keyboard]) {
  for (const [size, viewport] of [["phone", PHONE], ["desk", DESK]]) {
    test(`a change is tried, another takes its place, and all of it is taken back: ${size}, ${handsOf.name}`, async (t) => {
      const { page, record } = await onMonths(t, viewport, SHORT);
      const hands = handsOf(page);
      await levers(page).nth(1).waitFor();
      const own = plain(await page.locator(".lever--own").innerText());
      const bands = () => page.locator(".lever--own .is-own").count();
      const [before, band] = [plain(await lead(page).innerText()), await bands()];
      const costs = await field(page, "living_costs").inputValue();
      const names = await levers(page).locator("strong").allInnerTexts();
      const attempt = (name) => `${text("offers.attempt")}: ${name}`;
      const back = (name) => `${text("undo.undo")}: ${name}`;

      for (const name of names.slice(0, 2)) {
        await hands.press(attempt(name));
        await page.getByRole("button", { name: back(name), exact: true }).waitFor();
        assert.equal(await page.locator(".lever.is-tried").count(), 1, "one at a time");
        assert.notEqual(plain(await lead(page).innerText()), before, name);
        const effect = plain(await page.locator(".lever.is-tried p + p").innerText());
        const said = plain(await page.locator(".keys__first").innerText());
        const until = effect.match(/til og med (\S+ \d{4})/)?.[1];
        if (until) assert.ok(said.includes(until), `${effect} and ${said}`);
        else if (effect === text("offers.enough")) assert.ok(said.includes(text("headline.enough.fact")), said);
        assert.ok(await page.locator(".lever--own").isVisible(), "one's own plan is beside it");
        assert.deepEqual([plain(await page.locator(".lever--own").innerText()), await bands()], [own, band]);
        assert.match(await page.locator("#live").textContent(), new RegExp(text("common.recalculated")));
      }
      await assertAccessible(page, `a change is tried, ${size}`);

      await page.reload();
      const last = page.getByRole("button", { name: back(names[1]), exact: true });
      await last.waitFor();
      await hands.press(back(names[1]));
      await page.locator(".lever.is-tried").waitFor({ state: "detached" });
      assert.equal(plain(await lead(page).innerText()), before);
      assert.equal(await field(page, "living_costs").inputValue(), costs);
      assertQuiet(record);
    });
  }
}

test("a field that is edited keeps what is tried as one's own", async (t) => {
  const { page } = await onMonths(t, DESK, SHORT);
  await levers(page).first().waitFor();
  await levers(page).first().getByRole("button").click();
  await page.locator(".lever.is-tried").waitFor();
  const tried = plain(await lead(page).innerText());
  await field(page, "variable_share").fill("0");
  await page.locator(".lever.is-tried").waitFor({ state: "detached" });
  await page.waitForFunction(() => !document.querySelector(".is-outdated, .is-sought"));
  assert.notEqual(tried, "");
  assert.equal(await page.locator(".lever.is-tried").count(), 0);
});

for (const [size, viewport] of [["phone", PHONE], ["desk", DESK]]) {
  test(`what matters most is said in three rows; its picture and table are folded, ${size}`, async (t) => {
    const { page } = await onMonths(t, viewport);
    await page.locator(".matters").scrollIntoViewIfNeeded();
    // What is laid out only when it comes into view has no text a reader could see before that.
    await page.waitForFunction(() => document.querySelector(".matters .pairs li")?.innerText);
    const rows = await page.locator(".matters .pairs li").allInnerTexts();
    assert.equal(rows.length, 3, rows.join(" | "));
    for (const row of rows) assert.match(row, /[+−][\d.]+\s*kr\./, row);
    const figure = page.locator(".matters figure");
    assert.ok(!(await figure.isVisible()), "folded");
    await page.locator(".matters summary").click();
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
