// Puts the package together.
//
//   node pack.mjs MADE FOLDER VERSION
//
// MADE has what was compiled: `engine_bg.wasm` with its glue, and the schemas.

import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildSync } from "esbuild";
import { brotli } from "../site/compress.mjs";
import { types } from "./types.mjs";

const [made, folder, version] = process.argv.slice(2);
const SOURCES = new URL("../../crates/js/npm/", import.meta.url).pathname;
const SCHEMAS = ["case", "requests", "results"].map((name) => `${name}.schema.json`);

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

for (const entry of ["node.js", "browser.js"]) {
  buildSync({
    entryPoints: [join(SOURCES, entry)],
    outfile: join(folder, entry),
    alias: { "engine-glue": resolve(made, "engine.js") },
    bundle: true,
    drop: ["console"],
    charset: "utf8",
    external: ["node:*"],
    format: "esm",
    legalComments: "none",
    minify: true,
    target: "es2022",
  });
}
copyFileSync(join(made, "engine_bg.wasm"), join(folder, "engine.wasm"));
for (const name of SCHEMAS) copyFileSync(join(made, name), join(folder, name));
const schemas = SCHEMAS.map((name) => JSON.parse(readFileSync(join(made, name), "utf8")));
writeFileSync(join(folder, "index.d.ts"), types(schemas));
copyFileSync(join(SOURCES, "README.md"), join(folder, "README.md"));
const described = JSON.parse(readFileSync(join(SOURCES, "package.json"), "utf8"));
writeFileSync(join(folder, "package.json"), `${JSON.stringify({ ...described, version }, null, 2)}\n`);

const sizes = ["engine.wasm", "browser.js"].map((name) => [name, brotli(readFileSync(join(folder, name))).length]);
for (const [name, size] of sizes) console.log(`${String(size).padStart(8)} bytes, brotli  ${name}`);
console.log(`${String(sizes.reduce((sum, [, size]) => sum + size, 0)).padStart(8)} bytes in all, brotli`);
