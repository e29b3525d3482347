// Writes which software of others is in the site or in the command, with the licence of each: the libraries that
// are linked into it, and the standard library. What only builds or tests it (macros, build scripts) is not in it.
//
//   node third-party.mjs site|command|package FILE

import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The packages, the scripts of others beside them, the target (none is this machine), and what of the standard library's own libraries is used there. */
const PARTS = {
  site: {
    packages: ["mikrolaansberegneren", "mikrolaan-office"],
    scripts: ["qr"],
    target: "wasm32-unknown-unknown",
    standard: ["cfg-if", "dlmalloc", "foldhash", "hashbrown", "rustc-demangle"],
  },
  package: {
    packages: ["mikrolaan-js"],
    scripts: [],
    target: "wasm32-unknown-unknown",
    standard: ["cfg-if", "foldhash", "hashbrown", "rustc-demangle"],
  },
  command: {
    packages: ["mikrolaan-cli"],
    scripts: [],
    standard: ["cfg-if", "foldhash", "gimli", "hashbrown", "libc", "rustc-demangle"],
  },
};

/** The licences in the order in which one is chosen where a library leaves the choice, each by a sentence of its own. */
const LICENCES = {
  MIT: /permission is hereby granted, free of charge/i,
  Zlib: /this software is provided ['‘]as-is['’], without any express or implied warranty/i,
  "BSL-1.0": /boost software license - version 1\.0/i,
  "Unicode-3.0": /unicode license v3/i,
  "Apache-2.0": /apache license\s+version 2\.0/i,
};

/** The text of a licence that a library names but does not bring along. */
const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

function run(program, words) {
  return execFileSync(program, words, { encoding: "utf8", maxBuffer: 1 << 28 });
}

function thisMachine() {
  return run("rustc", ["-vV"]).match(/^host: (.+)$/m)[1];
}

/** The libraries that are linked in: name, version, licence, authors, and the texts they bring along. */
function libraries({ packages: of, target = thisMachine() }) {
  const edges = ["--edges", "normal,no-proc-macro"];
  const named = of.flatMap((name) => ["--package", name]);
  const tree = ["tree", "--locked", ...named, "--target", target, ...edges, "--prefix", "none", "--format", "{p}"];
  const linked = new Set(run("cargo", tree).split("\n").map((line) => line.split(" ").slice(0, 2).join(" ")));
  const { packages } = JSON.parse(run("cargo", ["metadata", "--locked", "--format-version=1", "--filter-platform", target]));
  return packages
    .filter(({ name, version, source }) => source !== null && linked.has(`${name} v${version}`))
    .map(({ name, version, license, authors, manifest_path }) => {
      return { name: `${name} ${version}`, license, authors, texts: textsIn(dirname(manifest_path)) };
    });
}

/** The scripts of others that the pages fetch. */
function scripts({ scripts: names }) {
  return names.map((script) => {
    const folder = new URL(`../../node_modules/${script}/`, import.meta.url).pathname;
    const { name, version, license, author } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return { name: `${name} ${version}`, license, authors: [author?.name ?? author], texts: textsIn(folder) };
  });
}

function textsIn(folder) {
  const files = readdirSync(folder, { withFileTypes: true });
  const texts = files.filter((file) => file.isFile() && /^(licen[cs]e|copying|unlicense)/i.test(file.name));
  return texts.map((file) => readFileSync(join(folder, file.name), "utf8"));
}

/** The standard library, and those inside it, as the toolchain tells of them. */
function standardLibrary({ standard }) {
  const file = join(run("rustc", ["--print", "sysroot"]).trim(), "share/doc/rust/COPYRIGHT-library.html");
  const [own, ...others] = readFileSync(file, "utf8").split("<h3>📦 ");
  if (!own.includes("dual-licensed under Apache 2.0 and MIT terms")) throw new Error(`${file} has another form`);
  const inside = others.map(readNotice).filter(({ crate }) => standard.includes(crate));
  const missing = standard.filter((name) => !inside.some(({ crate }) => crate === name));
  if (missing.length > 0) throw new Error(`${file} does not tell of ${missing.join(", ")}`);
  const rust = { name: "The Rust standard library", license: "MIT OR Apache-2.0", authors: ["The Rust Project Developers"], texts: [] };
  return [rust, ...inside];
}

function readNotice(part) {
  const [, crate, version] = part.match(/^(.+?)-(\d[^<]*)</);
  const field = (name) => part.match(new RegExp(`<b>${name}:</b> ([^<]*)<`))?.[1] ?? "";
  const texts = [...part.matchAll(/<pre>([^<]*)<\/pre>/g)].map(([, text]) => unescape(text));
  const name = `${crate} ${version} (in the standard library)`;
  return { crate, name, license: unescape(field("License")), authors: [unescape(field("Authors"))], texts };
}

function unescape(html) {
  return html.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))).replaceAll("&amp;", "&");
}

/** The licences a library is used under: one of each choice it leaves. */
function chosen({ name, license }) {
  const parts = license.replaceAll("/", " OR ").split(" AND ").map((part) => part.replace(/[()]/g, "").split(" OR "));
  return parts.map((choice) => {
    const ours = Object.keys(LICENCES).find((id) => choice.includes(id));
    if (!ours) throw new Error(`${name}: no text is known for ${license}`);
    return ours;
  });
}

/** The text of a licence as the library brings it along. */
function textOf(library, id) {
  const own = library.texts.find((text) => LICENCES[id].test(text.replace(/\s+/g, " ")));
  if (own) return own.split("\n").map((line) => line.trimEnd()).join("\n").trim();
  if (id !== "MIT") throw new Error(`${library.name} does not bring the text of ${id}`);
  const holders = library.authors.filter(Boolean).join(", ") || `the authors of ${library.name}`;
  return `Copyright (c) ${holders}\n\n${MIT}`;
}

/** One entry for each text, under the libraries that have it. */
function byText(all) {
  const texts = new Map();
  for (const library of all) {
    for (const id of chosen(library)) {
      const text = textOf(library, id);
      const same = text.replace(/\s+/g, " ");
      const entry = texts.get(same) ?? { id, text, names: [] };
      texts.set(same, { ...entry, names: [...entry.names, library.name] });
    }
  }
  return [...texts.values()].sort((a, b) => Number(a.names[0] > b.names[0]) - 0.5);
}

const [part, file] = process.argv.slice(2);
const all = [...standardLibrary(PARTS[part]), ...libraries(PARTS[part]), ...scripts(PARTS[part])];
const list = all.map(({ name, license }) => `  ${name}: ${license}`).sort();
const entries = byText(all).map(({ id, text, names }) => `${"─".repeat(100)}\n${id}: ${names.join(", ")}\n\n${text}\n`);
writeFileSync(
  file,
  `Software of others in the ${part} of Mikrolånsberegneren.
Mikrolånsberegneren itself has the licence EUPL-1.2: LICENSE.txt.
These are the libraries it is linked with; the linker leaves out what is not used of them.

${list.join("\n")}

${entries.join("\n")}`,
);
console.log(`${String(all.length).padStart(8)} libraries, ${entries.length} texts  ${file}`);
