// In a browser: the module is fetched from beside this file, once.

import { MikrolaanError, begin } from "./calls.js";

const response = await fetch(new URL("engine.wasm", import.meta.url));
if (!response.ok) {
  const message = `${response.url} answered with ${response.status}`;
  throw new MikrolaanError([{ path: "", code: "usage", message }]);
}
begin(await WebAssembly.compile(await response.arrayBuffer()));

export * from "./exports.js";
