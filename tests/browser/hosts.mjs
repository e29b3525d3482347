// Other people's pages with the calculator on them (tests/hosts/), each engine's way of opening one, and what is recorded there.

import assert from "node:assert/strict";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileOf, released } from "../../xtask/site/embed.mjs";
import { HEADERS, closed, serve } from "../../xtask/site/server.mjs";
import { until } from "./engines.mjs";
import { DIST, PROJECT } from "./site.mjs";
import { text } from "./texts.mjs";
import { Page } from "./webkit.mjs";

const HOSTS = join(PROJECT, "tests/hosts");
const POLICY = /^<!-- Content-Security-Policy: (.*) -->\n/;
const [VERSION] = Object.keys(released()).slice(-1);
export const EMBED = fileOf(VERSION);

/** The policy of the site where everybody may have it in a frame. */
const POLICY_OF_SITE = HEADERS["every response"]["Content-Security-Policy"].replace(/frame-ancestors .*/, "frame-ancestors *");
const FRAMED = {
  // WebKit's driver loses a page with another policy when one comes to it from another site.
  "Cross-Origin-Opener-Policy": "unsafe-none",
};

/** The site as others frame it, with every request it got. */
export async function framedSite(t, folder = DIST, change = (policy) => policy) {
  const requests = [];
  const asked = ({ url, headers }) => requests.push({ url, referrer: headers.referer });
  const site = await serve(folder, { headers: { ...FRAMED, "Content-Security-Policy": change(POLICY_OF_SITE) }, asked });
  t.after(site.close);
  return { ...site, requests };
}

/** The host pages, on another origin than the site; `name` is another name of this machine, and so another origin again. */
export async function hosts(t, site, { given = {}, name = "127.0.0.1" } = {}) {
  const gaps = { SITE: site, ORIGIN: new URL(site).origin, EMBED, INTEGRITY: released()[VERSION].integrity, ...given };
  const requests = [];
  const server = createServer((request, response) => {
    requests.push({ url: request.url, referrer: request.headers.referer });
    const file = join(HOSTS, request.url.split("?")[0].replace(/^\/$/, "/liar.html"));
    const text = existsSync(file) ? readFileSync(file, "utf8") : releasedScript(request.url);
    if (text === undefined) return response.writeHead(404).end();
    const filled = text.replaceAll(/\{\{([A-Z]+)\}\}/g, (_, gap) => gaps[gap]);
    const policy = filled.match(POLICY);
    if (policy) response.setHeader("Content-Security-Policy", policy[1]);
    response.setHeader("Content-Type", /\.js$/.test(request.url) ? "text/javascript" : "text/html; charset=utf-8");
    response.setHeader("Access-Control-Allow-Origin", "*");
    return response.end(filled.replace(POLICY, ""));
  });
  await once(server.listen(0, name), "listening");
  t.after(() => closed(server));
  return { address: `http://${name}:${server.address().port}/`, requests };
}

/** What a site has that is not ours but gives out our script. */
function releasedScript(url) {
  const file = join(PROJECT, "embed/released", url.slice(1));
  return url.startsWith("/embed-") && existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

// ── the engines

/** In the page: the frame of the calculator number `at`, or the page's own frame. */
const frameOf = `(at) => {
  const element = document.querySelectorAll("mikrolaan-beregner")[at];
  return element ? element.shadowRoot.querySelector("iframe") : document.getElementById("own");
}`;

/** A host page in any engine: `evaluate` in the page, `inFrame` in a calculator of it. */
class HostPage {
  constructor(driver) {
    Object.assign(this, driver);
  }

  /** Waits until the page says yes. */
  becomes(asked, given) {
    return until(() => this.evaluate(asked, given), `${asked}`);
  }

  /** Waits until the calculator number `at` says yes. */
  frameBecomes(asked, given, at = 0) {
    return until(() => this.inFrame(asked, given, at), `${asked}`);
  }

  running(at = 0) {
    return this.frameBecomes(() => document.documentElement.dataset.program === "running", undefined, at);
  }
}

function ofPuppeteerAndPlaywright(page, complaints) {
  const frame = async (at) => {
    const handle = await page.evaluateHandle(`(${frameOf})(${at})`);
    return handle.asElement().contentFrame();
  };
  return {
    evaluate: (called, given) => page.evaluate(called, given),
    inFrame: async (called, given, at = 0) => (await frame(at)).evaluate(called, given),
    goto: (url) => page.goto(url),
    reload: () => page.reload(),
    complaints: () => complaints,
  };
}

function complaintsOf(page, kinds) {
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (kinds.includes(message.type())) complaints.push(message.text());
  });
  return complaints;
}

