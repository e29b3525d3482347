// Makes the page and the glue small, which Trunk leaves as they were written: its own minifier stumbles over the
// glue, and does not know which of its functions the module still calls.
//
//   node shrink.mjs FOLDER
//
// 2.5 kB less to download.

import { createHash } from "node:crypto";
import { readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";

const folder = process.argv[2];
const page = join(folder, "index.html");
const html = readFileSync(page, "utf8");
const named = (name) => html.match(new RegExp(`<meta name="${name}" content="([^"]+)" data-integrity="([^"]+)">`));

/** The glue without the functions the module no longer imports, and without the classes of byte streams. */
function withoutUnused(glue, module) {
  const imports = new Set(WebAssembly.Module.imports(new WebAssembly.Module(module)).map(({ name }) => name));
  let unused = 0;
  const kept = glue
    .replace(/^ {8}(__wb\w+): function[^]*?^ {8}\}(?:, arguments\); \})?,\n/gm, (text, name) => {
      if (imports.has(name)) return text;
      unused += 1;
      return "";
    })
    .replace(/^export class IntoUnderlying\w+ \{\n[^]*?^\}\n/gm, "")
    .replace(/^if \(Symbol\.dispose\) IntoUnderlying.*\n/gm, "")
    .replace(/^const IntoUnderlying\w+Finalization = [^]*?;\n/gm, "");
  // Other forms in a later wasm-bindgen would make this do nothing without a word.
  if (unused === 0 || kept.includes("IntoUnderlying")) throw new Error("the glue does not look as expected");
  return kept;
}

function minified(script) {
  const { outputFiles } = buildSync({
    stdin: { contents: script, loader: "js" },
    bundle: true, // takes out what nobody calls
    minify: true,
    format: "esm",
    write: false,
  });
  return outputFiles[0].contents;
}

/**
 * Writes a file of the program anew under a name by what is in it now, for a cache holds a file for ever by its
 * name, and puts name and integrity into the page.
 */
function rewrite(page, named, content) {
  const [meta, file, integrity] = named;
  const hash = (kind, form) => createHash(kind).update(content).digest(form);
  const renamed = file.replace(/-[0-9a-f]+(_bg\.wasm|\.js)$/, `-${hash("sha256", "hex").slice(0, 16)}$1`);
  unlinkSync(join(folder, file));
  writeFileSync(join(folder, renamed), content);
  return page.replace(meta, () => meta.replace(file, renamed).replace(integrity, `sha384-${hash("sha384", "base64")}`));
}

const glue = named("program-glue");
const program = named("program");
const module = readFileSync(join(folder, program[1]));
const small = minified(withoutUnused(readFileSync(join(folder, glue[1]), "utf8"), module));
const bare = html.replace(/<!--[^]*?-->\s*/g, "").replace(/\n\s+/g, "\n");
writeFileSync(page, rewrite(rewrite(bare, glue, small), program, module));
