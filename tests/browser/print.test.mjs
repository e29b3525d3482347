// On paper stands what stands on the page, all of it, in both browsers: printed by the button or by the
// browser's own menu, from a narrow window as from a wide one.

import assert from "node:assert/strict";
import { readFileSync, rmSync } from "node:fs";
import { after, before, test } from "node:test";
import { mouse, windowOf } from "./engines.mjs";
import * as fox from "./firefox.mjs";
import { paperOf, tight } from "./paper.mjs";
import { JOB_READY, answerAll, standsOn, throughMoney } from "./person.mjs";
import * as site from "./site.mjs";
import { text } from "./texts.mjs";

const { DESK, PHONE } = site;
const EXAMPLE = "#/maaneder/eksempel";
const SHEETS = 3;

let chromium;
let firefox;
before(async () => {
  [chromium, firefox] = await Promise.all([site.launch(), fox.launch()]);
});
after(() => Promise.all([chromium.close(), firefox.close()]));

/** The two browsers: how one comes to a page, and how it comes to paper. */
const BROWSERS = {
  Chromium: {
    visit: (t, fragment, viewport) =>
      site.visitRunning(t, chromium, {
        fragment,
        context: { viewport },
        prepare: (page) => page.addInitScript(keepWhatIsPrinted),
      }),
    menu: (page) => page.pdf({ format: "A4", preferCSSPageSize: true }),
    async button(page, key) {
      await press(page, key);
      await page.waitForFunction(() => globalThis.printed !== undefined);
      await page.evaluate(() => document.querySelector("#app").replaceWith(globalThis.printed));
      return this.menu(page);
    },
  },
  Firefox: {
    visit: (t, fragment, viewport) => fox.visitRunning(t, firefox, { fragment, viewport }),
    menu: (page) => page.pdf({ format: "A4" }),
    async button(page, key) {
      rmSync(firefox.paper, { force: true });
      await press(page, key);
      return whole(firefox.paper);
    },
  },
};

/** In the page: no dialogue in a browser without a screen, so the page as it is when one would come. */
function keepWhatIsPrinted() {
  globalThis.print = () => {
    dispatchEvent(new Event("beforeprint"));
    const app = document.querySelector("#app");
    globalThis.printed = app.cloneNode(true);
    // A copy has what is typed, and not what is chosen.
    const chosen = [...app.querySelectorAll("select")].map((one) => one.selectedIndex);
    globalThis.printed.querySelectorAll("select").forEach((one, at) => (one.selectedIndex = chosen[at]));
  };
}

/**
 * Presses the button as a person does: where it is seen, and once more where it has moved to when the figure
 * just typed moved the page between the look and the press.
 */
async function press(page, key = "common.print") {
  for (let tried = 0; tried < 5; tried += 1) {
    const { x, y } = await page.evaluate(async (words) => {
      const button = [...document.querySelectorAll("#app button")].find((one) => one.textContent === words);
      button.addEventListener("click", () => (globalThis.pressed = true), { once: true });
      const look = () => {
        button.scrollIntoView({ block: "center", behavior: "instant" });
        return button.getBoundingClientRect();
      };
      // What is laid out only when it is seen moves what stands below it: nobody presses what still moves.
      let box = look();
      for (let still = 0; still < 5; ) {
        await new Promise(requestAnimationFrame);
        const now = look();
        still = now.y === box.y ? still + 1 : 0;
        box = now;
      }
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }, text(key));
    await page.mouse.click(x, y);
    if (await page.evaluate(() => globalThis.pressed === true)) return;
  }
  assert.fail("the button could not be pressed");
}

/** The file, when all of it is there. */
async function whole(file) {
  for (let waited = 0; waited < 60_000; waited += 100) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const pdf = readIfThere(file);
    if (pdf?.subarray(-16).includes("%%EOF")) return pdf;
  }
  return assert.fail("Firefox printed nothing");
}

