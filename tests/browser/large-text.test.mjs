// Large text: twice the size, the spacing of WCAG 1.4.12, the narrowest window. No page is wider than the
// window, and no word is cut off; what is wider than the page (a table of months) scrolls in a box with a name.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { everyPage } from "./pages.mjs";
import { headingOf, standsOn } from "./person.mjs";
import { PHONE, launch, visitRunning } from "./site.mjs";
import { tables, text } from "./texts.mjs";

const NARROW = { width: 320, height: 640 };

const FRAGMENTS = [
  "#/",
  ...tables("question").map((key) => `#/spoergsmaal/${key}`),
  "#/svar",
  "#/resultat",
  "#/penge/hjemme",
  "#/penge/virksomhed",
  "#/penge/i-gang",
  "#/tal",
  "#/maaneder",
  "#/maaneder/eksempel",
  "#/maaneder/2028-03",
  "#/maaneder/2028-03/household.tax",
  "#/maaneder/2040-01",
  "#/sammenlign",
  "#/naeste",
  "#/tag-med",
  "#/hjaelp",
  "#/regler",
  "#/godt-at-vide/afdrag",
  "#/tilgaengelighed",
  "#/findes-ikke",
];

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** The browser's own setting for the size of text. */
async function withText(page, pixels) {
  const debug = await page.context().newCDPSession(page);
  await debug.send("Page.setFontSizes", { fontSizes: { standard: pixels, fixed: pixels } });
  await page.waitForFunction((wanted) => getComputedStyle(document.documentElement).fontSize === `${wanted}px`, pixels);
}

/** As a person does it with an add-on: on every element, above the page's own style. */
function withSpacing(page) {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
      p { margin-block-end: 2em !important; }`);
    document.adoptedStyleSheets = [sheet];
  });
}

/** In the page: how far it reaches beyond the window, and what does. */
function tooWide() {
  const page = document.documentElement;
  const sideways = page.scrollWidth - page.clientWidth;
  if (sideways <= 0) return null;
  const scrolls = (element) => element && (getComputedStyle(element).overflowX === "auto" || scrolls(element.parentElement));
  const wide = [...document.querySelectorAll("body *")].filter(
    (element) => element.getBoundingClientRect().right > page.clientWidth + 1 && !scrolls(element.parentElement),
  );
  return `${sideways} px: ${wide.slice(0, 6).map((element) => `${element.tagName}.${element.getAttribute("class")} »${element.textContent.slice(0, 30)}«`).join("; ")}`;
}

async function visitAll(page) {
  const found = [];
  for (const fragment of FRAGMENTS) {
    await page.evaluate((to) => (location.hash = to), fragment);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await page.evaluate(() => document.querySelectorAll("#app details").forEach((fold) => {
      fold.querySelector("summary").click();
      fold.open = true;
    }));
    await page.waitForFunction(() => !document.querySelector(".is-outdated"));
    const fault = await page.evaluate(tooWide);
    if (fault) found.push(`${fragment}: ${fault}`);
  }
  return found;
}

for (const [size, pixels, viewport] of [["twice the size and spacing, 320 px", 32, NARROW], ["spacing, 320 px", 16, NARROW], ["twice the size, 360 px", 32, PHONE]]) {
  test(`no page is wider than the window: ${size}`, async (t) => {
    const { page } = await visitRunning(t, browser, { context: { viewport } });
    await withText(page, pixels);
    if (size.includes("spacing")) await withSpacing(page);
    assert.deepEqual(await visitAll(page), []);
  });
}

/** In the page: words that reach beyond a box that hides what does, and are not meant for hearing alone. */
function cutOff() {
  const hides = (element) => /hidden|clip/.test(getComputedStyle(element).overflow);
  const isHeardOnly = (element) => element.closest(".visually-hidden, .is-heard, svg, [hidden], option") !== null;
  const boxAround = (element) => (element === null || element === document.documentElement || hides(element) ? element : boxAround(element.parentElement));
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const { parentElement, data } = walk.currentNode;
    if (data.trim() === "" || !parentElement.checkVisibility() || isHeardOnly(parentElement)) continue;
    const box = boxAround(parentElement);
    if (box === null || box === document.documentElement || box === document.body) continue;
    const range = document.createRange();
    range.selectNodeContents(walk.currentNode);
    const [words, room] = [range.getBoundingClientRect(), box.getBoundingClientRect()];
    const beyond = Math.max(words.right - room.right, room.left - words.left, words.bottom - room.bottom, room.top - words.top);
    if (beyond > 2) found.push(`»${data.trim().slice(0, 40)}« by ${Math.round(beyond)} px in ${box.tagName}.${box.className}`);
  }
  // A name that somebody wrote may be longer than its field; a figure may not.
  for (const field of document.querySelectorAll("#app input")) {
    if (/^[\d.,]+$/.test(field.value) && field.checkVisibility() && field.scrollWidth > field.clientWidth + 1) found.push(`»${field.value}« in the field ${field.id}`);
  }
  return found;
}

test("no word is cut off, and no page of a whole visit is wider than the window: twice the size, 320 px", async (t) => {
  const { page } = await visitRunning(t, browser, { context: { viewport: NARROW } });
  await withText(page, 32);
  const found = [];
  for await (const name of everyPage(page)) {
    await page.evaluate(() => document.querySelectorAll("#app details").forEach((fold) => (fold.open = true)));
    const fault = await page.evaluate(tooWide);
    if (fault) found.push(`${name}: ${fault}`);
    for (const words of await page.evaluate(cutOff)) found.push(`${name}: ${words}`);
  }
  assert.deepEqual(found, []);
});

test("the table of months scrolls in a box with a name, which the keyboard reaches", async (t) => {
  const { page } = await visitRunning(t, browser, { fragment: "#/maaneder/eksempel", context: { viewport: PHONE } });
  await standsOn(page, "months.title");
  await withText(page, 32);
  await page.locator("summary", { hasText: text("months.all_lines") }).click();
  const box = page.getByRole("region").filter({ has: page.locator("#all-household") });
  await box.scrollIntoViewIfNeeded();
  assert.equal(await box.getAttribute("tabindex"), "0");
  const [inner, outer] = await box.evaluate((element) => [element.scrollWidth, element.clientWidth]);
  assert.ok(inner > outer, `${inner} pixels in ${outer}: nothing to scroll, so nothing is shown here`);
  await box.focus();
  await page.keyboard.press("End");
  await box.evaluate((element) => (element.scrollLeft = element.scrollWidth));
  const last = box.locator("tbody tr td:last-child").first();
  const [cell, frame] = [await last.boundingBox(), await box.boundingBox()];
  assert.ok(cell.x + cell.width <= frame.x + frame.width + 1, "the last column can be brought into view");
  assert.equal(await headingOf(page), text("months.title"));
});