const OPEN = {
  async Chromium(t, browser, options = {}) {
    const profile = await browser.newContext({ locale: "da-DK", ...options });
    t.after(() => profile.close());
    const page = await profile.newPage();
    return { page, ...ofPuppeteerAndPlaywright(page, complaintsOf(page, ["error", "warning"])) };
  },
  async Firefox(t, firefox) {
    const profile = await firefox.browser.createBrowserContext();
    t.after(() => profile.close());
    const page = await profile.newPage();
    // A frame of another site is drawn only in the window in front.
    await page.bringToFront();
    return { page, ...ofPuppeteerAndPlaywright(page, complaintsOf(page, ["error", "warn"])) };
  },
  async WebKit(t, webkit) {
    const page = await Page.begin(webkit.address);
    t.after(() => page.close());
    return {
      page,
      evaluate: (called, given) => page.evaluate(called, given),
      inFrame: (called, given, at = 0) => page.evaluateIn(`() => (${frameOf})(${at})`, called, given),
      goto: (url) => page.goto(url),
      reload: () => page.reload(),
      // Its driver tells nothing of the console.
      complaints: () => [],
    };
  },
};

/** Opens a host page in an engine. */
export async function openHost(t, name, browser, url, options) {
  const host = new HostPage(await OPEN[name](t, browser, options));
  await host.goto(url);
  return host;
}

/** A host page on another origin, with the calculator's site behind it; `from` is the name of its machine. */
export async function opened(t, name, browser, file, { given, context, from } = {}) {
  const site = await framedSite(t);
  const server = await hosts(t, site.address, { given, name: from });
  const host = await openHost(t, name, browser, server.address + file, context);
  return Object.assign(host, { site, server });
}

// ── what is asked of them

/** Every message the host page got, of those that came from a frame. */
export const heard = (host) => host.evaluate(() => globalThis.heard.filter(({ isOurs }) => !isOurs));
export const ready = (host, at = 0) =>
  host.becomes((at) => {
    const element = document.querySelectorAll("mikrolaan-beregner")[at];
    return element?.shadowRoot?.querySelector("slot").hidden;
  }, at);
export const frameHeight = (host, at = 0) =>
  host.evaluate((at) => document.querySelectorAll("mikrolaan-beregner")[at].shadowRoot.querySelector("iframe").getBoundingClientRect().height, at);
/** In the frame: the height of what is in it, asked in another way than the frame does, and what cannot be seen without scrolling. */
const contents = () => {
  const page = document.querySelector(".footer").getBoundingClientRect();
  return { height: page.bottom + scrollY, over: document.documentElement.scrollHeight - innerHeight, across: document.documentElement.scrollWidth - innerWidth };
};

/** The frame is as tall as what is in it, within one pixel, and nothing of it has to be scrolled to. */
export async function assertFits(host, where, at = 0) {
  let last;
  await until(async () => {
    const [frame, { height, over, across }] = [await frameHeight(host, at), await host.inFrame(contents, undefined, at)];
    last = `${where}: the frame is ${frame}, what is in it ${height}, ${over} are left over, ${across} across`;
    return Math.abs(frame - height) <= 1 && over <= 0 && across <= 0;
  }, where).catch(() => assert.fail(last));
}

/** In the frame: answers the question on the page as a click and the keyboard do, and sends it. */
export const answer = (given) => {
  const key = location.hash.split("/")[2];
  const [field, form] = [document.getElementById(key), document.querySelector("#app main form.question")];
  if (!form || form.dataset.sent === key) return false;
  form.dataset.sent = key;
  if (field?.type === "text") {
    field.value = given[key];
    field.dispatchEvent(new Event("input", { bubbles: true }));
  } else {
    for (const one of [given[key]].flat()) document.getElementById(`${key}-${one}`).click();
  }
  form.requestSubmit();
  return true;
};
export const follow = (fragment) => void (location.hash = fragment);
export const stands = (host, key, at) => host.frameBecomes((words) => document.querySelector("#app main h1")?.innerText.replace(/\s+/g, " ").trim() === words, text(key), at);
