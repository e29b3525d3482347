// What goes beyond the fields of the caseworker's screen: every value of the plan, what the municipality has set itself, answers that
// differ from the plan, a code on a picture, and leaving the page.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { assertAccessible } from "./axe.mjs";
import { button, field, load, note, openDesk, pageWord, panel, plain, withClipboard } from "./case-desk.mjs";
import { gainsFocus } from "./keyboard.mjs";
import { PROJECT, assertQuiet, becomes, launch, visitRunning } from "./site.mjs";
import { text } from "./texts.mjs";

const LINK = readFileSync(join(PROJECT, "tests/links/hairdresser.link"), "utf8").trim();

/** What it has at home and in a good month. */
const TOLD = ["12.900", "24.000"];

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const sentence = async (page) => plain(await page.locator(".cw__sentence").innerText());
const tags = async (page) => (await page.locator(".cw__state .tag").allInnerTexts()).map(plain);

test("what lies over the screen moves nothing of it, and leaves the inputs in sight", async (t) => {
  const { page } = await openDesk(t, browser);
  await load(page, "B");
  const places = () =>
    page.evaluate(() => [...document.querySelectorAll(".cw__inputs, .cw__middle, .cw__money")].map((one) => one.getBoundingClientRect().toJSON()));
  const before = await places();
  const lower = ["bar.open", "bar.give", "bar.copy", "all_figures", "own_rules"];
  for (const key of lower) {
    await button(page, key).click();
    await panel(page).waitFor();
    assert.deepEqual(await places(), before, key);
    const [over, inputs, foot] = await Promise.all([panel(page), page.locator(".cw__inputs"), page.locator(".cw__foot")].map((one) => one.boundingBox()));
    assert.ok(over.x >= inputs.x + inputs.width, `${key} lies beside the inputs`);
    assert.ok(over.y + over.height <= foot.y + 1, `${key} ends above the foot`);
    assert.ok(over.width > 300 && over.height > 100, `${key} is ${over.width} by ${over.height}`);
    await page.keyboard.press("Escape");
    await panel(page).waitFor({ state: "detached" });
  }
});

async function openFigures(page) {
  await button(page, "all_figures").click();
  await field(page, "alle-living_costs").waitFor();
}

test("every value of the plan can be typed and chosen beside the money, and is the case's", async (t) => {
  const { page, record } = await openDesk(t, browser, withClipboard);
  await load(page, "C");
  await openFigures(page);
  await assertAccessible(page, "all figures");
  assert.ok(await page.locator(".cw__sentence").isVisible(), "the money stays in sight");
  const before = await sentence(page);
  await field(page, "alle-living_costs").fill("9.999");
  await field(page, "alle-living_costs").press("Tab");
  assert.equal(await field(page, "living_costs").inputValue(), "9.999", "the column of the inputs follows");
  assert.notEqual(await sentence(page), before);

  // A factor for each month comes in its place, and half a number in another field stays.
  await field(page, "alle-fixed_costs").fill("1.5x");
  await field(page, "alle-seasonality").selectOption({ index: 1 });
  await field(page, "alle-seasonality-6-factor").waitFor();
  assert.equal(await field(page, "alle-fixed_costs").inputValue(), "1.5x");
  await field(page, "alle-seasonality-6-factor").fill("0,5");
  await field(page, "alle-seasonality-6-factor").press("Tab");

  // A row more, and off again; the focus is not lost.
  const jobs = () => page.locator("#app [id^=alle-small_jobs-][id$=hours_per_week]").count();
  const had = await jobs();
  await field(page, "alle-nyt-job").click();
  await field(page, `alle-small_jobs-${had}-hours_per_week`).fill("4");
  await field(page, `alle-small_jobs-${had}-hours_per_week`).press("Tab");
  await page.keyboard.press("Escape");

  await button(page, "bar.give").click();
  const coming = page.waitForEvent("download");
  await button(page, "panel.save_file").click();
  const file = JSON.parse(readFileSync(await (await coming).path(), "utf8"));
  const [plan] = file.scenarios;
  assert.equal(plan.household.living_costs, "9999.00");
  assert.deepEqual(plan.small_jobs.length, had + 1);
  assert.equal(plan.business.seasonality[6], "0.5");
  await page.keyboard.press("Escape");

  await openFigures(page);
  const remove = page.getByRole("button", { name: new RegExp(`^${text("common.remove")} `) });
  await remove.last().click();
  await gainsFocus(field(page, "alle-nyt-job"));
  assert.equal(await jobs(), had);
  assertQuiet(record);
});

test("what the municipality sets itself holds, is marked on the screen and in the note, and goes when it is emptied", async (t) => {
  const { page, record } = await openDesk(t, browser);
  await load(page, "A");
  const before = await tags(page);
  await button(page, "own_rules").click();
  await field(page, "eget-loft").waitFor();
  await assertAccessible(page, "own rules");
  await field(page, "eget-loft").fill("40.000");
  await field(page, "egen-kommuneskat").fill("27");
  await field(page, "egen-kommuneskat").press("Tab");
  await becomes(page, () => document.querySelectorAll(".cw__state .tag").length >= 2);
  const marked = (await tags(page)).filter((tag) => !before.includes(tag));
  assert.deepEqual(marked, ["Kommunens egen: højst 40.000 kr. i lån", "Kommunens egen: kommuneskat 27 %"]);
  await field(page, "egen-støtte").fill("99");
  await field(page, "egen-støtte").press("Tab");
  await page.locator("#egen-støtte-fejl").waitFor();
  await page.keyboard.press("Escape");
  const copied = plain(await note(page));
  assert.ok(copied.includes("højst 40.000 kr. i lån") && copied.includes("kommuneskat 27 %"), copied);
  await button(page, "own_rules").click();
  for (const id of ["eget-loft", "egen-kommuneskat"]) {
    await field(page, id).fill("");
    await field(page, id).press("Tab");
  }
  await page.waitForFunction((count) => document.querySelectorAll(".cw__state .tag").length === count, before.length);
  assertQuiet(record);
});

