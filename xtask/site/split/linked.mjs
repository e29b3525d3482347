// What the linker says of a module: which of its functions and data name each other, and what only one function leads to.
//
// `--emit-relocs` (build.rs) makes it leave its list of symbols, and of the places in code and data that hold the number
// of one: of a function that is called, of the slot in the table where one stands, of an address. So this is what there
// is, closures and tables of methods included, and no guess from names.

import { cursor, sectionsOf } from "./binary.mjs";

const SECTION = { imports: 2, exports: 7, start: 8, elements: 9, code: 10, data: 11 };
/** A list without entries: what a section says that a module has not. */
const NONE = Uint8Array.of(0);
const SYMBOL_TABLE = 8;
const [FUNCTION, DATA, SECTION_SYMBOL] = [0, 1, 3];
const [UNDEFINED, EXPLICIT_NAME] = [0x10, 0x40];
/** Kinds of places (R_WASM_…): a function or its slot, an address; then what says nothing of who needs whom. */
const OF_FUNCTION = [0, 1, 2, 12, 26];
const OF_ADDRESS = [3, 4, 5, 11, 23];
const OF_NEITHER = [6, 7, 8, 9, 10, 13, 20];
const WITH_ADDEND = [3, 4, 5, 8, 9, 11, 23];

/** What only the function leads to whose symbol `entry` matches: slots of the table, and ranges of addresses. */
export function onlyBehind(module, entry) {
  const { nodes, edges, roots, slots } = graphOf(module);
  // Tables of numbers that the compiler made for it have its name in theirs.
  const entries = [...nodes.values()].filter(({ kind, name }) => kind === FUNCTION && entry.test(name));
  if (entries.length !== 1) throw new Error(`the linker knows ${entries.length} functions called ${entry}, and one is wanted`);
  const reached = new Set([entries[0].key]);
  const ahead = [...roots];
  while (ahead.length > 0) {
    const key = ahead.pop();
    if (reached.has(key)) continue;
    reached.add(key);
    ahead.push(...(edges.get(key) ?? []));
  }
  const only = [...nodes.values()].filter(({ key }) => !reached.has(key));
  return {
    slots: new Set([...slots].filter(([, index]) => !reached.has(functionKey(index))).map(([slot]) => slot)),
    data: only.filter(({ size }) => size > 0).map(({ address, size }) => ({ address, size })),
  };
}

const functionKey = (index) => `function ${index}`;

/** Functions and data by their keys; whom each names; those that are needed in any case; and the table of functions. */
function graphOf(module) {
  const sections = sectionsOf(module);
  const contents = (id) => sections.find((section) => section.id === id)?.contents ?? NONE;
  const custom = (name) => sections.find((section) => section.name === name)?.contents;
  if (!custom("linking")) throw new Error("the linker left no symbols (build.rs)");
  const segments = segmentsOf(contents(SECTION.data));
  const symbols = symbolsOf(custom("linking"), segments);
  const nodes = new Map(symbols.filter(({ key }) => key).map((symbol) => [symbol.key, symbol]));
  const roots = new Set(exportedBy(contents(SECTION.exports)));
  const start = sections.find(({ id }) => id === SECTION.start);
  if (start) roots.add(functionKey(cursor(start.contents).number()));

  const edges = new Map();
  const needs = (key, other) => edges.set(key, (edges.get(key) ?? new Set()).add(other));
  const functions = functionsIn(contents(SECTION.code), importedBy(contents(SECTION.imports)));
  const data = symbols.filter(({ size }) => size > 0).sort((a, b) => a.start - b.start);
  for (const [places, owners] of [[custom("reloc.CODE"), functions], [custom("reloc.DATA"), data]]) {
    for (const { offset, symbol } of places ? placesOf(places) : []) {
      const owner = ownerOf(owners, offset);
      // What stands in no symbol's data is needed in any case.
      if (owner === undefined) roots.add(symbols[symbol].key);
      else needs(owner.key, symbols[symbol].key);
    }
  }
  for (const [one, other] of overlapping(data)) {
    needs(one.key, other.key);
    needs(other.key, one.key);
  }
  return { nodes, edges, roots, slots: slotsOf(contents(SECTION.elements)) };
}

