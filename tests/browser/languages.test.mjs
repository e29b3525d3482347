// English and Arabic: the whole way in each, and from one language to another on a page that somebody is in the middle of.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAccessible } from "./axe.mjs";
import { mouse } from "./hands.mjs";
import { JOB_READY, answerAll, standsOn, throughMoney, unfold } from "./person.mjs";
import { PHONE, assertQuiet, launch, running, visit, visitRunning } from "./site.mjs";
import { speak, text } from "./texts.mjs";

const DIRECTION = { en: "ltr", ar: "rtl" };

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const pressLanguage = (page, code) => page.locator(`.header .languages a[lang=${code}]`).click();

const isSpoken = (page, code) => page.waitForFunction((code) => document.documentElement.lang === code, code);

/** What of the page is in the letters of another language than the one that is spoken: words that were left untranslated. */
function foreignLetters(code) {
  const foreign = { en: /[æøåÆØÅ]/, ar: /[a-zæøå]{4,} [a-zæøå]{2,}/i }[code];
  // Names, what the law is called, and the words that stand on letters are Danish in every language, in brackets or marked.
  const named = /\([^()]*\)|Mikrolånsberegneren|Aalborg Kommune|Udbetaling Danmark|Min Plan|Gældsstyrelsen|Boligstøttetilsynet/g;
  // What stands in a field is the person's own, and so is what it is called by elsewhere.
  const own = [...document.querySelectorAll("input")].map((field) => field.value);
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const parent = walk.currentNode.parentElement;
    if (parent.closest("script, style, [hidden], .languages, [lang=da]")) continue;
    const rest = walk.currentNode.data.replace(named, "");
    if (foreign.test(rest) && !own.includes(rest.trim())) found.push(rest.trim());
  }
  return found;
}

for (const code of ["en", "ar"]) {
  test(`start → months → next steps in ${code}, on a phone`, async (t) => {
    speak(code);
    t.after(() => speak("da"));
    const { page, record } = await visitRunning(t, browser, { fragment: `?sprog=${code}`, context: { viewport: PHONE } });
    const hands = mouse(page);
    const look = async (where) => {
      await assertAccessible(page, `${where} in ${code}`);
      const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(wide <= room, `${where}: ${wide} of ${room} px`);
      assert.deepEqual(await page.evaluate(foreignLetters, code), [], where);
    };
    assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), [code, DIRECTION[code]]);
    assert.ok(await page.getByText(text("language.binding"), { exact: true }).isVisible(), "the Danish text applies");
    await look("start");
    await answerAll(page, hands, { ...JOB_READY, loan_amount: "25500" }, (words) => look(words));
    await look("the result");
    await throughMoney(page, hands, { costs: "12500", each: look });
    await standsOn(page, "months.title");
    await page.locator(".offers button").first().waitFor();
    await look("the months");
    await page.goto(page.url().replace(/#.*/, "#/naeste"));
    await standsOn(page, "next_steps.title");
    await unfold(page);
    await look("the next steps");
    assertQuiet(record);
  });
}

