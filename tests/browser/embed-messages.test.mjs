// Both readers of messages, against a table written out here and whatever else arrives; and what releases of embed.js are held to.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { readFromFrame } from "../../embed/from-frame.js";
import { contrast } from "../../embed/frame/colours.js";
import { readHello } from "../../embed/frame/hello.js";
import { stepOf } from "../../embed/frame/step.js";
import { verdictOf } from "../../embed/frame/verdict.js";
import { VERDICTS } from "../../embed/table.js";
import { brotli } from "../../xtask/site/compress.mjs";
import { assertReleased, embedNow, fileOf, release, released } from "../../xtask/site/embed.mjs";
import { PROJECT } from "./site.mjs";

const ROUNDS = 40_000;
const MOST_OF_EMBED = 2_000;

/** The same numbers for the same seed (mulberry32). */
function numbersOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The table, written out: what a message may be, key by key. */
const WORDS = {
  events: ["none", "steps", "result"],
  theme: ["auto", "light", "dark"],
  step: ["start", "questions", "answers", "result", "money", "months", "compare", "other"],
  verdict: ["not_in_target_group", "undecided", "needs_assessment", "in_target_group"],
  reason: ["unavailable", "stopped"],
};
const isWord = (key, value) => typeof value === "string" && WORDS[key].includes(value);
const MAY_BE = {
  hello: {
    events: (value) => isWord("events", value),
    theme: (value) => isWord("theme", value),
    lang: (value) => typeof value === "string" && (value === "" || (value.length >= 2 && value.length <= 3 && [...value].every((letter) => letter >= "a" && letter <= "z"))),
    accent: (value) => typeof value === "string" && (value === "" || ([4, 7].includes(value.length) && value[0] === "#" && [...value.slice(1).toLowerCase()].every((digit) => "0123456789abcdef".includes(digit)))),
  },
  ready: { version: (value) => typeof value === "string" && value.split(".").length === 3 && value.split(".").every((part) => part.length >= 1 && part.length <= 4 && [...part].every((digit) => digit >= "0" && digit <= "9")) },
  resize: { height: (value) => typeof value === "number" && Math.floor(value) === value && value >= 1 && value <= 200_000 },
  step: { step: (value) => isWord("step", value) },
  result: { verdict: (value) => isWord("verdict", value) },
  error: { reason: (value) => isWord("reason", value) },
};

function isOfTable(message, types) {
  if (typeof message !== "object" || message === null) return false;
  const { ml, id, type } = message;
  if (ml !== 1 || typeof id !== "string" || !types.includes(type)) return false;
  const keys = MAY_BE[type];
  const given = Object.keys(message).filter((key) => !["ml", "id", "type"].includes(key));
  return given.length === Object.keys(keys).length && given.every((key) => Object.hasOwn(keys, key) && keys[key](message[key]));
}

const VALID = [
  { ml: 1, id: "mikrolaan-1", type: "hello", events: "steps", lang: "en", accent: "#6a1b6e", theme: "dark" },
  { ml: 1, id: "mikrolaan-1", type: "hello", events: "none", lang: "", accent: "", theme: "auto" },
  { ml: 1, id: "mikrolaan-1", type: "ready", version: "1.0.0" },
  { ml: 1, id: "mikrolaan-1", type: "resize", height: 1234 },
  { ml: 1, id: "mikrolaan-1", type: "step", step: "months" },
  { ml: 1, id: "mikrolaan-1", type: "result", verdict: "undecided" },
  { ml: 1, id: "mikrolaan-1", type: "error", reason: "stopped" },
];

/** What else may stand in a place of a message. */
function anything(number, depth = 0) {
  const one = (list) => list[Math.floor(number() * list.length)];
  const plain = [undefined, null, true, 0, -1, 1, 2, 1.5, 1e9, Number.NaN, Infinity, "", "1", "#", "#fff", "#ggg", "none", "hello", "resize", "stopped", "__proto__", "constructor", "v1.abc", "x".repeat(70), "1.0.0", "1.0", "en", "EN", 12n, Symbol.iterator];
  const made = [() => [], () => ({}), () => new Date(0), () => new Map([["ml", 1]]), () => Object.create(null), () => [anything(number, depth + 1)], () => ({ toString: () => "none" })];
  return number() < 0.75 || depth > 2 ? one(plain) : one(made)();
}

/** A message of the table with something of it changed, taken out, or put in; now and then none of it. */
function mutated(number) {
  if (number() < 0.1) return anything(number);
  const message = { ...VALID[Math.floor(number() * VALID.length)] };
  const keys = Object.keys(message);
  for (let changes = Math.floor(number() * 3); changes > 0; changes -= 1) {
    const key = keys[Math.floor(number() * keys.length)];
    const what = number();
    if (what < 0.2) delete message[key];
    else if (what < 0.35) message[["answers", "link", "__proto__", "toString", "height"][Math.floor(number() * 5)]] = anything(number);
    else if (what < 0.6) Object.assign(message, VALID[Math.floor(number() * VALID.length)], { [key]: message[key] });
    else message[key] = anything(number);
  }
  return message;
}

