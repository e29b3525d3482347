// What somebody goes home with: each form is read back by a program that is not ours, and opened again here.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import ical from "ical.js";
import jsqr from "jsqr";
import papaparse from "papaparse";
import { assertAccessible } from "./axe.mjs";
import { mouse } from "./hands.mjs";
import { paperOf, tight } from "./paper.mjs";
import { JOB_READY, answerAll, standsOn, throughMoney } from "./person.mjs";
import { DIST, PHONE, assertQuiet, launch, running, visit, visitRunning } from "./site.mjs";
import { speak, text } from "./texts.mjs";

const PAGE = "#/tag-med";
const KEPT = "mikrolaan:30";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** Somebody who has answered everything and seen the months. */
async function withMonths(t, options = {}) {
  const visitor = await visitRunning(t, browser, { context: { viewport: PHONE, acceptDownloads: true, ...options } });
  const hands = mouse(visitor.page);
  await answerAll(visitor.page, hands, JOB_READY);
  await throughMoney(visitor.page, hands);
  await visitor.page.locator(".keys__first").waitFor();
  return visitor;
}

async function goTo(page, fragment, key) {
  await page.evaluate((to) => (location.hash = to), fragment);
  await standsOn(page, key);
}

const button = (page, key) => page.getByRole("button", { name: text(key), exact: true });
const lead = async (page) => (await page.locator(".keys__first").innerText()).replace(/\s+/g, " ");

/** What the browser saves when this is pressed. */
async function saved(page, key) {
  const coming = page.waitForEvent("download");
  await button(page, key).click();
  const file = await coming;
  return { name: file.suggestedFilename(), content: readFileSync(await file.path(), "utf8") };
}

async function toFiles(page) {
  await goTo(page, PAGE, "take_along.title");
  await page.getByText(text("take_along.files.title"), { exact: true }).click();
}

test("the spreadsheet has a row a month and numbers that are the page's, read by another program", async (t) => {
  const { page, record } = await withMonths(t);
  const months = Number((await page.locator("#chart-text").textContent()).match(/(\d+)\s+måneder/)[1]);
  await toFiles(page);
  const { name, content } = await saved(page, "take_along.files.sheet");
  assert.match(name, /\.csv$/);
  assert.equal(content.charCodeAt(0), 0xfeff, "Excel reads the letters by it");
  const { data, errors, meta } = papaparse.parse(content.slice(1), { skipEmptyLines: true });
  assert.deepEqual(errors, []);
  assert.deepEqual([meta.delimiter, meta.linebreak], [";", "\r\n"]);
  const [head, ...rows] = data;
  assert.equal(rows.length, months);
  assert.ok(head.length > 12 && new Set(head).size === head.length, head.join(" | "));
  const isNumber = (cell) => /^-?\d+(,\d+)?$/.test(cell);
  for (const row of rows) {
    assert.equal(row.length, head.length);
    assert.ok(row.filter(isNumber).length > 10, row.join(" | "));
    assert.ok(row.every((cell) => isNumber(cell) || !/^[=+\-@\t\r]/.test(cell)), row.join(" | "));
  }
  assertQuiet(record);
});

test("the calendar is read by another program, and has the days of the page", async (t) => {
  const { page, record } = await withMonths(t);
  await goTo(page, "#/naeste", "next_steps.title");
  await assertAccessible(page, "the next steps");
  const planned = (await page.locator(".rail--if li").allInnerTexts()).map((one) => one.replace(/\s+/g, " "));
  assert.ok(planned.length >= 5, planned.join(" | "));
  const { name, content } = await saved(page, "next_steps.download_calendar");
  assert.match(name, /\.ics$/);
  for (const line of content.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75, line);
  const calendar = new ical.Component(ical.parse(content));
  const events = calendar.getAllSubcomponents("vevent").map((one) => new ical.Event(one));
  assert.ok(events.length >= 4, `${events.length} events`);
  assert.equal(new Set(events.map(({ uid }) => uid)).size, events.length);
  for (const event of events) {
    assert.ok(event.startDate.isDate, `${event.summary} takes all day`);
    // The name says under what it holds; what follows is the step's.
    const [condition, step] = event.summary.split(": ");
    assert.equal(condition, text("next_steps.planned.title"));
    assert.ok(planned.some((one) => one.includes(step)), `${event.summary}: ${planned.join(" | ")}`);
    assert.equal(event.component.getAllSubcomponents("valarm").length, 0);
    assert.equal(event.attendees.length, 0);
  }
  assertQuiet(record);
});

