// The host's colours: light, dark or the person's own, and an accent where it can be read. They are set in the rules the page's style
// has for them, so that colours a person has forced still come last.

/** What an accent is read on. */
const GROUNDS = ["--ground", "--surface", "--sunken", "--fjord-tint"];
/** WCAG 2.2, 1.4.3: the contrast of words of ordinary size. */
const READABLE = 4.5;
const WHEN_DARK = "(prefers-color-scheme: dark)";
const MEDIA = { auto: WHEN_DARK, dark: "screen", light: "not all" };

/** Red, green and blue of `#rgb` or `#rrggbb`, each from 0 to 1. */
function channels(colour) {
  const digits = colour.trim().slice(1);
  const whole = digits.length === 3 ? digits.replace(/./g, "$&$&") : digits;
  return whole.match(/../g).map((pair) => Number.parseInt(pair, 16) / 255);
}

/** WCAG 2.2: the relative luminance. */
function luminance(colour) {
  const [red, green, blue] = channels(colour).map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2: the contrast of two colours, from 1 to 21. */
export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The rules of a page's style that hold its colours: the light ones, the dark ones, and the condition of those. */
export function colourRules(sheet) {
  const rules = [...sheet.cssRules];
  const condition = rules.find((rule) => rule.media?.mediaText === WHEN_DARK);
  return { light: rules.find((rule) => rule.selectorText === ":root").style, dark: condition.cssRules[0].style, condition };
}

/** The least contrast an accent has on the grounds of these colours. */
export const leastContrast = (accent, colours) => Math.min(...GROUNDS.map((ground) => contrast(accent, colours.getPropertyValue(ground))));

export const isReadable = (least) => least >= READABLE;

/** The page's colours, which a host may set again and again. */
export class Colours {
  #rules = colourRules(document.styleSheets[0]);
  #own = new Map();
  #accent = "";

  set({ theme, accent }) {
    this.#rules.condition.media.mediaText = MEDIA[theme];
    document.documentElement.style.colorScheme = theme === "auto" ? "" : theme;
    if (accent === this.#accent) return;
    this.#accent = accent;
    this.#paint(this.#rules.light, accent, "lys");
    this.#paint(this.#rules.dark, accent, "mørk");
  }

  /** An accent in the place of the page's own, where it can be read; without one, the page's own again. */
  #paint(colours, accent, ground) {
    if (!this.#own.has(colours)) this.#own.set(colours, ownOf(colours));
    const own = this.#own.get(colours);
    for (const [name, value] of own) colours.setProperty(name, value);
    if (accent === "") return;
    const least = leastContrast(accent, colours);
    if (!isReadable(least)) {
      console.warn(`accent ${accent}: kontrasten på ${ground} bund er ${least.toFixed(1)}, og der skal ${READABLE} til. Dér bruges standardfarven.`);
      return;
    }
    // The bars of a chart stay as they are: their colour says what they are.
    colours.setProperty("--bar-benefit", own.get("--bar-benefit").replace("var(--fjord)", own.get("--fjord")));
    colours.setProperty("--fjord", accent);
    colours.setProperty("--fjord-deep", `color-mix(in srgb, ${accent}, var(--ink) 30%)`);
  }
}

function ownOf(colours) {
  return new Map(["--fjord", "--fjord-deep", "--bar-benefit"].map((name) => [name, colours.getPropertyValue(name)]));
}
