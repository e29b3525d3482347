// The three engines a person may have, behind one way of using them: what differs between their drivers is here, and
// what person.mjs asks a page for, so that the same way is walked in all of them.

import assert from "node:assert/strict";
import * as fox from "./firefox.mjs";
import * as chromium from "./site.mjs";
import * as webkit from "./webkit.mjs";

const { DESK } = chromium;
/** Three browsers on two cores: what takes a moment may take twenty seconds. */
const PATIENCE = 20_000;
const PAUSE = 50;

/** Asks until the answer is yes; a page that is just being left answers nothing. */
export async function until(asked, what) {
  const end = Date.now() + PATIENCE;
  let failure = "";
  while (Date.now() < end) {
    const answer = await asked().catch((error) => void (failure = `\n${error.message}`));
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  return assert.fail(`${PATIENCE} ms have gone: ${what}${failure}`);
}

/** A window of any engine; the drivers below add `evaluate`, `goto`, `reload`, `back`, `click`, `key`, `chord`, `type` … */
class Window {
  constructor(address, driver) {
    Object.assign(this, { address, ...driver });
  }

  /** The part of Playwright's page that person.mjs uses. */
  locator(selector) {
    const innerText = () => until(() => this.evaluate((one) => document.querySelector(one)?.innerText, selector), selector);
    return { innerText, waitFor: innerText };
  }

  getByRole(role, { name }) {
    return { waitFor: () => until(() => this.look({ role, name }), `${role} ${name}`) };
  }

  waitForFunction(asked, given) {
    return until(() => this.evaluate(asked, given), `${asked}`);
  }

  /** Where something is and how it stands, nothing when it is not there. */
  look({ role, name, group, scroll = false }) {
    return this.evaluate(look, { role, scroll, name: plain(name), group: group && plain(group) });
  }

  /** Waits for two frames: a new page takes the focus after the first. */
  drawn() {
    return this.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
  }

  /** The program runs, and not the one that is being left. */
  running() {
    return this.waitForFunction(() => document.documentElement.dataset.program === "running" && !globalThis.isLeft);
  }
}

/** A name as JSON can hold it. */
function plain(name) {
  return name instanceof RegExp ? { like: name.source } : { is: name };
}

/**
 * In the page: looks for the first element of a role that is called so, as a person does. Where it is pressed is
 * `x` and `y`; it is `free` where nothing lies over it.
 */
function look({ role, name, group, scroll }) {
  const roles = {
    button: "button",
    checkbox: "input[type=checkbox]",
    group: "fieldset, [role=group]",
    heading: "h1",
    link: "a[href]",
    radio: "input[type=radio]",
    textbox: "input:is([type=text], :not([type]))",
  };
  const tidy = (words) => words.replace(/\s+/g, " ").trim();
  const byId = (ids) => ids?.split(" ").map((id) => document.getElementById(id).textContent).join(" ");
  const named = (one) => byId(one.getAttribute("aria-labelledby")) ?? one.getAttribute("aria-label");
  const inside = (one) => (one.labels?.[0] ?? one.querySelector(":scope > legend") ?? one).textContent;
  const isCalled = (one, { is, like }) => {
    const words = tidy(named(one) ?? inside(one));
    return like ? new RegExp(like).test(words) : words === tidy(is);
  };
  const pressed = (one) => (one.matches("[type=radio], [type=checkbox]") ? one.labels[0] : one);
  const first = (around, kind, called) =>
    [...around.querySelectorAll(roles[kind])].find((one) => pressed(one).checkVisibility() && isCalled(one, called));
  const around = group ? first(document, "group", group) : document;
  const found = around && first(around, role, name);
  if (!found) return null;
  const target = pressed(found);
  if (scroll) target.scrollIntoView({ block: "center", behavior: "instant" });
  const { left, top, width, height } = target.getBoundingClientRect();
  const [x, y] = [Math.round(left + width / 2), Math.round(top + height / 2)];
  const alike = role === "radio" ? [...document.getElementsByName(found.name)] : [found];
  return {
    x,
    y,
    free: target.contains(document.elementFromPoint(x, y)),
    isReached: alike.includes(document.activeElement),
    isAbove: Boolean(found.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING),
    isChecked: found.checked === true,
    isAnyChecked: alike.some((one) => one.checked),
  };
}

/** Presses where something is when it has come to rest there: what is just being laid out still moves. */
async function clickOn(window, what) {
  let before;
  const place = await until(async () => {
    const now = await window.look({ ...what, scroll: true });
    const rests = now?.free && now.x === before?.x && now.y === before?.y;
    before = now;
    return rests && now;
  }, `nothing to press: ${what.role} ${what.name}`);
  await window.click(place.x, place.y);
}

/** Points and clicks. */
export function mouse(window) {
  const press = (role) => (name) => clickOn(window, { role, name });
  return {
    name: "mouse",
    follow: press("link"),
    press: press("button"),
    choose: press("radio"),
    chooseIn: (group, name) => clickOn(window, { role: "radio", name, group }),
    tick: press("checkbox"),
    write: async (name, text) => {
      await clickOn(window, { role: "textbox", name });
      await write(window, { role: "textbox", name }, text);
    },
  };
}

/** Writes over what stands in the field that has the focus. */
async function write(window, field, text) {
  await until(async () => (await window.look(field)).isReached, `the field ${field.name} has no focus`);
  await window.chord("Control", "a");
  await window.type(text);
}

/** More often than this nobody presses Tab. */
const STOPS = 200;

/** Never touches the mouse. */
export function keyboard(window) {
  const pressOn = (role, key) => async (name) => {
    await tabTo(window, { role, name });
    await window.key(key);
  };
  return {
    name: "keyboard",
    follow: pressOn("link", "Enter"),
    press: pressOn("button", "Enter"),
    choose: (name) => arrowTo(window, { role: "radio", name }),
    chooseIn: (group, name) => arrowTo(window, { role: "radio", name, group }),
    tick: pressOn("checkbox", "Space"),
    write: async (name, text) => {
      await tabTo(window, { role: "textbox", name });
      await write(window, { role: "textbox", name }, text);
    },
  };
}

/**
 * Presses Tab until the element, or a radio button of its question, has the focus; with Shift where it stands above. Once
 * around would go through the browser's own buttons, and Firefox's driver does not come back from there.
 */
async function tabTo(window, what) {
  await until(() => window.look(what), `not there: ${what.role} ${what.name}`);
  await window.drawn();
  for (let pressed = 0; pressed <= STOPS; pressed += 1) {
    const seen = await window.look(what);
    if (seen?.isReached) return;
    await (seen?.isAbove ? window.chord("Shift", "Tab") : window.key("Tab"));
  }
  assert.fail(`not reached in ${STOPS} presses of Tab: ${what.role} ${what.name}`);
}

/** Within a question the arrows go from one radio button to the next; Space takes the one it begins at. */
async function arrowTo(window, radio) {
  await tabTo(window, radio);
  for (let pressed = 0; pressed <= STOPS; pressed += 1) {
    const { isChecked, isAnyChecked } = await window.look(radio);
    if (isChecked) return;
    await window.key(isAnyChecked ? "ArrowDown" : "Space");
  }
  assert.fail(`the arrow keys do not choose ${radio.name}`);
}

/** What Playwright's page and Puppeteer's have in common. */
function driverOf(page, record) {
  return {
    evaluate: (called, given) => page.evaluate(called, given),
    click: (x, y) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    complaints: () => record.complaints,
  };
}

function driverOfChromium(page, record) {
  return {
    ...driverOf(page, record),
    goto: (url) => page.goto(url),
    reload: () => page.reload(),
    back: () => page.goBack(),
    key: (name) => page.keyboard.press(name),
    chord: (held, name) => page.keyboard.press(`${held}+${name}`),
  };
}

/** Puppeteer waits for a page to load, which one that was kept as it was does not: so it is left from within. */
function driverOfFirefox(page, record) {
  const { keyboard } = page;
  return {
    ...driverOf(page, record),
    goto: (url) => page.evaluate((to) => location.assign(to), url),
    reload: () =>
      page.evaluate(() => {
        globalThis.isLeft = true;
        location.reload();
      }),
    back: () => page.evaluate(() => history.back()),
    key: (name) => keyboard.press(name === "Space" ? " " : name),
    async chord(held, name) {
      await keyboard.down(held);
      await keyboard.press(name);
      await keyboard.up(held);
    },
  };
}

/** What WebDriver calls the keys that are no letters. */
const KEYS = { Tab: "\uE004", Enter: "\uE007", Space: " ", ArrowDown: "\uE015", Control: "\uE009", Shift: "\uE008", Alt: "\uE00A", Escape: "\uE00C" };

function driverOfWebKit(page) {
  const stroke = (name) => [KEYS[name] ?? name];
  return {
    evaluate: (called, given) => page.evaluate(called, given),
    goto: (url) => page.goto(url),
    reload: () => page.reload(),
    back: () => page.back(),
    click: (x, y) => page.click(x, y),
    key: (name) => page.press(stroke(name)),
    chord: (held, name) => page.press(stroke(name), stroke(held)),
    type: (text) => page.press(text),
    complaints: () => page.complaints(),
  };
}

/** A window around a page of Playwright's or Puppeteer's. */
export const windowOf = {
  Chromium: (page, record, address) => new Window(address, driverOfChromium(page, record)),
  Firefox: (page, record, address) => new Window(address, driverOfFirefox(page, record)),
};

/** The engines by name: how each is started, and how one comes to the site in it. */
export const ENGINES = {
  Chromium: {
    launch: chromium.launch,
    async visit(test, browser, { fragment, viewport = DESK } = {}) {
      const { page, record, address } = await chromium.visitRunning(test, browser, { fragment, context: { viewport } });
      return windowOf.Chromium(page, record, address);
    },
  },
  Firefox: {
    launch: fox.launch,
    async visit(test, browser, options) {
      const { page, record, address } = await fox.visitRunning(test, browser, options);
      return windowOf.Firefox(page, record, address);
    },
  },
  WebKit: {
    launch: webkit.launch,
    async visit(test, browser, options) {
      const { page, address } = await webkit.visitRunning(test, browser, options);
      return new Window(address, driverOfWebKit(page));
    },
  },
};
