// A link out of the calculator opens in a new tab and says so: the answers stand in this one. A link
// within it does neither.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { mouse } from "./hands.mjs";
import { JOB_READY, answerAll, standsOn, throughMoney } from "./person.mjs";
import { assertQuiet, launch, visitRunning } from "./site.mjs";
import { text } from "./texts.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** Every link of the document, seen or not: where it leads, how it opens, and what it is called. */
function linksOf(page) {
  return page.locator("a[href]").evaluateAll((links) =>
    links.map((link) => ({
      href: link.href,
      name: link.getAttribute("aria-label") ?? link.textContent.replace(/\s+/g, " ").trim(),
      target: link.target,
      rel: link.rel.split(" "),
      isWeb: link.protocol.startsWith("http"),
      // The licences are files of their own: read beside the page, which keeps its answers.
      isOutside: link.protocol.startsWith("http") && (link.origin !== location.origin || link.pathname.endsWith(".txt")),
    })),
  );
}

/** Holds every link of the page, and says how many lead out of the calculator. */
async function assertLinks(page, where) {
  const said = text("common.new_tab");
  const links = await linksOf(page);
  for (const { href, name, target, rel, isWeb, isOutside } of links) {
    const what = `${where}: »${name}« to ${href}`;
    assert.equal(target, isOutside ? "_blank" : "", what);
    assert.equal(name.endsWith(said), isOutside, what);
    assert.ok(!isOutside || rel.includes("noopener"), what);
    assert.ok(isWeb || /^(tel|mailto):/.test(href), what);
  }
  return links.filter((link) => link.isOutside).length;
}

/** The page of a month's tax, with everything folded out: its rates have sources. */
async function linksOfTrace(page) {
  const month = await page.locator(".months__table tbody th a").first().getAttribute("href");
  await page.evaluate((to) => (location.hash = to), `${month}/household.tax`);
  await page.locator("#app h1", { hasText: text("trace.line.household_tax") }).waitFor();
  await page.evaluate(() => document.querySelectorAll("details").forEach((fold) => (fold.open = true)));
  await page.locator("#app a[href^=http]").first().waitFor();
  return assertLinks(page, "trace");
}

test("on every page a link out opens in a new tab and says so, and no other link does", async (t) => {
  const { page, record } = await visitRunning(t, browser);
  const hands = mouse(page);
  const found = { start: await assertLinks(page, "start") };
  await answerAll(page, hands, JOB_READY, async (words) => {
    found[words] = await assertLinks(page, words);
  });
  found.result = await assertLinks(page, "result");
  const each = async (step) => (found[step] = await assertLinks(page, step));
  await throughMoney(page, hands, { each });
  found.months = await assertLinks(page, "months");
  found.trace = await linksOfTrace(page);
  for (const [route, key] of [
    ["sammenlign", "compare.title"],
    ["naeste", "next_steps.title"],
    ["hjaelp", "help.title"],
    ["regler", "rules.title"],
    ["godt-at-vide", "guide.title"],
    ["tilgaengelighed", "accessibility.title"],
    ["findes-ikke", "not_found.title"],
    ["maaneder/eksempel", "months.title"],
  ]) {
    await page.evaluate((to) => (location.hash = to), `#/${route}`);
    await standsOn(page, key);
    found[route] = await assertLinks(page, route);
  }
  t.diagnostic(Object.entries(found).map(([where, count]) => `${where} ${count}`).join(", "));
  const everywhere = Math.min(...Object.values(found));
  assert.ok(everywhere >= 1, "the footer leads to the municipality on every page");
  assert.ok(found.result >= everywhere + 10 && found.regler >= everywhere + 30, "sources are links");
  assertQuiet(record);
});

test("after a link out the page with the answers is still there, and the new one cannot reach it", async (t) => {
  const { page } = await visitRunning(t, browser, { fragment: "#/regler" });
  await standsOn(page, "rules.title");
  await page.context().route("https://**", (route) => route.fulfill({ contentType: "text/html", body: "<p>x" }));
  const opened = page.context().waitForEvent("page");
  await page.getByRole("link", { name: text("common.new_tab") }).first().click();
  const other = await opened;
  await other.waitForLoadState();
  assert.equal(await other.evaluate(() => opener), null);
  await standsOn(page, "rules.title");
});

test("the result says first that the scheme is closed, and its own way that it does not exist today", async (t) => {
  const { page, record } = await visitRunning(t, browser);
  const hands = mouse(page);
  await answerAll(page, hands, { ...JOB_READY, trade_skills: "partly" });
  const card = (await page.locator(".verdict").innerText()).replace(/\s+/g, " ");
  const head = "Ordningen er lukket. Var den åben: 10 af 12 betingelser passer, 2 skulle kommunen vurdere.";
  assert.ok(card.startsWith(head), card);
  await page.locator(".fold > summary", { hasText: text("result.closed_routes") }).click();
  const way = page.locator(".fold li", { hasText: text("route.course_and_microloan.title") });
  const words = (await way.innerText()).replace(/\s+/g, " ");
  assert.ok(words.startsWith(text("route.gone")), words);
  assert.ok(words.includes(text("route.course_and_microloan.assess_but_gone")), words);
  const first = await page.locator(".routes > li").first().innerText();
  assert.ok(first.startsWith(text("route.open")), `what is open today stands first: ${first}`);
  assertQuiet(record);
});
