// A person's whole way through the real servers, what they write down of it, and who may show it in a frame.

import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { closed } from "../../xtask/site/server.mjs";
import { mouse } from "./hands.mjs";
import { JOB_READY, answerAll, standsOn, throughMoney } from "./person.mjs";
import { PATH, SERVERS, startNginx } from "./servers.mjs";
import { DIST, PHONE, PROJECT, assertQuiet, launch, running, visitRunning } from "./site.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** Somebody's case, as it is handed on: everything they answered. */
const LINK = readFileSync(join(PROJECT, "tests/links/closes.link"), "utf8").trim();

/** From the start to the months, to a page that is looked up, and a link somebody sent; with what is kept for a visit without a connection. */
async function wholeWay(t, address) {
  const { page, record } = await visitRunning(t, browser, { at: address, context: { viewport: PHONE, serviceWorkers: "allow" } });
  const hands = mouse(page);
  await answerAll(page, hands, JOB_READY);
  await throughMoney(page, hands);
  assert.ok(await page.locator("#app .keys__first").isVisible(), "the months say how long the money lasts");
  await page.evaluate(() => (location.hash = "#/naeste"));
  await standsOn(page, "next_steps.title");
  await page.goto(address + LINK);
  await standsOn(page, "take_along.title");
  await page.reload();
  await running(page);
  assertQuiet(record);
}

/** A line of nginx's and Apache's log: an address, a time, a static path, how it went, no referrer, and the browser. */
const LINE = /^127\.0\.0\.1 - - \[[^\]]+\] "GET ([^ ?#]+) HTTP\/1\.1" (?:200|304) \d+ "-" "Mozilla[^"]*"$/;

/** The path a server wrote down, where that is all it wrote down of what was asked. */
function pathOf(line) {
  if (!line.startsWith("{")) return line.match(LINE)?.[1] ?? assert.fail(line);
  const { request, status } = JSON.parse(line);
  assert.ok(request.method === "GET" && [200, 304].includes(status) && !("Referer" in request.headers), line);
  return request.uri;
}

for (const { name, start } of SERVERS) {
  test(`${name} below a path: the whole way is walked, and of it the log has the names of the site's files alone`, async (t) => {
    const server = await start(t, { isLogged: true });
    await wholeWay(t, server.below);
    await server.stop();
    const paths = server.log().trim().split("\n").map(pathOf);
    const ofSite = new Set([PATH, ...readdirSync(DIST, { recursive: true }).map((file) => PATH + file)]);
    assert.deepEqual(paths.filter((path) => !ofSite.has(path)), []);
    assert.ok(paths.includes(PATH) && paths.some((path) => path.endsWith("_bg.wasm")), paths.join("\n"));
  });
}

/** Somebody else's page with the calculator in a frame. */
async function host(t, headers = {}) {
  let frame;
  const server = createServer((_, response) => response.writeHead(200, { "Content-Type": "text/html", ...headers }).end(`<!DOCTYPE html><title>x</title>${frame}`));
  await once(server.listen(0, "127.0.0.1"), "listening");
  t.after(() => closed(server));
  const address = `http://127.0.0.1:${server.address().port}`;
  const show = async (source, attributes = "") => {
    frame = `<iframe src="${source}" ${attributes}></iframe>`;
    const profile = await browser.newContext({ serviceWorkers: "block" });
    t.after(() => profile.close());
    const page = await profile.newPage();
    await page.goto(address);
    return page.frames()[1];
  };
  return { address, show };
}

/** What a browser shows in the place of a page that may not stand there. */
const INSTEAD = "chrome-error://chromewebdata/";

test("without a list any page may show the calculator, and none the pages of the municipality's own people", async (t) => {
  const { site, below } = await startNginx(t);
  const { show } = await host(t);
  for (const address of [site, below]) {
    await running(await show(address));
    for (const page of ["sag/", "evaluering/"]) assert.equal((await show(address + page)).url(), INSTEAD, page);
  }
});

test("with a list the pages that are on it may show the calculator, and no other", async (t) => {
  const [listed, other] = [await host(t), await host(t)];
  const { below } = await startNginx(t, { parents: `frame-ancestors 'self' ${listed.address}` });
  await running(await listed.show(below));
  assert.equal((await other.show(below)).url(), INSTEAD);
});

test("a frame without an origin of its own has its script, its module and its texts", async (t) => {
  const { below } = await startNginx(t);
  const { show } = await host(t);
  await running(await show(below, 'sandbox="allow-scripts"'));
});

test("what a frame in a sandbox opens is shown where that window may leave the sandbox, as docs/hosting.md says", async (t) => {
  const { site } = await startNginx(t);
  const { show } = await host(t);
  const opened = async (attributes) => {
    const frame = await show(site, `sandbox="allow-scripts allow-popups ${attributes}"`);
    const [page] = await Promise.all([frame.page().waitForEvent("popup"), frame.evaluate(() => void open(location.href))]);
    return page;
  };
  await running(await opened("allow-popups-to-escape-sandbox"));
  const held = await opened("");
  await held.waitForURL(INSTEAD).catch(() => assert.fail(held.url()));
});

test("a page that asks everything to agree shows the calculator with the two lines docs/hosting.md has for it", async (t) => {
  const [, section] = readFileSync(join(PROJECT, "docs/hosting.md"), "utf8").split("### In a page with `Cross-Origin-Embedder-Policy`\n");
  const lines = section.split("```")[1].trim().split("\n");
  const own = lines.map((line) => `add_header ${line.replace(": ", " ")} always;`).join("\n");
  const { show } = await host(t, { "Cross-Origin-Embedder-Policy": "require-corp" });
  assert.equal((await show((await startNginx(t)).below)).url(), INSTEAD, "otherwise the lines were not needed");
  await running(await show((await startNginx(t, { own })).below));
});
