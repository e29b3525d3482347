// How a module becomes two: tried on small ones, whose functions stand in the names the compiler gives them.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import binaryen from "binaryen";
import { onlyBehind } from "../../xtask/site/split/linked.mjs";
import { withShortNames } from "../../xtask/site/names.mjs";
import { split } from "../../xtask/site/split/split.mjs";

/** Calls a page through `app::page`, as the program does; slots 3 and 4 are of the page alone, and so is the byte at 64. */
const PROGRAM = `
(import "js" "twice" (func $twice (param i32) (result i32)))
(import "js" "never" (func $never))
(type $method (func (param i32) (result i32)))
(memory $0 1)
(table $0 5 5 funcref)
(global $__stack_pointer (mut i32) (i32.const 1024))
(elem $0 (i32.const 1) func $std::shared $app::other $"pages::rules::{{closure}}" $pages::rules::drop)
(export "memory" (memory $0))
(export "main" (func $app::page))
(data $text (i32.const 60) "\\01\\02\\03\\04\\2a\\06")
(func $app::page (param $0 i32) (result i32)
  (if (result i32) (local.get $0) (then (call $pages::looked_up (local.get $0))) (else (call $std::shared (i32.const 5)))))
(func $app::other (param $0 i32) (result i32) (local.get $0))
(func $std::shared (param $0 i32) (result i32) (i32.add (local.get $0) (i32.const 100)))
(func $pages::looked_up (param $0 i32) (result i32)
  (global.set $__stack_pointer (i32.sub (global.get $__stack_pointer) (i32.const 16)))
  (i32.add (call $pages::rules (local.get $0)) (call_indirect (type $method) (local.get $0) (i32.const 3))))
(func $pages::rules (param $0 i32) (result i32) (call $std::shared (call $twice (i32.load8_u (i32.const 64)))))
(func $"pages::rules::{{closure}}" (param $0 i32) (result i32) (i32.mul (local.get $0) (i32.const 1000)))
(func $pages::rules::drop (param $0 i32) (result i32) (i32.const 0))
`;
const NAMES = { entry: /^\$pages::looked_up$/, caller: /app::page/ };
const ONLY = { slots: new Set([3, 4]), data: [{ address: 64, size: 1 }] };

function compiled(text) {
  binaryen.setDebugInfo(true);
  const module = binaryen.parseText(`(module ${text})`);
  module.setFeatures(binaryen.Features.ReferenceTypes | binaryen.Features.MutableGlobals | binaryen.Features.BulkMemory);
  return module.emitBinary();
}

const parts = (text = PROGRAM, only = ONLY) => split(compiled(text), { ...NAMES, only });
const javascript = { js: { twice: (value) => 2 * value, never: () => {} } };
const instance = (bytes, imports) => new WebAssembly.Instance(new WebAssembly.Module(bytes), imports);

test("what only the entry leads to is in the second module, and the first calls it when it has come", () => {
  const { first, second, moved } = parts();
  assert.equal(moved, 4, "the entry, what it calls, and what stands in its two slots");
  const program = instance(first, javascript).exports;
  assert.equal(program.main(0), 105, "the rest needs nothing of it");
  assert.equal(new Uint8Array(program.memory.buffer)[64], 0, "the first module does not bring the page's data along");
  assert.throws(() => program.main(1), WebAssembly.RuntimeError, "nothing else runs in the place of what has not come");
  instance(second, { ...javascript, program });
  assert.deepEqual([...new Uint8Array(program.memory.buffer, 60, 6)], [1, 2, 3, 4, 42, 6]);
  assert.equal(program.main(7), 2 * 42 + 100 + 7000);
});

test("what something else may reach stays, by a call as by its slot", () => {
  assert.equal(parts(PROGRAM, { ...ONLY, slots: new Set([4]) }).moved, 3, "the closure's slot is not the page's alone");
  const calling = PROGRAM.replace("(local.get $0))\n(func $std::shared", "(call $pages::rules (local.get $0)))\n(func $std::shared");
  assert.notEqual(calling, PROGRAM);
  assert.equal(parts(calling).moved, 3, "app::other calls pages::rules");
});

test("a page that is called past the one who asks whether it has come fails, and the caller is named", () => {
  const calling = PROGRAM.replace("(local.get $0))\n(func $std::shared", "(call $pages::looked_up (local.get $0)))\n(func $std::shared");
  assert.notEqual(calling, PROGRAM);
  assert.throws(() => parts(calling), /looked_up is called by \$app::page and \$app::other, and only/);
});

test("an entry that is compiled into its caller, or has another name, fails", () => {
  const inlined = PROGRAM.replace("(call $pages::looked_up (local.get $0))", "(local.get $0)");
  assert.throws(() => parts(inlined), /looked_up is called by nobody/);
  assert.throws(() => parts(PROGRAM.replaceAll("$pages::looked_up", "$pages::other")), /0 functions are called/);
});