test("where an answer differs from the plan it is asked which holds", async (t) => {
  const { page, record } = await openDesk(t, browser);
  await load(page, "A");
  const box = page.locator(".cw__conflict");
  assert.equal(await box.count(), 0);
  await page.locator(".cw__more > summary").click();
  await field(page, "business_account").selectOption("open");
  await field(page, "account_wait_months").fill("2");
  await field(page, "account_wait_months").press("Tab");
  await box.getByText("Borgeren har svaret, at kontoen er åben.").waitFor();
  await assertAccessible(page, "a conflict");
  assert.deepEqual(
    await page.evaluate(() => [document.scrollingElement.scrollWidth - innerWidth, document.scrollingElement.scrollHeight - innerHeight]),
    [0, 0],
    "nothing scrolls",
  );
  await box.getByRole("button").first().click();
  await box.waitFor({ state: "detached" });
  assert.equal(await field(page, "account_wait_months").inputValue(), "0");
  assertQuiet(record);
});

test("a picture of the citizen's code is read where it is, and one without a code is answered", async (t) => {
  const citizen = await visitRunning(t, browser, { fragment: LINK });
  await citizen.page.getByRole("button", { name: text("take_along.open.take"), exact: true }).click();
  await citizen.page.evaluate(() => (location.hash = "#/tag-med"));
  await citizen.page.getByRole("button", { name: text("take_along.link.show_code"), exact: true }).click();
  const code = citizen.page.locator("#app main svg[role=img]");
  await code.waitFor();
  // As a telephone sees it on a screen: smaller than the picture, and turned a little.
  await code.evaluate((svg) => {
    svg.style.transform = "rotate(7deg) scale(.8)";
  });
  const picture = await citizen.page.screenshot({ type: "jpeg", quality: 80, fullPage: true });

  const { page, record } = await openDesk(t, browser);
  await button(page, "bar.open").click();
  const chooser = panel(page).locator('input[type="file"]');
  await chooser.setInputFiles({ name: "tom.png", mimeType: "image/png", buffer: await page.screenshot() });
  await panel(page).getByText(pageWord("panel.no_code"), { exact: true }).waitFor();
  await chooser.setInputFiles({ name: "halv.png", mimeType: "image/png", buffer: Buffer.from("ikke et billede") });
  await panel(page).getByText(pageWord("panel.no_picture"), { exact: true }).waitFor();
  await chooser.setInputFiles({ name: "kode.jpg", mimeType: "image/jpeg", buffer: picture });
  await button(page, "panel.take").click();
  await panel(page).waitFor({ state: "detached" });
  const taken = await Promise.all(["living_costs", "full_month"].map((id) => field(page, id).inputValue()));
  assert.deepEqual(taken, TOLD);
  assertQuiet(record);
});

test("half a number that is typed key by key leaves none of its digits in the money, and nothing else is taken back", async (t) => {
  const { page, record } = await openDesk(t, browser);
  await load(page, "B");
  const [before, results] = [await sentence(page), plain(await page.locator(".cw__columns").innerText())];
  for (const [id, half] of [["living_costs", "9.8x"], ["b-full_month", "12,3456"], ["age", "40x"]]) {
    if (id === "b-full_month") {
      await button(page, "add_column").click();
      await gainsFocus(field(page, "forloeb-1-navn"));
      await button(page, "bar.for_citizen").focus();
    }
    await field(page, id).focus();
    await page.keyboard.type(half);
    await page.keyboard.press("Tab");
    await page.locator(`#${id}-fejl`).waitFor();
    assert.equal(await field(page, id).inputValue(), half);
    assert.equal(await sentence(page), before, id);
  }
  assert.ok(plain(await page.locator(".cw__columns").innerText()).startsWith(results.split(" er planen")[0]), "nor in the results");
  // What is changed in another field meanwhile stays when the half number goes on.
  await field(page, "savings").fill("4.321");
  await field(page, "savings").press("Tab");
  await field(page, "living_costs").focus();
  await page.keyboard.type("7.000y");
  await page.keyboard.press("Tab");
  assert.equal(await field(page, "savings").inputValue(), "4.321");
  await field(page, "living_costs").focus();
  await page.keyboard.type("7.000");
  await page.keyboard.press("Tab");
  await page.locator("#living_costs-fejl").waitFor({ state: "detached" });
  assert.equal(await field(page, "a-living_costs").inputValue(), "7.000");
  assertQuiet(record);
});

/** Tries to reload; tells whether the browser asked, and stays. */
async function asksToStay(page) {
  let asked = false;
  page.once("dialog", (dialog) => {
    asked = dialog.type() === "beforeunload";
    return dialog.dismiss();
  });
  await page.evaluate(() => location.reload());
  await page.waitForTimeout(300);
  return asked;
}

test("a reload asks before somebody's case is lost, and not when it is nobody's or was given along", async (t) => {
  const { page } = await openDesk(t, browser, withClipboard);
  await load(page, "B");
  await field(page, "age").fill("31");
  await field(page, "age").press("Tab");
  assert.equal(await asksToStay(page), true);
  assert.equal(await field(page, "age").inputValue(), "31");
  await page.keyboard.press("Alt+k");
  await button(page, "panel.copy_text").click();
  await panel(page).getByText(pageWord("panel.copied"), { exact: true }).waitFor();
  assert.equal(await asksToStay(page), false, "it was copied as it stands");
});
