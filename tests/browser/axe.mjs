// What axe-core finds. It is put in through the debugger, and so works under the strict policy.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Every rule, those for WCAG 2.2 included that axe leaves off by itself. */
const EVERY_RULE = { rules: { "target-size": { enabled: true } } };

/** What can differ where only the colours do. */
const OF_COLOURS = { runOnly: ["color-contrast", "link-in-text-block"] };

/** Fails with a readable list when axe finds anything on the page as it stands now. */
export function assertAccessible(page, where) {
  return assertNone(page, where, EVERY_RULE);
}

/** As `assertAccessible`, for a page that was looked at in other colours. */
export function assertColours(page, where) {
  return assertNone(page, where, OF_COLOURS);
}

async function assertNone(page, where, rules) {
  const { violations } = await axe(page, { ...rules, resultTypes: ["violations"] });
  assert.equal(violations.length, 0, `axe finds on ${where}:\n${violations.map(readable).join("\n")}`);
}

/** All that axe says of the page as it stands now, every rule asked. */
export function everything(page) {
  return axe(page, { ...EVERY_RULE, resultTypes: ["violations", "incomplete"] });
}

async function axe(page, options) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(SOURCE);
  return page.evaluate((options) => globalThis.axe.run(document, options), options);
}

function readable({ id, help, nodes }) {
  const places = nodes.map((node) => `    ${node.target.join(" ")}: ${node.html}`);
  return [`  ${id}: ${help}`, ...places].join("\n");
}
