// The real nginx and Caddy with the files of hosting/, each as an unprivileged process in a folder of its own.

import { execFileSync, spawn } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DIST, PROJECT } from "./site.mjs";

/** Where the files of hosting/ put the site, which path they give it, and where a person writes headers. */
const FOLDER = "/srv/mikrolaan";
export const PATH = "/borger/mikrolaan/";
const OWN_HEADERS = "# Headers of your own: here.";

/** `nobody`, where the tests themselves are root. */
const UNPRIVILEGED = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
const PATIENCE_MS = 15_000;

/** Starts nginx with the files of hosting/nginx/. `own` is a line of configuration somebody adds. */
export async function startNginx(test, { own = "" } = {}) {
  const place = folderFor(test);
  const [site, below, plain] = await freePorts(3);
  for (const [folder, name] of [
    ["conf.d", "mikrolaan-cache"],
    ["snippets", "mikrolaan-headers"],
    ["snippets", "mikrolaan-files"],
    ["snippets", "mikrolaan-path"],
    ["sites-enabled", "mikrolaan-site"],
  ]) {
    mkdirSync(join(place, folder), { recursive: true });
    const text = hosting(`nginx/${name}.conf`, place, own);
    writeFileSync(join(place, folder, `${name}.conf`), onLoopback(text, site, plain));
  }
  writeFileSync(join(place, "nginx.conf"), nginxAround(below));
  const program = process.env.NGINX ?? "nginx";
  await running(test, program, ["-e", "stderr", "-p", place, "-c", join(place, "nginx.conf")], site, place);
  return { site: `http://127.0.0.1:${site}/`, below: `http://127.0.0.1:${below}${PATH}`, plain: `http://127.0.0.1:${plain}/` };
}

/** Starts Caddy with hosting/caddy/Caddyfile. */
export async function startCaddy(test, { own = "" } = {}) {
  const place = folderFor(test);
  const [site, below] = await freePorts(2);
  const text = hosting("caddy/Caddyfile", place, own)
    .replace("mikrolaan.example.dk {", `http://127.0.0.1:${site} {`)
    .replace("www.example.dk {", `http://127.0.0.1:${below} {`);
  const file = join(place, "Caddyfile");
  writeFileSync(file, `{\n\tadmin off\n\tauto_https off\n}\n${text}`);
  const program = process.env.CADDY ?? "caddy";
  await running(test, program, ["run", "--adapter", "caddyfile", "--config", file], site, place);
  return { site: `http://127.0.0.1:${site}/`, below: `http://127.0.0.1:${below}${PATH}` };
}

/** A folder everybody may read, with the site in it; gone after the test. */
function folderFor(test) {
  const place = mkdtempSync(join(tmpdir(), "hosting-"));
  test.after(() => rmSync(place, { recursive: true, force: true }));
  chmodSync(place, 0o777);
  cpSync(DIST, join(place, "site"), { recursive: true });
  return place;
}

/** A file of hosting/, with the site's folder and what somebody added. */
function hosting(name, place, own) {
  const text = readFileSync(join(PROJECT, "hosting", name), "utf8");
  return text.replaceAll(FOLDER, join(place, "site")).replaceAll(OWN_HEADERS, own);
}

/** The same on this machine only, and without the certificate that nobody has here. */
function onLoopback(text, site, plain) {
  return text
    .replaceAll(/^ *(listen \[::\]|ssl_certificate).*\n/gm, "")
    .replace("listen 443 ssl http2;", `listen 127.0.0.1:${site};`)
    .replace("listen 80;", `listen 127.0.0.1:${plain};`);
}

/** What stands around it, as Debian has it: what is set here must not get in the way. */
function nginxAround(below) {
  const module = join(modulesOfNginx(), "ngx_http_brotli_static_module.so");
  const folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path temp_${kind};`);
  return `
load_module ${module};
daemon off;
pid nginx.pid;
worker_processes 1;
events {}
http {
    ${folders.join("\n    ")}
    access_log off;
    types { text/html html; application/javascript js; text/xml xml; }
    default_type application/octet-stream;
    gzip on;
    include conf.d/*.conf;
    include sites-enabled/*;
    server {
        listen 127.0.0.1:${below};
        server_name localhost;
        server_tokens off;
        include snippets/mikrolaan-path.conf;
    }
}
`;
}

function modulesOfNginx() {
  const program = process.env.NGINX ?? "nginx";
  // It tells how it was built on standard error.
  const built = execFileSync("sh", ["-c", '"$0" -V 2>&1', program], { encoding: "utf8" });
  return built.match(/--modules-path=(\S+)/)?.[1] ?? "/usr/lib/nginx/modules";
}

/** Starts a program that serves until the test is over, and waits until it answers at the port. */
async function running(test, program, words, port, home) {
  const env = { PATH: process.env.PATH, HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home };
  const child = spawn(program, words, { cwd: home, env, stdio: ["ignore", "pipe", "pipe"], ...UNPRIVILEGED });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += text));
  const ended = new Promise((resolve) => child.on("exit", resolve).on("error", resolve));
  test.after(() => {
    child.kill("SIGTERM");
    return ended;
  });
  const dead = ended.then((why) => {
    throw new Error(`${program} ended (${why}): ${said}`);
  });
  dead.catch(() => {}); // it ends after the test, too
  await Promise.race([dead, answers(port, () => said)]);
}

async function answers(port, said) {
  const until = Date.now() + PATIENCE_MS;
  while (!(await accepts(port))) {
    if (Date.now() > until) throw new Error(`nothing answers at port ${port}: ${said()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function accepts(port) {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.on("connect", () => resolve(true)).on("error", () => resolve(false));
    socket.on("connect", () => socket.destroy());
  });
}

/** Ports nobody has, all different. */
async function freePorts(count) {
  const servers = await Promise.all(
    Array.from({ length: count }, () => {
      const server = createServer();
      return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
    }),
  );
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
