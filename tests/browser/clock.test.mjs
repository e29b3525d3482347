// What day it is. Every other test has the day of `visit`; this one has the real one, so it is the one that
// tells when the rules no longer reach the day people use the calculator.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { mouse } from "./hands.mjs";
import { JOB_READY, answerAll, throughMoney } from "./person.mjs";
import { TODAY, assertQuiet, launch, visitRunning } from "./site.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** The day as the program writes it on paper. */
function written(day) {
  const month = new Intl.DateTimeFormat("da-DK", { month: "long" }).format(day);
  return new RegExp(`${day.getDate()}\\.\\s${month}\\s${day.getFullYear()}`);
}

async function monthsOf(page) {
  await answerAll(page, mouse(page), JOB_READY);
  await throughMoney(page, mouse(page));
  return page.locator("#app main").textContent();
}

test("on the day it really is", async (t) => {
  const { page, record } = await visitRunning(t, browser, { today: null });
  const [before, words, after] = [new Date(), await monthsOf(page), new Date()];
  assert.ok([before, after].some((day) => written(day).test(words)), words);
  assertQuiet(record);
});

test("the day of the tests is the one they have, and time goes on", async (t) => {
  const { page } = await visitRunning(t, browser);
  assert.match(await monthsOf(page), written(new Date(TODAY)));
  const clock = () => [Date.now(), new Date().getTime()];
  const [began] = await page.evaluate(clock);
  await page.waitForTimeout(50);
  const [now, made] = await page.evaluate(clock);
  assert.ok(now >= began + 50 && made >= now, "it is shifted, not stopped");
  assert.ok(now < new Date(TODAY).getTime() + 3_600_000);
});
