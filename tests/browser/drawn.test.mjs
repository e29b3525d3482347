// Every word of every picture: it stands within the picture and on no other word, whatever the amounts,
// however many months, however wide the window.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { standsOn, unfold } from "./person.mjs";
import { assertQuiet, launch, visitRunning } from "./site.mjs";
import { text } from "./texts.mjs";

const WIDTHS = [320, 360, 390, 768, 1280];
const MONTHS = [1, 3, 12, 18, 24, 36, 60, 61, 120];

/** Living costs, revenue of the first and of a full month: from what people have to a hundred millions. */
const AMOUNTS = {
  "as people have them": ["13.060", "12.000", "21.000"],
  "hundreds of thousands below zero": ["48.000", "1.000", "2.000"],
  "a hundred million below zero": ["10.000.000", "1", "1"],
  "a hundred million above": ["9.000", "10.000.000", "10.000.000"],
};

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** In the page: what is cut off, or stands on something else. */
function misplaced() {
  const faults = [];
  const round = (box) => [box.left, box.top, box.right, box.bottom].map(Math.round).join(" ");
  const words = (element) => element.textContent.trim();
  for (const svg of document.querySelectorAll("#app figure svg:not(svg svg)")) {
    const box = (svg.closest(".chart__plot") ?? svg).getBoundingClientRect();
    const seen = [...svg.querySelectorAll("text")].filter((text) => words(text) && text.getClientRects().length > 0);
    const places = seen.map((text) => [words(text), text.getBoundingClientRect()]);
    places.forEach(([name, place], index) => {
      const inside = place.left >= box.left - 1 && place.right <= box.right + 1 && place.top >= box.top - 2 && place.bottom <= box.bottom + 2;
      if (!inside) faults.push(`»${name}« leaves the picture: ${round(place)} of ${round(box)}`);
      for (const [other, beside] of places.slice(index + 1)) {
        const wide = Math.min(place.right, beside.right) - Math.max(place.left, beside.left);
        const high = Math.min(place.bottom, beside.bottom) - Math.max(place.top, beside.top);
        if (wide > 0.5 && high > 2) faults.push(`»${name}« stands on »${other}«: ${round(place)}, ${round(beside)}`);
      }
    });
  }
  for (const cell of document.querySelectorAll(".mlist__row > .num")) {
    if (cell.scrollWidth > cell.clientWidth + 1) faults.push(`»${words(cell)}« is wider than its column`);
  }
  for (const figure of document.querySelectorAll("#app figure")) {
    const scales = [...figure.querySelectorAll(".mlist__row svg")].map((svg) => svg.getBoundingClientRect());
    const ends = new Set(scales.filter((box) => box.width > 0).map((box) => `${Math.round(box.left)} ${Math.round(box.right)}`));
    if (ends.size > 1) faults.push(`bars on ${ends.size} scales: ${[...ends].join(", ")}`);
  }
  return faults;
}

const frames = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

async function measured(page, where) {
  const found = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    await frames(page);
    // In the list only the months around the worst one are drawn until somebody wants all.
    const all = page.locator(".mlist > button[aria-expanded=false]");
    if (await all.isVisible()) await all.click();
    await frames(page);
    const faults = await page.evaluate(misplaced);
    found.push(...faults.map((fault) => `${where}, ${width} px: ${fault}`));
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (sideways > 0) found.push(`${where}, ${width} px: ${sideways} pixels to scroll sideways`);
  }
  return found;
}

async function goTo(page, fragment, key) {
  await page.evaluate((to) => (location.hash = to), fragment);
  await standsOn(page, key);
  await unfold(page);
}

const write = (page, key, amount) => page.getByRole("textbox", { name: text(key), exact: true }).first().fill(amount);

for (const [amounts, [costs, first, full]] of Object.entries(AMOUNTS)) {
  test(`no word of a picture is cut off or covered: ${amounts}`, async (t) => {
    const { page, record } = await visitRunning(t, browser, { fragment: "#/maaneder/eksempel" });
    const found = [];
    let pictures = 0;
    for (const months of MONTHS) {
      await goTo(page, "#/tal", "budget.title");
      await write(page, "budget.course.months", String(months));
      await write(page, "months.input.first_month", first);
      await goTo(page, "#/maaneder", "months.title");
      await write(page, "months.input.living_costs", costs);
      await write(page, "months.input.full_month", full);
      await page.waitForFunction(() => !document.querySelector(".is-outdated"));
      await page.evaluate(() => document.querySelectorAll("#app details").forEach((fold) => (fold.open = true)));
      found.push(...(await measured(page, `${months} months`)));
      pictures += await page.locator("#app figure svg").count();
      await goTo(page, "#/sammenlign", "compare.title");
      found.push(...(await measured(page, `${months} months compared`)));
      pictures += await page.locator("#app figure svg").count();
    }
    assert.ok(pictures > MONTHS.length * 5, `only ${pictures} pictures`);
    assert.deepEqual(found.slice(0, 40), [], `${found.length} in all`);
    assertQuiet(record);
  });
}

test("an axis above ten million counts in millions", async (t) => {
  const { page } = await visitRunning(t, browser, { fragment: "#/maaneder/eksempel" });
  await write(page, "months.input.living_costs", "10.000.000");
  const ticks = page.locator(".chart__upright .chart__tick");
  await page.waitForFunction(() => /mio/.test(document.querySelector(".chart__upright")?.textContent));
  const words = (await ticks.allTextContents()).map((tick) => tick.replace(/\s/g, " "));
  assert.ok(words.includes("10 mio."), words.join(", "));
  assert.ok(words.includes("−100 mio."), words.join(", "));
  assert.ok(words.every((tick) => tick === "0" || tick.endsWith(" mio.")), words.join(", "));
});

test("the margin follows the widest amount of the axis", async (t) => {
  const { page } = await visitRunning(t, browser, { fragment: "#/maaneder/eksempel" });
  const margin = () =>
    page.evaluate(() => {
      const plot = document.querySelector(".chart__upright .chart__plot");
      return plot.querySelector("svg").getBoundingClientRect().left - plot.getBoundingClientRect().left;
    });
  await page.locator(".chart__upright .chart__tick").first().waitFor();
  const narrow = await margin();
  await write(page, "months.input.living_costs", "400.000");
  await page.waitForFunction(() => /000\.000/.test(document.querySelector(".chart__upright")?.textContent));
  assert.ok((await margin()) > narrow + 5, `${narrow} and then ${await margin()} pixels`);
});
