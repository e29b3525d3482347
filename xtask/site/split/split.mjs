// Puts what only one function leads to into a module of its own, which is fetched when it is needed.
//
// The first module keeps memory, table and all that anything else may reach. In the place of the one function, the
// entry, it calls the only slot of a table of its own. The second module fills that slot, puts its functions into the
// slots of the other table that they had, and calls what the first exports for it under short names.
//
// Both are put together from the lines of the module as text, in which every function and every call stands by its name.

import binaryen from "binaryen";
import { cursor, sectionsOf } from "./binary.mjs";

/** What the second module imports from; boot.js gives it the exports of the first under this name. */
const PROGRAM = "program";
/** The table through which the entry is called. */
const WAY_IN = "$looked_up";
const TABLE_OF_ONE = `(table ${WAY_IN} 1 1 funcref)`;
/** Stands in the slots of functions that have not come: whoever calls it, the program stops. */
const ABSENT = "$absent";
const NAME = /\$(?:"(?:[^"\\]|\\.)*"|[^\s()]+)/;
const DATA = 11;

/**
 * Two modules out of one that still has its names.
 *
 * `entry` matches the name of the function, `caller` that of the only one that may call it, because it asks first whether
 * the second module has come. `only` says what the entry alone leads to by way of tables and addresses (linked.mjs).
 */
export function split(bytes, { entry, caller, only }) {
  const whole = partsOf(binaryen.readBinary(bytes).emitText());
  const way = wayIn(whole, entry, caller);
  const moved = movedFunctions(whole, way, only.slots);
  const data = movedData(bytes, only.data);
  const shared = sharedBy(whole, moved);
  return {
    first: withZeros(assembled(firstModule(whole, way, moved, shared)), data),
    second: assembled(secondModule(whole, way, moved, shared, data)),
    moved: moved.size,
  };
}

const { BulkMemory, Multivalue, MutableGlobals, NontrappingFPToInt, ReferenceTypes, SignExt } = binaryen.Features;

function assembled(lines) {
  const module = binaryen.parseText(lines.join("\n"));
  module.setFeatures(BulkMemory | Multivalue | MutableGlobals | NontrappingFPToInt | ReferenceTypes | SignExt);
  return module.emitBinary();
}