test(`${ROUNDS} messages, of the table and not: each side reads what is of its table, and nothing else`, (t) => {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
  t.diagnostic(`SEED=${seed}`);
  const number = numbersOf(seed);
  const taken = { frame: 0, host: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    const message = mutated(number);
    const [hello, reply] = [readHello(message), readFromFrame(message, "mikrolaan-1")];
    const isHello = isOfTable(message, ["hello"]) && /^[A-Za-z0-9_-]{1,64}$/.test(message.id);
    const isReply = isOfTable(message, ["ready", "resize", "step", "result", "error"]) && message.id === "mikrolaan-1";
    assert.equal(hello !== undefined, isHello, `round ${round} of seed ${seed}`);
    assert.equal(reply !== undefined, isReply, `round ${round} of seed ${seed}`);
    if (hello) assert.deepEqual(Object.keys(hello), ["id", "events", "lang", "accent", "theme"]);
    taken.frame += Number(isHello);
    taken.host += Number(isReply);
  }
  t.diagnostic(`${taken.frame} read by the frame, ${taken.host} by the host`);
  assert.ok(taken.frame > ROUNDS / 50 && taken.host > ROUNDS / 50 && taken.frame + taken.host < ROUNDS / 2, "both kinds came");
});

test("the verdicts of the table are the engine's", () => {
  const verdict = readFileSync(join(PROJECT, "crates/engine/src/screening/verdict.rs"), "utf8");
  const [, ids] = verdict.match(/Verdict \{([^}]*)\}/);
  assert.deepEqual([...ids.matchAll(/= "(\w+)"/g)].map(([, id]) => id), VERDICTS);
});

test("the page's class of a verdict is read as its id", () => {
  const result = readFileSync(join(PROJECT, "crates/app-core/src/views/result.rs"), "utf8");
  const [, looks] = result.match(/const fn appearance[^{]*\{([^]*?)\n\}/);
  const classes = [...looks.matchAll(/Verdict::(\w+) => \("([^"]+)"/g)];
  const snake = (name) => name.replace(/(?!^)[A-Z]/g, "_$&").toLowerCase();
  assert.deepEqual(classes.map(([, name]) => snake(name)).sort(), [...VERDICTS].sort());
  for (const [, name, className] of classes) assert.equal(verdictOf({ className }), snake(name));
  assert.equal(verdictOf(null), undefined);
});

test("every page is one of the steps, and which question stays untold", () => {
  const steps = {
    "": "start", "#": undefined, "#/": "start", "#/spoergsmaal": "questions", "#/spoergsmaal/public_debt": "questions", "#/kort": "questions", "#/svar": "answers", "#/resultat": "result",
    "#/penge/hjemme": "money", "#/tal": "money", "#/budget": "money", "#/maaneder": "months", "#/maaneder/2027-11/household.tax": "months", "#/maaneder/eksempel/courier": "months", "#/sammenlign": "compare",
    "#/naeste": "other", "#/hjaelp/2027-11": "other", "#/regler": "other", "#/tag-med": "other", "#/godt-at-vide/moms": "other", "#/findes-ikke": "other", "#/toString": "other", "#v1.abc": "other", "#age": undefined,
  };
  for (const [fragment, step] of Object.entries(steps)) assert.equal(stepOf(fragment), step, fragment);
  // Every first part the program knows is in the map or other on purpose.
  const routes = readFileSync(join(PROJECT, "crates/app-core/src/navigation.rs"), "utf8");
  const [, table] = routes.match(/fn of_parts[^{]*\{([^]*?)\n {4}\}/);
  const pages = new Set([...table.matchAll(/\["([a-z-]+)"/g)].map(([, page]) => page));
  assert.ok(pages.size > 10);
  const others = [...pages].filter((page) => stepOf(`#/${page}`) === "other");
  assert.deepEqual(others.sort(), ["godt-at-vide", "hjaelp", "naeste", "regler", "tag-med", "tilgaengelighed"]);
});

test("contrast is WCAG's", () => {
  assert.equal(contrast("#000", "#ffffff").toFixed(2), "21.00");
  assert.equal(contrast("#777", "#fff").toFixed(2), "4.48");
  assert.equal(contrast("#fff", "#6a1b6e").toFixed(1), contrast("#6A1B6E", "#fff").toFixed(1));
});

test(`embed.js is released, and at most ${MOST_OF_EMBED} bytes`, (t) => {
  const now = embedNow();
  assertReleased(now);
  for (const version of Object.keys(released())) {
    const { length } = brotli(readFileSync(join(PROJECT, "embed/released", fileOf(version))));
    t.diagnostic(`${length} bytes  ${fileOf(version)}`);
    assert.ok(length <= MOST_OF_EMBED, `${length} bytes`);
  }
});

test("a released embed.js never changes: the build refuses another script under its version, and a changed file", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "released-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(PROJECT, "embed/released"), folder, { recursive: true });
  const now = embedNow();
  const [file, changed] = [join(folder, fileOf(now.version)), { ...now, source: "0".repeat(64) }];
  assertReleased(now, folder);
  assert.throws(() => assertReleased(changed, folder), /Give it another version/);
  assert.throws(() => release(changed, folder), /released already/);
  const next = { ...changed, version: "1000.0.0", content: Buffer.from("next") };
  assert.throws(() => assertReleased(next, folder), /is not released/);
  release(next, folder);
  assertReleased(next, folder);
  assert.deepEqual(readFileSync(file), readFileSync(join(PROJECT, "embed/released", fileOf(now.version))), "the one before is as it was");
  writeFileSync(file, `${readFileSync(file, "utf8")}\n`);
  assert.throws(() => assertReleased(next, folder), /is not what was released/);
  rmSync(file);
  assert.throws(() => assertReleased(next, folder), /is not what was released/);
  cpSync(join(PROJECT, "embed/released"), folder, { recursive: true });
  release({ ...now, version: "1001.0.0" }, folder);
  writeFileSync(join(folder, "embed-9.9.9.js"), "");
  assert.throws(() => assertReleased(now, folder), /embed-9\.9\.9\.js.*not in/);
});
