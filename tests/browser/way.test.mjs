// How long the way is from the start page to the months, on a phone: as high as a finger scrolls, in words, answers and keys.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { keyboard, mouse } from "./hands.mjs";
import { JOB_READY, answerAll, throughMoney } from "./person.mjs";
import { PHONE, launch, visitRunning } from "./site.mjs";
import { text } from "./texts.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** What was in a page of the way when she left it, as high as it is and the words one sees. What is not painted yet keeps a room of a guessed height, so it is scrolled through. */
function measured(page) {
  return page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
      scrollTo(0, y);
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }
    scrollTo(0, 0);
    const hidden = [...document.querySelectorAll(".visually-hidden, .skipnav")].filter((one) => one.checkVisibility());
    const count = (words) => words.trim().split(/\s+/).filter(Boolean).length;
    const unseen = hidden.reduce((sum, one) => sum + count(one.innerText), 0);
    return { height: document.documentElement.scrollHeight, words: count(document.body.innerText) - unseen };
  });
}

const [MOST_PIXELS, MOST_WORDS] = [24_000, 2600];

test("from the start page to the months, on a phone, in pixels, words and answers", async (t) => {
  const { page } = await visitRunning(t, browser, { context: { viewport: PHONE } });
  const pages = [];
  const add = async (name) => pages.push({ name, ...(await measured(page)) });
  await add("start");
  const asked = await answerAll(page, mouse(page), JOB_READY, add);
  await add("result");
  await throughMoney(page, mouse(page), { each: add });
  await page.locator("#app figure").first().waitFor();
  await add("months");
  const height = pages.reduce((sum, page) => sum + page.height, 0);
  const words = pages.reduce((sum, page) => sum + page.words, 0);
  for (const { name, height, words } of pages) t.diagnostic(`${name}: ${height} px, ${words} words`);
  t.diagnostic(`in all ${height} px, ${words} words, ${asked} questions`);
  assert.ok(asked <= 14, `${asked} questions`);
  assert.ok(height <= MOST_PIXELS, `${height} px`);
  assert.ok(words <= MOST_WORDS, `${words} words`);
});

/** Counts every key that is pressed; what is typed into a field is one. */
function counted(page) {
  const count = { presses: 0 };
  for (const name of ["press", "type"]) {
    const send = page.keyboard[name].bind(page.keyboard);
    page.keyboard[name] = (keys) => {
      count.presses += keys.includes("+") ? 0 : 1;
      return send(keys);
    };
  }
  return count;
}

/** Begins behind the head of the page, and sends a question by Enter from where the answer was given, as forms are sent. */
function practised(page) {
  const hands = keyboard(page);
  const press = (name) => (name === text("common.next") ? page.keyboard.press("Enter") : hands.press(name));
  const follow = async (name) => {
    if (name === text("start.begin")) await hands.follow(text("common.skip"));
    return hands.follow(name);
  };
  return { ...hands, press, follow };
}

test("from the start page to the months in at most ninety keys", async (t) => {
  const { page } = await visitRunning(t, browser, { context: { viewport: PHONE } });
  const count = counted(page);
  await answerAll(page, practised(page), JOB_READY);
  const toResult = count.presses;
  const steps = [toResult];
  await throughMoney(page, keyboard(page), { each: () => steps.push(count.presses) });
  t.diagnostic(`${toResult} to the result, ${count.presses} to the months (${steps.join(", ")})`);
  assert.ok(count.presses <= 90, `${count.presses} keys`);
});
