// Puts a .br and a .gz beside each file of the site that shrinks, and prints the sizes.
//
//   node compress.mjs FOLDER
//
// The tests of the sizes import `brotli`.

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const COMPRESSIBLE = new Set([".html", ".css", ".js", ".wasm", ".svg", ".txt", ".json"]);

/** What a municipality changes on the server: a companion would still say what stood there before. */
const CHANGED_THERE = "konfiguration.json";

/** As small as brotli makes it. */
export function brotli(content) {
  return brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });
}

function compress(path) {
  const content = readFileSync(path);
  const small = brotli(content);
  writeFileSync(`${path}.br`, small);
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
  return { whole: content.length, small: small.length };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2];
  const files = readdirSync(folder, { recursive: true }).filter((file) => COMPRESSIBLE.has(extname(file)) && file !== CHANGED_THERE);
  let total = 0;
  for (const file of files.sort()) {
    const { whole, small } = compress(join(folder, file));
    total += small;
    console.log(`${String(small).padStart(8)} bytes, ${String(whole).padStart(8)} unpacked  ${file}`);
  }
  console.log(`${String(total).padStart(8)} bytes in all, brotli`);
}
