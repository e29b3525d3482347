// What a phone of 360 by 740 shows: *Næste* in the first view of every question of up to five answers, pages that are short,
// and everything one presses large enough for a thumb.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { mouse } from "./hands.mjs";
import { IN_DOUBT, JOB_READY, ON_DAGPENGE, answerAll, headingOf, standsOn } from "./person.mjs";
import { DESK, PHONE, TABLET, assertQuiet, launch, visit, visitRunning } from "./site.mjs";
import { tables, text } from "./texts.mjs";

/** So many answers fit above *Næste*; *Ved ikke* is one of them. */
const FEW = 5;

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** How long the page is, and how many words are read on it; of the question besides where *Næste* ends. */
function measured(page) {
  return page.evaluate(() => ({
    height: document.documentElement.scrollHeight,
    words: document.body.innerText.split(/\s+/).filter(Boolean).length,
    options: document.querySelectorAll("#app :is(.form-radio, .form-checkbox)").length,
    next: Math.ceil(document.querySelector("#app button[type=submit]")?.getBoundingClientRect().bottom + scrollY),
  }));
}

/** What is lower or narrower than a thumb: links, buttons, folds and rows of answers. Links inside a sentence are as high as it. */
function tooSmall(page) {
  return page.evaluate(() => {
    const targets = document.querySelectorAll(
      "body :is(.header a, .tabs a, .footer a, .button, .back-link, summary, .form-group-radio, .form-group-checkbox, .result .actions a, .steps a, .start .actions a)",
    );
    const small = (one) => one.checkVisibility({ contentVisibilityAuto: true }) && one.getBoundingClientRect().height < 43.9;
    return [...targets].filter(small).map((one) => `${one.tagName}.${one.className} ${one.textContent.trim().slice(0, 40)}`);
  });
}

test("Næste stands in the first view of every question with few answers", async (t) => {
  const { page, record } = await visitRunning(t, browser, { context: { viewport: PHONE } });
  const low = [];
  let seen = 0;
  for (const key of tables("question")) {
    await page.evaluate((to) => (location.hash = to), `#/spoergsmaal/${key}`);
    await standsOn(page, `question.${key}.title`);
    const { next, options, height } = await measured(page);
    t.diagnostic(`${key}: Næste at ${next}, ${options} answers, ${height} in all`);
    seen += 1;
    if (options <= FEW && !(next <= PHONE.height)) low.push(`${key}: ${next}`);
    assert.deepEqual(await tooSmall(page), [], key);
  }
  assert.ok(seen > 15, `${seen} questions`);
  assert.deepEqual(low, []);
  assertQuiet(record);
});

test("on the way itself too, for who is sure and for who is in doubt", async (t) => {
  for (const person of [JOB_READY, IN_DOUBT]) {
    const { page } = await visitRunning(t, browser, { context: { viewport: PHONE } });
    await answerAll(page, mouse(page), person, async (words) => {
      const { next, options } = await measured(page);
      assert.ok(options > FEW || next <= PHONE.height, `${words}: ${next}`);
    });
  }
});

test("the first question before the program has Næste in the first view", async (t) => {
  // Its module never comes, so the page's own question stays.
  const prepare = (page) => page.route(/\.wasm$/, () => {});
  const { page } = await visit(t, browser, { context: { viewport: PHONE }, prepare });
  const bottom = await page.evaluate(() => {
    document.getElementById("start").hidden = true;
    document.getElementById("early").hidden = false;
    return document.querySelector("#early button[type=submit]").getBoundingClientRect().bottom;
  });
  assert.ok(bottom > 0 && bottom <= PHONE.height, `${bottom}`);
});

test("the start page is short, and true", async (t) => {
  const { page } = await visitRunning(t, browser, { context: { viewport: PHONE } });
  const { height, words } = await measured(page);
  t.diagnostic(`${height} px, ${words} words`);
  assert.ok(height <= 1500 && words <= 230, `${height} px, ${words} words`);
  const said = await page.locator("#start").innerText();
  for (const key of ["start.state.title", "start.private.title", "start.begin", "start.short", "start.example", "start.twenty.title"]) {
    assert.ok(said.includes(text(key)), key);
  }
  assert.deepEqual(await tooSmall(page), []);
});

test("the result is short, and what is folded can be opened", async (t) => {
  const { page, record } = await visitRunning(t, browser, { context: { viewport: PHONE } });
  await answerAll(page, mouse(page), { ...JOB_READY, public_debt: "yes", trade_skills: "partly" });
  const { height, words } = await measured(page);
  t.diagnostic(`${height} px, ${words} words`);
  assert.ok(height <= 2400 && words <= 425, `${height} px, ${words} words`);
  assert.deepEqual(await tooSmall(page), []);
  assert.equal(await page.locator(".steps > li").count(), 3);
  assert.equal(await page.locator(".result__warnings > .alert").count(), 2);
  const quote = page.locator(".conds blockquote").first();
  assert.ok(!(await quote.isVisible()));
  await page.locator(".conds li:has(> details:has(blockquote)) summary").first().click();
  await page.locator(".conds > li > details[open] blockquote").first().waitFor();
  assertQuiet(record);
});

test("who is outside has a short page of their own", async (t) => {
  const { page } = await visitRunning(t, browser, { context: { viewport: PHONE } });
  await answerAll(page, mouse(page), ON_DAGPENGE);
  assert.equal(await headingOf(page), text("result.title"));
  const { height, words } = await measured(page);
  t.diagnostic(`${height} px, ${words} words`);
  assert.ok(height <= 1600 && words <= 260, `${height} px, ${words} words`);
  assert.deepEqual(await tooSmall(page), []);
});

test("a phone has four tabs in one row, a wider window all of them, and the page one is on is among them", async (t) => {
  const { page } = await visitRunning(t, browser, { fragment: "#/resultat", context: { viewport: PHONE } });
  const seen = async () => {
    const tabs = await page.locator(".tabs a:visible").all();
    const boxes = await Promise.all(tabs.map((tab) => tab.boundingBox()));
    const current = await page.locator(".tabs [aria-current]:visible").count();
    return [tabs.length, new Set(boxes.map((box) => Math.round(box.y))).size, current];
  };
  for (const [fragment, title] of [["#/resultat", "result.title"], ["#/svar", "answers.title"], ["#/naeste", "next_steps.title"], ["#/sammenlign", "compare.title"]]) {
    await page.evaluate((to) => (location.hash = to), fragment);
    await standsOn(page, title);
    await page.setViewportSize(PHONE);
    assert.deepEqual(await seen(), [4, 1, 1], fragment);
    for (const wide of [TABLET, DESK]) {
      await page.setViewportSize(wide);
      assert.deepEqual(await seen(), [7, 1, 1], fragment);
    }
  }
});

test("that the scheme does not exist is said below every page, on a phone too", async (t) => {
  const { page } = await visitRunning(t, browser, { context: { viewport: PHONE } });
  for (const fragment of ["#/", "#/spoergsmaal/idea", "#/tal", "#/maaneder/eksempel", "#/sammenlign", "#/regler"]) {
    await page.evaluate((to) => (location.hash = to), fragment);
    const footer = page.locator(".footer");
    assert.ok(await footer.getByText(text("footer.closed"), { exact: true }).isVisible(), fragment);
    assert.ok(await footer.getByText(text("footer.appeal"), { exact: true }).isHidden(), fragment);
  }
});
