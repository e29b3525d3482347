// WebKit in front of the site, by WebDriver and on a screen nobody sees: the engine of every iPhone.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "../../xtask/site/server.mjs";
import { DESK, DIST, TODAY, onPath, setClock } from "./site.mjs";

const PATIENCE = 20_000;
/** The folders with a page of their own. */
const FOLDERS = ["sag", "evaluering"];
const SCREEN = "1400x1000x24";
/** The driver answers no more when one comes back to a page with this header from another site, whatever the page is. */
const WITHOUT_OPENER_POLICY = { "Cross-Origin-Opener-Policy": "unsafe-none" };

/** Starts WebKit's driver on a screen of its own; ask for one in each test file, and close it there. */
export async function launch() {
  const folder = mkdtempSync(join(tmpdir(), "webkit-"));
  const site = siteWithClock(join(folder, "site-"));
  const screen = await startScreen();
  const driver = await startDriver({ ...process.env, DISPLAY: `:${screen.display}`, HOME: folder });
  const close = async () => {
    await driver.stop();
    await screen.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { address: driver.address, site, close };
}

/** A program that goes when the tests go, however they end. */
function start(path, options, settings) {
  const program = spawn(path, options, settings);
  const kill = () => program.kill();
  process.once("exit", kill);
  const gone = once(program, "exit").catch(() => {});
  return { program, stop: () => (process.off("exit", kill), kill(), gone) };
}

/** The screen takes the first number that is free, and says which. */
async function startScreen() {
  const options = ["-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp"];
  const { program, stop } = start("Xvfb", options, { stdio: ["ignore", "pipe", "ignore"] });
  const [number] = await once(program.stdout, "data");
  return { display: String(number).trim(), stop };
}

async function startDriver(env) {
  const port = await freePort();
  const { stop } = start(process.env.WEBKIT_DRIVER ?? onPath("WebKitWebDriver"), [`--port=${port}`], { stdio: "ignore", env });
  const address = `http://127.0.0.1:${port}`;
  await answers(`${address}/status`);
  return { address, stop };
}

/** A port nobody listens at; the driver takes none by itself. */
async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answers(address) {
  const end = Date.now() + PATIENCE;
  while (!(await fetch(address).then(() => true, () => false))) {
    if (Date.now() > end) throw new Error(`nobody answers at ${address}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * The site with one script more, which runs first. WebDriver can put nothing into a page before it loads, and the
 * policy of the site lets only its own files run.
 */
function siteWithClock(prefix) {
  const folder = mkdtempSync(prefix);
  writeFileSync(join(folder, "before.js"), `(${setClock})("${TODAY}");\n(${recordComplaints})();\n`);
  copyWithClock(DIST, folder, "./");
  for (const pages of FOLDERS.filter((name) => existsSync(join(DIST, name)))) {
    mkdirSync(join(folder, pages));
    copyWithClock(join(DIST, pages), join(folder, pages), "../");
  }
  return folder;
}

/** What stands beside the page is linked; `up` is the way from it to the script. */
function copyWithClock(from, to, up) {
  for (const name of readdirSync(from)) {
    if (!name.startsWith("index.html") && !FOLDERS.includes(name)) symlinkSync(join(from, name), join(to, name));
  }
  const page = readFileSync(join(from, "index.html"), "utf8");
  const first = page.indexOf("<script");
  if (first < 0) throw new Error("index.html has no script to come before");
  writeFileSync(join(to, "index.html"), `${page.slice(0, first)}<script src="${up}before.js"></script>\n${page.slice(first)}`);
}

/** In the page: WebDriver tells nothing of the console. */
function recordComplaints() {
  const complaints = (globalThis.complaints = []);
  addEventListener("error", (event) => complaints.push(`error: ${event.message}`));
  addEventListener("unhandledrejection", (event) => complaints.push(`error: ${event.reason}`));
  addEventListener("securitypolicyviolation", (event) => complaints.push(`${event.violatedDirective}: ${event.blockedURI}`));
  for (const kind of ["error", "warn"]) {
    const told = console[kind];
    console[kind] = (...words) => {
      complaints.push(words.join(" "));
      told.apply(console, words);
    };
  }
}

/** Opens the site in a fresh session, as `visit` of site.mjs does, and waits until the program runs. */
export async function visitRunning(test, webkit, { fragment = "", viewport = DESK } = {}) {
  const site = await serve(webkit.site, { headers: WITHOUT_OPENER_POLICY });
  test.after(site.close);
  const page = await Page.begin(webkit.address);
  test.after(() => page.close());
  await page.resize(viewport);
  await page.goto(site.address + fragment);
  await page.running();
  return { page, address: site.address };
}

/** A window of WebKit, by the W3C's WebDriver. */
export class Page {
  static async begin(driver) {
    const { sessionId } = await ask("POST", `${driver}/session`, { capabilities: {} });
    return new Page(`${driver}/session/${sessionId}`);
  }

  constructor(session) {
    this.session = session;
  }

  close() {
    return ask("DELETE", this.session);
  }

  /** The narrowest it takes is 447 px. */
  resize(size) {
    return ask("POST", `${this.session}/window/rect`, size);
  }

  goto(url) {
    return ask("POST", `${this.session}/url`, { url });
  }

  reload() {
    return ask("POST", `${this.session}/refresh`, {});
  }

  back() {
    return ask("POST", `${this.session}/back`, {});
  }

  /** Calls a function in the page, with what JSON can hold. */
  evaluate(called, given) {
    const script = `return (${called})(...arguments)`;
    return ask("POST", `${this.session}/execute/sync`, { script, args: given === undefined ? [] : [given] });
  }

  /** Calls a function in the frame that `found` gives, and comes back to the page. */
  async evaluateIn(found, called, given) {
    await ask("POST", `${this.session}/frame`, { id: await this.evaluate(found) });
    try {
      return await this.evaluate(called, given);
    } finally {
      await ask("POST", `${this.session}/frame`, { id: null });
    }
  }

  async running() {
    const end = Date.now() + PATIENCE;
    while ((await this.evaluate(() => document.documentElement.dataset.program)) !== "running") {
      if (Date.now() > end) throw new Error("the program does not run");
    }
  }

  complaints() {
    return this.evaluate(() => globalThis.complaints);
  }

  /** Points at a place of the window and clicks. */
  click(x, y) {
    const [down, up] = ["pointerDown", "pointerUp"].map((type) => ({ type, button: 0 }));
    return this.perform({ type: "pointer", id: "mouse", actions: [{ type: "pointerMove", duration: 0, x, y }, down, up] });
  }

  /** Presses keys one after the other, while the `held` ones are down. */
  press(keys, held = []) {
    const strokes = [...keys].flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]);
    const all = (type) => held.map((value) => ({ type, value }));
    return this.perform({ type: "key", id: "keys", actions: [...all("keyDown"), ...strokes, ...all("keyUp")] });
  }

  perform(source) {
    return ask("POST", `${this.session}/actions`, { actions: [source] });
  }
}

/** Asks the driver; what it refuses is an error that says why. */
async function ask(method, url, body) {
  const answer = await fetch(url, { method, body: body && JSON.stringify(body) });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}
