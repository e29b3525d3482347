// The evaluation: what became of the people, counted from their files by the page, and by nobody else.
//
// The files go in by the field a person has, and what comes out is read off the page, the clipboard, the file that is saved
// and the paper.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import papaparse from "papaparse";
import { assertAccessible } from "./axe.mjs";
import { assertFocusVisible, gainsFocus, tabTo } from "./keyboard.mjs";
import { paperOf, tight } from "./paper.mjs";
import { DESK, PHONE, PROJECT, assertQuiet, launch, running, settled, visitRunning } from "./site.mjs";
import { slowProcessorOf } from "./slow-phone.mjs";
import { filled, text } from "./texts.mjs";
import { faultsOf, treeOf } from "./tree.mjs";

const own = (key) => text(`office.evaluation.${key}`);
const said = (key, given) => filled(`office.evaluation.${key}`, given);

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const open = (t, options = {}) =>
  visitRunning(t, browser, { fragment: "evaluering/", ...options, context: { acceptDownloads: true, ...options.context } });

// The people.

const caseOf = (support, age, outcome) => ({
  format: "mikrolaan-case/1", as_of: "2026-11", answers: { support, age }, ...(outcome && { outcome }),
});
const EFFORT = { course: "completed", loan: "not_applied", result: "ordinary_effort" };
const withLoan = (result) => ({ course: "completed", loan: "granted", subsidy: true, result });
const many = (support, outcome, people) => Array.from({ length: people }, (_, at) => caseOf(support, 20 + at, outcome));

/** The form's own table, point 7, as a file a person; and one whose file says nothing, the last. */
const OWN = [
  ...many("uddannelsesparat", withLoan("self_supporting"), 2),
  ...many("uddannelsesparat", withLoan("other"), 1),
  ...many("uddannelsesparat", EFFORT, 4),
  ...many("selvforsoergende", EFFORT, 1),
  ...many("kontanthjaelp_jobparat", withLoan("self_supporting"), 6),
  ...many("kontanthjaelp_jobparat", withLoan("on_support"), 5),
  ...many("kontanthjaelp_jobparat", EFFORT, 1),
  caseOf("kontanthjaelp_jobparat", 50),
];
const UNMARKED = "sag-21.json";
const GROUPS = ["table.jobparat", "table.uddannelsesparat", "table.selvforsoergede"].map(own);
const TOTAL = own("table.total");
const THE_TABLE = [
  ["", own("table.course"), own("table.loan"), own("table.self_supporting")],
  [GROUPS[0], "12", "11", "6"],
  [GROUPS[1], "7", "3", "2"],
  [GROUPS[2], "1", "0", "0"],
  [TOTAL, "20", "14", "8"],
];

/** Cases with months and amounts, in lines: those one may try the page with. */
const DATED = readFileSync(join(PROJECT, "crates/app-core/src/office/evaluation/invented.jsonl"), "utf8");

const file = (name, content) => ({
  name, mimeType: "application/json", buffer: Buffer.from(typeof content === "string" ? content : JSON.stringify(content)),
});
const aFileEach = (cases) => cases.map((one, at) => file(`sag-${at + 1}.json`, one));
const lines = (cases) => cases.map((one) => JSON.stringify(one) + "\n").join("");

// The page.

const tidy = (words) => words.replaceAll("\u00ad", "").replace(/\s+/g, " ").trim();
const button = (page, key) => page.getByRole("button", { name: own(key), exact: true });
const chooser = (page) => page.getByLabel(own("action.files"), { exact: true });
const listHeading = (page) => page.locator("#filer");
const rows = (page) => page.locator(".ev__files tbody tr");
const rowOf = (page, name) => rows(page).filter({ hasText: name });
const control = (page, column, name) =>
  page.getByLabel(said("list.control", { column: own(`list.column.${column}`), file: name }), { exact: true });
const section = (page, key) =>
  page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name: own(`section.${key}`) }) });
const formTable = (page) => cellsOf(page.locator(".ev__form"));
const halfYears = (page) => cellsOf(section(page, "timeline").locator("table"));
const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.tagName);

async function cellsOf(table) {
  const cells = await table.evaluate((one) => [...one.rows].map((row) => [...row.cells].map((cell) => cell.textContent)));
  return cells.map((row) => row.map(tidy));
}

/** Waits until the page says this first. */
async function leadSays(page, words) {
  await page.locator(".lead", { hasText: words }).waitFor();
}

const readSo = (count) => said(count === 1 ? "read.one" : "read.other", { count });

/** Chooses files, and waits until so many cases are read. */
async function choose(page, files, count) {
  await chooser(page).setInputFiles(files);
  await leadSays(page, readSo(count));
  await gainsFocus(listHeading(page), "what was read is where one is");
}

