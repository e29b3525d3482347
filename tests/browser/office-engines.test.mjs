// The pages for the municipality's own people in Chromium, Firefox and WebKit: the same case comes to the same, by its words.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ENGINES, keyboard, mouse, until } from "./engines.mjs";
import { DESK } from "./site.mjs";
import { text } from "./texts.mjs";

const browsers = {};
before(async () => {
  for (const [name, engine] of Object.entries(ENGINES)) browsers[name] = await engine.launch();
});
after(async () => {
  for (const browser of Object.values(browsers)) await browser.close();
});

const pageWord = (key) => text(`office.case_page.${key}`);
/** Without blanks: engines differ in where a new box begins a new word. */
const words = (window, selector) =>
  window.evaluate((one) => document.querySelector(one)?.innerText.replace(/\s+/g, "") ?? "", selector);

/** One of the pages, with its program running. */
async function arrive(t, name, place) {
  const window = await ENGINES[name].visit(t, browsers[name], { viewport: DESK, fragment: place });
  await until(() => window.evaluate(() => Boolean(document.querySelector("#app main"))), place);
  return window;
}

/** Chooses in a list as a person's browser tells it: the value, then that it changed. */
const choose = (window, selector, value) =>
  window.evaluate(
    ([one, chosen]) => {
      const list = document.querySelector(one);
      list.value = chosen;
      list.dispatchEvent(new Event("change", { bubbles: true }));
    },
    [selector, value],
  );

/** What the first engine was told, by page; the others are held to it. */
const first = {};
const sameAsFirst = (page, now) => assert.deepEqual(now, (first[page] ??= now), "the same as in the first engine");

for (const name of Object.keys(ENGINES)) {
  test(`a case with two columns, a figure typed, a trace and the note, ${name}`, async (t) => {
    const window = await arrive(t, name, "sag/");
    const hands = mouse(window);
    await choose(window, ".cw__sample select", "C");
    await window.waitForFunction(() => document.querySelector(".cw__state")?.innerText.includes("Opdigtet: "));
    await hands.press(pageWord("add_column"));
    await window.waitForFunction(() => document.activeElement.id === "forloeb-1-navn");
    const columns = await words(window, ".cw__columns");
    await hands.write(text("budget.household.living_costs"), "9.500");
    await window.key("Tab");
    await until(async () => (await words(window, ".cw__columns")) !== columns, "the results follow");
    await hands.press(/^Konto efter 24 md\., A/);
    await until(async () => (await words(window, "#fane-regnet-ud-panel")).length > 40, "the trace");
    const trace = await words(window, "#fane-regnet-ud-panel");
    const results = await words(window, ".cw__columns");
    await window.chord("Alt", "k");
    await until(() => window.evaluate(() => document.querySelector("#notat")?.value.length > 200), "the note");
    const note = await window.evaluate(() => document.querySelector("#notat").value);
    await window.key("Escape");
    sameAsFirst("sag", { sentence: await words(window, ".cw__sentence"), trace, results, note });
    await window.chord("Alt", "b");
    await until(() => window.evaluate(() => Boolean(document.querySelector(".is-for-citizen"))), "for the citizen");
    assert.deepEqual(await window.complaints(), []);
  });

  test(`a case by keyboard alone, ${name}`, async (t) => {
    const window = await arrive(t, name, "sag/");
    const hands = keyboard(window);
    await choose(window, ".cw__sample select", "A");
    await window.waitForFunction(() => document.querySelector(".cw__state")?.innerText.includes("Opdigtet: "));
    await hands.write(text("budget.household.living_costs"), "1.2x");
    await window.key("Tab");
    await until(() => window.evaluate(() => document.querySelector("#living_costs").getAttribute("aria-invalid") === "true"), "it is said");
    assert.equal(await window.evaluate(() => document.querySelector("#living_costs").value), "1.2x");
    await window.chord("Alt", "n");
    await until(() => window.evaluate(() => document.activeElement.id === "noter"), "the notes have the focus");
    await window.type("aftalt");
    assert.equal(await window.evaluate(() => document.querySelector("#noter").value), "aftalt");
    assert.deepEqual(await window.complaints(), []);
  });

  test(`the evaluation of invented cases, and one marked, ${name}`, async (t) => {
    const window = await arrive(t, name, "evaluering/");
    const hands = mouse(window);
    await hands.press(/opdigtede/);
    await until(() => window.evaluate(() => document.querySelectorAll(".ev__files tbody tr").length > 4), "the files");
    const before = await words(window, ".ev__form");
    await window.evaluate(() => {
      const list = document.querySelector(".ev__files .is-unmarked select");
      list.selectedIndex = 1;
      list.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await until(async () => (await words(window, ".ev__form")) !== before, "the table follows");
    sameAsFirst("evaluering", { before, after: await words(window, ".ev__form"), draft: await words(window, ".ev__points") });
    assert.deepEqual(await window.complaints(), []);
  });
}
