// What `view!` promises, on a page of its own: the scenes of crates/markup/examples/page/.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { PROJECT, assertQuiet, launch, running, visitRunning } from "./site.mjs";

const PAGE = join(PROJECT, "target/markup-page");

// One browser page for all the tests, which each of them opens anew: a profile of its own takes longer than the test.
let browser;
let visitor;
const endings = [];
before(async () => {
  browser = await launch();
  visitor = await visitRunning({ after: (end) => endings.push(end) }, browser, { folder: PAGE });
});
after(async () => {
  for (const end of endings) await end();
  await browser?.close();
});

afterEach(() => {
  assertQuiet(visitor.record);
});

/** Opens the page; what was told while it was drawn is forgotten. */
async function open() {
  const { page, address } = visitor;
  await page.goto(address);
  await running(page);
  await calm(page);
  await told(page);
  return page;
}

/** Presses buttons by script, which leaves the focus where it is, and waits until what follows is drawn. */
async function press(page, ...names) {
  for (const name of names) {
    await page.evaluate((id) => document.getElementById(id).click(), name);
    await calm(page);
  }
}

/** Effects run in microtasks: a task later all of them have run. */
function calm(page) {
  return page.evaluate(() => new Promise((done) => setTimeout(done)));
}

/** What was told since this was asked last. */
function told(page) {
  return page.evaluate(() => {
    const lines = [...document.querySelectorAll("#told li")];
    for (const line of lines) line.remove();
    return lines.map((line) => line.textContent);
  });
}

/** The elements a selector finds are remembered, to be known again. */
function remember(page, selector) {
  return page.evaluate((wanted) => {
    globalThis.remembered = [...document.querySelectorAll(wanted)];
  }, selector);
}

/** Where the remembered elements stand among those the selector finds now; -1 = no longer there. */
function places(page, selector) {
  return page.evaluate((wanted) => {
    const now = [...document.querySelectorAll(wanted)];
    return globalThis.remembered.map((element) => now.indexOf(element));
  }, selector);
}

/** Counts every change of what the selector finds: of attributes, texts and children, its own and further in. */
async function watchChanges(page, selector) {
  await page.evaluate((wanted) => {
    globalThis.changes = [];
    const keep = (records) => globalThis.changes.push(...records.map((record) => record.attributeName ?? record.type));
    const all = { attributes: true, childList: true, characterData: true, subtree: true };
    new MutationObserver(keep).observe(document.querySelector(wanted), all);
  }, selector);
  return () => page.evaluate(() => globalThis.changes.splice(0));
}

/** All attributes of an element. */
function attributes(page, selector) {
  const named = (element) => Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
  return page.locator(selector).evaluate(named);
}

const html = (page, selector) => page.locator(selector).evaluate((element) => element.innerHTML);
const texts = (page, selector) => page.locator(selector).allTextContents();
const attribute = (page, selector, name) => page.locator(selector).getAttribute(name);

test("a field keeps its focus, caret and text while it and what is around it are drawn anew", async () => {
  const page = await open();
  await page.locator("#field").pressSequentially("abc");
  await page.keyboard.press("ArrowLeft");
  await remember(page, "#field");
  await press(page, "next-round", "next-round");
  assert.deepEqual(await places(page, "#field"), [0]);
  const field = await page.evaluate(() => {
    const { id, value, selectionStart, dataset, placeholder } = document.activeElement;
    return { id, value, selectionStart, round: dataset.round, placeholder };
  });
  assert.deepEqual(field, { id: "field", value: "abc", selectionStart: 2, round: "3", placeholder: "" });
  assert.equal(await page.locator("#fields form").getAttribute("class"), "round-3");
  assert.deepEqual(await texts(page, "#fields label, #fields output"), ["Round 3", "3"]);
  await told(page);
  await page.keyboard.type("x");
  assert.equal(await page.locator("#field").inputValue(), "abxc");
  assert.deepEqual(await told(page), ["typed in round 3"]);
});

test("another name is another element in the same place", async () => {
  const page = await open();
  await remember(page, "#names p, #names i, #names em");
  await press(page, "emphasise");
  assert.equal(await html(page, "#names p"), "<i>before</i><strong>middle</strong><i>after</i>");
  assert.deepEqual(await places(page, "#names p, #names i, #names strong"), [0, 1, -1, 3]);
  await press(page, "emphasise");
  assert.equal(await html(page, "#names p"), "<i>before</i><em>middle</em><i>after</i>");
});

