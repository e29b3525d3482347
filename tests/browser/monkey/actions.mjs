// What the monkey can do. Each action gives back what it did, in words; nothing when it found nothing.

import { DESK, PHONE, TABLET } from "../site.mjs";

/** Addresses of pages, as somebody keeps them. */
const PAGES = [
  "#/", "#/spoergsmaal", "#/spoergsmaal/age", "#/spoergsmaal/support", "#/spoergsmaal/loan_amount",
  "#/spoergsmaal/children", "#/svar", "#/resultat", "#/budget", "#/maaneder", "#/maaneder/eksempel",
  "#/sammenlign", "#/regler", "#/godt-at-vide", "#/godt-at-vide/konto", "#/tilgaengelighed", "#/maaneder/2027-03/balance",
];

/** Where a visit begins. */
export const START_PAGES = [
  "", "#/spoergsmaal", "#/spoergsmaal/age", "#/spoergsmaal/age", "#/spoergsmaal/loan_amount", "#/spoergsmaal/loan_amount",
  "#/maaneder/eksempel", "#/maaneder/eksempel", "#/maaneder/eksempel", "#/budget", "#/budget", ...PAGES,
];

/** Addresses nobody meant. */
const ODD_PAGES = [
  "#", "#indhold", "#/x", "#/%", "#/%00", "#/spoergsmaal/", "#/spoergsmaal/nothing", "#/maaneder/2027-13/balance",
  "#/maaneder/0000-00/x", "#/maaneder/eksempel/eksempel", "#/<b>x</b>", `#/${"x".repeat(3000)}`, "#/æøå", "#/\u202e",
];

/** What is typed: half numbers, other countries' numbers, words, junk. Nothing that looks like a fault when quoted. */
const TEXTS = [
  "0", "1", "4", "12", "34", "67", "150", "9000", "12500", "12.500", "1.000.000", "25.5", "12.5", "9.75", "12,50", "12,500",
  "12'500", "1e5", "-1", "-", "+5", ",", ".", "0,0", "00012", "1.2.3", "12..5", "12 500", "kr. 25.000,-", "25.000 kroner",
  "5 %", "½", "१२", "１２", "abc", "tolv", "ved ikke", " ", "   7  ", "1/2", "<b>1</b>", "\"'`;--", "🙂", "👩‍👩‍👧", "é́́",
  "\u202e21", "\u200b9", "99999999999999999999", "999999999", "100000000", "-99999999", "9".repeat(400), "x".repeat(2000),
];
const KEYS = [
  "Tab", "Tab", "Tab", "Shift+Tab", "Enter", "Enter", " ", "ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight",
  "Home", "End", "Escape", "Delete", "Backspace",
];
const WINDOWS = [PHONE, DESK, TABLET, { width: 320, height: 640 }, { width: 1024, height: 700 }, { width: 740, height: 360 }];
/** Within the pause after which a field says what is wrong, about it, and after it. */
const WAITS = [30, 120, 200, 500, 680, 750, 1500];

const FIELD = "input:not([type=radio], [type=checkbox]), textarea";
const TICK = "label:has(input[type=radio], input[type=checkbox]), input[type=radio] + label, input[type=checkbox] + label";

const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** Brings an element of this kind into view, whichever chance says, and tells where it is. */
function aim(guest, chance, selector) {
  return guest.page.evaluate(find, { selector, share: chance.next() });
}

/** In the page. */
function find({ selector, share }) {
  const isSeen = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  const all = [...document.querySelectorAll(selector)].filter(isSeen);
  if (all.length === 0) return undefined;
  const element = all[Math.floor(share * all.length)];
  element.scrollIntoView({ block: "center", behavior: "instant" });
  const box = element.getClientRects()[0];
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  // The link to the contents waits above the page for the keyboard.
  if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return undefined;
  const name = element.id || element.textContent.replace(/\s+/g, " ").trim().slice(0, 40) || element.tagName;
  return { x, y, name };
}

async function click(guest, chance, selector) {
  const found = await aim(guest, chance, selector);
  if (!found) return undefined;
  await guest.page.mouse.click(found.x, found.y);
  return found.name;
}

async function press(guest, key) {
  const [last, ...held] = key.split("+").reverse();
  for (const one of held) await guest.page.keyboard.down(one);
  await guest.page.keyboard.press(last);
  for (const one of held) await guest.page.keyboard.up(one);
}

async function type(guest, chance, text) {
  const pasted = text.length > 12 || chance.percent(15);
  if (pasted) await guest.paste(text);
  else await guest.page.keyboard.type(text);
  return `${pasted ? "pastes" : "types"} ${JSON.stringify(text.length > 60 ? `${text.slice(0, 20)}… (${text.length})` : text)}`;
}

