// The calculator on other people's pages, in three engines: its height, its messages, and that no answer leaves it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { ENGINES, until } from "./engines.mjs";
import { answer, assertFits, follow, frameHeight, heard, opened, ready, stands } from "./hosts.mjs";
import { JOB_READY } from "./person.mjs";
import { PROJECT } from "./site.mjs";
import { text } from "./texts.mjs";

const browsers = {};
before(async () => {
  for (const [name, engine] of Object.entries(ENGINES)) browsers[name] = await engine.launch();
});
after(async () => {
  for (const browser of Object.values(browsers)) await browser.close();
});

/** What the table of docs/embedding.md lets a frame tell. */
const TABLE = { ready: ["version"], resize: ["height"], step: ["step"], result: ["verdict"], error: ["reason"] };
const STEPS = ["start", "questions", "answers", "result", "money", "months", "compare", "other"];
const VERDICTS = ["not_in_target_group", "undecided", "needs_assessment", "in_target_group"];
/** Answers that are found nowhere by chance. */
const TELLING = ["25.513", "25513", "kontanthjaelp_jobparat", "public_debt", "v1."];
/** Somebody of 34, as a link. */
const HAIRDRESSER = readFileSync(join(PROJECT, "tests/links/hairdresser.link"), "utf8").trim().slice(1);
const PERSON = { ...JOB_READY, loan_amount: "25.513" };

/** The height does not change by itself. */
async function assertRests(host, at = 0) {
  const before = (await heard(host)).length;
  await new Promise((done) => setTimeout(done, 400));
  const later = (await heard(host)).slice(before).map(({ data }) => JSON.stringify(data));
  assert.deepEqual(later, [], "nothing is told while nothing happens");
  return frameHeight(host, at);
}

/** From the first question to the result; the height is right after every one. */
async function toResult(host) {
  await host.inFrame(follow, "#/spoergsmaal");
  await host.frameBecomes(() => location.hash.startsWith("#/spoergsmaal/"));
  for (let asked = 0; asked < 20; asked += 1) {
    const at = await host.inFrame(() => location.hash);
    if (at === "#/resultat") return asked;
    await host.frameBecomes(answer, PERSON);
    await host.frameBecomes((before) => location.hash !== before, at);
    await assertFits(host, `after ${at}`);
  }
  return assert.fail("the questions do not come to an end");
}

function assertOfTable(messages, siteOrigin) {
  for (const { data, origin } of messages) {
    assert.equal(origin, siteOrigin);
    const { ml, id, type, ...carried } = data;
    assert.deepEqual([ml, id, Object.keys(carried)], [1, "mikrolaan-1", TABLE[type]], JSON.stringify(data));
    if (type === "resize") assert.ok(Number.isInteger(data.height) && data.height > 0);
    if (type === "step") assert.ok(STEPS.includes(data.step), data.step);
    if (type === "result") assert.ok(VERDICTS.includes(data.verdict), data.verdict);
  }
}

function assertNothingTelling(where, words) {
  for (const telling of TELLING) assert.ok(!words.includes(telling), `${where}: ${telling}`);
}

/** In the host: waits until nothing has scrolled for a while. */
const rests = () =>
  new Promise((done) => {
    let [at, since] = [scrollY, performance.now()];
    const look = () => {
      if (scrollY !== at) [at, since] = [scrollY, performance.now()];
      if (performance.now() - since > 500) done();
      else setTimeout(look, 20);
    };
    look();
  });