test("of another view of the same name nothing is left", async () => {
  const page = await open();
  const shape = () => page.locator("#shape").evaluate((element) => element.outerHTML);
  await remember(page, "#shape");
  assert.equal(await shape(), '<p id="shape" title="fixed" data-fixed="yes">one</p>');
  await press(page, "next-shape");
  assert.equal(await shape(), '<p id="shape" data-fixed="yes">two</p>');
  assert.deepEqual(await places(page, "#shape"), [0]);
  await press(page, "next-shape");
  assert.equal(await shape(), '<p id="shape" title="live" data-live="live" class="marked" lang="live">three</p>');
  await press(page, "next-shape");
  assert.equal(await shape(), '<p id="shape" title="fixed" data-fixed="yes">one</p>');
});

test("a list grows and shrinks at its end", async () => {
  const page = await open();
  await remember(page, "#lists li");
  await press(page, "longer");
  assert.deepEqual(await texts(page, "#lists li"), ["0", "1", "2", "3"]);
  assert.deepEqual(await places(page, "#lists li"), [0, 1]);
  await press(page, "shorter");
  assert.deepEqual(await texts(page, "#lists li"), ["0"]);
  assert.deepEqual(await places(page, "#lists li"), [0, -1]);
});

test("text a translator has put in the place of ours is not left beside it", async () => {
  const page = await open();
  await page.evaluate(() => {
    const output = document.querySelector("#fields output");
    const translated = document.createElement("font");
    translated.textContent = "one";
    output.firstChild.replaceWith(translated);
  });
  await press(page, "next-round");
  assert.deepEqual(await texts(page, "#fields output"), ["2"]);
});

test("each kind of value is the attribute it should be", async () => {
  const page = await open();
  assert.deepEqual(await attributes(page, "#fixed"), {
    id: "fixed", class: "a b", title: "words", tabindex: "-1", hidden: "", draggable: "true", "data-yes": "", "data-some": "7",
  });
});

test("attributes and classes that follow a signal are set when they change, and only then", async () => {
  const page = await open();
  const changes = await watchChanges(page, "#following");
  const now = () => attributes(page, "#following");
  const off = { id: "following", class: "base", title: "one" };
  const on = { ...off, class: "base is-on", disabled: "", "aria-describedby": "told-elsewhere" };
  assert.deepEqual(await now(), on);
  await press(page, "same-word", "same-flag");
  assert.deepEqual(await changes(), []);
  await press(page, "other-flag");
  assert.deepEqual(await now(), off);
  assert.deepEqual((await changes()).sort(), ["aria-describedby", "class", "disabled"]);
  await press(page, "same-flag");
  assert.deepEqual(await changes(), []);
  await press(page, "other-word");
  assert.deepEqual(await changes(), ["title"]);
  await press(page, "other-flag");
  assert.deepEqual(await now(), { ...on, title: "two" });
});

test("what is drawn anew as it was is not touched, and an attribute it no longer has is taken off", async () => {
  const page = await open();
  await remember(page, "#drawn");
  const changes = await watchChanges(page, "#again");
  await press(page, "anew", "anew");
  assert.deepEqual(await changes(), []);
  await press(page, "fewer");
  assert.deepEqual(await changes(), ["data-state"]);
  assert.equal(await attribute(page, "#drawn", "data-state"), null);
  assert.deepEqual(await places(page, "#drawn"), [0]);
});

