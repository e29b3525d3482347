// Another language, fetched when the address asks for it. In the pseudo-language every text stands between marks, is a
// third longer, and has other digits: a letter or a digit outside the marks was written past the texts.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { unfold } from "./person.mjs";
import { DIST, PHONE, PROJECT, assertQuiet, launch, running, visit, visitRunning } from "./site.mjs";

const PSEUDO = join(PROJECT, "target/site/texts-pseudo.txt");
const PAGES = ["#/spoergsmaal/support", "#/spoergsmaal/age", "#/spoergsmaal/loan_amount", "#/spoergsmaal/loan_purposes", "#/svar", "#/resultat", "#/tal", "#/maaneder", "#/sammenlign", "#/regler", "#/godt-at-vide", "#/tilgaengelighed", "#/findes-ikke"];

let folder;
let browser;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "mikrolaan-"));
  cpSync(DIST, folder, { recursive: true });
  execFileSync("node", [join(PROJECT, "xtask/site/languages.mjs"), folder, `qps=${PSEUDO}`]);
  execFileSync("node", [join(PROJECT, "xtask/site/compress.mjs"), folder]);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Everything a person reads or hears that stands outside the marks, but for what is Danish by its nature. */
function pastTheTexts() {
  const marked = /⟦[^⟦⟧]*⟧/g;
  const outside = (text) => {
    let rest = text;
    for (let before; before !== rest; ) {
      before = rest;
      rest = rest.replace(marked, "");
    }
    return rest;
  };
  const found = [];
  // What stands in a field is the person's own, and so is what it is called by elsewhere; the letters of compared
  // plans are signs, the same in every language.
  const own = [...document.querySelectorAll("input")].map((field) => field.value).filter((value) => value !== "");
  const look = (text, where) => {
    const rest = own.reduce((left, value) => left.replaceAll(value, ""), outside(text ?? ""));
    if (/^\s*[A-D]\s*$/.test(rest)) return;
    if (/[\p{Script=Latin}0-9⟦⟧]/u.test(rest)) found.push(`${where}: ${rest.trim().slice(0, 80)}`);
  };
  const skipped = "script, style, template, .languages, [lang=da], svg defs";
  const walk = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  // What an element says is one text, whatever elements it is parted by: marks open in one and close in another.
  while (walk.nextNode()) {
    const parent = walk.currentNode.parentElement;
    if (parent.closest(skipped) || parent.closest("[hidden]")) continue;
    look(walk.currentNode.data, parent.closest("[id]")?.id ?? parent.tagName);
  }
  for (const element of document.querySelectorAll("[aria-label], [title], [placeholder], [alt]")) {
    for (const name of ["aria-label", "title", "placeholder", "alt"]) look(element.getAttribute(name), `${element.tagName} ${name}`);
  }
  look(document.title, "title");
  return found;
}

/** Opens a page with headings of parts, which the one that is on its way has not: from then on all pages are here. */
async function fetchRest(page, address) {
  await page.goto(`${address}?sprog=qps#/tilgaengelighed`);
  await page.locator("#app main h2").first().waitFor();
}

const IN_PSEUDO = { fragment: "?sprog=qps" };

test("no sentence, number or date is written outside the texts", async (t) => {
  const { page, record, address } = await visitRunning(t, browser, { ...IN_PSEUDO, folder, context: { viewport: PHONE } });
  assert.equal(await page.getAttribute("html", "lang"), "qps");
  assert.equal(await page.getAttribute("html", "dir"), "rtl");
  const found = [];
  const look = async (where) => {
    for (const line of await page.evaluate(pastTheTexts)) found.push(`${where} – ${line}`);
  };
  await look("start");
  const go = async (fragment) => {
    await page.goto(`${address}?sprog=qps${fragment}`);
    await page.waitForSelector("#app main h1", { timeout: 10_000 });
  };
  await fetchRest(page, address);
  // Everything there is to see stands in an example, beside a few answers.
  for (const fragment of ["#/spoergsmaal/age", ...PAGES]) {
    await go(fragment);
    await look(fragment);
  }
  await page.goto(`${address}?sprog=qps#/maaneder/eksempel/hairdresser`);
  await page.waitForSelector("#chart");
  for (const fragment of ["#/maaneder", "#/sammenlign", "#/maaneder/2027-11", "#/maaneder/2027-11/household.tax", "#/tal"]) {
    await go(fragment);
    await unfold(page);
    await look(`the example, ${fragment}`);
  }
  assert.deepEqual([...new Set(found)], []);
  assertQuiet(record);
});

test("figures are typed with the digits of the language", async (t) => {
  const { page } = await visitRunning(t, browser, { fragment: "?sprog=qps#/tal", folder });
  const field = page.locator("#living_costs");
  await field.fill("١٢٬٥٠٠");
  await field.press("Tab");
  assert.equal(await field.inputValue(), "١٢٬٥٠٠");
  await field.fill("9000٫5");
  await field.press("Tab");
  assert.equal(await field.inputValue(), "٩٬٠٠٠٫٥٠");
});

test("a right-to-left page is no wider than its window", async (t) => {
  const { page, address } = await visitRunning(t, browser, { ...IN_PSEUDO, folder, context: { viewport: PHONE } });
  await fetchRest(page, address);
  for (const fragment of PAGES) {
    await page.goto(`${address}?sprog=qps${fragment}`);
    await page.waitForSelector("#app main h1", { timeout: 10_000 });
    const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(wide <= room, `${fragment}: ${wide} of ${room} px`);
  }
});

test("a language the site does not have, or of another version, leaves the page as it is", async (t) => {
  const { page, record } = await visitRunning(t, browser, { fragment: "?sprog=xx" });
  assert.equal(await page.getAttribute("html", "lang"), "da");
  assert.ok(!record.requests.some((request) => request.includes("texts-")), "nothing is fetched");
  const spoil = async (page) => {
    await page.route("**/texts-qps-*", async (route) => {
      const body = (await (await route.fetch()).text()).replace(/^./, "x");
      await route.fulfill({ body, headers: { "content-type": "text/plain" } });
    });
    // What is not the file that was built is refused by its integrity; without it, by its version.
    await page.addInitScript(() => {
      new MutationObserver(() => {
        for (const offer of document.querySelectorAll('meta[name="language"]')) offer.removeAttribute("data-integrity");
      }).observe(document, { childList: true, subtree: true });
    });
  };
  const other = await visit(t, browser, { ...IN_PSEUDO, folder, prepare: spoil });
  await running(other.page);
  assert.equal(await other.page.getAttribute("html", "lang"), "da");
  assert.equal(await other.page.locator("#start h1").textContent(), "Hvad skal du leve af, mens du starter?");
});
