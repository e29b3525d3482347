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

/** Reaches a radio button: Tab to its group, arrows within it, the shorter way round, as a keyboard user does. */
export async function arrowTo(page, radio) {
  const name = await radio.getAttribute("name");
  const group = page.locator(`input[type=radio][name="${name}"]`);
  await tabToAny(page, group);
  const [size, at] = await group.evaluateAll((radios, id) => {
    const place = (found) => radios.findIndex(found);
    const on = place((radio) => radio === document.activeElement);
    return [radios.length, (place((radio) => radio.id === id) - on + radios.length) % radios.length];
  }, await radio.getAttribute("id"));
  const arrow = at > size / 2 ? "ArrowUp" : "ArrowDown";
  for (let pressed = 0; pressed <= size; pressed += 1) {
    if (await radio.isChecked()) return;
    await page.keyboard.press((await hasFocus(radio)) ? "Space" : arrow);
  }
  assert.fail(`the arrow keys do not choose ${radio}`);
}

/** Reaches a button of a toolbar: Tab to where it stops, arrows from there. */
export async function arrowToButton(page, button) {
  const bar = page.getByRole("toolbar").filter({ has: button });
  const buttons = bar.getByRole("button");
  await tabToAny(page, buttons);
  const steps = await buttons.evaluateAll((all, named) => {
    const to = all.findIndex((one) => one.textContent === named);
    return to - all.indexOf(document.activeElement);
  }, await button.textContent());
  for (let pressed = 0; pressed < Math.abs(steps); pressed += 1) await page.keyboard.press(steps > 0 ? "ArrowRight" : "ArrowLeft");
  assert.ok(await hasFocus(button), `the arrow keys do not reach ${button}`);
}

async function tabToAny(page, group) {
  await group.first().waitFor({ state: "attached" });
  for (let pressed = 0; pressed <= PATIENCE; pressed += 1) {
    if (await group.evaluateAll((all) => all.includes(document.activeElement))) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`the group is not reached in ${PATIENCE} presses of Tab`);
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