test("a case file brings everything back, and tells what is in it before anything is replaced", async (t) => {
  const { page, record } = await withMonths(t);
  const before = await lead(page);
  await toFiles(page);
  const { name, content } = await saved(page, "take_along.files.case");
  assert.match(name, /\.json$/);
  assert.equal(JSON.parse(content).answers.age, 34);

  const other = await visitRunning(t, browser, { fragment: PAGE, context: { viewport: PHONE } });
  await standsOn(other.page, "take_along.title");
  await other.page.locator('input[type="file"]').setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(content) });
  await other.page.getByRole("heading", { name: text("take_along.open.found"), exact: true }).waitFor();
  assert.match(await other.page.locator("#app main").innerText(), /34/);
  await assertAccessible(other.page, "what is in a file");
  await goTo(other.page, "#/maaneder", "months.title");
  assert.ok(!(await other.page.locator("#app main").innerText()).includes(before), "nothing has been replaced yet");
  await goTo(other.page, PAGE, "take_along.title");
  await other.page.locator('input[type="file"]').setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(content) });
  await button(other.page, "take_along.open.take").click();
  await goTo(other.page, "#/maaneder", "months.title");
  await other.page.locator(".keys__first").waitFor();
  assert.equal(await lead(other.page), before);
  assertQuiet(record);
  assertQuiet(other.record);
});

test("a file that is none, a broken one and a broken link say so, and nothing is lost", async (t) => {
  const { page, record } = await withMonths(t);
  const before = await lead(page);
  await goTo(page, PAGE, "take_along.title");
  const choose = (content) =>
    page.locator('input[type="file"]').setInputFiles({ name: "fil.json", mimeType: "application/json", buffer: Buffer.from(content) });
  const found = page.locator("#app main");
  for (const [content, key] of [["[1, 2", "not_json"], ["hej", "no_case"], ["x".repeat(300_000), "large_file"]]) {
    await choose(content);
    await found.getByText(text(`take_along.error.${key}`)).first().waitFor();
  }
  await page.getByRole("textbox", { name: text("take_along.open.paste"), exact: true }).fill("v1.AAAAAAAAAAAA");
  await button(page, "take_along.open.look").click();
  await found.getByText(/Linket/).first().waitFor();
  await goTo(page, "#/maaneder", "months.title");
  assert.equal(await lead(page), before);
  assertQuiet(record);
});

test("the code of the link is read by a camera's program; opened, it tells first, and leaves the address", async (t) => {
  const { page, record, address } = await withMonths(t);
  const before = await lead(page);
  await goTo(page, PAGE, "take_along.title");
  await assertAccessible(page, "take along");
  const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(await sideways(), 0);
  await page.getByText(text("take_along.link.discreet"), { exact: true }).click();
  await button(page, "take_along.link.show_code").click();
  await page.locator("#app main svg[role=img]").waitFor();
  // The site allows itself no picture of another kind, so the pixels are read on an empty page.
  const picture = await page.locator("#app main svg[role=img]").screenshot({ type: "png" });
  const reader = await browser.newPage();
  t.after(() => reader.close());
  const { width, height, data } = await reader.evaluate(async (png) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
    const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
    context.drawImage(image, 0, 0);
    return { width: image.width, height: image.height, data: [...context.getImageData(0, 0, image.width, image.height).data] };
  }, picture.toString("base64"));
  const link = jsqr(Uint8ClampedArray.from(data), width, height)?.data;
  assert.ok(link?.startsWith(`${address}#v1.`) || link?.startsWith(`${address.replace(/\/$/, "")}/#v1.`), link);
  assert.ok(link.length <= 300 + address.length + 1, `${link.length} characters`);
  t.diagnostic(`the link has ${link.length - link.indexOf("#")} characters`);

  const other = await visitRunning(t, browser, { fragment: link.slice(link.indexOf("#")), context: { viewport: PHONE } });
  await standsOn(other.page, "take_along.title");
  await other.page.getByRole("heading", { name: text("take_along.open.found"), exact: true }).waitFor();
  assert.ok(!(await other.page.evaluate(() => location.href + JSON.stringify(history.state))).includes("v1."), "the address is clean");
  await button(other.page, "take_along.open.take").click();
  await goTo(other.page, "#/maaneder", "months.title");
  await other.page.locator(".keys__first").waitFor();
  assert.equal(await lead(other.page), before);
  assertQuiet(record);
});

