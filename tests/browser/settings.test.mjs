// What a person has set in the system: own colours, in which states and icons are still seen, and less movement, in which nothing
// moves. And the focus, which is seen wherever it is.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { gainsFocus } from "./keyboard.mjs";
import { everyPage } from "./pages.mjs";
import { PHONE, launch, visitRunning } from "./site.mjs";

/** Where states and icons are looked at: all there are of them stand on these pages. */
const MAIN_PAGES = ["question-choice-error", "result", "money-home", "money-business", "take-along", "months", "compare", "result-outside"];

/** Room for a ring around a thing. */
const RING = 8;

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** A picture of a thing and what is around it. */
async function pictureOf(page, element) {
  const { x, y, width, height } = await element.evaluate((one) => {
    // The row of an answer and the box of a field are drawn around what has the state.
    return (one.closest(".form-group-radio, .form-group-checkbox, .form-input-wrapper") ?? one).getBoundingClientRect().toJSON();
  });
  const [left, top] = [Math.max(0, x - RING), Math.max(0, y - RING)];
  return page.screenshot({ clip: { x: left, y: top, width: x + width + RING - left, height: y + height + RING - top } });
}

/** Is the thing drawn otherwise when `change` is done to it? It is undone afterwards. */
async function isSeen(page, element, change, undo) {
  await element.scrollIntoViewIfNeeded();
  const before = await pictureOf(page, element);
  await element.evaluate(change);
  const after = await pictureOf(page, element);
  await element.evaluate(undo);
  return !before.equals(after);
}

/** What has a state: how it is found, and how it loses and gets it. */
const STATES = {
  current: ["[aria-current]", (one) => one.removeAttribute("aria-current"), (one) => one.setAttribute("aria-current", "page")],
  pressed: ["[aria-pressed=true]", (one) => one.setAttribute("aria-pressed", "false"), (one) => one.setAttribute("aria-pressed", "true")],
  checked: [":is(input[type=radio], input[type=checkbox]):checked", (one) => (one.checked = false), (one) => (one.checked = true)],
};

/** Which states on this page are not seen, and how many of each kind were looked at. */
async function unseenStates(page, looked) {
  const found = [];
  for (const [state, [selector, lose, regain]] of Object.entries(STATES)) {
    for (const element of await page.locator(`#app ${selector}`).elementHandles()) {
      if (!(await element.isVisible())) continue;
      looked[state] = (looked[state] ?? 0) + 1;
      if (!(await isSeen(page, element, lose, regain))) found.push(`${state}: ${await element.evaluate((one) => one.outerHTML)}`);
    }
  }
  return found;
}

/** Which icons on this page are not seen; of those that are alike the first. */
async function unseenIcons(page, looked) {
  const found = [];
  const seen = new Set();
  for (const icon of await page.locator("svg:has(> use)").elementHandles()) {
    const kind = await icon.evaluate((one) => `${one.parentElement.className} ${one.getAttribute("class")} ${one.firstElementChild.getAttribute("href")}`);
    if (seen.has(kind) || !(await icon.isVisible())) continue;
    seen.add(kind);
    looked.icons = (looked.icons ?? 0) + 1;
    const hide = (one) => (one.style.visibility = "hidden");
    if (!(await isSeen(page, icon, hide, (one) => (one.style.visibility = "")))) found.push(`icon: ${kind}`);
  }
  return found;
}

for (const colorScheme of ["light", "dark"]) {
  test(`in forced colours, ${colorScheme}, states and icons are seen`, async (t) => {
    const { page } = await visitRunning(t, browser, { context: { viewport: PHONE, forcedColors: "active", colorScheme } });
    const [looked, found] = [{}, []];
    for await (const name of everyPage(page)) {
      if (!MAIN_PAGES.includes(name)) continue;
      for (const what of [...(await unseenStates(page, looked)), ...(await unseenIcons(page, looked))]) found.push(`${name}: ${what}`);
    }
    t.diagnostic(JSON.stringify(looked));
    assert.deepEqual(Object.keys(looked).sort(), ["checked", "current", "icons", "pressed"], "every kind was looked at");
    assert.deepEqual(found, []);
  });
}

/** In the page: what moves, or would. */
function moving() {
  const takesTime = (times) => times.split(", ").some((time) => parseFloat(time) > 0);
  const moves = ({ transitionDuration, animationName, animationDuration, scrollBehavior }) =>
    takesTime(transitionDuration) || (animationName !== "none" && takesTime(animationDuration)) || scrollBehavior === "smooth";
  const all = [...document.querySelectorAll("*")].filter((element) => moves(getComputedStyle(element)));
  const running = document.getAnimations().map((animation) => `${animation.animationName ?? "a transition"} runs`);
  return [...all.map((element) => `${element.tagName}.${element.getAttribute("class")}`), ...running];
}

test("who has asked for less movement sees none", async (t) => {
  const { page } = await visitRunning(t, browser, { context: { viewport: PHONE, reducedMotion: "reduce" } });
  const found = [];
  for await (const name of everyPage(page)) found.push(...(await page.evaluate(moving)).map((what) => `${name}: ${what}`));
  assert.deepEqual(found, []);
});

/** Where the focus is: its element, and whether it is in the window with nothing in front of it. */
async function focused(page) {
  const element = (await page.evaluateHandle(() => document.activeElement)).asElement();
  const place = await element.evaluate((one) => {
    const { left, top, width, height } = one.getBoundingClientRect();
    const [x, y] = [left + Math.min(width / 2, innerWidth / 2), top + Math.min(height / 2, innerHeight / 2)];
    const front = document.elementFromPoint(x, y);
    const label = one.labels?.[0];
    return {
      isPage: one === document.body,
      name: `${one.tagName}#${one.id} ${one.textContent.trim().slice(0, 30)}`,
      isFree: front !== null && (one.contains(front) || front.contains(one) || label?.contains(front) === true),
    };
  });
  return { element, ...place };
}

/** Goes from stop to stop to the end of the page; what is wrong with the focus on the way, and how many stops there are. */
async function walkStops(page) {
  const found = [];
  // The heading takes the focus after the page is drawn; before that it would take it from a stop.
  await gainsFocus(page.locator("#app main h1"));
  await page.evaluate(() => document.activeElement.blur());
  for (let stops = 0; stops < 200; stops += 1) {
    await page.keyboard.press("Tab");
    const { element, isPage, name, isFree } = await focused(page);
    if (isPage) return { found, stops };
    if (!isFree) found.push(`${name}: something is in front of it, or it is out of sight`);
    const back = (one) => one.focus({ preventScroll: true, focusVisible: true });
    if (!(await isSeen(page, element, (one) => one.blur(), back))) found.push(`${name}: the focus is not seen`);
  }
  throw new Error("the stops do not come to an end");
}

for (const [look, media] of Object.entries({ light: {}, "forced colours": { forcedColors: "active" } })) {
  test(`the focus is seen at each stop of the result, the months and what is taken along, ${look}`, async (t) => {
    const { page } = await visitRunning(t, browser, { context: { viewport: PHONE, ...media } });
    const faults = [];
    for await (const name of everyPage(page)) {
      if (!["result", "months", "take-along"].includes(name)) continue;
      const { found, stops } = await walkStops(page);
      t.diagnostic(`${name}: ${stops} stops`);
      assert.ok(stops >= 10, `${name}: only ${stops} stops`);
      faults.push(...found.map((fault) => `${name}: ${fault}`));
    }
    assert.deepEqual(faults, []);
  });
}
