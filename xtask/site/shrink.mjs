// Makes the page, the glue and the names between it and the modules small, which Trunk leaves as they were written: its own minifier stumbles over the
// glue, and does not know which of its functions the module still calls. And puts the style sheet into the page, which then has its first text
// painted a round trip sooner (docs/adr/0019).
//
//   node shrink.mjs FOLDER SECOND
//
// SECOND is the module that is fetched later: it gets its name and its place in the page here, too.
//
// 5 kB less to download.

import { readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bare, hashOf, integrityOf, minified, withStyleIn } from "./inline.mjs";
import { withShortNames } from "./names.mjs";

/** What wasm-bindgen has the module import the glue's functions from. */
const GLUE = "./mikrolaansberegneren_bg.js";

const [folder, second] = process.argv.slice(2);
const page = join(folder, "index.html");
const html = readFileSync(page, "utf8");
const named = (name) => html.match(new RegExp(`<meta name="${name}" content="([^"]+)" data-integrity="([^"]+)">`));

/** The glue without the functions the modules no longer import, and without the classes of byte streams. */
function withoutUnused(glue, modules) {
  const importedBy = (module) => WebAssembly.Module.imports(new WebAssembly.Module(module)).map(({ name }) => name);
  const imports = new Set(modules.flatMap(importedBy));
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

/**
 * Writes a file of the program anew under a name by what is in it now, for a cache holds a file for ever by its
 * name, and puts name and integrity into the page.
 */
function rewrite(page, named, content) {
  const [meta, file, integrity] = named;
  const renamed = file.replace(/-[0-9a-f]+(_bg\.wasm|\.js)$/, `-${hashOf(content)}$1`);
  unlinkSync(join(folder, file));
  writeFileSync(join(folder, renamed), content);
  return page.replace(meta, () => meta.replace(file, renamed).replace(integrity, integrityOf(content)));
}

/** Puts the module that is fetched later beside the others, and names it in the page for boot.js. */
function withLater(page, content) {
  const name = `looked-up-${hashOf(content)}.wasm`;
  writeFileSync(join(folder, name), content);
  const meta = `<meta id="looked-up" name="looked-up" content="./${name}" data-integrity="${integrityOf(content)}">`;
  return page.replace("</head>", `${meta}</head>`);
}

/** The page with its style in it. */
function withStyle(page) {
  const [link, file] = page.match(/<link rel="stylesheet" href="([^"]+)"[^>]*>/);
  const style = readFileSync(join(folder, file), "utf8").trim();
  unlinkSync(join(folder, file));
  return withStyleIn(page, link, style);
}

const glue = named("program-glue");
const program = named("program");
const module = readFileSync(join(folder, program[1]));
const later = readFileSync(second);
const small = minified(withoutUnused(readFileSync(join(folder, glue[1]), "utf8"), [module, later]));
const short = withShortNames(Buffer.from(small).toString(), [module, later], GLUE);
const [first, rest] = short.modules;
writeFileSync(page, withStyle(withLater(rewrite(rewrite(bare(html), glue, short.glue), program, first), rest)));