test("kept for thirty days only when asked for, told on the start page, and gone by the button, by starting over, and with time", async (t) => {
  const { page, record } = await withMonths(t);
  const kept = () => page.evaluate((key) => localStorage.getItem(key), KEPT);
  assert.equal(await kept(), null);
  await goTo(page, PAGE, "take_along.title");
  await button(page, "take_along.keep.save").click();
  await page.getByText(text("take_along.keep.done"), { exact: true }).waitFor();
  assert.match(await page.locator("#app .asks").first().innerText(), /27\.\sdecember 2026/);
  await page.evaluate(() => sessionStorage.clear());
  await page.goto(page.url().split("#")[0]);
  await running(page);
  assert.match((await page.locator("#kept").innerText()).replace(/\s+/g, " "), /^Du gemte dine svar 27\. november\. /);
  await page.getByRole("link", { name: text("start.continue_kept"), exact: true }).click();
  await standsOn(page, "take_along.title");
  await button(page, "take_along.keep.fetch").click();
  await page.getByRole("heading", { name: text("take_along.open.found"), exact: true }).waitFor();
  await button(page, "take_along.keep.delete").click();
  await page.getByText(text("take_along.keep.deleted"), { exact: true }).waitFor();
  await page.waitForFunction(() => document.activeElement?.id === "keep", undefined, { timeout: 2_000 });
  assert.equal(await kept(), null);

  // Damaged, of a newer site, and over: told, and never a crash.
  for (const content of ["noget andet", "mikrolaan 99 2026-11-27 2026-12-27 x", "mikrolaan 1 2026-11-27 2026-12-27 v1.ødelagt"]) {
    await page.evaluate(([key, value]) => localStorage.setItem(key, value), [KEPT, content]);
    await page.reload();
    await running(page);
    await goTo(page, PAGE, "take_along.title");
    await button(page, "take_along.keep.delete").click();
    assert.equal(await kept(), null, content);
  }
  // Deleted there where it is told, and told only while it is there.
  await page.evaluate(([key, value]) => localStorage.setItem(key, value), [KEPT, "noget andet"]);
  await goTo(page, "#/", "start.title");
  assert.match((await page.locator("#kept").innerText()).replace(/\s+/g, " "), /^Du gemte dine svar\. /, "what is damaged has no day");
  await button(page, "start.delete_kept").click();
  assert.equal(await kept(), null);
  assert.ok(await page.locator("#kept").isHidden());
  assert.equal(await page.evaluate(() => document.activeElement.id), "start-title");
  await page.evaluate(([key, value]) => localStorage.setItem(key, value), [KEPT, "mikrolaan 1 2026-10-01 2026-10-31 v1.x"]);
  await page.reload();
  await running(page);
  assert.equal(await kept(), null, "its days are over");
  assertQuiet(record);
});

/** In the page: no dialogue in a browser without a screen, so only that one was asked for. */
const countPrints = (page) =>
  page.evaluate(() => {
    globalThis.prints = 0;
    globalThis.print = () => (globalThis.prints += 1);
  });

test("everything for the meeting is one document: answers, conditions with reasons, months, figures with where they are from, contact", async (t) => {
  const { page, record } = await withMonths(t);
  const first = await lead(page);
  await goTo(page, PAGE, "take_along.title");
  await countPrints(page);
  await button(page, "take_along.print.whole").click();
  await standsOn(page, "take_along.paper.title");
  await page.waitForFunction(() => globalThis.prints === 1);
  assert.equal(await page.title(), `${text("take_along.paper.title")} – Mikrolånsberegneren`);
  await assertAccessible(page, "everything on one paper");
  const paper = paperOf(await page.pdf({ format: "A4", preferCSSPageSize: true }));
  const expected = [
    text("answers.title"), text("question.support.title"), "25.500",
    text("result.title"), text("criterion.target_group.title.met"), "§ 147",
    first, text("months.your_figures"), text("provenance.own"),
    text("table.benefit"), text("tag.assumption"), text("contact.title"), text("footer.guidance").replace("Det her er vejledning", "Vejledning").replace(/\.$/, ""),
  ];
  for (const words of expected) {
    assert.ok(typeof words === "string" && paper.all.includes(tight(words)), `${words} is not on the paper`);
  }
  assert.ok(paper.all.includes(`Side1af${paper.pages}`) && paper.pages <= 12, `${paper.pages} sheets`);
  t.diagnostic(`${paper.pages} sheets`);
  assertQuiet(record);
});

