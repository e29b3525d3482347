// Photographs every page at three widths in light and dark, and prints what is meant for paper.
//
//   node tests/browser/shots.mjs     leaves target/shots/ and docs/screenshot.png

import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { everyPage } from "./pages.mjs";
import { DESK, PHONE, PROJECT, TABLET, launch, visitRunning } from "./site.mjs";

const FOLDER = join(PROJECT, "target/shots");

const PRINTED = ["months", "compare", "next-steps", "paper"];

async function photograph(browser, viewport, colorScheme) {
  const name = `${viewport.width}-${colorScheme}`;
  const chores = [];
  const { page } = await visitRunning({ after: (chore) => chores.push(chore) }, browser, {
    context: { viewport, colorScheme },
  });
  const isFirst = viewport === DESK && colorScheme === "light";
  for await (const step of everyPage(page)) {
    await page.screenshot({ path: join(FOLDER, name, `${step}.png`), fullPage: true });
    if (isFirst && step === "months") await forReadme(page);
    if (isFirst && PRINTED.includes(step)) await onPaper(page, `print-${step}`);
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
