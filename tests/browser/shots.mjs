// Photographs every page at three widths in light and dark, and prints the months and the comparison.
//
//   node tests/browser/shots.mjs     leaves target/shots/ and docs/screenshot.png

import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { mouse } from "./hands.mjs";
import { JOB_READY, answerAll, throughMoney } from "./person.mjs";
import { DESK, PHONE, PROJECT, TABLET, launch, visitRunning } from "./site.mjs";
import { text } from "./texts.mjs";

const FOLDER = join(PROJECT, "target/shots");

async function goTo(page, route, key) {
  await page.evaluate((to) => (location.hash = to), route);
  await page.getByRole("heading", { level: 1, name: text(key) }).waitFor();
}

/** The pages in the order one meets them; each leaves the next one ready. */
async function* pages(page, hands) {
  yield "1-start";
  await hands.follow(text("start.begin"));
  await page.locator("#app main h1").waitFor();
  await hands.press(text("common.next"));
  yield "2-question-with-error";
  await goTo(page, "#/", "start.title");
  await answerAll(page, hands, JOB_READY);
  yield "4-result";
  // Not every step on the way can be yielded from inside, so each is opened once more.
  await throughMoney(page, hands);
  for (const [step, key] of [["hjemme", "home"], ["virksomhed", "business"], ["i-gang", "start"]]) {
    await goTo(page, `#/penge/${step}`, `money.${key}`);
    yield `5-${step}`;
  }
  await goTo(page, "#/tal", "budget.title");
  yield "5-tal";
  await goTo(page, "#/svar", "answers.title");
  yield "3-answers";
  await goTo(page, "#/maaneder", "months.title");
  yield "6-months";
  await goTo(page, "#/sammenlign", "compare.title");
  yield "7-compare";
  await goTo(page, "#/regler", "rules.title");
  yield "8-rules";
  await goTo(page, "#/tilgaengelighed", "accessibility.title");
  yield "9-accessibility";
  await goTo(page, "#/godt-at-vide/konto", "guide.title");
  yield "10-good-to-know";
  for (const [name, key] of [["naeste", "next_steps"], ["tag-med", "take_along"], ["hjaelp", "help"]]) {
    await goTo(page, `#/${name}`, `${key}.title`);
    yield `11-${name}`;
  }
  await goTo(page, "#/maaneder", "months.title");
}

async function photograph(browser, viewport, colorScheme) {
  const name = `${viewport.width}-${colorScheme}`;
  const chores = [];
  const { page } = await visitRunning({ after: (chore) => chores.push(chore) }, browser, {
    context: { viewport, colorScheme },
  });
  for await (const step of pages(page, mouse(page))) {
    await page.screenshot({ path: join(FOLDER, name, `${step}.png`), fullPage: true });
    if (viewport === DESK && colorScheme === "light" && step === "6-months") await forReadme(page);
  }
  if (viewport === DESK && colorScheme === "light") {
    await onPaper(page, "print");
    await goTo(page, "#/sammenlign", "compare.title");
    await onPaper(page, "print-compare");
  }
  await Promise.all(chores.map((chore) => chore()));
  console.log(`  ${name}`);
}

/** The upper part of the months, down to the end of the chart. */
async function forReadme(page) {
  await page.evaluate(() => scrollTo(0, 0));
  const chart = await page.locator("#app figure").first().boundingBox();
  const clip = { x: 0, y: 0, width: DESK.width, height: Math.ceil(chart.y + chart.height) + 24 };
  await page.screenshot({ path: join(PROJECT, "docs/screenshot.png"), fullPage: true, clip });
}

function onPaper(page, name) {
  return page.pdf({ path: join(FOLDER, `${name}.pdf`), format: "A4", preferCSSPageSize: true });
}

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const browser = await launch();
for (const viewport of [PHONE, TABLET, DESK]) {
  for (const colorScheme of ["light", "dark"]) await photograph(browser, viewport, colorScheme);
}
await browser.close();
console.log(`The pictures are in ${FOLDER}, and docs/screenshot.png is new.`);
