// What the package does: objects or text in, objects out. The module itself takes text and gives text.

import { initSync, key_figures, link_without, rules as rulesText, run } from "engine-glue"; // what wasm-bindgen writes

/** Something is wrong with what was asked: `errors` has all of it. */
export class MikrolaanError extends Error {
  constructor(errors) {
    super(errors.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join("\n"));
    this.name = "MikrolaanError";
    this.errors = errors;
  }
}

/** Begins the module, compiled already. */
export function begin(module) {
  initSync({ module });
}

function refuse(message, code = "not_json") {
  throw new MikrolaanError([{ path: "", code, message }]);
}

/** What is asked about, as text: a text as it is, anything else as its JSON. */
function textOf(input) {
  if (typeof input === "string") {
    // On its way into the module it would silently become another character.
    return /\p{Surrogate}/u.test(input) ? refuse("half a surrogate pair stands in the text") : input;
  }
  let text;
  try {
    text = JSON.stringify(input);
  } catch ({ message }) {
    refuse(`this has no JSON: ${message}`);
  }
  return text ?? refuse(`${typeof input} has no JSON`);
}

/** The result, or its errors thrown. A file begins with its format, a result with its own first key: neither with `error`. */
function told(text) {
  if (text.startsWith('{"error":')) throw new MikrolaanError(JSON.parse(text).error);
  return text;
}

const ask = (question) => (input) => JSON.parse(told(run(question, textOf(input))));

export const screen = ask("screen");
export const check = ask("check");
export const seek = ask("seek");
export const sensitivity = ask("sensitivity");
export const apr = ask("apr");
export const explain = ask("explain");
const canonical = ask("case");
export { canonical as case };

export function simulate(input, { keyFigures = false } = {}) {
  return JSON.parse(told(keyFigures ? key_figures(textOf(input)) : run("simulate", textOf(input))));
}

export function link(input, { without = [] } = {}) {
  return told(link_without(textOf(input), without.join()));
}

export function rules({ month = "" } = {}) {
  return JSON.parse(told(rulesText(textOf(`${month}`))));
}

/** A list with texts in it becomes a case or link a line: in JSON, an end of a line is as good as another. */
export function evaluate(cases) {
  const isMixed = Array.isArray(cases) && cases.some((one) => typeof one === "string");
  const lines = () => cases.map((one) => textOf(one).replaceAll("\n", "\r")).join("\n");
  return JSON.parse(told(run("evaluate", isMixed ? lines() : textOf(cases))));
}
