// Offers languages on a site: puts each file under a name of its content, and names it in the page for boot.js.
//
//   node languages.mjs FOLDER CODE=FILE …

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

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
  html = html.replace("</head>", `${meta}</head>`);
}
writeFileSync(page, html);
