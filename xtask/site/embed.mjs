// Puts on the site what other sites need to have the calculator on theirs: embed.js under its version (docs/embedding.md), the script of a
// framed page, and the page for integrators.
//
//   node embed.mjs SITE       the site, with what was released; refuses a script that was changed under a released version
//   node embed.mjs release    releases embed.js under the version it has, which no release has yet

import { createHash } from "node:crypto";
import { copyFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync, transformSync } from "esbuild";
import { bare, hashOf, integrityOf, withStyleIn } from "./inline.mjs";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));
const EMBED = join(PROJECT, "embed");
const RELEASED = join(EMBED, "released");
const TABLE = "released.json";
const LANGUAGES = /^([a-z]{2,3})\.toml$/;
const OF_EMBED = "embed.js";

const read = (path) => readFileSync(path, "utf8");

/** What the texts of a language say under a key, `table.name`. */
function textOf(texts, key) {
  const [table, name] = key.split(".");
  const [, rest] = texts.split(`\n[${table}]\n`);
  const found = rest?.split("\n[")[0].match(new RegExp(`^${name} = (".*")$`, "m"));
  if (!found) throw new Error(`no text ${key}`);
  return JSON.parse(found[1]);
}

/** What embed.js says itself, by language: the name of the frame, and the words of the link. */
function words() {
  const files = readdirSync(join(PROJECT, "texts")).filter((name) => LANGUAGES.test(name));
  const of = (file) => ["common.app", "frame.open"].map((key) => textOf(read(join(PROJECT, "texts", file)), key));
  return Object.fromEntries(files.map((file) => [file.match(LANGUAGES)[1], of(file)]));
}

function bundled(entry, options) {
  const settings = { bundle: true, minify: true, charset: "utf8", target: "es2022", write: false, logLevel: "warning" };
  return Buffer.from(buildSync({ entryPoints: [join(EMBED, entry)], ...settings, ...options }).outputFiles[0].contents);
}

/** embed.js as it would be released, with its version and a digest of all it is made of: another bundler makes no other script of it. */
export function embedNow() {
  const said = JSON.stringify(words());
  const { version } = read(join(EMBED, "version.js")).match(/VERSION = "(?<version>\d+\.\d+\.\d+)"/).groups;
  const { metafile } = buildSync({ entryPoints: [join(EMBED, OF_EMBED)], bundle: true, write: false, metafile: true, absWorkingDir: PROJECT });
  const digest = createHash("sha256");
  for (const source of Object.keys(metafile.inputs).sort()) digest.update(`${basename(source)}\n${read(join(PROJECT, source))}\n`);
  const source = digest.update(said).digest("hex");
  return { version, source, content: bundled(OF_EMBED, { format: "iife", define: { WORDS: said } }) };
}

export const fileOf = (version) => `embed-${version}.js`;

/** What was released, by version: the integrity of its file, and the digest of its sources. */
export function released(folder = RELEASED) {
  return JSON.parse(read(join(folder, TABLE)));
}

/** Fails where a released file is another than it was, or what is released now was changed since. */
export function assertReleased(now, folder = RELEASED) {
  const table = released(folder);
  for (const [version, { integrity }] of Object.entries(table)) {
    const file = join(folder, fileOf(version));
    if (!existsSync(file) || integrityOf(readFileSync(file)) !== integrity) throw new Error(`${fileOf(version)} is not what was released.`);
  }
  const stray = readdirSync(folder).filter((name) => name !== TABLE && !Object.keys(table).some((version) => fileOf(version) === name));
  if (stray.length > 0) throw new Error(`${stray.join(", ")}: not in ${TABLE}`);
  const mine = table[now.version];
  if (!mine) throw new Error(`embed.js ${now.version} is not released: node xtask/site/embed.mjs release`);
  if (mine.source !== now.source) {
    throw new Error(`embed.js was changed and is still ${now.version}, which is released. Give it another version in embed/version.js, then: node xtask/site/embed.mjs release`);
  }
}

/** Keeps embed.js as it is now under its version, for good. */
export function release(now, folder = RELEASED) {
  const table = released(folder);
  if (table[now.version]) throw new Error(`embed.js ${now.version} is released already.`);
  writeFileSync(join(folder, fileOf(now.version)), now.content);
  table[now.version] = { integrity: integrityOf(now.content), source: now.source };
  writeFileSync(join(folder, TABLE), `${JSON.stringify(table, null, 2)}\n`);
}

// ── the site

const styleOf = (path) => transformSync(read(path), { loader: "css", minify: true, target: "esnext" }).code.trim();

/** The script of a framed page: its style and its pieces are in it, in Danish. */
function frame() {
  const danish = read(join(PROJECT, "texts/da.toml"));
  const parts = bare(read(join(EMBED, "frame/parts.html"))).replace(/ data-t="([^"]+)">/g, (whole, key) => whole + textOf(danish, key));
  const pieces = { "./parts.html": parts.trim(), "./frame.css": styleOf(join(EMBED, "frame/frame.css")) };
  const script = Object.entries(pieces).reduce(
    (script, [file, text]) => script.replace(new RegExp(`import (\\w+) from "${file}";`), (_, name) => `const ${name} = ${JSON.stringify(text)};`),
    read(join(EMBED, "frame/frame.js")),
  );
  const stdin = { contents: script, resolveDir: join(EMBED, "frame"), loader: "js" };
  const { outputFiles } = buildSync({ stdin, bundle: true, minify: true, format: "esm", charset: "utf8", target: "esnext", write: false });
  return Buffer.from(outputFiles[0].contents);
}

/** Puts a script on the site under a name of its content. */
function put(site, name, content) {
  const file = `${name}-${hashOf(content)}.js`;
  writeFileSync(join(site, file), content);
  return { file, integrity: integrityOf(content) };
}

/** Names the script of a framed page for boot.js. */
function offerFrame(site) {
  const { file, integrity } = put(site, "frame", frame());
  const page = join(site, "index.html");
  const html = read(page).replace(/<meta name="frame"[^>]*>/, "");
  const meta = `<meta name="frame" content="./${file}" data-integrity="${integrity}">`;
  writeFileSync(page, html.replace("</head>", `${meta}</head>`));
}

/** The page for integrators, around the script they get. */
function offerPage(site, version, integrity) {
  const script = put(site, "indlejring", bundled("page/page.js", { format: "esm", define: { EMBED: JSON.stringify({ file: fileOf(version), integrity }) } }));
  const style = bundled("page/page.css", { target: "esnext" }).toString().trim();
  const [drawings] = read(join(PROJECT, "index.html")).match(/<svg class="sprite"[^]*?\n {2}<\/svg>/);
  const scripts =
    `<script src="./${fileOf(version)}" integrity="${integrity}" defer></script>\n` +
    `<script type="module" src="./${script.file}" integrity="${script.integrity}"></script>`;
  const html = read(join(EMBED, "page/page.html")).replace("<!-- scripts -->", () => scripts).replace("<!-- drawings -->", () => drawings);
  writeFileSync(join(site, "indlejring.html"), bare(withStyleIn(html, "<!-- style -->", style)));
}

function build(site) {
  const now = embedNow();
  assertReleased(now);
  for (const version of Object.keys(released())) copyFileSync(join(RELEASED, fileOf(version)), join(site, fileOf(version)));
  copyFileSync(join(RELEASED, fileOf(now.version)), join(site, OF_EMBED));
  offerFrame(site);
  offerPage(site, now.version, released()[now.version].integrity);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [wanted] = process.argv.slice(2);
  if (wanted === "release") release(embedNow());
  else build(wanted);
}
