// The first question stands before the program does, and nothing written in it is lost.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAccessible } from "./axe.mjs";
import { heard } from "./heard.mjs";
import { gainsFocus } from "./keyboard.mjs";
import { DESK, PHONE, assertQuiet, launch, running, visit } from "./site.mjs";
import { text } from "./texts.mjs";

const QUESTION = "#/spoergsmaal";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** A visit on which the program comes when it is let go. */
async function visitBeforeTheProgram(t, options = {}) {
  let letGo;
  const gate = new Promise((resolve) => (letGo = resolve));
  const isModule = (url) => url.pathname.endsWith(".wasm");
  const prepare = (page) =>
    page.route(isModule, async (route) => {
      await gate;
      await route.continue();
    });
  const visitor = await visit(t, browser, { fragment: QUESTION, ...options, prepare });
  const comes = () => {
    letGo();
    return running(visitor.page);
  };
  t.after(letGo);
  return { ...visitor, comes };
}

const early = (page) => page.locator("#early");
const own = (page) => page.locator("#app #age");

test("what is typed is still there when the program comes, and typing goes on", async (t) => {
  const { page, record, comes } = await visitBeforeTheProgram(t);
  await page.getByRole("textbox", { name: text("question.age.label") }).fill("3");
  await comes();
  await page.keyboard.type("4");
  assert.equal(await own(page).inputValue(), "34");
  assert.ok(await own(page).evaluate((field) => field === document.activeElement));
  assert.equal(await early(page).count(), 0);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: text("question.municipality.title") }).waitFor();
  assertQuiet(record);
});

test("an answer that is sent before the program comes is kept, and the next question follows", async (t) => {
  const { page, comes } = await visitBeforeTheProgram(t);
  await page.getByRole("textbox", { name: text("question.age.label") }).fill("34");
  await page.getByRole("button", { name: text("common.next") }).click();
  await comes();
  await page.getByRole("heading", { level: 1, name: text("question.municipality.title") }).waitFor();
  await page.goBack();
  await own(page).waitFor();
  assert.equal(await own(page).inputValue(), "34");
});

test("»Ved ikke« is kept, and what cannot be read is said and not lost", async (t) => {
  const { page, comes } = await visitBeforeTheProgram(t);
  await page.locator("label[for=early-unknown]").click();
  await comes();
  assert.ok(await page.locator("#app #age-unknown").isChecked());

  const another = await visitBeforeTheProgram(t);
  await another.page.locator("#early-age").fill("ung");
  await another.page.getByRole("button", { name: text("common.next") }).click();
  await another.comes();
  await another.page.locator("#app .form-error-message").waitFor();
  assert.equal(await own(another.page).inputValue(), "ung");
});

for (const [size, viewport] of Object.entries({ phone: PHONE, desk: DESK })) {
  test(`the program's own question takes the same place, word for word: ${size}`, async (t) => {
    const { page, comes } = await visitBeforeTheProgram(t, { context: { viewport } });
    await assertAccessible(page, "the first question before the program");
    const look = (main, field) =>
      page.evaluate(
        ([main, field]) => {
          const { x, y, width, height } = document.querySelector(field).getBoundingClientRect();
          return { words: document.querySelector(main).innerText, place: [x, y, width, height].map(Math.round) };
        },
        [main, field],
      );
    const before = await look("#early", "#early-age");
    await comes();
    assert.deepEqual(await look("#app main", "#age"), before);
  });
}

test("the program's own question is heard as the one before it, name for name", async (t) => {
  const { page, comes } = await visitBeforeTheProgram(t);
  const withoutFocus = async () => (await heard(page)).map(({ role, name, description }) => ({ role, name, description }));
  const before = await withoutFocus();
  const heading = before.find((node) => node.role === "heading");
  assert.deepEqual(heading, {
    role: "heading",
    name: text("question.age.title"),
    description: text("questions.progress_first"),
  });
  const field = before.find((node) => node.role === "textbox");
  assert.equal(field.description, `${text("question.age.hint")} ${text("question.age.unit")}`);
  await comes();
  assert.deepEqual(await withoutFocus(), before);
});

test("the step to the question before the program comes moves the focus to its heading", async (t) => {
  const { page, comes } = await visitBeforeTheProgram(t, { fragment: "" });
  await page.getByRole("link", { name: text("start.begin") }).click();
  await gainsFocus(early(page).getByRole("heading", { level: 1, name: text("question.age.title") }));
  assert.ok(await page.locator("#start").isHidden());
  await page.goBack();
  await early(page).waitFor({ state: "hidden" });
  assert.ok(await page.locator("#start").isVisible());
  await comes();
  assert.ok(await page.locator("#start").isVisible());
});

test("where the program cannot run, nobody is left with a question that leads nowhere", async (t) => {
  const prepare = (page) => page.addInitScript(() => delete globalThis.WebAssembly);
  const { page } = await visit(t, browser, { fragment: QUESTION, prepare });
  await page.locator("#no-program").waitFor({ state: "visible" });
  assert.ok(await early(page).isHidden());
  assert.ok(await page.locator("#start h1").isVisible());
});
