// Large text: twice the size, the spacing of WCAG 1.4.12, the narrowest window. No page is wider than the
// window; what is wider than the page (a table of months) scrolls in a box with a name.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { headingOf, standsOn } from "./person.mjs";
import { PHONE, launch, visitRunning } from "./site.mjs";
import { tables, text } from "./texts.mjs";

const NARROW = { width: 320, height: 640 };

const FRAGMENTS = [
  "#/",
  ...tables("question").map((key) => `#/spoergsmaal/${key}`),
  "#/svar",
  "#/resultat",
  "#/tal",
  "#/maaneder",
  "#/maaneder/eksempel",
  "#/maaneder/2028-03",
  "#/maaneder/2028-03/household.tax",
  "#/maaneder/2040-01",
  "#/sammenlign",
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
