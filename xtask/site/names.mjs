// Short names between the modules and the glue: those that wasm-bindgen gives end in sixteen hexadecimal digits, which no
// compression makes smaller, and stand in both.

import { cursor, sectionsOf } from "./split/binary.mjs";
import { shortName } from "./split/split.mjs";

const [IMPORTS, EXPORTS] = [2, 7];
const [FUNCTION, TABLE, MEMORY, GLOBAL] = [0, 1, 2, 3];
/** Exports that only the glue calls; all others keep their names. */
const OF_CLOSURES = /^wasm_bindgen__/;
/** What the modules then import the glue's functions from. */
const FROM = "js";

/**
 * The glue and the modules with short names for what they call of each other. `from` is what the modules import the glue's
 * functions from.
 */
export function withShortNames(glue, modules, from) {
  const long = new Set(modules.flatMap((module) => [...importsOf(module, from), ...exportsOf(module)]));
  // What the first module exports for the second has such names already (split.mjs).
  const unlike = (name) => (OF_CLOSURES.test(name) ? "_" : "");
  const short = new Map([...long].sort().map((name, at) => [name, unlike(name) + shortName(at)]));
  const renamed = (name) => short.get(name) ?? name;
  const importedAs = (module, name) => (module === from ? [FROM, renamed(name)] : [module, name]);
  // Longest first is not needed: no name is part of another one, for each ends at the end of a word.
  const words = new RegExp(`\\b(${[...short.keys()].join("|")})\\b`, "g");
  return {
    glue: glue.replace(words, (name) => short.get(name)).replaceAll(JSON.stringify(from), JSON.stringify(FROM)),
    modules: modules.map((module) => rewritten(module, importedAs, (name) => (OF_CLOSURES.test(name) ? renamed(name) : name))),
  };
}

const described = (module) => new WebAssembly.Module(module);
const importsOf = (module, from) =>
  WebAssembly.Module.imports(described(module)).filter((one) => one.module === from).map(({ name }) => name);
const exportsOf = (module) =>
  WebAssembly.Module.exports(described(module)).map(({ name }) => name).filter((name) => OF_CLOSURES.test(name));

/** The module with other names in its imports and exports; all else stays as it is. */
function rewritten(module, importedAs, exportedAs) {
  const parts = [module.subarray(0, 8)];
  for (const { id, contents, start, end } of sectionsOf(module)) {
    if (id === IMPORTS) parts.push(section(id, imports(contents, importedAs)));
    else if (id === EXPORTS) parts.push(section(id, exports(contents, exportedAs)));
    else parts.push(module.subarray(start, end));
  }
  return Buffer.concat(parts);
}

function imports(contents, importedAs) {
  const at = cursor(contents);
  const count = at.number();
  const parts = [number(count)];
  for (let left = count; left > 0; left -= 1) {
    const [module, name] = importedAs(at.name(), at.name());
    const start = at.position();
    skipKind(at);
    parts.push(text(module), text(name), contents.subarray(start, at.position()));
  }
  return Buffer.concat(parts);
}

function skipKind(at) {
  const kind = at.byte();
  if (kind === TABLE) at.byte();
  if (kind === FUNCTION) at.number();
  else if (kind === GLOBAL) at.skip(2);
  else if (kind === TABLE || kind === MEMORY) {
    const hasMost = at.number() & 1;
    at.number();
    if (hasMost) at.number();
  } else throw new Error(`something is imported that is not known: ${kind}`);
}

function exports(contents, exportedAs) {
  const at = cursor(contents);
  const count = at.number();
  const parts = [number(count)];
  for (let left = count; left > 0; left -= 1) {
    const name = exportedAs(at.name());
    const start = at.position();
    at.byte();
    at.number();
    parts.push(text(name), contents.subarray(start, at.position()));
  }
  return Buffer.concat(parts);
}

function number(value) {
  const bytes = [];
  for (let left = value; ; left >>>= 7) {
    if (left < 0x80) return Buffer.from([...bytes, left]);
    bytes.push((left & 0x7f) | 0x80);
  }
}

const text = (words) => Buffer.concat([number(Buffer.byteLength(words)), Buffer.from(words)]);
const section = (id, contents) => Buffer.concat([Buffer.of(id), number(contents.length), contents]);
