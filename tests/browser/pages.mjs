// Every page there is, each in the state somebody meets it in, one after the other in one visit. In whatever language `text` gives.

import { mouse } from "./hands.mjs";
import { JOB_READY, answerAll, standsOn, throughMoney } from "./person.mjs";

/** One question of each kind: a number, a long choice, a short one, an amount, several of a list. */
const KINDS = { number: "age", choice: "support", "yes-no": "will_take_course", amount: "loan_amount", several: "loan_purposes" };

const MONEY = { hjemme: "home", virksomhed: "business", "i-gang": "start" };

/** A month of the example before the support ends, and a line of it. */
const MONTH = "#/maaneder/2028-03";

async function goTo(page, fragment, key) {
  await page.evaluate((to) => (location.hash = to), fragment);
  await standsOn(page, key);
}

/** The questions before anything is answered, and as they are when that is not taken. */
async function* questions(page) {
  for (const [kind, key] of Object.entries(KINDS)) {
    await goTo(page, `#/spoergsmaal/${key}`, `question.${key}.title`);
    yield `question-${kind}`;
    await sendForm(page);
    yield `question-${kind}-error`;
  }
  await goTo(page, "#/spoergsmaal/loan_amount", "question.loan_amount.title");
  // In English a point is what parts the øre, and the comma is in doubt.
  const inDoubt = (await page.getAttribute("html", "lang")) === "en" ? "25,5" : "25.5";
  await page.getByRole("textbox").fill(inDoubt);
  await sendForm(page);
  yield "question-amount-two-readings";
  await page.getByRole("textbox").fill("");
}

async function sendForm(page) {
  await page.locator("#app main form button[type=submit]").click();
  await page.locator("#app .alert-error").waitFor();
}

/** What is not about anybody's own answers. */
async function* lookedUp(page) {
  await goTo(page, "#/regler", "rules.title");
  yield "rules";
  await goTo(page, "#/godt-at-vide", "guide.title");
  yield "good-to-know";
  await goTo(page, "#/tilgaengelighed", "accessibility.title");
  yield "accessibility";
  await goTo(page, "#/findes-ikke", "not_found.title");
  yield "not-found";
}

/** Somebody the scheme was made for, from the first answer to what is taken home. */
async function* way(page) {
  const hands = mouse(page);
  await goTo(page, "#/", "start.title");
  await answerAll(page, hands, { ...JOB_READY, loan_amount: "25500", public_debt: "yes" });
  yield "result";
  await goTo(page, "#/svar", "answers.title");
  yield "answers";
  await goTo(page, "#/resultat", "result.title");
  await throughMoney(page, hands, { costs: "12500" });
  await adviceIsGiven(page);
  for (const [step, key] of Object.entries(MONEY)) {
    await goTo(page, `#/penge/${step}`, `money.${key}`);
    yield `money-${key}`;
  }
  await goTo(page, "#/tal", "budget.title");
  yield "all-figures";
  await goTo(page, "#/naeste", "next_steps.title");
  yield "next-steps";
  await goTo(page, "#/tag-med", "take_along.title");
  yield "take-along";
  await goTo(page, "#/tag-med/alt", "take_along.paper.title");
  yield "paper";
  await goTo(page, "#/hjaelp", "help.title");
  yield "help";
}

/** The example: its months, where their figures come from, and plans beside each other. */
async function* example(page) {
  await goTo(page, "#/maaneder/eksempel/hairdresser", "months.title");
  await adviceIsGiven(page);
  yield "months";
  await goTo(page, MONTH, "trace.all_of_month");
  yield "trace-month";
  await goTo(page, `${MONTH}/household.tax`, "trace.of_month");
  yield "trace-line";
  await goTo(page, "#/sammenlign", "compare.title");
  yield "compare";
}

/** What one can do is sought in slices, after the page is drawn. */
function adviceIsGiven(page) {
  return page.locator(".offers:not(:has(.is-sought)) button").first().waitFor();
}

/** Somebody the scheme was not made for. */
async function* outside(page) {
  await goTo(page, "#/spoergsmaal/support", "question.support.title");
  await page.locator("label[for=support-dagpenge]").click();
  await goTo(page, "#/spoergsmaal/support", "question.support.title");
  await page.locator("#app main form button[type=submit]").click();
  await goTo(page, "#/resultat", "result.title");
  yield "result-outside";
}

/** Gives the name of each page when it stands there and nothing of it is on its way. */
export async function* everyPage(page) {
  yield "start";
  for (const part of [questions, lookedUp, way, example, outside]) {
    for await (const name of part(page)) {
      await page.waitForFunction(() => !document.querySelector(".is-outdated, .is-sought"));
      yield name;
    }
  }
}
