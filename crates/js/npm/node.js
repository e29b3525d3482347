// In Node: the module is a file beside this one.

import { readFile } from "node:fs/promises";
import { begin } from "./calls.js";

begin(await WebAssembly.compile(await readFile(new URL("engine.wasm", import.meta.url))));

export * from "./exports.js";