test("a property that is what it should be is left alone, and what is typed stands until the signal changes", async () => {
  const page = await open();
  assert.equal(await page.locator("#text").inputValue(), "one");
  assert.equal(await page.locator("#tick").isChecked(), true);
  assert.equal(await page.locator("#pick").inputValue(), "b", "a select shows its option from the beginning");
  await page.evaluate(() => {
    const { get, set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
    globalThis.sets = 0;
    const counted = (value) => {
      globalThis.sets += 1;
      set.call(document.getElementById("text"), value);
    };
    Object.defineProperty(document.getElementById("text"), "value", { get, set: counted });
  });
  const sets = () => page.evaluate(() => globalThis.sets);
  await press(page, "same-text");
  assert.equal(await sets(), 0);
  await page.locator("#text").pressSequentially("!");
  await press(page, "untick", "pick-a");
  assert.equal(await page.locator("#text").evaluate((field) => field.value), "!one");
  assert.equal(await page.locator("#tick").isChecked(), false);
  assert.equal(await page.locator("#pick").inputValue(), "a");
  await press(page, "other-text");
  assert.deepEqual([await page.locator("#text").evaluate((field) => field.value), await sets()], ["two", 1]);
});

test("a child that may be missing comes and goes in its place", async () => {
  const page = await open();
  const bare = async (selector) => (await html(page, selector)).replaceAll(/<!--.*?-->/g, "");
  await page.locator("#own input").focus();
  await remember(page, "#own, #own input, #own i");
  for (let round = 0; round < 2; round += 1) {
    assert.equal(await bare("#own"), "<input><i>end</i>");
    assert.equal(await bare("#part"), "<i>start</i><i>end</i>");
    await press(page, "come-or-go");
    assert.equal(await bare("#own"), "<input><b>live</b><i>end</i>");
    assert.equal(await bare("#part"), "<i>start</i><b>part</b><i>end</i>");
    await press(page, "come-or-go");
  }
  assert.deepEqual(await places(page, "#own, #own input, #own i"), [0, 1, 2]);
  assert.equal(await page.evaluate(() => document.activeElement.parentElement.id), "own");
});

test("text stays text, whatever HTML would read in it", async () => {
  const page = await open();
  assert.deepEqual(await texts(page, "#texts p"), [
    "<b>bold</b> &amp; plain", "<script>given</script>", "<i>one</i>", "said: <i>one</i>",
  ]);
  assert.equal(await attribute(page, "#written", "title"), '"><b>title</b>');
  await press(page, "other-words");
  assert.deepEqual((await texts(page, "#texts p")).slice(2), ["<i>two</i>", "said: <i>two</i>"]);
  assert.equal(await page.locator("#texts p *").count(), 0);
});

test("the elements of a picture are of SVG, those that come later too", async () => {
  const page = await open();
  const namespaces = () =>
    page.evaluate(() => {
      const all = [...document.querySelectorAll("#pictures svg, #pictures svg *")];
      return all.filter(({ namespaceURI }) => namespaceURI === "http://www.w3.org/2000/svg").map((it) => it.localName);
    });
  const still = ["svg", "defs", "pattern", "g", "path", "line", "circle", "ellipse", "polyline", "polygon", "use", "text", "tspan", "rect"];
  assert.deepEqual(await namespaces(), [...still, "rect"]);
  await press(page, "more-bars");
  assert.deepEqual(await namespaces(), [...still, "rect", "rect"]);
  assert.equal(await attribute(page, "#pictures .live", "width"), "2");
  assert.equal(await attribute(page, "#pictures svg", "viewBox"), "0 0 10 10");
  assert.equal(await page.locator("#beside").evaluate((it) => it.namespaceURI), "http://www.w3.org/1999/xhtml");
});

test("components and elements of Leptos's stand between ours", async () => {
  const page = await open();
  await remember(page, "#mixed *");
  assert.deepEqual(await texts(page, "#mixed legend, #mixed b, #mixed u"), ["frame", "1", "1"]);
  await press(page, "count");
  assert.deepEqual(await texts(page, "#mixed legend, #mixed b, #mixed u"), ["frame", "2", "2"]);
  assert.deepEqual(await places(page, "#mixed *"), [0, 1, 2, 3]);
});

test("a listener is called once, however often its element was drawn", async () => {
  const page = await open();
  await press(page, "draw-anew", "draw-anew", "redrawn");
  assert.deepEqual(await told(page), ["heard in round 3"]);
  await press(page, "inner");
  assert.deepEqual(await told(page), ["click", "outside"], "further in first");
});

test("an event raised while its own listener runs is left alone", async () => {
  const page = await open();
  await press(page, "echo");
  assert.deepEqual(await told(page), ["echo"]);
});

test("a listener is gone with its element", async () => {
  const page = await open();
  await remember(page, "#passing");
  const late = () => page.evaluate(() => globalThis.remembered[0].click());
  await late();
  assert.deepEqual(await told(page), ["heard"]);
  await press(page, "take-away");
  await late();
  assert.deepEqual(await told(page), []);
  await press(page, "take-away", "passing");
  assert.deepEqual(await told(page), ["heard"]);
});

test("rows that come leave the others, and the focus in them, where they are", async () => {
  const page = await open();
  await page.locator("#row-4").pressSequentially("abc");
  await page.keyboard.press("ArrowLeft");
  await remember(page, "#keyed li");
  await press(page, "all");
  const ids = () => page.locator("#keyed input").evaluateAll((fields) => fields.map(({ id }) => id).join(" "));
  assert.equal(await ids(), "row-1 row-2 row-3 row-4 row-5 row-6 row-7");
  assert.deepEqual(await places(page, "#keyed li"), [1, 3, 5, 7]);
  assert.deepEqual(await told(page), [1, 3, 5, 7].map((number) => `${number} sees first`));
  const focused = () => page.evaluate(() => [document.activeElement.id, document.activeElement.value, document.activeElement.selectionStart]);
  assert.deepEqual(await focused(), ["row-4", "abc", 2]);
  await press(page, "others");
  assert.equal(await ids(), "row-1 row-4 row-9");
  assert.deepEqual(await focused(), ["row-4", "abc", 2]);
  assert.deepEqual(await places(page, "#keyed li"), [-1, 1, -1, 3]);
});

test("rows that go leave the others where they are, and take along what belongs to them", async () => {
  const page = await open();
  await remember(page, "#keyed li");
  for (const [button, gone, left] of [
    ["without-front", 2, [-1, 0, 1, 2]],
    ["without-middle", 4, [0, -1, 1, 2]],
    ["without-end", 6, [0, 1, -1, 2]],
  ]) {
    await press(page, button);
    assert.deepEqual(await told(page), [`${gone} is gone`], button);
    assert.deepEqual(await places(page, "#keyed li"), left, button);
    await press(page, "as-before");
    assert.deepEqual(await told(page), [`${gone} sees first`], `only the row that is new is drawn after ${button}`);
    await remember(page, "#keyed li");
  }
  await press(page, "others");
  await told(page);
  await press(page, "see");
  assert.deepEqual((await told(page)).sort(), ["1 sees second", "4 sees second", "9 sees second"]);
});

test("a list can be empty, and its rows come back before what stands after it", async () => {
  const page = await open();
  await press(page, "none");
  assert.deepEqual((await told(page)).sort(), ["2 is gone", "4 is gone", "6 is gone"]);
  assert.equal(await page.locator("#keyed li").count(), 1);
  await press(page, "as-before");
  assert.equal(await page.locator("#keyed li").count(), 4);
  assert.equal(await page.locator("#keyed li:last-child").getAttribute("id"), "last");
});

test("a list that goes takes all its rows along", async () => {
  const page = await open();
  await press(page, "show-or-hide");
  assert.deepEqual((await told(page)).sort(), ["2 is gone", "4 is gone", "6 is gone"]);
  await press(page, "see", "all");
  assert.deepEqual(await told(page), []);
  await press(page, "show-or-hide");
  assert.equal(await page.locator("#keyed input").count(), 7);
});

test("a row can be several elements, draw itself anew, and bring the next one along", async () => {
  const page = await open();
  const pairs = async () => (await html(page, "#pairs")).replaceAll(/<!--.*?-->/g, "").replaceAll("<dt>term</dt>", "|");
  await press(page, "loud", "between");
  assert.equal(await pairs(), "|<dd><b>1</b></dd>|<dd><b>2</b></dd>|<dd><b>3</b></dd>");
  await press(page, "only-between");
  assert.equal(await pairs(), "|<dd><b>2</b></dd>");
  assert.deepEqual(await texts(page, "#chain b"), ["0", "1", "2", "3"]);
});

test("what a branch owned is cleaned up when it goes", async () => {
  const page = await open();
  await press(page, "count-on");
  assert.deepEqual((await told(page)).sort(), ["attribute 2", "child 2", "class 2", "effect 2", "property 2"]);
  await press(page, "cut-or-grow");
  assert.deepEqual(await told(page), ["gone"]);
  await press(page, "count-on");
  assert.deepEqual(await told(page), []);
  await press(page, "cut-or-grow");
  assert.deepEqual((await told(page)).sort(), ["attribute 3", "child 3", "class 3", "effect 3", "property 3"]);
});

test("a memo tells who follows it, read or not, when what it keeps differs", async () => {
  const page = await open();
  await press(page, "add-one");
  assert.deepEqual(await told(page), ["larger"], "half of three is half of two; what is larger is not compared");
  await press(page, "add-one");
  assert.deepEqual((await told(page)).sort(), ["larger", "number", "unread", "words"]);
  assert.deepEqual(await texts(page, "#half, #words, #larger"), ["2", "2", "[2]"]);
});