test("in another language the paper is shown, and is Danish when one has chosen that", async (t) => {
  const { page } = await withMonths(t);
  await goTo(page, PAGE, "take_along.title");
  await page.locator(".header .languages a[lang=en]").click();
  await page.waitForFunction(() => document.documentElement.lang === "en");
  speak("en");
  t.after(() => speak("da"));
  await countPrints(page);
  await button(page, "take_along.print.whole").click();
  await standsOn(page, "take_along.paper.title");
  await page.locator("#app .languages a[lang=da]").click();
  speak("da");
  await standsOn(page, "take_along.paper.title");
  assert.equal(await page.evaluate(() => globalThis.prints), 0);
  await button(page, "common.print").first().click();
  assert.equal(await page.evaluate(() => globalThis.prints), 1);
});

test("in a frame without an origin the page says once what cannot be done, and the link out has the answers", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "mikrolaan-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(DIST, folder, { recursive: true });
  writeFileSync(join(folder, "host.html"), '<!DOCTYPE html><title>x</title><iframe src="./#/spoergsmaal" width="400" height="900" sandbox="allow-scripts allow-forms allow-popups"></iframe>');
  // Files go to a frame without an origin only where everybody may have them.
  const headers = { "Content-Security-Policy": "default-src 'self' 'wasm-unsafe-eval' data:", "Access-Control-Allow-Origin": "*" };
  const { page } = await visit(t, browser, { folder, server: { headers }, fragment: "host.html" });
  const frame = page.frames()[1];
  await running(frame);
  await frame.locator("#age").fill("34");
  await frame.locator("#app form button[type=submit]").click();
  await frame.evaluate(() => (location.hash = "#/tag-med"));
  await standsOn(frame, "take_along.title");
  assert.equal(await frame.getByText(text("take_along.boxed.title"), { exact: true }).count(), 1);
  const link = await frame.getByRole("link", { name: text("take_along.boxed.open") }).getAttribute("href");
  assert.match(link, /#v1\./);
  await page.goto(link);
  await running(page);
  await standsOn(page, "take_along.title");
  await page.getByText("34", { exact: false }).first().waitFor();
});

test("the next steps: what is ticked and noted is there after a reload, and dates are counted from what is written", async (t) => {
  const { page, record } = await withMonths(t);
  await goTo(page, "#/naeste", "next_steps.title");
  await page.getByText(text("next_steps.debt.title"), { exact: true }).click();
  await page.locator("#decided").fill("2026-11-18");
  await page.locator("#decided").blur();
  await page.getByText(/16\.\sdecember 2026/).first().waitFor();
  await page.locator("#applied").fill("2026-11-20");
  await page.locator("#applied").blur();
  await page.getByText(/\s4\.\sdecember 2026/).first().waitFor();
  // Typed and not left: a dropped tab does not wait for it.
  await page.locator("#owed").pressSequentially("12.5 og renter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "owed", "it is typed on, while the page is drawn anew");
  await page.waitForFunction(() => Object.values(sessionStorage).some((kept) => kept.includes("12.5 og renter")));
  await page.reload();
  await running(page);
  await standsOn(page, "next_steps.title");
  assert.ok(await page.locator("#debt").isChecked());
  assert.equal(await page.locator("#decided").inputValue(), "2026-11-18");
  assert.equal(await page.locator("#owed").inputValue(), "12.5 og renter");
  assertQuiet(record);
});

test("a figure that looks wrong: what changes it most, and a text without a name to hand on", async (t) => {
  const { page, record } = await withMonths(t);
  await page.getByRole("link", { name: text("months.wrong"), exact: true }).click();
  await standsOn(page, "help.title");
  await assertAccessible(page, "a figure looks wrong");
  assert.match(await page.locator("#app main").innerText(), /Hjemme|ydelse|Omsætning/);
  assertQuiet(record);
});
