// What stands in docs/hosting.md and hosting/ is what the site is served with here: `cargo xtask serve` is the measure, and the
// real nginx, Apache and Caddy send the same, for every kind of file and every kind of answer.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { after, test } from "node:test";
import { HEADERS, serve } from "../../xtask/site/server.mjs";
import { ANYBODY, PATH, SERVERS, containerfile, copied, startApache, startContained, startNginx } from "./servers.mjs";
import { DIST, PROJECT } from "./site.mjs";

const TEXT = readFileSync(join(PROJECT, "docs/hosting.md"), "utf8");
const SECTIONS = {
  "every response": "### Every response",
  "pages of the municipality's own people": "### Pages of the municipality's own people (`sag/`, `evaluering/`, `office/`)",
  "files named after their content": "### Files named after their content",
  "everything else": "### Everything else, the page (`index.html`) first of all",
};

for (const [group, heading] of Object.entries(SECTIONS)) {
  test(`docs/hosting.md has the headers of ${group}`, () => {
    const [, section] = TEXT.split(`${heading}\n`);
    assert.ok(section, `docs/hosting.md has no section ${heading}`);
    const written = section.split("```")[1].trim().split("\n");
    const sent = Object.entries(HEADERS[group]).map(([name, value]) => `${name}: ${value}`);
    assert.deepEqual(written, sent);
  });
}

/** Sends `method path` and gives back the answer as it came. */
function ask(address, path, { method = "GET", ...headers } = {}) {
  return new Promise((resolve, reject) => {
    // No connection is kept: the server is stopped when the test is over.
    const asked = request(new URL(path, address), { method, headers, agent: false }, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () => {
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) });
      });
    });
    asked.on("error", reject).end();
  });
}

/** The site with what a municipality puts beside it: a file that keeps its name and has no companions. */
const SITE = mkdtempSync(join(tmpdir(), "mikrolaan-"));
after(() => rmSync(SITE, { recursive: true, force: true }));
cpSync(DIST, SITE, { recursive: true });
writeFileSync(join(SITE, "konfiguration.json"), '{ "format": "mikrolaan-config/1" }\n');

const FILES = readdirSync(SITE, { recursive: true }).filter((name) => extname(name) && ![".br", ".gz"].includes(extname(name)));
/** What is asked for without the name of its file. */
const FOLDERS = ["", "sag/", "evaluering/"];
const ENCODINGS = [undefined, "gzip", "br", "gzip, deflate, br", "br;q=0, gzip;q=0.5", "identity"];

/** Everything that can be asked for: a name, the path, and how it is asked. */
function questions() {
  const files = [...FOLDERS, ...FILES].flatMap((path) =>
    ENCODINGS.flatMap((encoding) => {
      const accept = encoding === undefined ? {} : { "Accept-Encoding": encoding };
      return ["GET", "HEAD"].map((method) => [path, { method, ...accept }]);
    }),
  );
  const missing = ["x", "x/", "x/y.js", "boot-0123456789abcdef.js", "index.html.br", "index.html.gz", "style.css?a-01234567.js"];
  return [
    ...files,
    ...missing.flatMap((path) => ["GET", "HEAD"].map((method) => [path, { method, "Accept-Encoding": "br" }])),
    ...[...FOLDERS, ...FILES].map((path) => [path, { method: "POST" }]),
    ...FILES.flatMap((path) => ["bytes=0-3", "bytes=99999999-"].map((Range) => [path, { Range }])),
    ["index.html", { "If-None-Match": '"another"', "Accept-Encoding": "br" }],
    ["", { "If-None-Match": '"another"' }],
  ];
}

/** What each server says in its own way, or about itself and the connection. */
const OWN_WAY = ["date", "connection", "keep-alive", "transfer-encoding", "server", "etag"];
/** What the three say besides, and `cargo xtask serve` does not. */
const BESIDES = ["last-modified", "allow", "strict-transport-security"];
/** The page an error comes with is the server's own. */
const CONTENT = ["content-type", "content-length"];

/** The headers that must be the same. Caddy sends what is compressed in pieces, without its length. */
function comparable({ status, headers }, their = headers) {
  const pieces = "content-length" in their ? [] : ["content-length"];
  const leave = new Set([...OWN_WAY, ...BESIDES, ...pieces, ...(status >= 300 ? CONTENT : [])]);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !leave.has(name)).sort());
}

function unpacked({ headers, body }) {
  if (body.length === 0) return body;
  const unpack = { br: brotliDecompressSync, gzip: gunzipSync }[headers["content-encoding"]];
  return unpack ? unpack(body) : body;
}