/** What is there after a change, which is drawn a moment later. */
async function becomesEqual(read, expected, why) {
  const end = Date.now() + 10_000;
  for (;;) {
    const now = await read();
    try {
      return assert.deepEqual(now, expected, why);
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** Writes into a field as a person does, and goes on to the next. */
async function write(page, field, words) {
  await field.focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type(words);
  await page.keyboard.press("Tab");
}

/** Chooses by keys: the select has the focus before and after. */
async function pick(page, field, presses) {
  await field.focus();
  for (let pressed = 0; pressed < presses; pressed += 1) await page.keyboard.press("ArrowDown");
}

const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };

/** What is on the clipboard after this is pressed. */
async function copied(page, key) {
  await page.evaluate(() => navigator.clipboard.writeText("intet"));
  await button(page, key).click();
  await page.locator("#live", { hasText: text("help.copied") }).waitFor({ state: "attached" });
  return page.evaluate(() => navigator.clipboard.readText());
}

async function saved(page, key) {
  const coming = page.waitForEvent("download");
  await button(page, key).click();
  const download = await coming;
  return { name: download.suggestedFilename(), content: readFileSync(await download.path(), "utf8") };
}

test("the empty page says what comes of it, and has the table of the form without numbers", async (t) => {
  const { page, record } = await open(t);
  assert.equal(await page.locator(".lead").innerText(), own("lead"));
  for (const key of ["start.drop", "start.stays", "start.hint", "stays"]) {
    await page.getByText(own(key), { exact: true }).first().waitFor();
  }
  assert.equal(await rows(page).count(), 0);
  await page.getByRole("heading", { name: own("start.becomes"), exact: true }).waitFor({ timeout: 1_000 });
  const nothing = own("list.nothing");
  const expected = THE_TABLE.map(([label, ...cells], at) => [label, ...(at === 0 ? cells : cells.map(() => nothing))]);
  assert.deepEqual(await formTable(page), expected);
  assertQuiet(record);
});

/** The same people, as whoever keeps them may keep them. */
const WAYS = {
  "a file each": aFileEach(OWN),
  "one list": [file("alle.json", OWN)],
  "a list over many lines": [file("alle.json", JSON.stringify(OWN, null, 2))],
  "a case a line": [file("alle.jsonl", lines(OWN))],
  "lines of Windows, after a mark of the byte order": [file("alle.jsonl", `\ufeff${lines(OWN).replaceAll("\n", "\r\n")}`)],
};

for (const [way, files] of Object.entries(WAYS)) {
  test(`21 people in ${way} give the form's own table`, async (t) => {
    const { page, record } = await open(t);
    await choose(page, files, 21);
    assert.equal(await page.locator(".lead").innerText(), `${readSo(21)} ${said("without", { count: 1 })}`);
    assert.deepEqual(await formTable(page), THE_TABLE);
    const words = tidy(await section(page, "table").innerText());
    assert.ok(words.includes(said("draft.of_loans", { loans: 14, count: 8 })), words);
    assert.ok(tidy(await section(page, "checks").innerText()).includes(said("check.effort", { count: 6 })));
    assert.equal(await page.locator(".ev__told").count(), 0, "nothing is wrong or unsaved");
    assertQuiet(record);
  });
}

test("files come in several goes, each is there once more, and the field takes the same file again", async (t) => {
  const { page, record } = await open(t);
  const [first, ...others] = aFileEach(OWN);
  await choose(page, [first], 1);
  await choose(page, others, 21);
  assert.deepEqual(await formTable(page), THE_TABLE);
  await choose(page, [first], 22);
  assert.deepEqual((await formTable(page)).at(-1), [TOTAL, "21", "15", "9"]);
  assertQuiet(record);
});

test("what cannot be read is named with its reason, and the rest count", async (t) => {
  const { page, record } = await open(t);
  const aged = { ...OWN[0], answers: { ...OWN[0].answers, age: -5 } };
  const bad = { "halv.json": "[1, 2", "tom.json": "", "ingen.json": "[]", "alder.json": JSON.stringify(aged) };
  await choose(page, [...aFileEach(OWN), ...Object.entries(bad).map(([name, content]) => file(name, content))], 21);
  const count = Object.keys(bad).length;
  assert.ok((await page.locator(".lead").innerText()).includes(said("unread", { count })));
  assert.deepEqual(await formTable(page), THE_TABLE);
  const reason = {};
  for (const name of Object.keys(bad)) {
    const row = rowOf(page, name);
    assert.match(await row.getAttribute("class"), /is-unreadable/);
    const [, told] = await row.locator("th, td").allInnerTexts();
    assert.ok(told.includes(said("list.rest.other", { count: 21 })), told);
    reason[name] = told.replace(said("list.rest.other", { count: 21 }), "").trim();
    assert.match(reason[name], own("list.unreadable"), name);
  }
  const unreadable = (reason) => said("list.unreadable", { reason });
  assert.equal(reason["halv.json"], unreadable(text("take_along.error.not_json")));
  for (const name of ["tom.json", "ingen.json"]) assert.equal(reason[name], unreadable(own("list.no_case_inside")));
  assert.ok(reason["alder.json"].includes(text("question.age.title")), `which answer it is: ${reason["alder.json"]}`);
  await page.getByText(said("draft.unread.other", { count })).waitFor();

  // One is taken out: it alone goes, and one is where one was.
  await page.getByRole("button", { name: said("list.remove", { file: "halv.json" }), exact: true }).click();
  await gainsFocus(listHeading(page));
  assert.equal(await rowOf(page, "halv.json").count(), 0);
  assert.ok((await page.locator(".lead").innerText()).includes(said("unread", { count: count - 1 })));
  assert.deepEqual(await formTable(page), THE_TABLE);
  assertQuiet(record);
});

test("a page where nothing can be read says so, and counts nobody", async (t) => {
  const { page, record } = await open(t);
  await choose(page, [file("halv.json", "[1, 2")], 0);
  const [row] = await rows(page).locator("td").first().allInnerTexts();
  assert.equal(tidy(row), said("list.unreadable", { reason: text("take_along.error.not_json") }));
  assert.deepEqual((await formTable(page)).at(-1), [TOTAL, "0", "0", "0"]);
  assertQuiet(record);
});

test("the same file twice is noticed, in its row and among the checks, and both are counted", async (t) => {
  const { page, record } = await open(t);
  await choose(page, [...aFileEach(OWN.slice(0, 6)), file("igen.json", OWN[1])], 7);
  const same = said("list.same", { file: "sag-2.json" });
  assert.deepEqual(await rowOf(page, same).locator("th").allInnerTexts().then((all) => all.map(tidy)), [`igen.json ${same}`]);
  const checks = tidy(await section(page, "checks").innerText());
  assert.ok(checks.includes(`sag-2.json · igen.json: ${own("check.same_file")}`), checks);
  assert.deepEqual((await formTable(page)).at(-1), [TOTAL, "7", "4", "3"]);
  assertQuiet(record);
});

/** What stands in a select of every row that is listed. */
const chosenOf = (page, column) =>
  page.locator(`.ev__files tbody select[id$="-${column}"]`).evaluateAll((all) => all.map((one) => one.value));

test("every count of the page lists exactly so many files, and one is at the heading of the list", async (t) => {
  const { page, record } = await open(t);
  await choose(page, [file("alle.jsonl", DATED)], 21);
  const counts = page.locator("main .ev__count");
  const all = await counts.count();
  assert.ok(all > 50, `${all} counts`);
  const isSo = { [own("table.course")]: ["kursus", "completed"], [own("table.loan")]: ["laan", "granted"] };
  const named = own("count.name").source.slice(1, -1).split(".+").at(-1);
  for (let at = 0; at < all; at += 1) {
    const count = counts.nth(at);
    const [name, number] = [await count.getAttribute("aria-label"), Number(await count.innerText())];
    const what = tidy(name).match(new RegExp(`^${number}: (.+?)${named}$`))?.[1];
    assert.ok(what, `${name} says its number and that it is the way to the files`);
    await count.click();
    await gainsFocus(listHeading(page), name);
    assert.equal(tidy(await listHeading(page).innerText()), said("list.filtered", { what, count: number }));
    assert.equal(await rows(page).count(), number, name);
    assert.equal(await page.getByText(own("list.none"), { exact: true }).count(), number === 0 ? 1 : 0, name);
    const [column, value] = isSo[what.split(", ").at(-1)] ?? [];
    if (column) assert.deepEqual([...new Set(await chosenOf(page, column))], number === 0 ? [] : [value], name);
  }
  t.diagnostic(`${all} counts`);
  await button(page, "action.everybody").click();
  assert.equal(tidy(await listHeading(page).innerText()), own("section.files"));
  await page.getByRole("button", { name: said("action.show_all", { count: 21 }), exact: true }).click();
  assert.equal(await rows(page).count(), 21);
  assertQuiet(record);
});

test("somebody is marked by choice and by what is typed: the numbers follow, and one stays where one is", async (t) => {
  const { page, record } = await open(t);
  await choose(page, aFileEach(OWN), 21);
  assert.match(await rowOf(page, UNMARKED).getAttribute("class"), /is-unmarked/);
  const course = control(page, "course", UNMARKED);
  const id = await course.getAttribute("id");
  await pick(page, course, 1);
  await becomesEqual(() => formTable(page), THE_TABLE.with(1, [GROUPS[0], "13", "11", "6"]).with(4, [TOTAL, "21", "14", "8"]));
  assert.equal(await focused(page), id, "the select");
  assert.equal(await course.inputValue(), "completed");
  assert.doesNotMatch((await rowOf(page, UNMARKED).getAttribute("class")) ?? "", /is-unmarked/);
  assert.equal(await page.locator(".lead").innerText(), readSo(21));
  await page.getByText(own("unsaved"), { exact: true }).waitFor();

  await pick(page, control(page, "loan", UNMARKED), 1);
  await becomesEqual(async () => (await formTable(page)).at(-1), [TOTAL, "21", "15", "8"]);
  const next = await control(page, "loan_from", UNMARKED).getAttribute("id");
  await write(page, control(page, "loan_sum", UNMARKED), "45.000");
  await page.getByText(said("money.known", { count: 1, all: 15 }).split(" ")[0]).first().waitFor();
  await becomesEqual(() => control(page, "loan_sum", UNMARKED).inputValue().then(tidy), "45.000 kr.");
  assert.equal(await focused(page), next, "the field after the one that was left");
  await write(page, control(page, "loan_from", UNMARKED), "6/2021");
  await becomesEqual(() => control(page, "loan_from", UNMARKED).inputValue(), "juni 2021");
  await becomesEqual(async () => (await halfYears(page))[1], [said("count.first_half", { year: 2021 }), "0", "1", "0"]);
  const money = tidy(await section(page, "table").innerText());
  assert.ok(money.includes(tidy(said("money.known", { count: 1, all: 15 }))), money);
  assert.ok(money.includes(said("money.lent", { amount: "45.000 kr." })), money);
  await pick(page, control(page, "result", UNMARKED), 1);
  await becomesEqual(async () => (await formTable(page)).at(-1), [TOTAL, "21", "15", "9"]);
  await pick(page, control(page, "course", UNMARKED), 2);
  await becomesEqual(async () => (await formTable(page)).at(-1), [TOTAL, "20", "15", "9"], "stopped is not completed");
  const checks = tidy(await section(page, "checks").innerText());
  assert.ok(checks.includes(`${UNMARKED}: ${own("check.loan_without_course")}`), checks);
  assertQuiet(record);
});

test("what cannot be read as a month or an amount stands as it was typed, with what is wrong, and counts as not known", async (t) => {
  const { page, record } = await open(t);
  await choose(page, [file("en.json", { ...OWN[0], outcome: { ...OWN[0].outcome, loan_from: "2021-06", loan_amount: "45000" } })], 1);
  const [paid, amount] = [control(page, "loan_from", "en.json"), control(page, "loan_sum", "en.json")];
  const typed = "til jul <b>";
  await write(page, paid, typed);
  await becomesEqual(() => paid.getAttribute("aria-invalid"), "true");
  assert.equal(await paid.inputValue(), typed);
  const told = await page.locator(`[id="${await paid.getAttribute("aria-describedby")}"]`).innerText();
  assert.equal(tidy(told), said("field.month", { text: typed, month: "november 2026" }));
  assert.ok((await page.locator(".ev__told").allInnerTexts()).map(tidy).includes(said("not_read.one", { count: 1 })));
  await write(page, amount, "mange penge");
  await becomesEqual(() => amount.getAttribute("aria-invalid"), "true");
  assert.equal(await amount.inputValue(), "mange penge");
  assert.ok((await page.locator(".ev__told").allInnerTexts()).map(tidy).includes(said("not_read.other", { count: 2 })));
  await assertAccessible(page, "fields that cannot be read");
  await becomesEqual(async () => (await halfYears(page)).slice(1, 2).flat(), [own("count.undated"), "1", "1", "1"]);
  const { content } = await saved(page, "action.save");
  assert.deepEqual(JSON.parse(content).outcome, { course: "completed", loan: "granted", subsidy: true, result: "self_supporting" });

  // What can be read two ways is asked; what is chosen stands.
  await write(page, amount, "45.5");
  const readings = rows(page).locator(".form-error-message button");
  await readings.first().waitFor();
  assert.ok((await readings.count()) >= 2, "two ways to read it");
  await readings.first().click();
  await becomesEqual(() => amount.getAttribute("aria-invalid"), null);
  assert.match(tidy(await amount.inputValue()), /^45(,50|\.500) kr\.$/);
  const afterwards = await focused(page);
  await write(page, paid, "2021-07");
  await becomesEqual(() => paid.inputValue(), "juli 2021");
  assert.equal(await paid.getAttribute("aria-invalid"), null);
  assert.notEqual(afterwards, "BODY", "the button that was pressed is gone, one is not nowhere");
  assertQuiet(record);
});

test("the course cannot end before it begins", async (t) => {
  const { page, record } = await open(t);
  await choose(page, [file("en.json", OWN[0])], 1);
  const [first, last] = [control(page, "course_from", "en.json"), control(page, "course_until", "en.json")];
  await write(page, first, "maj 2021");
  await write(page, last, "april 2021");
  await becomesEqual(() => last.getAttribute("aria-invalid"), "true");
  const told = await page.locator(`[id="${await last.getAttribute("aria-describedby")}"]`).innerText();
  assert.equal(tidy(told), said("field.until", { month: "maj 2021" }));
  await write(page, first, "februar 2021");
  await becomesEqual(() => last.getAttribute("aria-invalid"), null);
  assert.equal(await last.inputValue(), "april 2021");
  assertQuiet(record);
});

const HALF_YEAR = /\d\. halvår \d{4}/;
/** Which groups are named, and whether half years are. */
const partsIn = (words) => [GROUPS.filter((group) => tight(words).includes(tight(group))), /\d\.halvår\d{4}/.test(tight(words))];

test("*Vis kun i alt* leaves groups and half years out of page, copies, spreadsheet and paper, and gives them back", async (t) => {
  const { page, record } = await open(t, { context: CLIPBOARD });
  await choose(page, [file("alle.jsonl", DATED)], 21);
  const counts = async () => ({
    page: (await page.locator("main section:not(:has(.ev__files))").allInnerTexts()).join(" "),
    table: await copied(page, "action.copy_table"),
    draft: await copied(page, "action.copy_draft"),
    sheet: (await saved(page, "action.sheet")).content,
    paper: paperOf(await page.pdf({ format: "A4", preferCSSPageSize: true })).all,
  });
  const parted = async () => Object.entries(await counts()).map(([where, words]) => [where, ...partsIn(words)]);
  const smallThere = await page.locator(".ev__count.is-small").count();
  assert.ok(tidy(await page.locator(".ev__small").innerText()).includes(said("small.fields.other", { count: smallThere })));
  const all = await parted();
  const places = ["page", "table", "draft", "sheet", "paper"];
  // The copies of table and draft never have half years: the form does not ask for them.
  assert.deepEqual(all, places.map((where) => [where, GROUPS, !["table", "draft"].includes(where)]));
  const before = await page.locator("main").innerText();

  await button(page, "action.totals").click();
  await becomesEqual(() => formTable(page), [THE_TABLE[0], THE_TABLE[4]]);
  assert.deepEqual((await halfYears(page)).slice(1), [[TOTAL, "20", "14", "8"]]);
  assert.equal(await page.locator(".ev__picture").count(), 0);
  assert.equal(await page.locator(".is-small").count(), 0);
  assert.deepEqual(await parted(), places.map((where) => [where, [], false]));
  await button(page, "action.parts").click();
  await becomesEqual(() => formTable(page), THE_TABLE);
  assert.equal(await page.locator("main").innerText(), before);
  assertQuiet(record);
});

test("the button that leaves out the parts stays the one in focus", async (t) => {
  const { page } = await open(t);
  await choose(page, [file("alle.jsonl", DATED)], 21);
  await tabTo(page, button(page, "action.totals"));
  await page.keyboard.press("Enter");
  await button(page, "action.parts").waitFor();
  await gainsFocus(button(page, "action.parts"));
});

test("a person is a cell of the picture, and many are bars", async (t) => {
  const { page, record } = await open(t);
  await choose(page, [file("alle.jsonl", DATED)], 21);
  const table = (await halfYears(page)).slice(1, -1).filter(([label]) => HALF_YEAR.test(label));
  const cells = await page.locator(".ev__half").evaluateAll((halves) =>
    halves.map((half) => [half.lastChild.textContent, ...[...half.querySelectorAll(".ev__column")].map((one) => String(one.querySelectorAll("i").length))]),
  );
  assert.deepEqual(cells.map((row) => row.map(tidy)), table);
  assert.equal(await page.locator(".ev__half svg").count(), 0);
  await choose(page, [file("igen.jsonl", DATED)], 42);
  await becomesEqual(() => page.locator(".ev__half i").count(), 0);
  const highest = await page.locator(".ev__half rect").evaluateAll((all) => Math.max(...all.map((one) => one.getBoundingClientRect().height)));
  assert.equal(highest, 120);
  assertQuiet(record);
});

test("the draft as it is copied is the draft of the page: gaps to be written, counts, and no shares", async (t) => {
  const { page, record } = await open(t, { context: CLIPBOARD });
  await choose(page, aFileEach(OWN), 21);
  const draft = await copied(page, "action.copy_draft");
  const gaps = await page.locator(".ev__gap").count();
  assert.equal(draft.split("[SKRIV: ").length - 1, gaps);
  assert.ok(tidy(await section(page, "draft").locator("h2").innerText()).includes(said("draft.gaps.other", { count: gaps })));
  for (const key of ["adjustments", "aim", "expected", "barriers", "advantages", "resources", "law", "conclusion", "unexpected", "remarks"]) {
    assert.ok(draft.includes(own(`draft.${key}.quote`)), `${key} of the form is asked`);
  }
  for (const key of ["six", "seven", "eight", "nine", "ten"]) assert.ok(draft.includes(`${own(`draft.point_${key}`)}\n`), key);
  assert.ok(draft.includes(THE_TABLE.map((row) => row.join("\t")).join("\n")), draft);
  for (const words of [
    said("draft.courses.other", { count: 20 }), said("draft.loans.other", { count: 14 }),
    said("draft.of_loans", { loans: 14, count: 8 }), said("draft.self_supporting.other", { count: 8 }),
    said("draft.then.ordinary_effort", { count: 6 }), said("draft.without_outcome.one", { count: 1 }),
  ]) assert.ok(tidy(draft).includes(words), words);
  assert.doesNotMatch(draft, /%|procent|\bandel/i);
  assert.doesNotMatch((await page.locator("main").innerText()).replace(own("stays"), ""), /%|procent/i);
  const shown = tidy(await page.locator(".ev__points").innerText());
  for (const sentence of draft.split("\n").filter((line) => !/^\[SKRIV|\t/.test(line) && line !== "")) {
    assert.ok(shown.includes(tidy(sentence)), `${sentence} stands on the page`);
  }
  assert.equal(await copied(page, "action.copy_table"), `${THE_TABLE.map((row) => row.join("\t")).join("\n")}\n`);
  assertQuiet(record);
});

test("the spreadsheet has the tables of the page, read by another program", async (t) => {
  const { page, record } = await open(t);
  await choose(page, [file("alle.jsonl", DATED)], 21);
  const { name, content } = await saved(page, "action.sheet");
  assert.equal(name, "mikrolaan-evaluering-2026-11-27.csv");
  assert.equal(content.charCodeAt(0), 0xfeff, "Excel reads the letters by it");
  const { data, errors } = papaparse.parse(content.slice(1), { delimiter: ";", skipEmptyLines: "greedy" });
  assert.deepEqual(errors, []);
  const shown = [await formTable(page), await cellsOf(section(page, "table").locator("table").nth(1)), await halfYears(page)];
  shown[1][0][0] = own("section.results");
  const read = data.map((row) => row.map(tidy));
  assert.deepEqual(read.slice(0, shown.flat().length), shown.flat());
  assert.deepEqual(read.slice(shown.flat().length), [
    [own("money.known_short"), "13"], [own("money.lent_short"), "447000,00"], [own("money.median_short"), "32000,00"],
  ]);
  assertQuiet(record);
});

test("what *Gem* gives is a case a line, and gives the same page when it is opened again", async (t) => {
  const { page, record } = await open(t);
  await choose(page, [...aFileEach(OWN), file("halv.json", "[1, 2")], 21);
  await pick(page, control(page, "course", UNMARKED), 1);
  await write(page, control(page, "course_until", UNMARKED), "maj 2021");
  await page.getByText(own("unsaved"), { exact: true }).waitFor();
  const { name, content } = await saved(page, "action.save");
  assert.equal(name, "mikrolaan-evaluering-2026-11-27.jsonl");
  await page.getByText(own("unsaved"), { exact: true }).waitFor({ state: "detached" });
  const cases = content.trimEnd().split("\n").map((line) => JSON.parse(line));
  assert.equal(cases.length, 21);
  assert.deepEqual(cases.at(-1).outcome, { course: "completed", course_until: "2021-05" });
  assert.deepEqual(cases.map(({ answers }) => answers), OWN.map(({ answers }) => answers));

  const other = await open(t);
  await choose(other.page, [file(name, content)], 21);
  assert.deepEqual(await formTable(other.page), await formTable(page));
  assert.deepEqual(await halfYears(other.page), await halfYears(page));
  assert.equal((await saved(other.page, "action.save")).content, content);
  assertQuiet(record);
  assertQuiet(other.record);
});

/** Whether the browser asks before it leaves; it stays. */
async function asksToLeave(page) {
  let asked = 0;
  page.once("dialog", (dialog) => {
    asked += dialog.type() === "beforeunload" ? 1 : 0;
    return dialog.dismiss();
  });
  await page.evaluate(() => setTimeout(() => location.reload()));
  await page.waitForTimeout(500);
  return asked === 1;
}

test("who leaves with something marked and not saved is asked; otherwise not", async (t) => {
  const { page, record } = await open(t);
  await choose(page, aFileEach(OWN), 21);
  await pick(page, control(page, "course", UNMARKED), 1);
  await page.getByText(own("unsaved"), { exact: true }).waitFor();
  assert.ok(await asksToLeave(page), "marked");
  assert.deepEqual((await formTable(page)).at(-1), [TOTAL, "21", "14", "8"], "nothing is lost");
  await saved(page, "action.save");
  await page.getByText(own("unsaved"), { exact: true }).waitFor({ state: "detached" });
  assert.equal(await asksToLeave(page), false, "saved");
  await running(page);
  assert.equal(await page.locator(".lead").innerText(), own("lead"), "nothing is kept");
  await choose(page, aFileEach(OWN), 21);
  assert.equal(await asksToLeave(page), false, "only read");
  assertQuiet(record);
});

test("*Ryd alt* leaves nothing, and one is at the top", async (t) => {
  const { page, record } = await open(t);
  await choose(page, aFileEach(OWN), 21);
  await pick(page, control(page, "course", UNMARKED), 1);
  await button(page, "action.wipe").click();
  await leadSays(page, own("lead"));
  const left = await page.evaluate(() => document.documentElement.innerHTML);
  assert.doesNotMatch(left, /sag-\d+\.json/);
  assert.equal(await rows(page).count(), 0);
  assert.equal(await page.locator(".ev__count").count(), 0);
  assert.equal((await page.locator("#live").innerText()).trim(), "", "nor is it said once more");
  assert.equal(await asksToLeave(page), false);
  await running(page);
  assertQuiet(record);
});

test("after *Ryd alt* the focus is at the top of the page", async (t) => {
  const { page } = await open(t);
  await choose(page, aFileEach(OWN), 21);
  await button(page, "action.wipe").click();
  await leadSays(page, own("lead"));
  await gainsFocus(page.locator("h1"));
});

test("the cases one may try with say that they are made up, and go when one's own come", async (t) => {
  const { page, record } = await open(t);
  await page.getByRole("button", { name: said("action.invented", { count: 21 }), exact: true }).click();
  await leadSays(page, readSo(21));
  await page.getByText(said("invented", { count: 21 }), { exact: true }).waitFor();
  assert.deepEqual(await formTable(page), THE_TABLE);
  await choose(page, aFileEach(OWN.slice(0, 3)), 3);
  assert.equal(await page.getByText(said("invented", { count: 21 }), { exact: true }).count(), 0);
  assert.deepEqual((await formTable(page)).at(-1), [TOTAL, "3", "3", "2"]);
  assertQuiet(record);
});

test("files that are dropped are read, on the empty page and on the list", async (t) => {
  const { page, record } = await open(t);
  const drop = async (onto, files) => {
    const transfer = await page.evaluateHandle((files) => {
      const transfer = new DataTransfer();
      for (const [name, content] of files) transfer.items.add(new File([content], name, { type: "application/json" }));
      return transfer;
    }, files);
    await page.locator(onto).dispatchEvent("drop", { dataTransfer: transfer });
  };
  const named = OWN.map((one, at) => [`sag-${at + 1}.json`, JSON.stringify(one)]);
  await drop(".ev__drop", named.slice(0, 20));
  await leadSays(page, readSo(20));
  await gainsFocus(listHeading(page));
  await drop(".ev__files", named.slice(20));
  await leadSays(page, readSo(21));
  assert.deepEqual(await formTable(page), THE_TABLE);
  assertQuiet(record);
});

test("a folder that is dropped is read with everything in it, in the order of the names", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "mikrolaan-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "2021"));
  // More than a browser gives of a folder in one part.
  const people = Array.from({ length: 130 }, (_, at) => ({ ...OWN[at % 20], as_of: at < 100 ? "2026-10" : "2026-09" }));
  people.forEach((one, at) => writeFileSync(join(folder, "2021", `sag-${1000 + at}.json`), JSON.stringify(one)));
  const { page, record } = await open(t);
  const { x, y } = await page.locator(".ev__drop").boundingBox();
  const session = await page.context().newCDPSession(page);
  // The browser's own dragging, as if it came from a window beside.
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"]) {
    await session.send("Input.dispatchDragEvent", { type, x: x + 20, y: y + 20, data });
  }
  await leadSays(page, readSo(130));
  await page.getByRole("button", { name: said("action.show_all", { count: 130 }), exact: true }).click();
  const names = (await rows(page).locator("th a").allInnerTexts()).map(tidy);
  assert.deepEqual(names, people.map((_, at) => `sag-${1000 + at}.json`));
  assertQuiet(record);
});

test("links that are pasted are cases without an outcome; what is no link is named", async (t) => {
  const { page, record, address } = await open(t);
  // Three who are told apart by their answers alone: a link carries nothing else.
  await choose(page, aFileEach([OWN[0], OWN[1], OWN[7]]), 3);
  const links = await rows(page).locator("th a").evaluateAll((all) => all.map((one) => one.href.slice(one.href.lastIndexOf("#"))));
  assert.equal(links.length, 3);
  for (const link of links) assert.match(link, /^#v1\./);

  const other = await open(t);
  await button(other.page, "action.links").click();
  const field = other.page.getByLabel(own("action.links_label"), { exact: true });
  await gainsFocus(field);
  await field.fill(`Hej. Her er de:\n${address}${links[0]} ${links[1]}\n\n${links[2]}\n`);
  await button(other.page, "action.add_links").click();
  await leadSays(other.page, readSo(3));
  await gainsFocus(listHeading(other.page));
  assert.equal(await other.page.locator(".lead").innerText(), [readSo(3), said("unread", { count: 1 }), said("without", { count: 3 })].join(" "));
  const shown = (await rows(other.page).locator("th").allInnerTexts()).map(tidy);
  assert.deepEqual(shown, [1, 2, 3, 4].map((count) => said("list.link", { count })));
  const [bad] = await rows(other.page).filter({ hasText: said("list.link", { count: 1 }) }).locator("td").first().allInnerTexts();
  assert.ok(bad.includes(text("take_along.error.no_case")), bad);
  const group = await rows(other.page).nth(1).locator("td").first().innerText();
  assert.equal(group, await rows(page).nth(0).locator("td").first().innerText());
  assertQuiet(record);
  assertQuiet(other.record);
});

test("a file is the way to its case, which opens beside", async (t) => {
  const { page } = await open(t);
  await choose(page, aFileEach(OWN.slice(0, 1)), 1);
  const way = await rows(page).locator("th a").getAttribute("href");
  const coming = page.waitForEvent("popup");
  await rows(page).locator("th a").click();
  const beside = await coming;
  await running(beside);
  await beside.waitForURL(/\/sag\//);
  await beside.locator("dd", { hasText: /^20 år$/ }).waitFor();
  assert.equal(await beside.evaluate(() => globalThis.opener), null);
  assert.deepEqual((await formTable(page)).at(-1), [TOTAL, "1", "1", "1"], "what was read stays");
  assert.match(way, /^\.\.\/sag\/#v1\./, "as a link is that somebody copies");
});

test("nothing leaves the page and nothing is kept: not asked for, not stored, not in the address", async (t) => {
  const { page, record } = await open(t, { context: CLIPBOARD });
  const loaded = await settled(page, record);
  assert.ok(loaded.length > 2 && loaded.every((url) => /\/(evaluering|office)\//.test(url)), loaded.join("\n"));
  await choose(page, aFileEach(OWN), 21);
  await pick(page, control(page, "course", UNMARKED), 1);
  await write(page, control(page, "loan_from", UNMARKED), "hemmelig");
  await copied(page, "action.copy_draft");
  await copied(page, "action.copy_table");
  await saved(page, "action.sheet");
  await saved(page, "action.save");
  await page.locator(".ev__count").first().click();
  await button(page, "action.totals").click();
  await page.waitForLoadState("networkidle");
  const asked = record.requests.filter((url) => !url.startsWith(`blob:${new URL(record.address).origin}`));
  assert.deepEqual(asked, [], "nothing was asked for");
  const kept = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    caches: await caches.keys(),
    databases: await indexedDB.databases(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookies: document.cookie,
    state: history.state,
    address: location.search + location.hash,
    name: globalThis.name,
  }));
  const nothing = { local: 0, session: 0, caches: [], databases: [], workers: 0, cookies: "", state: null, address: "", name: "" };
  assert.deepEqual(kept, nothing);
  assertQuiet(record);
});

test("300 files are opened and counted on a slow processor", async (t) => {
  const { page, record } = await open(t);
  const people = Array.from({ length: 300 }, (_, at) => ({ ...OWN[at % 21], as_of: `${2018 + Math.floor(at / 21)}-11` }));
  page.setDefaultTimeout(60_000);
  await slowProcessorOf(page);
  // From the moment the browser gives the files until the list is painted: that they come to the browser is the test's own doing.
  await page.evaluate(() => {
    globalThis.opened = new Promise((done) => {
      addEventListener("change", () => {
        const begun = performance.now();
        const painted = () => requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun)));
        const look = new MutationObserver(() => {
          if (!document.querySelector(".ev__files tbody tr")) return;
          look.disconnect();
          painted();
        });
        look.observe(document.body, { childList: true, subtree: true });
      }, { capture: true, once: true });
    });
  });
  await choose(page, aFileEach(people), 300);
  t.diagnostic(`opened, counted and drawn in ${Math.round(await page.evaluate(() => globalThis.opened))} ms`);
  const counts = people.map(({ outcome = {} }) => outcome);
  const count = (is) => String(counts.filter(is).length);
  const total = [TOTAL, count((one) => one.course === "completed"), count((one) => one.loan === "granted"), count((one) => one.result === "self_supporting")];
  assert.deepEqual((await formTable(page)).at(-1), total);
  const unmarked = counts.filter((one) => one.course === undefined).length;
  assert.equal(await rows(page).count(), 5 + unmarked, "the first five and those who want a look");
  await page.getByText(said("list.hidden.other", { count: 300 - 5 - unmarked }), { exact: true }).waitFor();
  const marking = Date.now();
  await pick(page, control(page, "course", UNMARKED), 1);
  await becomesEqual(async () => (await formTable(page)).at(-1)[1], String(Number(total[1]) + 1));
  t.diagnostic(`one marked and counted anew in ${Date.now() - marking} ms`);
  const showing = Date.now();
  await page.getByRole("button", { name: said("action.show_all", { count: 300 }), exact: true }).click();
  await becomesEqual(() => rows(page).count(), 300);
  t.diagnostic(`all rows shown in ${Date.now() - showing} ms`);
  const all = Date.now();
  await pick(page, control(page, "course", UNMARKED), 1);
  await becomesEqual(async () => (await formTable(page)).at(-1)[1], total[1]);
  t.diagnostic(`one marked with all rows shown in ${Date.now() - all} ms`);
  assertQuiet(record);
});

/** A page with everything on it: groups, half years, a bad file, the same twice, a field that cannot be read, and links asked for. */
async function fillPage(page) {
  await choose(page, [file("alle.jsonl", DATED), ...aFileEach(OWN.slice(-2)), file("halv.json", "{"), file("igen.json", OWN[19])], 24);
  await write(page, control(page, "loan_from", "sag-2.json"), "til jul");
  await becomesEqual(() => control(page, "loan_from", "sag-2.json").getAttribute("aria-invalid"), "true");
  await button(page, "action.links").click();
  await gainsFocus(page.getByLabel(own("action.links_label"), { exact: true }));
}

for (const colorScheme of ["light", "dark"]) {
  for (const viewport of [DESK, PHONE]) {
    test(`axe finds nothing, ${colorScheme} and ${viewport.width} wide, empty and full`, async (t) => {
      const { page, record } = await open(t, { context: { colorScheme, viewport } });
      await assertAccessible(page, "the empty page");
      await fillPage(page);
      await assertAccessible(page, "the full page");
      await button(page, "action.totals").click();
      await assertAccessible(page, "the page with totals only");
      assertQuiet(record);
    });
  }
}

test("no page is wider than the window", async (t) => {
  const { page } = await open(t, { context: { viewport: PHONE } });
  const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(await sideways(), 0, "empty");
  await choose(page, [file("alle.jsonl", DATED)], 21);
  assert.equal(await sideways(), 0, "full");
});

test("what is chosen and typed in the list is not cut off, and a field to type in can be seen", async (t) => {
  const { page } = await open(t);
  await choose(page, [file("alle.jsonl", DATED)], 21);
  const typed = await page.locator(".ev__files input").evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.value));
  assert.deepEqual(typed, []);
  const chosen = await page.locator(".ev__files select").evaluateAll((all) => {
    const context = document.createElement("canvas").getContext("2d");
    const room = (one, style) => one.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const isCut = (one) => {
      const style = getComputedStyle(one);
      context.font = style.font;
      return context.measureText(one.selectedOptions[0].text).width > room(one, style) + 1;
    };
    return [...new Set(all.filter(isCut).map((one) => one.selectedOptions[0].text))];
  });
  assert.deepEqual(chosen, []);
  const bare = await page.locator(".ev__files input").evaluateAll((all) => all.filter((one) => parseFloat(getComputedStyle(one).borderBottomWidth) === 0).length);
  assert.equal(bare, 0, "fields without an edge");
});

