// The page for integrators: what is chosen shows beside it, and its code works as it stands.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { integrityOf } from "../../xtask/site/inline.mjs";
import { assertAccessible } from "./axe.mjs";
import { DIST, PHONE, assertQuiet, becomes, launch, visit } from "./site.mjs";

const PAGE = "indlejring.html";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const isRunning = () => document.querySelector("mikrolaan-beregner").shadowRoot.querySelector("iframe").contentDocument.documentElement.dataset.program === "running";

test("what is chosen shows beside it, and in the code", async (t) => {
  const { page, record } = await visit(t, browser, { fragment: PAGE });
  await becomes(page, isRunning);
  const code = () => page.locator("#code").innerText();
  assert.match(await code(), /<mikrolaan-beregner>\n {2}<a href=/);
  await page.selectOption("#start-at", "maaneder-eksempel");
  await page.selectOption("#theme", "dark");
  await page.selectOption("#events", "steps");
  await page.fill("#accent", "#6a1b6e");
  await page.fill("#title", 'Regn "selv"');
  await page.locator("#title").blur();
  assert.match(await code(), /<mikrolaan-beregner start="maaneder-eksempel" theme="dark" accent="#6a1b6e" events="steps" title="Regn &quot;selv&quot;">/);
  assert.match(await page.locator("#accent-hint").innerText(), /^Kontrasten er \d+,\d på lys bund og 1,\d på mørk bund\. Det er for lidt på mørk bund\./);
  await becomes(page, isRunning);
  await page.locator("#told-step").getByText("months").waitFor();
  await page.locator("#told-resize").waitFor();
  assert.match(await page.locator("#listen").innerText(), /mikrolaan-step/);
  const frame = page.frames()[1];
  assert.equal(await frame.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--fjord").trim()), "#8dd0d8");
  await page.getByRole("button", { name: "320" }).click();
  await becomes(page, () => document.querySelector("mikrolaan-beregner").getBoundingClientRect().width === 320);
  // The frame warns of the accent that cannot be read in the dark; nobody else has anything to say.
  record.complaints = record.complaints.filter((words) => !words.startsWith("accent #6a1b6e") && !/404/.test(words));
  record.refused = record.refused.filter((words) => !/konfiguration\.json/.test(words));
  assertQuiet(record);
});

test("the script it names is the one that is there, by its integrity", async (t) => {
  const { page, address } = await visit(t, browser, { fragment: PAGE });
  const code = await page.locator("#code").innerText();
  const [, src, integrity] = code.match(/src="([^"]+)"\s+integrity="([^"]+)"/);
  assert.ok(src.startsWith(address));
  assert.equal(integrityOf(readFileSync(join(DIST, src.slice(address.length)))), integrity);
  assert.equal(readFileSync(join(DIST, "embed.js"), "utf8"), readFileSync(join(DIST, src.slice(address.length)), "utf8"), "embed.js is the newest");
});

for (const [where, context] of [["a desk", {}], ["a phone, dark", { viewport: PHONE, colorScheme: "dark" }]]) {
  test(`everybody can use it on ${where}`, async (t) => {
    const { page } = await visit(t, browser, { fragment: PAGE, context });
    await becomes(page, isRunning);
    await assertAccessible(page, `the page for integrators on ${where}`);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing to scroll sideways");
  });
}

test("it never speaks of a decision", () => {
  assert.doesNotMatch(readFileSync(join(DIST, PAGE), "utf8"), /godkend|afslag/i);
});
