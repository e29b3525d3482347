// Firefox in front of the site, by WebDriver BiDi: the other engine a person may have.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import { serve } from "../../xtask/site/server.mjs";
import { DESK, DIST, onPath } from "./site.mjs";

/** The day on which every visit begins; its clock goes on from there. */
const TODAY = "2026-11-27T12:00:00";
/** All but Roboto, of which Debian's Firefox writes the 6 into a PDF as a letter that cannot be read back. */
const FONTS = "DejaVu Sans,DejaVu Sans Mono,DejaVu Serif,Liberation Sans,Liberation Mono,Liberation Serif";
const PRINTER = "print.printer_Mozilla_Save_to_PDF";

/**
 * Starts Firefox; ask for one in each test file, and close it there.
 *
 * What a page prints goes at once, as a PDF, into the file `paper` of the browser.
 */
export async function launch() {
  const folder = mkdtempSync(join(tmpdir(), "firefox-"));
  const paper = join(folder, "paper.pdf");
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX ?? onPath("firefox-esr") ?? onPath("firefox"),
    // Whoever runs the tests may have no home Firefox can write into.
    env: { ...process.env, HOME: folder },
    extraPrefsFirefox: { "intl.accept_languages": "da-DK,da", "font.system.whitelist": FONTS, ...printingTo(paper) },
  });
  const close = async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { browser, paper, close };
}

function printingTo(file) {
  return {
    "print.always_print_silent": true,
    print_printer: "Mozilla Save to PDF",
    "print.print_to_file": true,
    "print.print_to_filename": file,
    [`${PRINTER}.print_to_file`]: true,
    [`${PRINTER}.print_to_filename`]: file,
    [`${PRINTER}.print_paper_id`]: "iso_a4",
  };
}

/** Opens the site in a fresh profile, as `visit` of site.mjs does, and waits until the program runs. */
export async function visitRunning(test, firefox, options = {}) {
  const { fragment = "", viewport = DESK, prepare } = options;
  const site = await serve(DIST);
  const profile = await firefox.browser.createBrowserContext();
  test.after(() => profile.close().then(site.close));
  const page = await profile.newPage();
  page.setDefaultTimeout(10_000);
  await page.setViewport(viewport);
  const record = recordOf(page);
  await page.evaluateOnNewDocument(beginAt, TODAY);
  await prepare?.(page);
  await page.goto(site.address + fragment);
  await page.waitForSelector('html[data-program="running"]', { timeout: 20_000 });
  return { page, record, address: site.address };
}

function recordOf(page) {
  const record = { complaints: [] };
  page.on("pageerror", (error) => record.complaints.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (["error", "warn"].includes(message.type())) record.complaints.push(message.text());
  });
  return record;
}

/** In the page: the clock begins at this time, and goes on. */
function beginAt(time) {
  const off = new Date(time).getTime() - Date.now();
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...parts) {
      if (parts.length === 0) super(Real.now() + off);
      else super(...parts);
    }
    static now() {
      return Real.now() + off;
    }
  };
}
