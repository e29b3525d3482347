// The real nginx, Apache and Caddy with the files of hosting/, each as an unprivileged process in a folder of its own.

import { execFileSync, spawn } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, connect } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { DIST, PROJECT } from "./site.mjs";

/** Where the files of hosting/ put the site, and which path they give it. */
const FOLDER = "/srv/mikrolaan";
export const PATH = "/borger/mikrolaan/";
/** Where a person writes headers, and who may show the calculator, as `check-config --headers` says it. */
const OWN_HEADERS = "# Headers of your own: here.";
export const ANYBODY = "frame-ancestors *";

/** `nobody`, where the tests themselves are root. */
const UNPRIVILEGED = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
const PATIENCE_MS = 15_000;

/**
 * Each server's start takes the same: `folder` is the site, `own` a line of configuration somebody adds, `parents` who may show the
 * calculator, and with `isLogged` it writes down who asked for what. It gives the addresses, the folder it serves (`files`), what it
 * wrote down (`log`), and a way to end it before the test does.
 */
export const SERVERS = [
  { name: "nginx", start: startNginx, own: "add_header X-Of-Your-Own yes always;" },
  { name: "Apache", start: startApache, own: "Header always set X-Of-Your-Own yes" },
  { name: "Caddy", start: startCaddy, own: "X-Of-Your-Own yes" },
];

/** Starts nginx with the files of hosting/nginx/. */
export async function startNginx(test, options = {}) {
  const place = folderFor(test, options);
  const [site, below, plain] = await freePorts(3);
  for (const [folder, name] of [
    ["conf.d", "mikrolaan-maps"],
    ["conf.d", "mikrolaan-parents"],
    ["snippets", "mikrolaan-headers"],
    ["snippets", "mikrolaan-files"],
    ["snippets", "mikrolaan-path"],
    ["sites-enabled", "mikrolaan-site"],
  ]) {
    const text = hosting(`nginx/${name}.conf`, place, options);
    put(join(place, folder, `${name}.conf`), onLoopback(text, site, plain));
  }
  writeFileSync(join(place, "nginx.conf"), nginxAround(below, options));
  return started(test, nginx(place), place, { site, below, plain });
}