/** Into a field: over what stands there or behind it, perhaps taken back again, and perhaps away at once. */
async function write(guest, chance) {
  const field = await click(guest, chance, FIELD);
  if (!field) return undefined;
  const over = chance.percent(65);
  if (over) await press(guest, "Control+a");
  const text = chance.of(TEXTS);
  const words = [`in ${field}${over ? ", over all," : ""} ${await type(guest, chance, text)}`];
  if (text.length <= 12 && chance.percent(35)) {
    for (let left = text.length; left > 0; left -= 1) await press(guest, "Backspace");
    words.push("erases it");
  }
  if (chance.percent(15)) words.push(await pause(guest, chance));
  if (chance.percent(60)) words.push(await leave(guest, chance));
  return words.join(", ");
}

/** Away from where one is, at once. */
async function leave(guest, chance) {
  const [words, act] = chance.of([
    ["follows", () => click(guest, chance, "a[href]")],
    ["presses", () => click(guest, chance, "button:enabled")],
    ["ticks", () => click(guest, chance, TICK)],
    ["goes", () => travel(guest, "back")],
    ["goes to", () => goTo(guest, chance.of(PAGES))],
    ["presses", () => press(guest, "Tab").then(() => "Tab")],
    ["presses", () => press(guest, "Enter").then(() => "Enter")],
  ]);
  return `${words} ${(await act()) ?? "nothing"}`;
}

/** A step in the history, never out of the site. */
async function travel(guest, way) {
  const done = await guest.page.evaluate((to) => {
    const can = to === "back" ? navigation.canGoBack : navigation.canGoForward;
    if (can) history[to]();
    return can;
  }, way);
  return done ? way : `nowhere: there is no way ${way}`;
}

async function goTo(guest, page) {
  await guest.page.evaluate((fragment) => (location.hash = fragment), page);
  return page.slice(0, 40);
}

async function pause(guest, chance) {
  const time = chance.of(WAITS);
  await wait(time);
  return `waits ${time} ms`;
}

/** A value of a list to choose from, as the browser's own list gives it. */
function choose({ share, which }) {
  const lists = [...document.querySelectorAll("select")].filter((list) => list.checkVisibility());
  if (lists.length === 0) return undefined;
  const list = lists[Math.floor(share * lists.length)];
  list.focus();
  list.selectedIndex = Math.floor(which * list.options.length);
  list.dispatchEvent(new Event("input", { bubbles: true }));
  list.dispatchEvent(new Event("change", { bubbles: true }));
  return `${list.id}: ${list.value}`;
}

function scroll(share) {
  const end = document.documentElement.scrollHeight;
  scrollTo({ top: share * end, behavior: "instant" });
}

async function resize(guest, chance) {
  const size = chance.of(WINDOWS);
  await guest.resize(size);
  return `makes the window ${size.width} × ${size.height}`;
}

async function key(guest, chance) {
  const chosen = chance.of(KEYS);
  const times = chance.percent(30) ? 1 + chance.below(6) : 1;
  for (let left = times; left > 0; left -= 1) await press(guest, chosen);
  return `presses ${chosen === " " ? "Space" : chosen}${times > 1 ? ` ${times} times` : ""}`;
}

async function named(words, found) {
  const name = await found;
  return name && `${words} ${name}`;
}

/** What is done, and how often. */
export const ACTIONS = [
  { name: "write", weight: 34, run: write },
  { name: "type", weight: 4, run: (guest, chance) => type(guest, chance, chance.of(TEXTS)) },
  { name: "tick", weight: 12, run: (guest, chance) => named("ticks", click(guest, chance, TICK)) },
  { name: "link", weight: 9, run: (guest, chance) => named("follows", click(guest, chance, "a[href]")) },
  { name: "button", weight: 11, run: (guest, chance) => named("presses", click(guest, chance, "button:enabled")) },
  { name: "fold", weight: 2, run: (guest, chance) => named("opens", click(guest, chance, "summary")) },
  { name: "picture", weight: 1, run: (guest, chance) => named("clicks", click(guest, chance, "svg, td, p")) },
  {
    name: "choose",
    weight: 4,
    run: (guest, chance) => named("chooses", guest.page.evaluate(choose, { share: chance.next(), which: chance.next() })),
  },
  { name: "key", weight: 14, run: key },
  { name: "select", weight: 2, run: (guest) => press(guest, "Control+a").then(() => "selects all") },
  { name: "back", weight: 5, run: (guest) => named("goes", travel(guest, "back")) },
  { name: "forward", weight: 2, run: (guest) => named("goes", travel(guest, "forward")) },
  { name: "page", weight: 5, run: (guest, chance) => named("goes to", goTo(guest, chance.of(PAGES))) },
  { name: "odd page", weight: 2, run: (guest, chance) => named("goes to", goTo(guest, chance.of(ODD_PAGES))) },
  { name: "reload", weight: 1, run: (guest) => guest.reload().then(() => "loads the page anew") },
  { name: "resize", weight: 2, run: resize },
  { name: "print", weight: 2, run: (guest) => guest.page.evaluate(() => globalThis.print()).then(() => "prints") },
  { name: "scroll", weight: 2, run: (guest, chance) => guest.page.evaluate(scroll, chance.next()).then(() => "scrolls") },
  { name: "wait", weight: 6, run: pause },
];