/** Asks both for everything and holds the answers against each other. */
async function assertSame(ours, theirs, besides = {}) {
  const statuses = new Set();
  for (const [path, how] of questions()) {
    const what = `${JSON.stringify(how)} ${path}`;
    const [own, their] = await Promise.all([ask(ours, path, how), ask(theirs, path, how)]);
    assertAnswer(own, their, what, besides);
    statuses.add(own.status);
    if (own.status === 200) await assertUnchanged(ours, theirs, path, how, [own, their], what, besides);
  }
  assert.deepEqual([...statuses].sort(), [200, 404, 405]);
}

function assertAnswer(own, their, what, besides) {
  assert.equal(their.status, own.status, what);
  assert.deepEqual(comparable(their), { ...comparable(own, their.headers), ...besides }, what);
  assert.equal(their.headers["strict-transport-security"], "max-age=31536000", what);
  assert.equal("etag" in their.headers, "etag" in own.headers, `${what}: ETag`);
  if (own.status === 200) assert.ok(unpacked(their).equals(unpacked(own)), `${what}: another content`);
}

/** Asks again with the tag that came: the file is still the same, and the answer has its headers. */
async function assertUnchanged(ours, theirs, path, how, [own, their], what, besides) {
  const again = (address, { headers }) => ask(address, path, { ...how, "If-None-Match": headers.etag });
  const [a, b] = await Promise.all([again(ours, own), again(theirs, their)]);
  assert.equal(a.status, 304, what);
  assertAnswer(a, b, `${what}, asked again`, besides);
}

function assertEveryResponse({ headers }, what, besides = {}) {
  for (const [name, value] of Object.entries({ ...HEADERS["every response"], ...besides })) {
    assert.equal(headers[name.toLowerCase()], value, `${what}: ${name}`);
  }
}

/** The address of the site without its last slash leads to the one with it. */
async function assertLeadsToTheSlash(theirs, besides = {}) {
  const answer = await ask(theirs, PATH.slice(0, -1));
  assert.equal(answer.status, 301);
  assert.equal(new URL(answer.headers.location, theirs).href, theirs);
  assertEveryResponse(answer, "without the last slash", besides);
}

/** `cargo xtask serve` with the same site. */
async function measure(t, base, options = {}) {
  const server = await serve(SITE, { base, ...options });
  t.after(server.close);
  return server.address;
}

/** A page without its last slash leads to the one with it, each server in its own words. */
async function assertPagesLeadToTheSlash(address) {
  for (const page of ["sag", "evaluering"]) {
    const { status, headers } = await ask(address, page);
    assert.ok([301, 308].includes(status), `${page}: ${status}`);
    assert.equal(new URL(headers.location, address).href, new URL(`${page}/`, address).href);
  }
}

test("here, too, the address without its last slash leads to the one with it", async (t) => {
  const address = await measure(t, PATH);
  await assertLeadsToTheSlash(address);
  await assertPagesLeadToTheSlash(address);
});

test("every kind of file there can be is asked for", () => {
  const kinds = new Set(FILES.map((name) => extname(name)));
  for (const kind of [".html", ".js", ".wasm", ".txt", ".json"]) assert.ok(kinds.has(kind), kind);
});

/** What a municipality lists, as its configuration's check gives it. */
const LISTED = "frame-ancestors 'self' https://a.example https://b.example:8443";

/** Who may show what, whatever the answer is: the list counts for the calculator, and never for the pages of the municipality's own people. */
async function assertParents(address, parents) {
  const [program] = FILES.filter((name) => /^office\/.*wasm$/.test(name));
  const ofCalculator = ["", "index.html", "sw.js", "konfiguration.json", "x", "sag", "LICENSE.txt.br"];
  const ofOwnPeople = ["sag/", "evaluering/index.html", program, "office/x.js"];
  for (const [paths, expected] of [[ofCalculator, parents], [ofOwnPeople, "frame-ancestors 'self'"]]) {
    for (const path of paths) {
      for (const method of ["GET", "POST"]) {
        const { headers } = await ask(address, path, { method });
        assert.equal(headers["content-security-policy"].split("; ").at(-1), expected, `${method} ${path}`);
      }
    }
  }
}

test("cargo xtask serve says who may show the calculator, and who the pages of the municipality's own people", async (t) => {
  for (const parents of [ANYBODY, LISTED]) await assertParents(await measure(t, PATH, { parents }), parents);
});

test("the two policies differ in who may show the page alone", () => {
  const [calculator, ownPeople] = ["every response", "pages of the municipality's own people"].map((group) => HEADERS[group]["Content-Security-Policy"]);
  assert.equal(ownPeople, calculator.replace(ANYBODY, "frame-ancestors 'self'"));
});

