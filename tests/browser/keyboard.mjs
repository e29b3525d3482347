// Moving through a page with the keyboard alone.

import assert from "node:assert/strict";

const PATIENCE = 200;

/** Presses Tab until the element has the focus; fails when the keyboard cannot reach it. */
export async function tabTo(page, locator) {
  await locator.waitFor({ state: "visible" });
  for (let pressed = 0; pressed <= PATIENCE; pressed += 1) {
    if (await hasFocus(locator)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`not reached in ${PATIENCE} presses of Tab: ${locator}`);
}

/** Reaches a radio button: Tab to its group, arrows within it, as a keyboard user does. */
export async function arrowTo(page, radio) {
  const name = await radio.getAttribute("name");
  const group = page.locator(`input[type=radio][name="${name}"]`);
  await tabToAny(page, group);
  const size = await group.count();
  for (let pressed = 0; pressed <= size; pressed += 1) {
    if (await radio.isChecked()) return;
    await page.keyboard.press(pressed === 0 && !(await anyChecked(group)) ? "Space" : "ArrowDown");
  }
  assert.fail(`the arrow keys do not choose ${radio}`);
}

async function tabToAny(page, group) {
  await group.first().waitFor({ state: "attached" });
  for (let pressed = 0; pressed <= PATIENCE; pressed += 1) {
    if (await group.evaluateAll((radios) => radios.includes(document.activeElement))) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`the group of radio buttons is not reached in ${PATIENCE} presses of Tab`);
}

function anyChecked(group) {
  return group.evaluateAll((radios) => radios.some((radio) => radio.checked));
}

/** Whether the element has the focus. */
export function hasFocus(locator) {
  return locator.evaluate((element) => element === document.activeElement);
}

/** Waits until the element has the focus: a step moves it after the next frame. */
export async function gainsFocus(locator, why) {
  const until = Date.now() + 5_000;
  while (!(await hasFocus(locator))) {
    assert.ok(Date.now() < until, why ?? `the focus never came to ${locator}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The element in focus is drawn so that it can be seen. */
export async function assertFocusVisible(page) {
  const drawn = await page.evaluate(() => {
    const style = getComputedStyle(document.activeElement);
    return style.outlineStyle !== "none" || style.boxShadow !== "none";
  });
  assert.ok(drawn, "the focus cannot be seen");
}

/** What the Tab key stops at on a page, in order, by name; the page alone, not what stands around it. */
export function stops(page) {
  return page.evaluate(() => {
    const all = document.querySelectorAll("#app :is(a[href], button:enabled, input:enabled, select, summary, [tabindex='0'])");
    const seen = (element) => element.checkVisibility() && element.getAttribute("tabindex") !== "-1";
    return [...all].filter(seen).map((element) => element.innerText?.replace(/\s+/g, " ").trim() ?? "");
  });
}