/** Starts nginx with what hosting/Containerfile copies, and with nothing else: as it stands in the container. */
export async function startContained(test, options = {}) {
  const place = folderFor(test, options);
  const [site] = await freePorts(1);
  for (const { from, to } of copied()) {
    if (to.startsWith(FOLDER)) continue; // the site, which is there
    const text = hosting(from.replace(/^hosting\//, ""), place, options);
    const here = text.replace("listen 8080;", `listen 127.0.0.1:${site};`);
    put(join(place, to.replace("/etc/nginx/", "")), here.replaceAll(/ \/tmp\/([\w.]+;)/g, ` ${place}/$1`));
  }
  symlinkSync(modulesOfNginx(), join(place, "modules"));
  return { port: site, ...(await started(test, nginx(place), place, { site })) };
}

/** What the Containerfile copies, file by file: from where in the project, to where in the container. */
export function copied() {
  const lines = containerfile().filter((line) => line.startsWith("COPY "));
  return lines.flatMap((line) => {
    const words = line.split(" ").slice(1).filter((word) => !word.startsWith("--"));
    const to = words.pop();
    return words.map((from) => ({ from, to: to.endsWith("/") && !from.endsWith("/") ? to + basename(from) : to }));
  });
}

/** The Containerfile's instructions, one a line. */
export function containerfile() {
  const text = readFileSync(join(PROJECT, "hosting/Containerfile"), "utf8");
  return text.replaceAll(/^#.*\n/gm, "").replaceAll(/\s*\\\n\s*/g, " ").split("\n").filter(Boolean);
}

/** Starts Apache with the files of hosting/apache/. */
export async function startApache(test, options = {}) {
  const place = folderFor(test, options);
  const [site, below, plain] = await freePorts(3);
  for (const name of ["parents", "headers", "files", "path", "site"]) {
    const text = hosting(`apache/mikrolaan-${name}.conf`, place, options)
      .replaceAll(/^ *(SSL|Protocols).*\n/gm, "")
      .replace("<VirtualHost *:443>", `<VirtualHost 127.0.0.1:${site}>`)
      .replace("<VirtualHost *:80>", `<VirtualHost 127.0.0.1:${plain}>`);
    put(join(place, "conf-available", `mikrolaan-${name}.conf`), text);
  }
  const file = join(place, "apache2.conf");
  writeFileSync(file, apacheAround(place, { site, below, plain }, options));
  const words = [process.env.APACHE ?? "apache2", ["-d", place, "-f", file, "-D", "FOREGROUND"]];
  return started(test, words, place, { site, below, plain });
}

/** Starts Caddy with the files of hosting/caddy/. */
export async function startCaddy(test, options = {}) {
  const place = folderFor(test, options);
  const [site, below] = await freePorts(2);
  const log = options.isLogged ? "log {\n\t\toutput file access.log\n\t}" : "";
  const text = hosting("caddy/Caddyfile", place, options)
    .replace("mikrolaan.example.dk {", `http://127.0.0.1:${site} {\n\t${log}`)
    .replace("www.example.dk {", `http://127.0.0.1:${below} {\n\t${log}`);
  const file = join(place, "Caddyfile");
  writeFileSync(file, `{\n\tadmin off\n\tauto_https off\n}\n${text}`);
  put(join(place, "mikrolaan-parents.caddy"), hosting("caddy/mikrolaan-parents.caddy", place, options));
  const words = [process.env.CADDY ?? "caddy", ["run", "--adapter", "caddyfile", "--config", file]];
  return started(test, words, place, { site, below });
}

/** A folder everybody may read, with the site in it; gone after the test. */
function folderFor(test, { folder = DIST }) {
  const place = mkdtempSync(join(tmpdir(), "hosting-"));
  test.after(() => rmSync(place, { recursive: true, force: true }));
  chmodSync(place, 0o777);
  cpSync(folder, join(place, "site"), { recursive: true });
  chmodSync(join(place, "site"), 0o755);
  return place;
}

function put(path, text) {
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
}

/** A file of hosting/, with the site's folder, what somebody added, and who may show it. */
function hosting(name, place, { own = "", parents = ANYBODY }) {
  const text = readFileSync(join(PROJECT, "hosting", name), "utf8");
  return text.replaceAll(FOLDER, join(place, "site")).replaceAll(OWN_HEADERS, own).replaceAll(ANYBODY, () => parents);
}

/** The same on this machine only, and without the certificate that nobody has here. */
function onLoopback(text, site, plain) {
  return text
    .replaceAll(/^ *(listen \[::\]|ssl_certificate).*\n/gm, "")
    .replace("listen 443 ssl http2;", `listen 127.0.0.1:${site};`)
    .replace("listen 80;", `listen 127.0.0.1:${plain};`);
}

/** How nginx is called for a folder with an nginx.conf. */
const nginx = (place) => [process.env.NGINX ?? "nginx", ["-e", "stderr", "-p", place, "-c", join(place, "nginx.conf")]];

/** What stands around it, as Debian has it: what is set here must not get in the way. */
function nginxAround(below, { isLogged }) {
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
    access_log ${isLogged ? "access.log" : "off"};
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

/** Where the system's Apache has its modules: Debian's place, Red Hat's, and that of one built by hand. */
const MODULES_OF_APACHE = ["/usr/lib/apache2/modules", "/usr/lib64/httpd/modules", "/usr/local/apache2/modules"];
/** Debian's own set, and what the files of hosting/ ask for besides: headers, rewrite. */
const NEEDED_OF_APACHE = `mpm_event authz_core authz_host alias autoindex deflate dir env filter mime negotiation setenvif headers rewrite`;

/** As for nginx: Debian's Apache compresses by itself, lists folders, guesses names, and has types and languages of its own. */
function apacheAround(place, { site, below, plain }, { isLogged }) {
  const modules = MODULES_OF_APACHE.find(existsSync);
  const load = NEEDED_OF_APACHE.split(" ").map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`);
  return `
${load.join("\n")}
ServerName localhost
DefaultRuntimeDir ${place}
PidFile ${join(place, "apache.pid")}
ErrorLog "|/bin/sh -c 'cat 1>&2'"
StartServers 1
${[site, below, plain].map((port) => `Listen 127.0.0.1:${port}`).join("\n")}
TypesConfig ${existsSync("/etc/mime.types") ? "/etc/mime.types" : "/dev/null"}
AddType application/x-gzip .gz
AddLanguage br .br
AddOutputFilterByType DEFLATE text/html text/plain text/css text/javascript application/javascript application/wasm application/json
DirectoryIndex index.html index.htm
<Directory />
    Options Indexes MultiViews FollowSymLinks
    AllowOverride None
    Require all denied
</Directory>
LogFormat "%h %l %u %t \\"%r\\" %>s %O \\"%{Referer}i\\" \\"%{User-Agent}i\\"" combined
${isLogged ? "CustomLog access.log combined" : ""}
Include conf-available/mikrolaan-site.conf
<VirtualHost 127.0.0.1:${below}>
    ServerName localhost
    DocumentRoot ${place}
    Include conf-available/mikrolaan-path.conf
</VirtualHost>
`;
}

/** Starts a server, waits until it answers, and gives what a test needs of it. `ports`: one for each way it serves the site. */
async function started(test, [program, words], place, ports) {
  const stop = await running(test, program, words, ports.site, place);
  const address = (port, path) => port && `http://127.0.0.1:${port}${path}`;
  return {
    site: address(ports.site, "/"),
    below: address(ports.below, PATH),
    plain: address(ports.plain, "/"),
    files: join(place, "site"),
    log: () => readFileSync(join(place, "access.log"), "utf8"),
    stop,
  };
}

/** Starts a program that serves until the test is over, and waits until it answers at the port; gives a way to end it. */
async function running(test, program, words, port, home) {
  const env = { PATH: process.env.PATH, HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home };
  const child = spawn(program, words, { cwd: home, env, stdio: ["ignore", "pipe", "pipe"], ...UNPRIVILEGED });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += text));
  const ended = new Promise((resolve) => child.on("exit", resolve).on("error", resolve));
  const stop = () => {
    child.kill("SIGTERM");
    return ended;
  };
  test.after(stop);
  const dead = ended.then((why) => {
    throw new Error(`${program} ended (${why}): ${said}`);
  });
  dead.catch(() => {}); // it ends after the test, too
  await Promise.race([dead, answers(port, () => said)]);
  return stop;
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