test("another language for the page as it stands: answers, half a number, place and way back stay", async (t) => {
  const { page, record, address } = await visitRunning(t, browser, { fragment: "#/maaneder/eksempel/hairdresser", context: { viewport: PHONE } });
  await page.evaluate(() => (location.hash = "#/tal"));
  await standsOn(page, "budget.title");
  await page.locator("#living_costs").fill("9.12x");
  await page.evaluate(() => scrollTo(0, 400));
  const before = await page.evaluate(() => history.length);
  await page.locator(".header .languages a[lang=en]").evaluate((link) => link.click());
  await isSpoken(page, "en");
  speak("en");
  t.after(() => speak("da"));
  await standsOn(page, "budget.title");
  assert.equal(page.url(), `${address}?sprog=en#/tal`);
  assert.equal(await page.locator("#living_costs").inputValue(), "9.12x", "what could not be read is left as it was written");
  assert.equal(await page.locator("#savings").inputValue(), "2,000", "an amount is written as the language writes it");
  assert.equal(await page.evaluate(() => scrollY), 400);
  assert.equal(await page.evaluate(() => history.length), before, "Back leads to the page before");
  assert.equal(await page.title(), text("common.page_title").source.replace(".+", text("budget.title")).replace(/\\s/g, " ").replace(/[\^$]/g, ""));
  // A reload stays in the language, with everything.
  await page.reload();
  await running(page);
  await standsOn(page, "budget.title");
  assert.equal(await page.locator("#living_costs").inputValue(), "9.12x");
  await pressLanguage(page, "da");
  await isSpoken(page, "da");
  speak("da");
  await standsOn(page, "budget.title");
  assert.equal(page.url(), `${address}#/tal`);
  assert.equal(await page.locator("#savings").inputValue(), "2.000");
  assert.equal(await page.locator("#binding").isVisible(), false);
  const focused = await page.evaluate(() => document.activeElement.lang);
  assert.equal(focused, "en", "the focus is on the way back to the language that was left");
  assertQuiet(record);
});

test("what is chosen and typed on a question that is not sent stays in another language", async (t) => {
  const { page } = await visitRunning(t, browser, { fragment: "#/spoergsmaal", context: { viewport: PHONE } });
  await page.locator("#age").fill("34");
  await pressLanguage(page, "ar");
  await isSpoken(page, "ar");
  await page.locator("#app main h1").waitFor();
  assert.equal(await page.locator("#age").inputValue(), "34");
  await page.locator("#app main form button[type=submit]").click();
  await page.waitForURL(/municipality/);
  await page.locator("label[for=municipality-aalborg]").click();
  await pressLanguage(page, "en");
  await isSpoken(page, "en");
  assert.ok(await page.locator("#municipality-aalborg").isChecked());
});

test("pressed while the program is on its way, a language comes with it, and what was typed stays", async (t) => {
  let letGo;
  const gate = new Promise((resolve) => (letGo = resolve));
  const hold = (page) => page.route(/_bg\.wasm$/, (route) => gate.then(() => route.continue()));
  const { page } = await visit(t, browser, { fragment: "#/spoergsmaal", context: { viewport: PHONE }, prepare: hold });
  t.after(letGo);
  await page.locator("#early-age").fill("34");
  await pressLanguage(page, "en");
  letGo();
  await isSpoken(page, "en");
  assert.equal(await page.locator("#age").inputValue(), "34");
});

test("a language that cannot be fetched is told, and the page stays as it is", async (t) => {
  const { page } = await visitRunning(t, browser, { fragment: "#/spoergsmaal", context: { viewport: PHONE } });
  await page.route("**/texts-en-*", (route) => route.abort());
  await page.locator("#age").fill("34");
  await pressLanguage(page, "en");
  await page.getByText(text("common.no_language"), { exact: true }).waitFor();
  assert.equal(await page.getAttribute("html", "lang"), "da");
  assert.equal(await page.locator("#age").inputValue(), "34");
  await page.unroute("**/texts-en-*");
  await pressLanguage(page, "en");
  await isSpoken(page, "en");
  assert.equal(await page.locator("#no-language").isVisible(), false);
});

test("each language is named by its own name, large enough for a thumb, in the first row of the header", async (t) => {
  const { page } = await visitRunning(t, browser, { context: { viewport: PHONE } });
  const links = page.locator(".header .languages a:visible");
  assert.deepEqual(await links.allTextContents(), ["العربية", "English"]);
  const name = await page.locator(".solution-info").boundingBox();
  for (const box of await links.evaluateAll((all) => all.map((link) => link.getBoundingClientRect().toJSON()))) {
    assert.ok(box.height >= 44 && box.width >= 24, JSON.stringify(box));
    assert.ok(box.top < name.y + name.height && box.left > name.x + name.width, "beside the name");
  }
});