test("the whole page by keyboard: files, a count, a mark, and no place one does not get away from", async (t) => {
  const { page, record } = await open(t);
  const coming = page.waitForEvent("filechooser");
  await tabTo(page, chooser(page));
  assert.notEqual(await page.locator("#vaelg-filer-start + label").evaluate((label) => getComputedStyle(label).outlineStyle), "none", "the button that is its label shows it");
  await page.keyboard.press("Enter");
  await (await coming).setFiles(aFileEach(OWN));
  await leadSays(page, readSo(21));
  await gainsFocus(listHeading(page));

  const row = UNMARKED;
  await tabTo(page, control(page, "course", row));
  await assertFocusVisible(page);
  await page.keyboard.press("ArrowDown");
  await becomesEqual(async () => (await formTable(page)).at(-1), [TOTAL, "21", "14", "8"]);
  await page.keyboard.press("Tab");
  await page.keyboard.type("marts 2021");
  await page.keyboard.press("Tab");
  await becomesEqual(() => control(page, "course_from", row).inputValue(), "marts 2021");
  await gainsFocus(control(page, "course_until", row));

  await tabTo(page, page.locator(".ev__form tfoot .ev__count").nth(1));
  await assertFocusVisible(page);
  await page.keyboard.press("Enter");
  await gainsFocus(listHeading(page));
  assert.equal(await rows(page).count(), 14, "those with a loan");
  await tabTo(page, button(page, "action.everybody"));
  await page.keyboard.press("Enter");
  await becomesEqual(() => listHeading(page).innerText().then(tidy), own("section.files"));
  assert.notEqual(await focused(page), "BODY", "the button is gone, one is not nowhere");

  // From the first stop to the last and out.
  await page.locator(".skipnav").focus();
  const place = () => page.evaluate(() => [...document.querySelectorAll("body *")].indexOf(document.activeElement));
  const stops = new Set();
  for (let at = await place(); at !== -1 && !stops.has(at); at = await place()) {
    stops.add(at);
    await page.keyboard.press("Tab");
  }
  const reachable = await page.evaluate(() => {
    const all = document.querySelectorAll(":is(a[href], button, input, select, textarea, [tabindex='0'])");
    return [...all].filter((one) => one.checkVisibility() && one.getAttribute("tabindex") !== "-1").length;
  });
  assert.equal(stops.size, reachable, "every stop once");
  assertQuiet(record);
});

