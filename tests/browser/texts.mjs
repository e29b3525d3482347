// The words of the page, from the file the program takes them from: a test that looks for a button
// follows when the button is given a better name.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "./site.mjs";

const file = (code) => join(PROJECT, `texts/${code}.toml`);

let texts = read(readFileSync(file("da"), "utf8"));

/** What the pages for the municipality's own people say, in Danish alone. */
const OFFICE = join(PROJECT, "texts/office");
const office = new Map(readdirSync(OFFICE).flatMap((name) => [...read(readFileSync(join(OFFICE, name), "utf8"))]));

/** From now on `text` gives the words of this language. */
export function speak(code) {
  texts = read(readFileSync(file(code), "utf8"));
}

function read(file) {
  const found = new Map();
  let table = "";
  for (const line of file.split("\n")) {
    const heading = line.match(/^\[(.+)\]$/);
    const entry = line.match(/^([a-z0-9_]+) = (".*")$/);
    const forms = line.match(/^([a-z0-9_]+) = \{ (.*) \}$/);
    if (heading) table = heading[1];
    if (entry) found.set(`${table}.${entry[1]}`, JSON.parse(entry[2]));
    // A text that counts has a form for each way the language counts.
    for (const [, form, words] of forms?.[2].matchAll(/([a-z]+) = ("(?:[^"\\]|\\.)*")/g) ?? []) {
      found.set(`${table}.${forms[1]}.${form}`, JSON.parse(words));
    }
  }
  return found;
}

/** The text with this key, or a pattern for it when it has gaps to be filled. */
export function text(key) {
  const found = words(key);
  return found.includes("{") ? pattern(found) : found;
}

/** The text with this key, its gaps filled with what is given. */
export function filled(key, given) {
  return words(key).replaceAll(/\{(\w+)(?::\w+)?\}/g, (_, gap) => {
    if (!(gap in given)) throw new Error(`nothing for {${gap}} of ${key}`);
    return String(given[gap]);
  });
}

function words(key) {
  const found = texts.get(key) ?? office.get(key);
  if (found === undefined) throw new Error(`no text ${key}`);
  return found;
}

/** Every text that is like this, as `text` gives it. */
export function textsLike(words) {
  return [...texts].filter(([, found]) => words.test(found)).map(([key]) => text(key));
}

/** The keys below a table, such as the questions. */
export function tables(prefix) {
  const names = [...texts.keys()].filter((key) => key.startsWith(`${prefix}.`));
  return [...new Set(names.map((key) => key.split(".")[1]))];
}

function pattern(words) {
  const parts = words.split(/\{\w+(?::\w+)?\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".+").replaceAll(" ", "\\s")}$`);
}