/** The lines of the module: of functions by their names, with whom they call; of imported ones; and all others. */
function partsOf(text) {
  const parts = { functions: new Map(), imports: new Map(), others: [] };
  let current;
  for (const line of text.split("\n")) {
    if (line.startsWith(" (func ")) {
      const [name] = line.match(NAME);
      current = { name, head: line.slice(line.indexOf(name) + name.length), lines: [], calls: new Set() };
      parts.functions.set(name, current);
    }
    if (current === undefined) {
      const [, imported] = line.match(/^ \(import .* \((func .*)/) ?? [];
      if (imported) parts.imports.set(imported.match(NAME)[0], line);
      else parts.others.push(line);
      continue;
    }
    current.lines.push(line);
    const [, called] = line.match(/^ *\(call (.*)/) ?? [];
    if (called) current.calls.add(called.match(NAME)[0]);
    if (/\((return_call|ref\.func) /.test(line)) throw new Error(`${current.name} names a function in a way that is not known`);
    if (line === " )") current = undefined;
  }
  return parts;
}

const allNames = (text) => text.match(new RegExp(NAME, "g")) ?? [];

/** The entry, and that nobody calls it but who may. */
function wayIn({ functions }, entry, caller) {
  const found = [...functions.keys()].filter((name) => entry.test(name));
  if (found.length !== 1) throw new Error(`${found.length} functions are called ${entry}, and one is wanted`);
  const callers = [...functions.values()].filter(({ calls }) => calls.has(found[0])).map(({ name }) => name);
  if (callers.length !== 1 || !caller.test(callers[0])) {
    throw new Error(`${found[0]} is called by ${callers.join(" and ") || "nobody"}, and only ${caller} may call it`);
  }
  return functions.get(found[0]);
}

/** The segments of the table: which table, their first slots, and the functions in them. */
function elementsOf({ others }) {
  return others.filter((line) => line.startsWith(" (elem ")).map((line) => {
    const [, table = "", first, functions] = line.match(/^ \(elem \S+ (\(table \S+\) )?\(i32\.const (\d+)\)(?: func)? (\$.*)\)$/) ?? [];
    if (first === undefined) throw new Error(`a part of the table is not as expected: ${line.slice(0, 80)}`);
    return { table, first: Number(first), functions: allNames(functions) };
  });
}

const element = ({ table, first, functions }) => `(elem ${table}(i32.const ${first}) func ${functions.join(" ")})`;

/** The entry and all functions that neither a call nor a slot can reach but by way of it. */
function movedFunctions(whole, way, slots) {
  const { functions, others } = whole;
  const exported = others.filter((line) => /^ \((export|start) /.test(line)).flatMap(allNames);
  const inSlots = elementsOf(whole).flatMap(({ first, functions }) => functions.filter((_, at) => !slots.has(first + at)));
  const stays = new Set();
  const ahead = [...exported, ...inSlots].filter((name) => name !== way.name);
  while (ahead.length > 0) {
    const name = ahead.pop();
    if (stays.has(name) || name === way.name) continue;
    stays.add(name);
    ahead.push(...(functions.get(name)?.calls ?? []));
  }
  return new Set([...functions.keys()].filter((name) => !stays.has(name)));
}

/** What the moved functions use of the first module, each with how it is imported, and what they use of JavaScript. */
function sharedBy({ functions, imports, others }, moved) {
  const code = [...moved].flatMap((name) => functions.get(name).lines);
  const called = new Set([...moved].flatMap((name) => [...functions.get(name).calls]));
  const isCalled = ({ name }) => called.has(name) && !moved.has(name);
  const globals = new Set(code.filter((line) => /\(global\.[gs]et /.test(line)).flatMap(allNames));
  const withoutValue = (global) => `${global.match(/^\(global \S+ (\(mut \w+\)|\w+)/)[0]})`;
  const declared = (kind) =>
    others.filter((line) => line.startsWith(` (${kind} `)).map((line) => [line.match(NAME)[0], line.trim()]);
  const used = [
    ...declared("memory"),
    ...declared("table"),
    [WAY_IN, TABLE_OF_ONE],
    ...declared("global").filter(([name]) => globals.has(name)).map(([name, line]) => [name, withoutValue(line)]),
    ...[...functions.values()].filter(isCalled).map(({ name, head }) => [name, `(func ${name} ${head})`]),
  ];
  return {
    ours: used.map(([name, declaration], at) => ({ name, declaration, kind: declaration.match(/\w+/)[0], as: shortName(at) })),
    javascript: [...imports].filter(([name]) => called.has(name)).map(([, line]) => line),
  };
}

const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** a, b, … Z, ba, bb, … */
export function shortName(at) {
  const rest = Math.floor(at / LETTERS.length);
  return (rest > 0 ? shortName(rest) : "") + LETTERS[at % LETTERS.length];
}

/** Without what has moved, with a way in, and with all that is called from there. */
function firstModule(whole, way, moved, { ours }) {
  const [opening, ...rest] = whole.others.filter((line) => line !== ")" && !line.startsWith(" (elem "));
  const present = (name) => (moved.has(name) ? ABSENT : name);
  return [
    opening,
    ...whole.imports.values(),
    ...rest,
    TABLE_OF_ONE,
    ...elementsOf(whole).map((part) => element({ ...part, functions: part.functions.map(present) })),
    ...ours.map(({ name, kind, as }) => `(export "${as}" (${kind} ${name}))`),
    ...[...whole.functions.values()].filter(({ name }) => !moved.has(name)).flatMap(({ lines }) => lines),
    throughTheTable(way),
    `(func ${ABSENT} (unreachable))`,
    ")",
  ];
}

/** The function that calls what stands in the table of one with all that it is given. */
function throughTheTable({ name, head }) {
  const types = (kind) => [...head.matchAll(new RegExp(`\\(${kind} (?:\\$\\S+ )?(\\w+)\\)`, "g"))].map(([, type]) => `(${kind} ${type})`);
  const given = types("param").map((_, at) => `(local.get ${at})`);
  const call = ["call_indirect", WAY_IN, ...types("param"), ...types("result"), ...given, "(i32.const 0)"];
  return `(func ${name} ${head} (${call.join(" ")}))`;
}

/** What has moved, in the slots it had, and the data only it reads. */
function secondModule(whole, way, moved, { ours, javascript }, data) {
  const elements = elementsOf(whole).flatMap(({ table, first, functions }) =>
    functions.flatMap((name, at) => (moved.has(name) ? [{ table, first: first + at, functions: [name] }] : [])),
  );
  const bytes = (content) => content.reduce((text, byte) => `${text}\\${byte.toString(16).padStart(2, "0")}`, "");
  return [
    "(module",
    ...whole.others.filter((line) => /^ \((type|rec) /.test(line)),
    ...javascript,
    ...ours.map(({ declaration, as }) => `(import "${PROGRAM}" "${as}" ${declaration})`),
    ...[...elements, { table: `(table ${WAY_IN}) `, first: 0, functions: [way.name] }].map(element),
    ...data.map(({ address, content }) => `(data (i32.const ${address}) "${bytes(content)}")`),
    ...[...moved].flatMap((name) => whole.functions.get(name).lines),
    ")",
  ];
}

/** The data of the module that only the second one reads. */
function movedData(bytes, ranges) {
  const read = readerOf(bytes);
  return ranges.map(({ address, size }) => ({ address, content: read(address, size) })).filter(({ content }) => content.some(Boolean));
}

/** The module with zeros in the place of the data. */
function withZeros(bytes, data) {
  const read = readerOf(bytes);
  for (const { address, content } of data) read(address, content.length).fill(0);
  return bytes;
}

/** Gives the bytes of an address as they stand in the module. */
function readerOf(bytes) {
  const at = cursor(sectionsOf(bytes).find(({ id }) => id === DATA).contents);
  const segments = Array.from({ length: at.number() }, () => ({ first: at.activeOffset(), content: at.bytes() }));
  return (address, size) => {
    const segment = segments.find(({ first, content }) => first <= address && address + size <= first + content.length);
    if (segment === undefined) throw new Error(`the data at ${address} is not where the linker put it`);
    return segment.content.subarray(address - segment.first, address - segment.first + size);
  };
}
