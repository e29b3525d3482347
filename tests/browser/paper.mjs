// What stands on paper: a PDF as somebody reads it.

import { execFileSync } from "node:child_process";

/**
 * How many pages, what is read on each line, and all of it in the order it was drawn; without spaces,
 * which are a matter of taste in a PDF.
 */
export function paperOf(pdf) {
  const pages = Number(read("pdfinfo", ["-"], pdf).match(/^Pages:\s+(\d+)$/m)[1]);
  const lines = read("pdftotext", ["-layout", "-", "-"], pdf).split(/[\n\f]/).map(tight).filter(Boolean);
  return { pages, lines, all: tight(read("pdftotext", ["-raw", "-", "-"], pdf)) };
}

function read(program, options, pdf) {
  return execFileSync(program, options, { input: pdf, encoding: "utf8" });
}

/** Without spaces, the hyphens of words that are broken, and letters drawn as one. */
export function tight(text) {
  return text.normalize("NFKC").replace(/[\s\u00AD\u2010]/g, "");
}
