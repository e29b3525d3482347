// How long the way is from the start page to the months, on a phone: as high as a finger scrolls, in words, answers and keys.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { keyboard, mouse } from "./hands.mjs";
import { JOB_READY, answerAll, throughMoney } from "./person.mjs";
import { PHONE, launch, visitRunning } from "./site.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** What was in a page of the way when she left it. What is not painted yet keeps a room of a guessed height, so it is scrolled through. */
function measured(page) {
  return page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
      scrollTo(0, y);
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }
    scrollTo(0, 0);
    const words = document.body.innerText.trim().split(/\s+/).length;
    return { height: document.documentElement.scrollHeight, words };
  });
}

/** What is reached, and held: it may only go down. The aims are 24 000 pixels and 2 600 words. */
const [MOST_PIXELS, MOST_WORDS] = [26_500, 3000];

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

/** Counts every key that is pressed. */
function counted(page) {
  const count = { presses: 0 };
  const press = page.keyboard.press.bind(page.keyboard);
  page.keyboard.press = (key) => {
    count.presses += key.includes("+") ? 0 : 1;
    return press(key);
  };
  return count;
}

test("how many keys it takes", async (t) => {
  const { page } = await visitRunning(t, browser, { context: { viewport: PHONE } });
  const count = counted(page);
  await answerAll(page, keyboard(page), JOB_READY);
  const toResult = count.presses;
  await throughMoney(page, keyboard(page));
  t.diagnostic(`${toResult} to the result, ${count.presses} to the months`);
  assert.ok(count.presses > toResult && toResult > 20);
});
