// Offers languages on a site: puts each file under a name of its content, names it in the page for boot.js, and leads to it from
// every `.languages` of the page, by the language's own name.
//
//   node languages.mjs FOLDER CODE=FILE …

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Between the texts of the program, those of the page, and what the rulebook says. */
const PART = "\f";
const PLACE = /(<(?:p|span) class="languages">)(.*?)(<\/(?:p|span)>)/g;

const [folder, ...offers] = process.argv.slice(2);
const page = join(folder, "index.html");
let html = readFileSync(page, "utf8");
for (const offer of offers) {
  const [code, file] = offer.split("=");
  const texts = readFileSync(file);
  const digest = (algorithm, encoding) => createHash(algorithm).update(texts).digest(encoding);
  const name = `texts-${code}-${digest("sha256", "hex").slice(0, 16)}.txt`;
  writeFileSync(join(folder, name), texts);
  const meta = `<meta name="language" content="./${name}" data-code="${code}" data-integrity="sha384-${digest("sha384", "base64")}">`;
  if (!html.includes("</head>")) throw new Error(`${page} has no head`);
  html = html.replace("</head>", `${meta}</head>`).replace(PLACE, `$1$2${link(code, ofThePage(texts.toString(), "language.name"))}$3`);
}
writeFileSync(page, html);

function ofThePage(texts, key) {
  const line = texts.split(PART)[1]?.split("\n").find((line) => line.startsWith(`${key}\t`));
  if (!line) throw new Error(`no ${key} in ${texts.slice(0, 40)} …`);
  return line.slice(key.length + 1);
}

/** The page begins in Danish, whose link is seen in another one. */
function link(code, name) {
  return `<a href="?sprog=${code}" lang="${code}" hreflang="${code}"${code === "da" ? " hidden" : ""}>${name}</a>`;
}
