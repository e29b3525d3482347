// The caseworker's screen as the tests use it: its words, its parts, and its invented cases.

import { visitRunning } from "./site.mjs";
import { text } from "./texts.mjs";

/** A word of the page itself. */
export const pageWord = (key) => text(`office.case_page.${key}`);

/** The screen as it is opened in the morning. */
export const openDesk = (t, browser, options = {}) => visitRunning(t, browser, { fragment: "sag/", ...options });

export const withClipboard = { context: { permissions: ["clipboard-read", "clipboard-write"], acceptDownloads: true } };
export const button = (page, key) => page.getByRole("button", { name: pageWord(key), exact: true });
export const field = (page, id) => page.locator(`#app #${id}`);
export const panel = (page) => page.locator(".cw__over");
export const samples = (page) => page.getByRole("combobox", { name: pageWord("bar.sample"), exact: true });
export const plain = (words) => words.replace(/\s+/g, " ").trim();

export async function load(page, letter) {
  await samples(page).selectOption(letter);
  await page.locator(".cw__state .tag", { hasText: `Opdigtet: ${letter},` }).waitFor();
}

/** The note, as it would be copied now. */
export async function note(page) {
  await page.keyboard.press("Alt+k");
  await field(page, "notat").waitFor();
  const text = await field(page, "notat").inputValue();
  await page.keyboard.press("Escape");
  await field(page, "notat").waitFor({ state: "detached" });
  return text;
}
