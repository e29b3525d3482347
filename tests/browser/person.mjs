// A person who uses the calculator: what she answers, and how she gets from page to page.
//
// Every step goes through `hands` (hands.mjs), so the same way is walked by mouse and by keyboard.

import { tables, text } from "./texts.mjs";

/** Jobparat, 34, alone with a child, with an idea: somebody the scheme was made for. */
export const JOB_READY = {
  age: "34",
  municipality: "aalborg",
  support: "kontanthjaelp_jobparat",
  business_started: "no",
  idea: "idea",
  trade_skills: "yes",
  business_skills: "partly",
  job_or_education_close: "no",
  will_take_course: "yes",
  loan_amount: "25.500",
  loan_purposes: ["equipment", "stock"],
  public_debt: "no",
  business_account: "none",
  lived_abroad: "no",
};

/** Somebody who is in doubt about everything that can be doubted. */
export const IN_DOUBT = Object.fromEntries(Object.keys(JOB_READY).map((key) => [key, "unknown"]));

/** Somebody the scheme was not made for. */
export const ON_DAGPENGE = { ...JOB_READY, support: "dagpenge" };

const heading = (page) => page.locator("#app main h1");

/** The heading of the page she is on. */
export async function headingOf(page) {
  return (await heading(page).innerText()).replace(/\s+/g, " ").trim();
}

/** Unfolds everything on the page, as one does who looks through all of it. */
export function unfold(page) {
  return page.locator("#app main").evaluate((main) => main.querySelectorAll("details").forEach((folded) => (folded.open = true)));
}

/** Waits until she stands on the page with this heading. */
export function standsOn(page, key) {
  return page.getByRole("heading", { level: 1, name: text(key), exact: true }).waitFor();
}

/** From the start page to the result; `each` sees every question before she answers. */
export async function answerAll(page, hands, answers, each = async () => {}) {
  await hands.follow(text("start.begin"));
  await heading(page).waitFor();
  for (let asked = 0; asked < tables("question").length + 1; asked += 1) {
    const words = await headingOf(page);
    if (words === text("result.title")) return asked;
    await each(words, asked);
    await answer(hands, questionWith(words), answers);
    await hands.press(text("common.next"));
    await page.waitForFunction((before) => {
      const now = document.querySelector("#app main h1")?.innerText.replace(/\s+/g, " ").trim();
      return now !== before;
    }, words);
  }
  throw new Error("the questions do not come to an end");
}

function questionWith(words) {
  const found = tables("question").find((key) => {
    const title = text(`question.${key}.title`);
    return title instanceof RegExp ? title.test(words) : title === words;
  });
  if (!found) throw new Error(`texts/da.toml has no question ${words}`);
  return found;
}

async function answer(hands, question, answers) {
  const given = answers[question];
  if (["age", "loan_amount"].includes(question)) return writeOrDoubt(hands, question, given);
  if (question === "loan_purposes") return tickAll(hands, given);
  return hands.choose(choiceText(question, given));
}

function writeOrDoubt(hands, question, given) {
  if (given === "unknown") return hands.tick(text("common.dont_know"));
  return hands.write(text(`question.${question}.label`), given);
}

async function tickAll(hands, given) {
  if (given === "unknown") return hands.tick(text("common.dont_know"));
  for (const one of given) await hands.tick(text(`question.loan_purposes.option.${one}`));
}

function choiceText(question, given) {
  if (given === "unknown") return text("common.dont_know");
  const own = ["both", "option"].map((table) => `question.${question}.${table}.${given}`).find(hasText);
  return text(own ?? `common.${given}`);
}

function hasText(key) {
  try {
    text(key);
    return true;
  } catch {
    return false;
  }
}

/** What she answers beside the money at home: above what she lives on, and below it. */
export const AT_HOME = { single: "yes", children: "yes", children_at_home: "yes", housing_benefit: "yes", wealth_over_limit: "no" };
const BELOW = ["housing_benefit", "wealth_over_limit"];

/** From the result to the months, by the three steps in between; `each` sees every step before she goes on. */
export async function throughMoney(page, hands, { example = "hairdresser", home = AT_HOME, costs = "12.500", each = async () => {} } = {}) {
  await hands.follow(new RegExp(`^${text("result.first.money_link")} ?: ${text("result.first.money")}$`));
  await standsOn(page, "money.home");
  const given = Object.entries(home);
  const choose = async ([question, given]) => {
    await hands.chooseIn(text(`question.${question}.title`), text(given === "unknown" ? "common.dont_know" : `common.${given}`));
  };
  for (const one of given.filter(([question]) => !BELOW.includes(question))) await choose(one);
  await hands.write(text("budget.household.living_costs"), costs);
  for (const one of given.filter(([question]) => BELOW.includes(question))) await choose(one);
  await each("home");
  await hands.follow(text("common.next"));
  await standsOn(page, "money.business");
  await hands.press(text(`examples.${example}.short`));
  await each("business");
  await hands.follow(text("common.next"));
  await standsOn(page, "money.start");
  await each("start");
  await hands.follow(text("budget.to_months"));
  await standsOn(page, "months.title");
}
