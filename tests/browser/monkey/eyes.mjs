// What must hold whatever was done, as the monkey sees it.

import { textsLike } from "../texts.mjs";

/** Something that must never be. */
export class Fault extends Error {}

/** What no page says while a field shows an error: that all is well. */
const COMFORT = textsLike(/du har nok|kan (du )?klare dig selv/i);
if (COMFORT.length === 0) throw new Error("texts/da.toml comforts nobody: which words do now?");

/** Left over from a program, not written for people. */
const RAW = /\{\w+\}|\bNaN\b|\bundefined\b|\[object /;

/** A page may be between two drawings: what is wrong must be so for a moment. */
const MOMENT_MS = 300;

/** Fails when something is wrong, now and a moment later; a complaint counts at once. */
export async function assertSound(guest) {
  if (!guest.page.url().startsWith(guest.address)) throw new Fault(`the site was left, for ${guest.page.url()}`);
  const found = wrongs(await guest.page.evaluate(look), guest);
  if (found.length === 0) return;
  await new Promise((resolve) => setTimeout(resolve, MOMENT_MS));
  const still = wrongs(await guest.page.evaluate(look), guest).filter((wrong) => found.includes(wrong));
  if (still.length > 0) throw new Fault(still.join("\n  "));
}

function wrongs(seen, { complaints }) {
  const comfort = seen.errors.length > 0 ? COMFORT.filter((words) => seen.words.some((text) => has(text, words))) : [];
  const raw = seen.text.match(RAW);
  return [
    seen.program !== "running" && `the program is ${seen.program}`,
    ...complaints.map((complaint) => `the console: ${complaint}`),
    seen.headings !== 1 && `${seen.headings} headings of the page`,
    seen.sideways > 0 && `the page is ${seen.sideways} pixels wider than the window (${seen.width})`,
    raw && `it says ${raw[0]}`,
    ...comfort.map((words) => `it says »${words}« beside the error »${seen.errors[0]}«`),
  ].filter(Boolean);
}

function has(text, words) {
  return words instanceof RegExp ? words.test(text) : text.includes(words);
}

/** In the page: what can be seen. */
function look() {
  const isSeen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const all = (selector) => [...document.querySelectorAll(selector)].filter(isSeen);
  const root = document.documentElement;
  const main = all("main")[0] ?? document.body;
  const paragraphs = [...main.querySelectorAll("p, h2, h3, dt, dd, li, td, strong, span")].filter(
    (element) => isSeen(element) && !element.closest(".visually-hidden"),
  );
  return {
    program: root.dataset.program,
    headings: all("h1").length,
    sideways: root.scrollWidth - root.clientWidth,
    width: root.clientWidth,
    text: document.body.innerText,
    words: paragraphs.map((element) => element.textContent.replace(/\s+/g, " ").trim()),
    errors: all(".form-error-message").map((element) => element.textContent),
  };
}
