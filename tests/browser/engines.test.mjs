// The same in Chromium, Firefox and WebKit: the whole way by mouse and by keyboard comes to the same, and a reload, another
// site and another language lose nothing.

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { ENGINES, keyboard, mouse, until } from "./engines.mjs";
import { JOB_READY, answerAll, headingOf, standsOn, throughMoney } from "./person.mjs";
import { DESK, PHONE } from "./site.mjs";
import { speak, tables, text } from "./texts.mjs";

/** Another site, of which one comes back. */
const elsewhere = createServer((_, response) => response.end("<!DOCTYPE html><title>Et andet sted</title><h1>Et andet sted</h1>"));

const browsers = {};
before(async () => {
  await once(elsewhere.listen(0, "127.0.0.1"), "listening");
  for (const [name, engine] of Object.entries(ENGINES)) browsers[name] = await engine.launch();
});
after(async () => {
  elsewhere.closeAllConnections();
  elsewhere.close();
  for (const browser of Object.values(browsers)) await browser.close();
});

const visit = (t, name, options) => ENGINES[name].visit(t, browsers[name], options);
const value = (window, id) => window.evaluate((one) => document.getElementById(one)?.value, id);
const isChecked = (window, id) => window.evaluate((one) => document.getElementById(one)?.checked, id);
const goTo = (window, fragment) => window.evaluate((to) => void (location.hash = to), fragment);

async function again(window) {
  await window.reload();
  await window.running();
}

/** Away to another site, and back by the browser's own button. */
async function awayAndBack(window) {
  await window.goto(`http://127.0.0.1:${elsewhere.address().port}/`);
  await window.waitForFunction(() => document.title === "Et andet sted");
  await window.back();
  await window.running();
}

/** What the months say first, and what they say of the picture: from when to when, and the lowest account. */
async function told(window) {
  await standsOn(window, "months.title");
  const read = () => {
    const words = (selector) => document.querySelector(selector)?.textContent.replace(/\s+/g, " ").trim();
    const said = { first: words(".keys__fact"), note: words(".keys__first .keys__note"), picture: words("#chart-text") };
    return said.first && said.picture ? said : null;
  };
  return until(() => window.evaluate(read), "the months say something");
}

/** What the first engine was told, by way; the others are held to it. */
const first = {};

const WAYS = [["mouse", mouse, PHONE], ["keyboard", keyboard, DESK]];

for (const name of Object.keys(ENGINES)) {
  for (const [way, handsOf, viewport] of WAYS) {
    test(`start → result → money → months → next steps, ${name}, ${way}`, async (t) => {
      const window = await visit(t, name, { viewport });
      const hands = handsOf(window);
      const asked = await answerAll(window, hands, JOB_READY);
      assert.equal(asked, tables("question").filter((key) => key in JOB_READY).length, "every question once");
      await throughMoney(window, hands);
      const months = await told(window);
      assert.match(months.picture, /Lavest på kontoen er −?\d/);
      first[way] ??= months;
      assert.deepEqual(months, first[way], "the same as in the first engine");
      assert.deepEqual(months, Object.values(first)[0], "the same by mouse and by keyboard");
      await hands.follow(text("next_steps.title"));
      await standsOn(window, "next_steps.title");
      await window.back();
      assert.deepEqual(await told(window), months, "after Back");
      await again(window);
      assert.deepEqual(await told(window), months, "after a reload");
      await awayAndBack(window);
      assert.deepEqual(await told(window), months, "back from another site");
      assert.deepEqual(await window.complaints(), []);
    });
  }

  test(`a reload and another site in the middle of a question lose nothing, ${name}`, async (t) => {
    const window = await visit(t, name, { viewport: PHONE });
    const hands = mouse(window);
    const interrupt = {
      // Half a number, not sent.
      loan_amount: async (key) => {
        await hands.write(text(`question.${key}.label`), "25.");
        await again(window);
        await standsOn(window, `question.${key}.title`);
        assert.equal(await value(window, key), "25.", "after a reload");
        await awayAndBack(window);
        await standsOn(window, `question.${key}.title`);
        assert.equal(await value(window, key), "25.", "back from another site");
      },
      // Chosen, not sent.
      public_debt: async (key) => {
        await hands.choose(text("common.dont_know"));
        await awayAndBack(window);
        await standsOn(window, `question.${key}.title`);
        assert.ok(await isChecked(window, `${key}-unknown`), "back from another site");
        await again(window);
        await standsOn(window, `question.${key}.title`);
        assert.ok(await isChecked(window, `${key}-unknown`), "after a reload");
      },
    };
    const done = [];
    await answerAll(window, hands, JOB_READY, async (words) => {
      const key = Object.keys(interrupt).find((one) => text(`question.${one}.title`) === words);
      if (key) done.push(await interrupt[key](key));
    });
    assert.equal(done.length, Object.keys(interrupt).length, "both questions were asked");
    assert.equal(await headingOf(window), text("result.title"));
    await goTo(window, "#/spoergsmaal/age");
    await standsOn(window, "question.age.title");
    assert.equal(await value(window, "age"), JOB_READY.age, "what was answered before");
    assert.deepEqual(await window.complaints(), []);
  });

  test(`back from another site, the fields of the months still show their figures, ${name}`, async (t) => {
    const window = await visit(t, name, { fragment: "#/maaneder/eksempel/hairdresser" });
    const figures = () => window.evaluate(() => [...document.querySelectorAll(".inputs__row input")].map((field) => field.value));
    await told(window);
    const before = await figures();
    assert.ok(before.length >= 4 && before.every(Boolean), before.join(" | "));
    await awayAndBack(window);
    await told(window);
    assert.deepEqual(await figures(), before);
    assert.deepEqual(await window.complaints(), []);
  });

  test(`another language on the months: the page stays, and Arabic goes from right to left, ${name}`, async (t) => {
    const window = await visit(t, name, { fragment: "#/maaneder/eksempel/hairdresser" });
    t.after(() => speak("da"));
    const hands = mouse(window);
    const danish = await told(window);
    const costs = await value(window, "living_costs");
    const spoken = async (code, link) => {
      await hands.follow(link);
      speak(code);
      await window.waitForFunction((wanted) => document.documentElement.lang === wanted, code);
      const said = await told(window);
      const at = new URL(await window.evaluate(() => location.href));
      assert.deepEqual([at.searchParams.get("sprog"), at.hash], [code === "da" ? null : code, hash], code);
      return said;
    };
    const hash = await window.evaluate(() => location.hash);
    const direction = () => window.evaluate(() => getComputedStyle(document.querySelector(".keys__fact")).direction);
    const english = await spoken("en", "English");
    assert.notEqual(english.first, danish.first);
    assert.equal(await direction(), "ltr");
    assert.equal(await value(window, "living_costs"), costs.replace(".", ","));
    await again(window);
    assert.deepEqual(await told(window), english, "a reload stays in the language");
    await spoken("ar", "العربية");
    assert.equal(await direction(), "rtl");
    assert.ok(await window.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing to scroll sideways");
    assert.deepEqual(await spoken("da", "Dansk"), danish);
    assert.equal(await value(window, "living_costs"), costs);
    assert.deepEqual(await window.complaints(), []);
  });
}
