// What `cargo xtask bench` measures in a browser: the engine in WebAssembly, the size of the site,
// and how long a person with a cheap phone waits. Prints figures; decides nothing.

import { readFileSync, readdirSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { DIST, PHONE, PROJECT, launch, running, visit, visitRunning } from "./site.mjs";
import { mouse } from "./hands.mjs";
import { JOB_READY, answerAll, throughMoney } from "./person.mjs";
import { slowPhone, slowProcessorOf } from "./slow-phone.mjs";
import { text } from "./texts.mjs";

const ROUNDS = 5;
/** Keys whose wait is measured, and how long the page waits for another one (src/platform/debounce.rs). */
const KEYS = 30;
const DEBOUNCE = 150;
const PACKAGE = join(PROJECT, "target/js-package");
const CASE = readFileSync(join(PROJECT, "xtask/bench/sixty-months.json"), "utf8").replace("REVENUE", "21000");

/** What `visit` needs of a test: a place to leave what is to be tidied up. */
function round() {
  const chores = [];
  return { after: (chore) => chores.push(chore), end: () => Promise.all(chores.map((chore) => chore())) };
}

async function inRounds(measure) {
  const figures = [];
  for (let index = 0; index < ROUNDS; index += 1) {
    const test = round();
    figures.push(await measure(test));
    await test.end();
  }
  return figures.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)];
}

function row(what, measured, unit, aim) {
  const figure = measured.toFixed(unit === "bytes" ? 0 : 1);
  const ratio = (measured / aim).toFixed(2);
  console.log(`${what.padEnd(52)} ${figure.padStart(9)} ${unit.padEnd(5)} aim ≤ ${String(aim).padStart(6)}   ${ratio.padStart(6)} × the aim`);
}

// ── The engine

async function simulateMicroseconds(browser, test) {
  const { page } = await visit(test, browser, { folder: PACKAGE, fragment: "engine.js" });
  return page.evaluate(async (input) => {
    const engine = await import(new URL("engine.js", location.href).href);
    await engine.default();
    engine.simulate_repeat(input, 2_000);
    const times = 10_000;
    const begun = performance.now();
    engine.simulate_repeat(input, times);
    return ((performance.now() - begun) * 1000) / times;
  }, CASE);
}

/** One question »how many hours of small job would be enough?« that no number of hours answers: the whole grid. */
async function seekMilliseconds(browser, test) {
  const { page } = await visit(test, browser, { folder: PACKAGE, fragment: "engine.js" });
  const poor = JSON.parse(CASE);
  poor.scenarios[0].household.living_costs = "90000";
  const question = { case: poor, scenario: 0, vary: "job_hours", goal: "household_never_negative", hourly_wage: "145" };
  return page.evaluate(async (input) => {
    const engine = await import(new URL("engine.js", location.href).href);
    await engine.default();
    const answer = engine.run("seek", input);
    if (answer !== '{"value":null}') throw new Error(answer);
    const times = 50;
    const begun = performance.now();
    for (let time = 0; time < times; time += 1) engine.run("seek", input);
    return (performance.now() - begun) / times;
  }, JSON.stringify(question));
}

// ── Waiting

/** Milliseconds from the request until the first text is painted. */
async function firstText(browser, test) {
  const { page } = await visit(test, browser, { context: { viewport: PHONE }, prepare: slowPhone });
  const paint = await page.waitForFunction(() =>
    performance.getEntriesByName("first-contentful-paint").at(0)?.startTime,
  );
  return paint.jsonValue();
}

/** Milliseconds from the request until the first question can be answered. */
async function firstQuestion(browser, fragment, test) {
  const prepare = async (page) => {
    await page.addInitScript(() => {
      const look = () => {
        if (document.querySelector("main:not([hidden]) input, #app:not([hidden]) input")) {
          globalThis.usableAt = performance.now();
        } else requestAnimationFrame(look);
      };
      look();
    });
    await slowPhone(page);
  };
  const { page } = await visit(test, browser, { fragment, context: { viewport: PHONE }, prepare });
  const at = await page.waitForFunction(() => globalThis.usableAt, undefined, { timeout: 30_000 });
  return at.jsonValue();
}

async function firstQuestionFragment(browser) {
  const test = round();
  const { page } = await visitRunning(test, browser);
  const href = await page.locator('#start a[href^="#/"]').first().getAttribute("href");
  await test.end();
  return href;
}