test("a button that is gone when it is pressed leaves one at the list", async (t) => {
  const { page } = await open(t);
  await choose(page, aFileEach(OWN), 21);
  const presses = [said("action.show_all", { count: 21 }), own("action.show_few"), said("action.without", { count: 1 }), own("action.everybody")];
  const lost = [];
  for (const name of presses) {
    await page.getByRole("button", { name, exact: true }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name, exact: true }).waitFor({ state: "detached" });
    await page.waitForTimeout(100);
    if ((await focused(page)) === "BODY") lost.push(name);
  }
  assert.deepEqual(lost, []);
});

test("on paper are the table and the draft, and nothing that only a screen can do", async (t) => {
  const { page, record } = await open(t);
  await choose(page, [file("alle.jsonl", DATED)], 21);
  await page.evaluate(() => {
    globalThis.prints = 0;
    globalThis.print = () => (globalThis.prints += 1);
  });
  await section(page, "draft").getByRole("button", { name: text("common.print"), exact: true }).click();
  assert.equal(await page.evaluate(() => globalThis.prints), 1);
  const paper = paperOf(await page.pdf({ format: "A4", preferCSSPageSize: true }));
  const [row] = paper.lines.filter((line) => line.startsWith(tight(GROUPS[0])));
  assert.equal(row, tight(`${GROUPS[0]}12116`), "the table of the form");
  for (const key of ["six", "seven", "eight", "nine", "ten"]) assert.ok(paper.all.includes(tight(own(`draft.point_${key}`))), key);
  for (const key of ["adjustments", "law", "remarks"]) assert.ok(paper.all.includes(tight(own(`draft.${key}.quote`))), key);
  assert.ok(paper.all.includes(tight(said("draft.of_loans", { loans: 14, count: 8 }))));
  for (const key of ["action.files", "action.save", "action.copy_draft", "action.wipe", "action.totals"]) {
    assert.ok(!paper.lines.includes(tight(own(key))), `${key} is not on paper`);
  }
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.locator(".ev__files").isHidden(), "the people are not");
  assert.ok(await page.locator(".ev__form").isVisible());
  t.diagnostic(`${paper.pages} sheets`);
  assert.ok(paper.pages <= 4);
  assert.ok(!paper.all.includes(tight(own("section.files"))), "nor the heading of the list, with nothing below it");
  assertQuiet(record);
});

const TREE = join(PROJECT, "tests/browser/office-trees/evaluering.txt");

/**
 * What a screen reader reads of three people and a bad file: recorded, and a change fails until `UPDATE_TREES=1` has written it
 * anew. It stands in a folder of its own, because the other holds a file for each of the citizen's pages and no other.
 */
test("the page is read as it is recorded", async (t) => {
  const { page, record } = await open(t);
  await choose(page, [...aFileEach([OWN[0], OWN[8]]), file("uden.json", OWN[20]), file("halv.json", "{")], 3);
  const now = await treeOf(page);
  assert.deepEqual(await faultsOf(page), []);
  if (process.env.UPDATE_TREES === "1") {
    mkdirSync(join(TREE, ".."), { recursive: true });
    writeFileSync(TREE, now);
  }
  assert.equal(now, readFileSync(TREE, "utf8"), "if that is meant, UPDATE_TREES=1 writes it anew");
  assertQuiet(record);
});
