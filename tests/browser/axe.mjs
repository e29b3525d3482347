// What axe-core finds. It is put in through the debugger, and so works under the strict policy.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Every rule, those for WCAG 2.2 included that axe leaves off by itself. */
const OPTIONS = { rules: { "target-size": { enabled: true } }, resultTypes: ["violations"] };

/** Fails with a readable list when axe finds anything on the page as it stands now. */
export async function assertAccessible(page, where) {
  const found = await violations(page);
  assert.equal(found.length, 0, `axe finds on ${where}:\n${found.map(readable).join("\n")}`);
}

async function violations(page) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(SOURCE);
  const result = await page.evaluate((options) => globalThis.axe.run(document, options), OPTIONS);
  return result.violations;
}

function readable({ id, help, nodes }) {
  const places = nodes.map((node) => `    ${node.target.join(" ")}: ${node.html}`);
  return [`  ${id}: ${help}`, ...places].join("\n");
}
