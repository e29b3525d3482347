// axe on every page of a whole visit, in every language and in every colour: light, dark, and the person's own.

import { after, before, test } from "node:test";
import { assertAccessible, assertColours } from "./axe.mjs";
import { everyPage } from "./pages.mjs";
import { PHONE, assertQuiet, launch, visitRunning } from "./site.mjs";
import { speak } from "./texts.mjs";

/** The colours a person can have chosen besides light. */
const COLOURS = {
  dark: { colorScheme: "dark", forcedColors: "none" },
  "forced colours": { colorScheme: "dark", forcedColors: "active" },
};
const LIGHT = { colorScheme: "light", forcedColors: "none" };

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

for (const code of ["da", "en", "ar"]) {
  test(`every page in ${code}: light, dark and forced colours`, async (t) => {
    speak(code);
    t.after(() => speak("da"));
    const fragment = code === "da" ? "" : `?sprog=${code}`;
    const { page, record } = await visitRunning(t, browser, { fragment, context: { viewport: PHONE } });
    for await (const name of everyPage(page)) {
      await assertAccessible(page, `${name} in ${code}`);
      for (const [look, media] of Object.entries(COLOURS)) {
        await page.emulateMedia(media);
        await assertColours(page, `${name} in ${code}, ${look}`);
      }
      await page.emulateMedia(LIGHT);
    }
    assertQuiet(record);
  });
}