/** On the months of a person who answered, on a slow phone, with the caret in a field. */
async function slowMonths(browser, test) {
  const { page } = await visitRunning(test, browser, { context: { viewport: PHONE } });
  const hands = mouse(page);
  await answerAll(page, hands, JOB_READY);
  await throughMoney(page, hands);
  await slowProcessorOf(page);
  const field = page.getByRole("textbox", { name: text("months.input.full_month") }).first();
  await field.fill("20500");
  await field.press("End");
  await page.waitForTimeout(1000);
  return page;
}

/** Milliseconds from a key to the first picture with the new chart: the middle of thirty, and the slowest. */
async function keyToChart(browser, test) {
  const page = await slowMonths(browser, test);
  await page.evaluate(watchKeys);
  for (let pair = 0; pair < KEYS / 2; pair += 1) {
    for (const key of [String(pair % 9 + 1), "Backspace"]) {
      await page.keyboard.press(key);
      await page.waitForTimeout(300);
    }
  }
  const waits = await page.evaluate(() => globalThis.waits.sort((a, b) => a - b));
  if (waits.length < KEYS) throw new Error(`the chart followed ${waits.length} of ${KEYS} keys`);
  return [waits[KEYS / 2], waits.at(-1)];
}

/** Milliseconds from the end of the typing until all that can be done stands there, and the longest task in between. */
async function toLevers(browser, test) {
  const page = await slowMonths(browser, test);
  const costs = page.locator("#living_costs");
  await costs.focus();
  return page.evaluate(async (debounce) => {
    const input = document.querySelector("#living_costs");
    const slices = [];
    const channel = new MessageChannel();
    let last = performance.now();
    let watches = true;
    // Between two messages the page has done one thing.
    channel.port1.onmessage = () => {
      slices.push(performance.now() - last);
      last = performance.now();
      if (watches) channel.port2.postMessage(0);
    };
    input.value = "31.000";
    input.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise((done) => setTimeout(done, debounce - 10));
    const begun = performance.now() + 10;
    last = performance.now();
    channel.port2.postMessage(0);
    await new Promise((done) => {
      const look = () => (document.querySelector(".is-outdated, .is-sought") || performance.now() < begun + 5 ? setTimeout(look, 1) : done());
      look();
    });
    watches = false;
    return [performance.now() - begun, Math.max(...slices)];
  }, DEBOUNCE);
}

/** In the page: notes the time from each key to the first picture after the chart has changed. */
function watchKeys() {
  let pressed;
  globalThis.waits = [];
  addEventListener("keydown", (event) => (pressed = event.timeStamp), true);
  const painted = new MessageChannel();
  painted.port1.onmessage = () => {
    if (pressed !== undefined) globalThis.waits.push(performance.now() - pressed);
    pressed = undefined;
  };
  const inChart = ({ target }) => (target.closest ? target : target.parentElement)?.closest("figure");
  const changed = (changes) => {
    if (changes.some(inChart)) requestAnimationFrame(() => painted.port2.postMessage(0));
  };
  const options = { subtree: true, childList: true, attributes: true, characterData: true };
  new MutationObserver(changed).observe(document.querySelector("#app"), options);
}

// ── Size

function sizes() {
  const files = readdirSync(DIST).filter((name) => name.endsWith(".br"));
  const sum = (chosen) => chosen.reduce((total, name) => total + statSync(join(DIST, name)).size, 0);
  for (const [extension, aim] of [[".html", 24_000], [".js", 10_000]]) {
    const some = files.filter((name) => extname(name.slice(0, -3)) === extension);
    row(`${extension}, brotli`, sum(some), "bytes", aim);
  }
  row("the whole site, brotli", sum(files), "bytes", 120_000);
}

const browser = await launch();
console.log("\n━━ The engine, in WebAssembly");
row("simulate 60 months with key figures", await inRounds((test) => simulateMicroseconds(browser, test)), "µs", 100);
row("seek over all hours, reading the question included", await inRounds((test) => seekMilliseconds(browser, test)), "ms", 25);
console.log("\n━━ The site");
sizes();
console.log(`\n━━ Slow 4G, processor slowed 4×, nothing cached (median of ${ROUNDS})`);
const fragment = await firstQuestionFragment(browser);
row("first text painted", await inRounds((test) => firstText(browser, test)), "ms", 500);
row(`first question usable (${fragment})`, await inRounds((test) => firstQuestion(browser, fragment, test)), "ms", 1000);
const test = round();
const [middle, slowest] = await keyToChart(browser, test);
row(`keystroke to new chart, middle of ${KEYS}`, middle, "ms", 52);
row(`keystroke to new chart, slowest of ${KEYS}`, slowest, "ms", 95);
const [levers, slice] = await toLevers(browser, test);
row("from the last key to all that one can do", levers, "ms", 400);
row("the longest the page is busy meanwhile", slice, "ms", 16);
await test.end();
await browser.close();
