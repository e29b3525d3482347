// docs/hosting.md names the headers the server sends: all of them, and no others.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { HEADERS } from "../../xtask/site/server.mjs";
import { PROJECT } from "./site.mjs";

const TEXT = readFileSync(join(PROJECT, "docs/hosting.md"), "utf8");
const SECTIONS = {
  "every response": "### Every response",
  "the page": "### The page (`index.html`)",
  "files named after their content": "### Files named after their content (all the others)",
};

for (const [group, heading] of Object.entries(SECTIONS)) {
  test(`the headers of ${group}`, () => {
    const [, section] = TEXT.split(heading);
    assert.ok(section, `docs/hosting.md has no section ${heading}`);
    const written = section.split("```")[1].trim().split("\n");
    const sent = Object.entries(HEADERS[group]).map(([name, value]) => `${name}: ${value}`);
    assert.deepEqual(written, sent);
  });
}