for (const name of Object.keys(ENGINES)) {
  test(`the whole way in a frame: right heights, the messages of the table, and no answer anywhere, ${name}`, async (t) => {
    const host = await opened(t, name, browsers[name], "plain.html");
    await ready(host);
    await host.running();
    await assertFits(host, "the start page");
    assert.equal(await host.evaluate(() => document.querySelector("mikrolaan-beregner a").checkVisibility()), false, "the link has gone");
    const left = () => [".header", ".tabs", ".footer ul"].filter((one) => document.querySelector(one)?.checkVisibility());
    const loaded = host.site.requests.length;
    assert.ok((await toResult(host)) > 10);
    await stands(host, "result.title");
    const tall = await frameHeight(host);
    for (const [fragment, key] of [["#/penge/virksomhed", "money.business"], ["#/maaneder", "months.title"], ["#/svar", "answers.title"], ["#/tal", "budget.title"], ["#/resultat", "result.title"]]) {
      await host.inFrame(follow, fragment);
      await stands(host, key);
      await host.inFrame(() => document.querySelectorAll("#app main details").forEach((folded) => (folded.open = true)));
      await assertFits(host, `${fragment}, unfolded`);
      await host.inFrame(() => document.querySelectorAll("#app main details").forEach((folded) => (folded.open = false)));
      await assertFits(host, `${fragment}, folded`);
      assert.deepEqual(await host.inFrame(left), [], "header, tabs and the footer's second column");
    }
    assert.ok(Math.abs((await assertRests(host)) - tall) <= 1, "as tall as before");

    const messages = await heard(host);
    assertOfTable(messages, new URL(host.site.address).origin);
    const told = (type) => messages.filter(({ data }) => data.type === type).map(({ data }) => data[TABLE[type][0]]);
    assert.deepEqual(told("step"), ["start", "questions", "result", "money", "months", "answers", "money", "result"]);
    assert.deepEqual(told("result"), ["needs_assessment"]);
    assert.deepEqual(told("error"), []);
    assertNothingTelling("messages", JSON.stringify(messages));
    const asked = [...host.site.requests, ...host.server.requests];
    assertNothingTelling("requests and referrers", JSON.stringify(asked));
    assert.deepEqual(host.site.requests.slice(loaded).map(({ url }) => url).filter((url) => !/^\/(texts-da|looked-up)-[0-9a-f]+\.(txt|wasm)$/.test(url)), [], "after the load");
    assert.ok(asked.every(({ referrer }) => !referrer || !referrer.includes("#")), "no referrer has more than a page");
    const entry = await host.evaluate(() => JSON.stringify([location.href, history.state, document.title, document.referrer, Object.entries(sessionStorage), Object.entries(localStorage)]));
    assertNothingTelling("the host's history entry and storage", entry);
    assert.deepEqual(host.complaints().filter((words) => !/konfiguration\.json|404/.test(words)), []);

    // A reload of the host: the tab's own answers are back.
    await host.reload();
    await ready(host);
    await host.running();
    await host.inFrame(follow, "#/svar");
    await host.frameBecomes(() => document.querySelector("#app main dl.answers")?.innerText.includes("25.513"));
    // Begynd forfra, from the foot of any page.
    await host.inFrame(follow, "#/maaneder");
    await stands(host, "months.title");
    await host.inFrame(() => document.getElementById("over").click());
    await stands(host, "question.age.title");
    assert.equal(await host.inFrame(() => document.getElementById("age").value), "");
  });

  test(`a step brings the frame's top into view only when it is out of it, ${name}`, async (t) => {
    const host = await opened(t, name, browsers[name], "plain.html");
    await ready(host);
    await host.running();
    const top = () => Math.round(document.querySelector("mikrolaan-beregner").getBoundingClientRect().top);
    await host.evaluate(() => {
      document.querySelector("mikrolaan-beregner").setAttribute("events", "none");
      document.body.append(Object.assign(document.createElement("p"), { style: "block-size: 3000px" }));
    });
    await host.inFrame(follow, "#/regler");
    await stands(host, "rules.title");
    await assertFits(host, "the rules");
    // A step tells the height that stands once more.
    let steps = 1;
    const told = () => host.becomes((steps) => {
      const heights = globalThis.heard.filter(({ data }) => data.type === "resize").map(({ data }) => data.height);
      return heights.filter((height, at) => height === heights[at - 1]).length === steps;
    }, steps);
    await told();
    const before = await host.evaluate(top);
    assert.ok(before > 0, "in view");
    steps += 1;
    await host.inFrame(follow, "#/spoergsmaal/age");
    await told();
    await stands(host, "question.age.title");
    await assertFits(host, "a question");
    assert.equal(await host.evaluate(top), before, "it was in view");
    await host.evaluate(() => scrollTo(0, document.querySelector("mikrolaan-beregner").getBoundingClientRect().top + scrollY + 200));
    steps += 1;
    await host.inFrame(follow, "#/spoergsmaal/municipality");
    await told();
    await host.becomes(() => Math.abs(document.querySelector("mikrolaan-beregner").getBoundingClientRect().top) <= 1);
    // The page in the frame moves to its heading by itself, and a browser may hand that on to the host a moment later.
    await host.evaluate(rests);
    // What is unfolded is no step.
    await host.evaluate(() => scrollBy(0, 100));
    await host.inFrame(() => document.querySelectorAll("#app main details").forEach((folded) => (folded.open = true)));
    await assertFits(host, "unfolded");
    assert.equal(await host.evaluate(top), -100);
    const words = (await heard(host)).filter(({ data }) => data.type === "step");
    assert.equal(words.length, 1, "the one before the host asked for none");
  });

  test(`under a strict policy, from a script where it stands, ${name}`, async (t) => {
    const host = await opened(t, name, browsers[name], "strict.html");
    await ready(host);
    await host.running();
    await assertFits(host, "the early question");
    assert.deepEqual(await host.evaluate(() => globalThis.violations), []);
    assert.equal(await host.evaluate(() => document.querySelector("mikrolaan-beregner").shadowRoot.querySelector("iframe").title), "Regn selv");
    assert.equal(await host.evaluate(() => document.querySelector("mikrolaan-beregner").nextElementSibling.textContent), "Efter beregneren.");
    assert.deepEqual([...new Set((await heard(host)).map(({ data }) => data.type))].sort(), ["ready", "resize", "step"]);
  });

  test(`a page of one document puts it before its script, moves and removes it, and the answers come back, ${name}`, async (t) => {
    const host = await opened(t, name, browsers[name], "single-page.html");
    await host.evaluate(() => globalThis.page.put());
    await host.evaluate(() => globalThis.page.load());
    await ready(host);
    await host.running();
    await host.inFrame(follow, "#/spoergsmaal/age");
    await host.frameBecomes(answer, { age: "47" });
    for (const change of ["move", "remove"]) {
      await host.frameBecomes(() => Object.keys(sessionStorage).includes("mikrolaan:1"));
      await host.evaluate((change) => globalThis.page[change](), change);
      if (change === "remove") await host.evaluate(() => globalThis.page.put());
      await ready(host);
      await host.running();
      await host.inFrame(follow, "#/spoergsmaal/age");
      await host.frameBecomes(() => document.getElementById("age")?.value === "47");
      await assertFits(host, change);
    }
  });

  test(`two on a page keep their answers apart, and what one is filled in with is said and can be changed, ${name}`, async (t) => {
    const given = { PREFILL: HAIRDRESSER };
    const host = await opened(t, name, browsers[name], "two.html", { given });
    for (const at of [0, 1]) {
      await ready(host, at);
      await host.running(at);
    }
    assert.equal(await host.evaluate(() => scrollY), 0, "what is filled in is no step, and scrolls no page");
    const said = () => document.getElementById("filled-in").checkVisibility();
    assert.deepEqual([await host.inFrame(said, undefined, 0), await host.inFrame(said, undefined, 1)], [false, true]);
    assert.ok(!(await host.inFrame(() => location.href, undefined, 1)).includes("v1."), "what was handed over stands in no address");
    await host.inFrame(follow, "#/spoergsmaal/age", 0);
    await host.frameBecomes(answer, { age: "47" }, 0);
    const age = async (at) => {
      await host.inFrame(follow, "#/spoergsmaal/age", at);
      return host.frameBecomes(() => document.getElementById("age")?.value, undefined, at);
    };
    assert.deepEqual([await age(0), await age(1)], ["47", "34"]);
    // Changed, the tab's own wins after a reload.
    await host.frameBecomes(answer, { age: "35" }, 1);
    await host.frameBecomes(() => location.hash !== "#/spoergsmaal/age", undefined, 1);
    await host.frameBecomes(() => Object.keys(sessionStorage).filter((key) => key.startsWith("mikrolaan:1")).length === 2, undefined, 1);
    await new Promise((kept) => setTimeout(kept, 500));
    await host.reload();
    for (const at of [0, 1]) {
      await ready(host, at);
      await host.running(at);
    }
    assert.deepEqual([await age(0), await age(1)], ["47", "35"]);
    assert.equal(await host.inFrame(said, undefined, 1), true, "some of it may still be the page's");
    for (const at of [0, 1]) await assertFits(host, `number ${at}`, at);
  });
}
