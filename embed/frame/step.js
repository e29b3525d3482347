// Which step the page is on, for a host: never which question, for that would tell what was answered.

/** The first part of an address (crates/app-core/src/navigation.rs), and the word of the table for it. */
const OF_PAGES = new Map([
  ["", "start"],
  ["spoergsmaal", "questions"],
  ["kort", "questions"],
  ["svar", "answers"],
  ["resultat", "result"],
  ["penge", "money"],
  ["tal", "money"],
  ["budget", "money"],
  ["maaneder", "months"],
  ["sammenlign", "compare"],
]);

/** The step of a fragment; nothing where it names a place on the page one is on. */
export function stepOf(fragment) {
  if (fragment === "") return "start";
  const page = fragment.match(/^#\/+([^/]*)/);
  if (page) return OF_PAGES.get(page[1]) ?? "other";
  return fragment.startsWith("#v") && fragment.includes(".") ? "other" : undefined;
}
