// Puts the pages for the municipality's own people on the site: `sag/` and `evaluering/`, each one page around the same program, whose
// files stand in `office/`. The words of the pages come from the texts.
//
//   node office.mjs SITE MADE TEXTS
//
// MADE is the folder with program, glue, style sheet, boot.js and qr.js; TEXTS is the file of the texts.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bare, hashOf, integrityOf, minified, withStyleIn } from "./inline.mjs";

/** Where each page stands, the text that is its title, and its switch in contact.toml. */
const PAGES = { sag: ["office.page.case", "caseworker"], evaluering: ["office.evaluation.title", "evaluation"] };
const CONTACT = readFileSync(new URL("../../contact.toml", import.meta.url), "utf8");
const isThere = (name) => new RegExp(`^${name} = true$`, "m").test(CONTACT);
const STYLE = "<!-- style -->";
const PROGRAM = "<!-- program -->";
const DRAWINGS = "<!-- drawings -->";

const [site, made, textsFile] = process.argv.slice(2);
const read = (name) => readFileSync(join(made, name));
const files = join(site, "office");
rmSync(files, { recursive: true, force: true });
mkdirSync(files);

/** Puts a file beside the pages under a name of its content; gives what the pages name it by. */
function put(name, ending, content) {
  const file = `${name}-${hashOf(content)}${ending}`;
  writeFileSync(join(files, file), content);
  return { address: `../office/${file}`, integrity: integrityOf(content) };
}

const [texts, lines, rulebook] = readFileSync(textsFile, "utf8").split("\f");
const words = new Map(lines.trimEnd().split("\n").map((line) => line.split("\t")));
const named = {
  texts: put("texts", ".txt", Buffer.from(`${texts}\f${rulebook}`)),
  "program-glue": put("office", ".js", Buffer.from(minified(read("office.js")))),
  program: put("office", "_bg.wasm", read("office_bg.wasm")),
  qr: put("qr", ".js", read("qr.js")),
};
const boot = put("boot", ".js", read("boot.js"));
const metas = Object.entries(named).map(([name, { address, integrity }]) => `<meta name="${name}" content="${address}" data-integrity="${integrity}">`);
const program = `${metas.join("\n")}\n<script type="module" src="${boot.address}" integrity="${boot.integrity}"></script>`;
/** The glyphs and patterns of the citizen's page: drawn once. */
const [drawings] = readFileSync(new URL("../../index.html", import.meta.url), "utf8").match(/<svg class="sprite"[^]*?\n {2}<\/svg>/);
const style = read("office.css").toString().trim();

for (const [page, [title, name]] of Object.entries(PAGES)) {
  rmSync(join(site, page), { recursive: true, force: true });
  if (!isThere(name)) continue;
  let html = readFileSync(new URL("../../office/page.html", import.meta.url), "utf8").replace('data-t="TITLE"', `data-t="${title}"`).replace('lang="da"', `lang="da" data-page="${page}"`);
  html = html.replace(PROGRAM, () => program).replace(DRAWINGS, () => drawings);
  html = bare(withStyleIn(html, STYLE, style));
  html = html.replace(/ data-t="([^"]+)">/g, (_, key) => {
    if (!words.has(key)) throw new Error(`no text ${key}`);
    return `>${words.get(key)}`;
  });
  mkdirSync(join(site, page), { recursive: true });
  writeFileSync(join(site, page, "index.html"), html);
}

// The citizen's page leads to the caseworker's, where there is one.
if (!isThere("caseworker")) {
  const citizens = join(site, "index.html");
  writeFileSync(citizens, readFileSync(citizens, "utf8").replace(/<li><a href="\.\/sag\/"[^>]*>[^<]*<\/a><\/li>\n?/, ""));
}
