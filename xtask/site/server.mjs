// Serves the finished site as a web server in production would: the headers of headers.json,
// compressed files where the browser takes them, and nothing but the site's own files.
//
//   node server.mjs FOLDER [PORT]
//
// The browser tests import `serve` and so meet the same headers.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";

export const HEADERS = JSON.parse(readFileSync(new URL("headers.json", import.meta.url), "utf8"));

const ENCODINGS = [["br", ".br"], ["gzip", ".gz"]];
const NOT_AT_ALL = /;\s*q=0(\.0*)?\s*$/;
const NAMED_AFTER_CONTENT = /-[0-9a-f]{8,}(_bg)?\.[a-z]+$/;
const OF_OWN_PEOPLE = /\/(sag|evaluering|office)\/[^/]*$/;
const POLICY = "Content-Security-Policy";
const ANYBODY = "frame-ancestors *";

/**
 * Starts a server on this machine. `base` is the path the site lies under, `parents` the part of the policy that says who may
 * show the calculator in a frame; `headers` are sent with every answer, in the place of those of the same name;
 * `asked` is called with every request.
 */
export function serve(folder, { port = 0, base = "/", headers = {}, parents = ANYBODY, asked } = {}) {
  const files = readSite(folder);
  const server = createServer((request, response) => {
    asked?.(request);
    const answer = respond(files, base, request);
    response.writeHead(answer.status, { ...everywhere(request, parents), ...headers, ...answer.headers });
    response.end(request.method === "HEAD" ? undefined : answer.body);
  });
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = `http://127.0.0.1:${server.address().port}${base}`;
      resolve({ address, close: () => closed(server) });
    });
  });
}

/** What every answer is sent with; the pages of the municipality's own people say themselves who may show them. */
function everywhere(request, parents) {
  const sent = HEADERS["every response"];
  if (OF_OWN_PEOPLE.test(pathOf(request))) return { ...sent, ...HEADERS["pages of the municipality's own people"] };
  return { ...sent, [POLICY]: sent[POLICY].replace(ANYBODY, () => parents) };
}

const pathOf = ({ url }) => url.split("?")[0];

/** Lets go of everybody, and of the port. */
export function closed(server) {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
}

/** Every file of the site, in memory, by its path below the base. */
function readSite(folder) {
  const files = new Map();
  for (const name of readdirSync(folder, { recursive: true })) {
    const path = join(folder, name);
    const type = HEADERS["content types"][extname(name)];
    if (type && statSync(path).isFile()) files.set(name.split(sep).join("/"), readFile(path, type));
  }
  for (const name of [...files.keys()].filter((name) => name.endsWith("index.html"))) {
    files.set(name.slice(0, -"index.html".length), files.get(name));
  }
  return files;
}

function readFile(path, type) {
  const bodies = { identity: readFileSync(path) };
  for (const [encoding, extension] of ENCODINGS) {
    if (existsSync(path + extension)) bodies[encoding] = readFileSync(path + extension);
  }
  const kind = NAMED_AFTER_CONTENT.test(path) ? "files named after their content" : "everything else";
  const tag = createHash("sha256").update(bodies.identity).digest("hex").slice(0, 16);
  return { bodies, tag, headers: { "Content-Type": type, Vary: "Accept-Encoding", ...HEADERS[kind] } };
}

function respond(files, base, request) {
  if (request.method !== "GET" && request.method !== "HEAD") return plain(405, "Method not allowed");
  const path = pathOf(request);
  if (`${path}/` === base) return plain(301, "Moved", { Location: base });
  const name = path.startsWith(base) ? path.slice(base.length) : undefined;
  if (files.has(`${name}/`)) return plain(301, "Moved", { Location: `${path}/` });
  const file = files.get(name);
  return file ? found(file, request) : plain(404, "Not found");
}

function found(file, request) {
  const encoding = encodingFor(file, request.headers["accept-encoding"] ?? "");
  const tag = `"${file.tag}-${encoding}"`;
  const headers = { ...file.headers, ETag: tag };
  if (request.headers["if-none-match"] === tag) {
    delete headers["Content-Type"]; // there is no content
    return { status: 304, headers };
  }
  if (encoding !== "identity") headers["Content-Encoding"] = encoding;
  const body = file.bodies[encoding];
  return { status: 200, headers: { ...headers, "Content-Length": body.length }, body };
}

function encodingFor(file, accepted) {
  const names = accepted.split(",").filter((part) => !NOT_AT_ALL.test(part)).map((part) => part.split(";")[0].trim());
  const chosen = ENCODINGS.find(([name]) => names.includes(name) && file.bodies[name]);
  return chosen ? chosen[0] : "identity";
}

function plain(status, body, headers = {}) {
  const own = { "Content-Type": "text/plain; charset=utf-8", "Content-Length": body.length };
  return { status, headers: { ...HEADERS["everything else"], ...own, ...headers }, body };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, port = "8080"] = process.argv.slice(2);
  const { address } = await serve(folder, { port: Number(port) }).catch((error) => {
    const taken = error.code === "EADDRINUSE";
    console.error(taken ? `Port ${port} is taken. What to do: cargo xtask serve --port ${Number(port) + 1}` : error.message);
    process.exit(1);
  });
  console.log(`\nThe site stands at ${address} (stop with Ctrl+C)`);
}