function readIfThere(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** In the page, wide, with everything open: what has to be on the paper. */
function whatStands() {
  const texts = (selector, read) => [...document.querySelectorAll(selector)].map(read);
  const seen = (row) => {
    const copy = row.cloneNode(true);
    for (const heard of copy.querySelectorAll(".visually-hidden")) heard.remove();
    return copy.textContent;
  };
  return {
    rows: texts(".months__more details .table tbody tr", seen),
    chart: texts("#chart .chart__upright text", (words) => words.textContent),
    sentences: texts(".keys p:not(.screen-only), figcaption.chart__caption", (words) => words.textContent),
    first: texts(":is(.keys p:not(.screen-only), figcaption.chart__caption):not(:is(.months__more, .matters) *)", (words) => words.textContent),
    fields: texts(".inputs__row", (row) => [
      row.querySelector("label").textContent,
      row.querySelector("input")?.value ?? row.querySelector("select").selectedOptions[0].textContent,
      row.querySelector(".form-input-suffix")?.textContent ?? "",
    ]),
  };
}

async function readExpected(t) {
  const { page } = await site.visitRunning(t, chromium, { fragment: EXAMPLE });
  return standing(page);
}

/** What stands on the page of the months, which is wide, with everything open. */
async function standing(page) {
  await page.waitForSelector(".keys");
  await page.evaluate((words) => {
    [...document.querySelectorAll("summary")].find((one) => one.textContent.includes(words)).click();
  }, text("months.all_lines"));
  await page.waitForSelector(".months__more details .table");
  // What is there for the paper only.
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const stands = await page.evaluate(whatStands);
  assert.ok(stands.rows.length > 12 && stands.chart.length > 12 && stands.fields.length > 12, "there is something to print");
  return stands;
}

let read;
const expected = (t) => (read ??= readExpected(t));

function assertComplete(paper, { rows, chart, sentences, fields }) {
  for (const row of rows) assert.ok(paper.lines.includes(tight(row)), `the row ${row}`);
  for (const label of chart) assert.ok(paper.all.includes(tight(label)), `the chart's ${label}`);
  for (const sentence of sentences) assert.ok(paper.all.includes(tight(sentence)), sentence);
  for (const [label, value, unit] of fields) {
    const line = tight(value + unit);
    assert.ok(paper.lines.some((one) => one.includes(line)), `${label} ${value} ${unit}`);
  }
}

for (const [name, browser] of Object.entries(BROWSERS)) {
  for (const viewport of [PHONE, DESK]) {
    for (const way of ["button", "menu"]) {
      test(`the months, ${name}, ${viewport.width} wide, by the ${way}`, async (t) => {
        const stands = await expected(t);
        const { page, record } = await browser.visit(t, EXAMPLE, viewport);
        await page.waitForSelector(".keys");
        const paper = paperOf(await browser[way](page));
        assertComplete(paper, stands);
        assert.ok(paper.pages <= SHEETS, `${paper.pages} sheets where ${SHEETS} are promised`);
        assert.deepEqual(record.complaints, []);
      });
    }
  }
}

/** What *Tag det med* prints, and on how many sheets: the first of the months alone, or everything in one document. */
const TAKEN = { short: 1, whole: 9 };

/** What stands further down is left out; the chart is narrower, where only every second month has its name. */
function onOneSheet(stands) {
  const isMonth = (label) => /^\p{L}{3}$/u.test(label);
  return { ...stands, rows: [], sentences: stands.first, chart: stands.chart.filter((label) => !isMonth(label)) };
}

for (const [name, browser] of Object.entries(BROWSERS)) {
  for (const [length, sheets] of Object.entries(TAKEN)) {
    test(`what is taken along on paper, ${length}, ${name}`, async (t) => {
      const { page, record } = await browser.visit(t, "", DESK);
      const window = windowOf[name](page, record);
      await answerAll(window, mouse(window), JOB_READY);
      await throughMoney(window, mouse(window));
      const stands = await standing(page);
      await page.evaluate(() => void (location.hash = "#/tag-med"));
      await standsOn(window, "take_along.title");
      const paper = paperOf(await browser.button(page, `take_along.print.${length}`));
      assertComplete(paper, length === "whole" ? stands : onOneSheet(stands));
      assert.ok(paper.pages <= sheets, `${paper.pages} sheets where ${sheets} are promised`);
      assert.deepEqual(record.complaints, []);
    });
  }
}

/** Types into a field of the months, over what stands there. */
async function typeOver(page, key, typed) {
  const id = await page.evaluate((words) => {
    const label = [...document.querySelectorAll(".inputs__row label")].find((one) => one.textContent === words);
    const field = document.getElementById(label.htmlFor);
    field.focus();
    field.select();
    return label.htmlFor;
  }, text(`months.input.${key}`));
  await page.keyboard.type(typed);
  return id;
}

for (const [name, browser] of Object.entries(BROWSERS)) {
  for (const way of ["button", "menu"]) {
    test(`a figure just typed is on the paper as we write it, and in every row, ${name}, by the ${way}`, async (t) => {
      const { page } = await browser.visit(t, EXAMPLE, DESK);
      await page.waitForSelector(".keys");
      const before = await page.evaluate(() => document.querySelector(".inputs__row input").value);
      await typeOver(page, "living_costs", "12345");
      const paper = paperOf(await browser[way](page));
      assert.ok(paper.lines.some((line) => line.includes("12.345kr.")), "the field");
      assert.ok(paper.lines.filter((line) => line.includes("−12.345")).length > 12, "the months");
      assert.ok(!paper.all.includes(before), `${before} was before`);
    });

    test(`what cannot be read is never beside results without a word, ${name}, by the ${way}`, async (t) => {
      const { page } = await browser.visit(t, EXAMPLE, DESK);
      await page.waitForSelector(".keys");
      await typeOver(page, "hours", "12");
      await page.waitForFunction(() => !document.querySelector(".inputs__row.form-error"));
      const id = await typeOver(page, "hours", "99");
      const paper = paperOf(await browser[way](page));
      const error = await page.evaluate((field) => document.getElementById(field)?.textContent, `${id}-error`);
      const saysSo = error !== undefined && paper.all.includes(tight(error));
      const saysValue = paper.lines.some((line) => line.includes("12timer")) && !paper.lines.some((line) => line.includes("99timer"));
      assert.ok(saysSo || saysValue, paper.lines.join("\n"));
    });
  }
}

test("nothing on paper has the focus", async (t) => {
  const { page } = await site.visitRunning(t, chromium, { fragment: EXAMPLE });
  await page.waitForSelector(".keys");
  await typeOver(page, "living_costs", "1");
  const rings = () =>
    page.evaluate(() => [...document.querySelectorAll("#app *")].filter((one) => getComputedStyle(one).boxShadow.includes("240, 180, 41")).length);
  assert.ok((await rings()) > 0, "on the screen it is seen");
  await page.emulateMedia({ media: "print" });
  assert.equal(await rings(), 0);
});