for (const { name, start, own } of SERVERS) {
  test(`${name} at the root sends what cargo xtask serve sends`, async (t) => {
    const { site } = await start(t, { folder: SITE });
    await assertSame(await measure(t, "/"), site);
    await assertPagesLeadToTheSlash(site);
    await assertParents(site, ANYBODY);
  });

  test(`${name} below a path sends what cargo xtask serve sends`, async (t) => {
    const { below } = await start(t, { folder: SITE });
    await assertSame(await measure(t, PATH), below);
    await assertLeadsToTheSlash(below);
    await assertPagesLeadToTheSlash(below);
    await assertParents(below, ANYBODY);
  });

  test(`${name}: a header somebody adds takes none of the others away, and the parents somebody lists are in every answer`, async (t) => {
    const { site, below } = await start(t, { folder: SITE, own, parents: LISTED });
    const besides = { "x-of-your-own": "yes" };
    await assertSame(await measure(t, "/", { parents: LISTED }), site, besides);
    await assertSame(await measure(t, PATH, { parents: LISTED }), below, besides);
    for (const address of [site, below]) await assertParents(address, LISTED);
  });

  test(`${name}: who may show the calculator stands in one place, which docs/hosting.md names`, () => {
    const folder = join("hosting", name.toLowerCase());
    const files = readdirSync(join(PROJECT, folder)).map((file) => [`${folder}/${file}`, readFileSync(join(PROJECT, folder, file), "utf8")]);
    const places = files.flatMap(([file, text]) => text.split("\n").filter((line) => line.includes(ANYBODY)).map((line) => [file, line]));
    assert.equal(places.length, 1, places.join("\n"));
    const [[file, line]] = places;
    assert.match(file, /\/mikrolaan-parents\.(conf|caddy)$/);
    assert.ok(TEXT.includes(`../${file}`) && TEXT.includes(`\`${line}\``), `docs/hosting.md does not say: ${file}: ${line}`);
  });
}

test("nginx with what the Containerfile copies sends what cargo xtask serve sends, and is found well", async (t) => {
  const { site, port, stop } = await startContained(t, { folder: SITE, parents: LISTED });
  await assertSame(await measure(t, "/", { parents: LISTED }), site);
  const { headers } = await ask(site, "sag");
  assert.equal(headers.location, "/sag/", "neither scheme nor host nor port, which are those of what stands in front");
  const check = () => execFileSync(...wellness(port), { stdio: "pipe" });
  check();
  await stop();
  assert.throws(check, "a server that is gone is not well");
});

/** What the Containerfile asks the server by, at this port: a program and its words. */
function wellness(port) {
  const line = containerfile().find((line) => line.startsWith("HEALTHCHECK "));
  const [program, ...words] = JSON.parse(line.slice(line.indexOf("[")));
  return [program, words.map((word) => word.replace("/8080", `/${port}`))];
}

test("the Containerfile copies what is there, and runs as nobody who may change it", () => {
  for (const { from } of copied().filter(({ from }) => from !== "${SITE}/")) assert.ok(existsSync(join(PROJECT, from)), from);
  const lines = containerfile();
  assert.match(lines[0], /^FROM docker\.io\/library\/debian:\d+\.\d+-slim$/, "a release by its number");
  assert.ok(lines.indexOf("USER www-data") > lines.findLastIndex((line) => /^(RUN|COPY) /.test(line)));
});

const EVERY = { ...HEADERS["every response"], ...HEADERS["everything else"] };

for (const [name, start] of [["nginx", startNginx], ["Apache", startApache]]) {
  test(`${name}: what it answers before it knows what is asked for has the headers, and HTTP leads to HTTPS`, async (t) => {
    const { site, plain } = await start(t, { folder: SITE });
    const unreadable = await raw(new URL(site).port, "GET / HTTP/1.1\r\n\r\n");
    assert.match(unreadable, /^HTTP\/1\.1 400 /);
    for (const [name, value] of Object.entries(EVERY)) {
      assert.ok(unreadable.includes(`\r\n${name}: ${value}\r\n`), `${name} of\n${unreadable}`);
    }
    const moved = await ask(plain, "index.html", { Host: "mikrolaan.example.dk" });
    assert.equal(moved.status, 301);
    assert.equal(moved.headers.location, "https://mikrolaan.example.dk/index.html");
    assertEveryResponse(moved, "from HTTP to HTTPS");
  });
}

/** What a server answers to these bytes. */
function raw(port, bytes) {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), "127.0.0.1", () => socket.write(bytes));
    let answer = "";
    socket.on("data", (part) => (answer += part)).on("end", () => resolve(answer)).on("error", reject);
  });
}
