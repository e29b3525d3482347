// The two browsers in the monkey's hands: what differs between their drivers.

import * as firefox from "../firefox.mjs";
import * as chromium from "../site.mjs";

/** Errors, and what a browser reports of the policy: warnings of its own (a slow font …) are no fault. */
const IS_ERROR = ["error", "assert"];

/** A window of either browser. */
class Guest {
  constructor(page, { resize, paste, close }) {
    Object.assign(this, { page, resize, paste, close, complaints: [] });
    page.setDefaultTimeout(15_000);
    page.on("pageerror", (error) => this.complaints.push(error.message));
    page.on("console", (message) => IS_ERROR.includes(message.type()) && this.complaints.push(message.text()));
    // The page asks before it lets somebody leave with their answers.
    page.on("dialog", (dialog) => dialog.accept().catch(() => {}));
  }

  /** Opens an address of the site. */
  async open(address) {
    this.address ??= new URL(address).origin;
    await this.page.goto(address);
    await this.isRunning();
  }

  /** Loads the page anew. */
  async reload() {
    await this.page.reload();
    await this.isRunning();
  }

  isRunning() {
    return this.page.evaluate(async () => {
      const begun = performance.now();
      while (document.documentElement.dataset.program === "starting" && performance.now() - begun < 15_000) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    });
  }
}

/** Chromium. */
export async function openChromium() {
  const browser = await chromium.launch();
  return {
    close: () => browser.close(),
    async visit(viewport) {
      const profile = await browser.newContext({ viewport, locale: "da-DK" });
      const page = await profile.newPage();
      await page.addInitScript(stayHere);
      return new Guest(page, {
        resize: (size) => page.setViewportSize(size),
        paste: (text) => page.keyboard.insertText(text),
        close: () => profile.close(),
      });
    },
  };
}

/** Firefox. */
export async function openFirefox() {
  const { browser, close } = await firefox.launch();
  return {
    close,
    async visit(viewport) {
      const profile = await browser.createBrowserContext();
      const page = await profile.newPage();
      await page.setViewport(viewport);
      await page.evaluateOnNewDocument(stayHere);
      return new Guest(page, {
        resize: (size) => page.setViewport(size),
        // Its driver puts in one character at a time.
        paste: (text) => page.evaluate((all) => document.execCommand("insertText", false, all), text),
        close: () => profile.close(),
      });
    },
  };
}

/** In the page: links to other sites lead nowhere, there is no network; and paper costs nothing. */
function stayHere() {
  const isElsewhere = (link) => link.origin !== location.origin;
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (link && isElsewhere(link)) event.preventDefault();
  });
  globalThis.print = () => {
    dispatchEvent(new Event("beforeprint"));
    dispatchEvent(new Event("afterprint"));
  };
}