/** Methods that are called by their slots: one kind on all pages, one on the page that is looked up, one on both. */
const IN_RUST = `
use std::hint::black_box;
pub trait Part { fn value(&self, of: i32) -> i32; }
macro_rules! part { ($($name:ident $value:expr),*) => { $(
    pub struct $name;
    impl Part for $name { fn value(&self, of: i32) -> i32 { black_box(of) * $value } }
)* } }
part!(Everywhere 10, LookedUp 200, Both 3000);
#[inline(never)]
pub fn sum(parts: &[&dyn Part], of: i32) -> i32 { parts.iter().map(|part| part.value(of)).sum() }
mod app {
    use super::*;
    #[inline(never)]
    pub fn page(of: i32) -> i32 {
        if of < 100 { sum(black_box(&[&Everywhere, &Both]), of) } else { pages::looked_up_page(of) }
    }
}
mod pages {
    use super::*;
    static NUMBERS: [i32; 4] = [1, 7, 5, 3];
    #[inline(never)]
    pub fn looked_up_page(of: i32) -> i32 {
        let add: Box<dyn Fn(i32) -> i32> = black_box(Box::new(move |more| more + of));
        add(black_box(&NUMBERS)[1]) + sum(black_box(&[&LookedUp, &Both]), 1)
    }
}
#[no_mangle]
pub extern "C" fn show(of: i32) -> i32 { app::page(of) }
`;

test("what the linker says is enough for methods and closures that are called by their slots", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "split-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const [source, linked] = ["parts.rs", "parts.wasm"].map((name) => join(folder, name));
  writeFileSync(source, IN_RUST);
  const options = "--edition 2021 --crate-type cdylib --target wasm32-unknown-unknown -O -C lto=fat -C link-arg=--emit-relocs -o";
  execFileSync("rustc", [...options.split(" "), linked, source]);
  binaryen.setDebugInfo(true);
  const module = readFileSync(linked);
  const only = onlyBehind(module, /5pages14looked_up_page(17h[0-9a-f]{16}E)?$/);
  assert.ok(only.slots.size >= 2, `the closure and the method of LookedUp: ${only.slots.size} slots`);
  assert.ok(only.data.some(({ size }) => size === 16), "the numbers");
  const { first, second } = split(module, { entry: /5pages14looked_up_page17h[0-9a-f]{16}E$/, caller: /3app4page17h/, only });
  const program = instance(first, {}).exports;
  assert.equal(program.show(2), 2 * 10 + 2 * 3000);
  assert.throws(() => program.show(100), WebAssembly.RuntimeError);
  instance(second, { program });
  assert.equal(program.show(100), 7 + 100 + 200 + 3000);
  assert.equal(program.show(2), 2 * 10 + 2 * 3000);
});

test("glue and modules have short names for each other, and all else keeps its own", () => {
  const first = compiled(`
(import "./glue.js" "__wbg_twice_0123456789abcdef" (func $twice (param i32) (result i32)))
(import "./glue.js" "__wbindgen_table" (table $t 1 2 funcref))
(import "./glue.js" "__wbindgen_global" (global $g i32))
(export "main" (func $main)) (export "a" (func $main)) (export "wasm_bindgen__convert__h0123" (func $closure))
(func $main (param $0 i32) (result i32) (i32.add (call $twice (local.get $0)) (global.get $g)))
(func $closure (param $0 i32) (result i32) (call $main (local.get $0)))`);
  const second = compiled(`
(import "program" "a" (func $main (param i32) (result i32)))
(import "./glue.js" "__wbg_twice_0123456789abcdef" (func $twice (param i32) (result i32)))
(export "both" (func $both))
(func $both (param $0 i32) (result i32) (call $main (call $twice (local.get $0))))`);
  const glue = `({ imports: { "./glue.js": { __wbg_twice_0123456789abcdef: (n) => 2 * n, __wbindgen_table: new WebAssembly.Table({ initial: 1, maximum: 2, element: "anyfunc" }),
    __wbindgen_global: 100, __wbg_twice_0123456789abcdef0: 1 } }, call: (wasm, n) => wasm.wasm_bindgen__convert__h0123(n) })`;
  const short = withShortNames(glue, [first, second].map((bytes) => Buffer.from(bytes)), "./glue.js");
  assert.ok(!/__wbg_twice_0123456789abcdef\b|wasm_bindgen__convert|__wbindgen_table/.test(short.glue), short.glue);
  assert.match(short.glue, /__wbg_twice_0123456789abcdef0/, "the name of something else");
  const { imports, call } = (0, eval)(short.glue);
  const [one, other] = short.modules;
  const program = instance(one, imports).exports;
  assert.deepEqual(Object.keys(program).filter((name) => !name.startsWith("_")), ["main", "a"]);
  assert.equal(program.main(3), 106);
  assert.equal(call(program, 3), 106);
  assert.equal(instance(other, { ...imports, program }).exports.both(3), 112);
});
