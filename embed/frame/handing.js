// What a host asks to begin with: answers to fill in (in the fragment, behind the page), and a scheme (in the query, so that it holds
// over a reload). The program reads both as it reads what comes from elsewhere, which is code it fetches when it must (docs/adr/0014):
// so it is led past the page that has it, before the host shows the frame.

import { tab } from "./own-storage.js";

/** Where the program keeps its state in the tab (src/platform/tab.rs). */
const KEPT = "mikrolaan:1";
/** Says over a reload that some of the answers are the host's. */
const FILLED = "mikrolaan:filled";
/** The page whose code reads what is handed over. */
const READER = "#/tag-med";
const PAUSE_MS = 20;
/** So long the page may take to be drawn when its code has come. */
const READ_MS = 1_000;

const scheme = new URLSearchParams(location.search).get("ordning") ?? "";

/** The page and the link of a fragment: `#/spoergsmaal&v1.…`. */
export function parted(fragment) {
  const [, page, link] = fragment.match(/^(.*?)(?:&(v\d+\.[\w-]*))?$/);
  return { page: page || "#/", link: link ?? "" };
}

/**
 * Hands over what the host asks for; the tab's own answers win. Gives a promise of the moment the page can be shown, and has put into the
 * address what the program begins with.
 */
export async function handOver() {
  const { page, link } = parted(location.hash);
  // What was handed over stands in no address from here on.
  history.replaceState(history.state, "", page);
  if (tab()?.getItem(KEPT)) return sayFilled(Boolean(tab().getItem(FILLED)));
  tab()?.removeItem(FILLED);
  if (link === "" && scheme === "") return;
  const place = document.createElement("meta");
  place.id = "handed-over";
  Object.assign(place.dataset, { link, scheme });
  document.head.append(place);
  history.replaceState(history.state, "", READER);
  const taken = await isTaken(place);
  place.remove();
  if (!taken) console.warn("prefill, scheme: kan ikke bruges, så der begyndes uden.");
  const filled = taken && link !== "";
  if (filled) tab()?.setItem(FILLED, "1");
  sayFilled(filled);
  // No step of the person's: nothing lies behind it.
  history.replaceState(history.state, "", page);
  dispatchEvent(new HashChangeEvent("hashchange"));
}

/** Gives the word until the page that reads it stands there, and says whether it fitted; not when the program or its code does not come. */
async function isTaken(place) {
  let isLate = false;
  addEventListener("mikrolaan:fetched", () => setTimeout(() => (isLate = true), READ_MS), { once: true });
  const isOver = () => isLate || ["missing", "unable", "stopped"].includes(document.documentElement.dataset.program);
  while (!place.dataset.taken && !isOver()) {
    await new Promise((done) => setTimeout(done, PAUSE_MS));
    dispatchEvent(new Event("mikrolaan:handed-over"));
  }
  return place.dataset.taken === "yes";
}

/** Says above every page that the host has filled in answers, as long as they may be there. */
function sayFilled(filled) {
  document.getElementById("filled-in").hidden = !filled;
}

/** Everything is forgotten: nothing of the host's answers is left, but its scheme holds. */
export function forget() {
  tab()?.removeItem(FILLED);
  sayFilled(false);
  if (scheme !== "") setTimeout(() => location.reload());
}