/** The symbols, in their order; those of functions and data with a key. */
function symbolsOf(section, segments) {
  const at = cursor(section);
  at.name();
  at.number(); // the version
  while (at.more()) {
    const kind = at.byte();
    const part = cursor(at.bytes());
    if (kind === SYMBOL_TABLE) return Array.from({ length: part.number() }, () => symbolAt(part, segments));
  }
  throw new Error("the linker left a list without symbols");
}

function symbolAt(at, segments) {
  const [kind, flags] = [at.byte(), at.number()];
  const isDefined = (flags & UNDEFINED) === 0;
  if (kind === SECTION_SYMBOL) return { section: at.number() };
  if (kind === DATA) {
    const name = at.name();
    if (!isDefined) return { name };
    const [number, offset, size] = [at.number(), at.number(), at.number()];
    const key = `data ${number} ${offset}`;
    const segment = segments[number];
    if (segment === undefined || size === 0) return { key, name, size: 0 }; // nothing of it is written down
    const start = segment.start + offset;
    return { key, name, size, start, end: start + size, address: segment.address + offset };
  }
  const index = at.number();
  const name = isDefined || (flags & EXPLICIT_NAME) !== 0 ? at.name() : "";
  return kind === FUNCTION ? { kind, key: functionKey(index), name } : { name };
}

/** The places of code or data that hold a function or an address, each with the number of the symbol. */
function* placesOf(section) {
  const at = cursor(section);
  at.name();
  at.number(); // the section
  for (let left = at.number(); left > 0; left -= 1) {
    const kind = at.byte();
    const place = { offset: at.number(), symbol: at.number() };
    if (WITH_ADDEND.includes(kind)) at.signed();
    if (OF_FUNCTION.includes(kind) || OF_ADDRESS.includes(kind)) yield place;
    else if (!OF_NEITHER.includes(kind)) throw new Error(`the linker names something in a way that is not known: ${kind}`);
  }
}

/** The one of the ranges, which stand in their order, in which the offset lies. */
function ownerOf(ranges, offset) {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle].start <= offset) low = middle + 1;
    else high = middle;
  }
  const owner = ranges[low - 1];
  return owner && offset < owner.end ? owner : undefined;
}

/** Pairs of ranges, which stand in their order, that share bytes: a text can be the end of another. */
function overlapping(ranges) {
  let before = ranges[0];
  return ranges.slice(1).flatMap((range) => {
    const pair = range.start < before.end ? [[before, range]] : [];
    if (range.end > before.end) before = range;
    return pair;
  });
}

/** The functions of the code: where each stands in the section. */
function functionsIn(section, imported) {
  const at = cursor(section);
  return Array.from({ length: at.number() }, (_, index) => {
    const end = at.number() + at.position();
    const start = at.position();
    at.skip(end - start);
    return { key: functionKey(imported + index), start, end };
  });
}

/** The segments of data: their addresses, and where in the section they stand. */
function segmentsOf(section) {
  const at = cursor(section);
  return Array.from({ length: at.number() }, () => {
    const address = at.activeOffset();
    const size = at.number();
    const start = at.position();
    at.skip(size);
    return { address, start };
  });
}

/** The functions in the table, by their slots. */
function slotsOf(section) {
  const at = cursor(section);
  const slots = new Map();
  for (let segments = at.number(); segments > 0; segments -= 1) {
    const first = at.activeOffset();
    const count = at.number();
    for (let slot = first; slot < first + count; slot += 1) slots.set(slot, at.number());
  }
  return slots;
}

function* exportedBy(section) {
  const at = cursor(section);
  for (let left = at.number(); left > 0; left -= 1) {
    at.name();
    const kind = at.byte();
    const index = at.number();
    if (kind === FUNCTION) yield functionKey(index);
  }
}

/** How many functions are imported. */
function importedBy(section) {
  const at = cursor(section);
  let functions = 0;
  for (let left = at.number(); left > 0; left -= 1) {
    at.name();
    at.name();
    const kind = at.byte();
    if (kind !== FUNCTION) throw new Error("the linker's module imports something else than functions");
    at.number();
    functions += 1;
  }
  return functions;
}
