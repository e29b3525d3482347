// What both builds of pages do to a file: names by content, integrity, and the style sheet in the page.

import { createHash } from "node:crypto";
import { buildSync } from "esbuild";

export const hashOf = (content) => createHash("sha256").update(content).digest("hex").slice(0, 16);
export const integrityOf = (content) => `sha384-${createHash("sha384").update(content).digest("base64")}`;

/** A script without what nobody calls, and short. */
export function minified(script) {
  const { outputFiles } = buildSync({
    stdin: { contents: script, loader: "js" },
    bundle: true, // takes out what nobody calls
    minify: true,
    format: "esm",
    write: false,
  });
  return outputFiles[0].contents;
}

/** The page with this style in the place of `link`, which its own policy allows by what is in it (docs/adr/0019). */
export function withStyleIn(page, link, style) {
  const policy = "style-src 'self'";
  if (style.includes("</") || !page.includes(policy) || !page.includes(link)) throw new Error("the style does not go into the page");
  const digest = createHash("sha256").update(style).digest("base64");
  return page.replace(policy, () => `style-src 'sha256-${digest}'`).replace(link, () => `<style>${style}</style>`);
}

/** Without comments, and without the spaces lines begin with. */
export const bare = (html) => html.replace(/<!--[^]*?-->\s*/g, "").replace(/\n\s+/g, "\n");
