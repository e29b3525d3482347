// A monkey at the site: types, clicks, ticks and navigates at random, by phone and by desk, in Chromium
// and Firefox side by side. After every action it looks whether what must always hold still does.
//
//   node tests/browser/monkey.mjs [--minutes N] [--seed S]
//
// A visit is a fresh profile and some 120 actions, all of which follow from one number, the seed of the
// visit: which browser, which window, and what is done. `--seed S` begins with visit S; the next ones
// count up. So a fault is done once more by beginning with the seed it tells.

import { parseArgs } from "node:util";
import { serve } from "../../xtask/site/server.mjs";
import { ACTIONS, START_PAGES } from "./monkey/actions.mjs";
import { Fault, assertSound } from "./monkey/eyes.mjs";
import { openChromium, openFirefox } from "./monkey/browsers.mjs";
import { Chance } from "./monkey/chance.mjs";
import { DESK, DIST, PHONE } from "./site.mjs";

const VISIT = 120;
const LAST = 30;
/** So many faults of one browser end its run: there is enough to do. */
const ENOUGH = 12;
/** Longer than any action takes, on a machine that is busy. */
const PATIENCE_MS = 20_000;
/** What a run may take beyond its minutes: the last visit, and closing. */
const GRACE_MS = 90_000;

/** The browser and the window of a visit: its seed counts through them. */
const SIZES = [["phone", PHONE], ["desk", DESK]];
const BROWSERS = [["Chromium", openChromium], ["Firefox", openFirefox]];

const wanted = readWanted();
const deadline = Date.now() + wanted.minutes * 60_000;
setTimeout(() => {
  console.error("The monkey did not come back in time.");
  process.exit(1);
}, wanted.minutes * 60_000 + GRACE_MS).unref();

function readWanted() {
  const { values } = parseArgs({ options: { minutes: { type: "string" }, seed: { type: "string" } } });
  const minutes = Number(values.minutes ?? 5);
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  if (!(minutes > 0 && minutes <= 24 * 60)) throw new Error(`--minutes ${values.minutes}: more than 0, at most 1440`);
  if (!(Number.isSafeInteger(seed) && seed >= 0)) throw new Error(`--seed ${values.seed}: a whole number from 0`);
  return { minutes, seed };
}

/** Visits with one browser until the time is over. */
async function visits([name, open], index) {
  const tally = { name, actions: new Map(SIZES.map(([size]) => [size, 0])), visits: 0, faults: [] };
  const site = await serve(DIST);
  const browser = await within(60_000, open());
  for (let seed = wanted.seed; Date.now() < deadline && tally.faults.length < ENOUGH; seed += 1) {
    if (Math.floor(seed / SIZES.length) % BROWSERS.length !== index) continue;
    const fault = await visit(browser, site.address, seed, tally);
    if (fault) tell(fault, tally);
  }
  await Promise.race([browser.close(), new Promise((resolve) => setTimeout(resolve, 10_000))]);
  await site.close();
  return tally;
}

/** One visit; gives back what went wrong. */
async function visit(browser, address, seed, tally) {
  const chance = new Chance(seed);
  const [size, viewport] = SIZES[seed % SIZES.length];
  const log = [];
  let guest;
  let step = 0;
  tally.visits += 1;
  try {
    guest = await within(PATIENCE_MS, browser.visit(viewport));
    const from = chance.of(START_PAGES);
    log.push(`opens ${from || "the site"}`);
    await within(PATIENCE_MS, guest.open(address + from));
    for (; step < VISIT && Date.now() < deadline; step += 1) {
      await within(PATIENCE_MS, act(guest, chance, log));
      await within(PATIENCE_MS, assertSound(guest));
      tally.actions.set(size, tally.actions.get(size) + 1);
    }
  } catch (error) {
    return { seed, where: `${tally.name}, ${size}`, step, what: told(error), log: log.slice(-LAST) };
  } finally {
    // A page that hangs must not keep the others waiting.
    await within(PATIENCE_MS, guest?.close()).catch(() => {});
  }
}

/** Something that can be done here. */
async function act(guest, chance, log) {
  for (let tried = 0; tried < 10; tried += 1) {
    const words = await chance.weighted(ACTIONS).run(guest, chance);
    if (words) return log.push(words);
  }
  return log.push("finds nothing to do");
}

/** What a fault is called; an error of another kind is the monkey's own, or a page that is gone. */
function told(error) {
  return error instanceof Fault ? error.message : `the page cannot be used: ${error.message ?? error}`;
}

function within(time, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Fault(`no answer within ${time / 1000} seconds`)), time);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Prints a fault; one like an earlier one in a line. */
function tell(fault, tally) {
  const kind = fault.what.replace(/\d+/g, "0").slice(0, 120);
  const known = tally.faults.some((other) => other.kind === kind);
  tally.faults.push({ ...fault, kind });
  console.log(`\n✘ seed ${fault.seed}, action ${fault.step} (${fault.where}): ${known ? fault.what.split("\n")[0] : fault.what}`);
  if (known) return;
  for (const line of fault.log) console.log(`    ${line}`);
  console.log(`  again: cargo xtask monkey --minutes 1 --seed ${fault.seed}`);
}

console.log(`The monkey plays for ${wanted.minutes} minutes, from seed ${wanted.seed}.`);
const tallies = await Promise.all(BROWSERS.map(visits));
console.log();
for (const { name, actions, visits: count, faults } of tallies) {
  const done = [...actions].map(([size, number]) => `${number} by ${size}`).join(", ");
  console.log(`  ${name}: ${done}, in ${count} visits; ${faults.length} faults`);
}
const faults = tallies.flatMap((tally) => tally.faults);
console.log(faults.length === 0 ? "\nNothing broke." : `\n${faults.length} faults, from seed ${wanted.seed}.`);
process.exit(faults.length === 0 ? 0 : 1);
