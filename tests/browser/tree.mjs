// A page as a screen reader reads it, as text: a line for each thing it comes to, with role, name, state and description.
//
// From the browser's accessibility tree (heard.mjs). What that tree leaves out (which page is the current one, which
// language a word is in) is taken from the attributes of the elements. A label that is the name of a field is read with
// the field and not once more; the unseen months of a list to choose from are counted.

import { withTree } from "./heard.mjs";

/** Read as part of the line they stand in. */
const WORDS = ["StaticText", "strong", "emphasis", "code", "time", "mark", "superscript", "subscript", "Abbr"];
/** Of these the name says all that stands in them. */
const NAMED = ["link", "button", "heading", "radio", "checkbox", "textbox", "combobox", "image", "DisclosureTriangle", "Date"];
const FIELDS = ["radio", "checkbox", "textbox", "combobox", "button", "Date"];
/** Boxes that are not heard themselves. */
const SILENT = ["generic", "none", "RootWebArea", "LabelText", "Details", "Legend"];
const UNSAID = ["ListMarker", "LineBreak", "InlineTextBox"];
const LANDMARKS = ["banner", "navigation", "main", "contentinfo", "region", "form", "search", "complementary"];
/** What must have a name, and shows an empty one when it has none. */
const CALLED = [...NAMED, "navigation", "region", "group", "radiogroup", "table"];
const CELLS = ["cell", "columnheader", "rowheader", "gridcell"];
/** The plainer words for some of the browser's names of roles. */
const PLAIN = { DisclosureTriangle: "fold", Date: "date", DescriptionList: "terms", definition: "of it", Figcaption: "caption" };
/** Elements that words flow through; any other ends the line. */
const FLOWING = ["", "#text", "span", "a", "strong", "b", "em", "i", "small", "code", "sup", "sub", "abbr", "time", "cite", "q"];
/** Where one line ends and another begins. */
const END = { role: "end" };

/** The lines of the page in sight, from the top: the name of the window first. */
export async function treeOf(page) {
  const lines = await withTree(page, (root, below) => new Reader(root, below).lines);
  return [`window "${tidy(await page.title())}"`, ...lines].join("\n") + "\n";
}

/** What must not be on any page: things without a name, links of one name to several places, levels left out, an id twice. */
export async function faultsOf(page) {
  const nodes = await withTree(page, everything);
  const unnamed = nodes.filter(({ role, name }) => NAMED.includes(role) && tidy(name) === "");
  const levels = nodes.filter(({ role }) => role === "heading").map(({ name, state }) => [tidy(name), Number(state.level)]);
  const skipped = levels.filter(([, level], place) => place > 0 && level > levels[place - 1][1] + 1);
  return [
    ...unnamed.map(({ role, attributes }) => `a ${role} without a name: ${attributes.id ?? attributes.class}`),
    ...oneNameSeveralPlaces(nodes).map(([name, places]) => `links called "${name}" lead to ${places.join(" and ")}`),
    ...skipped.map(([name, level]) => `a level of headings is left out before "${name}", level ${level}`),
    ...(await page.evaluate(idsTwice)).map((id) => `the id ${id} stands on the page twice`),
  ];
}

function everything(node, below) {
  return [node, ...below(node).flatMap((child) => everything(child, below))];
}

function oneNameSeveralPlaces(nodes) {
  const places = new Map();
  for (const { role, name, attributes } of nodes) {
    if (role === "link") places.set(tidy(name), [...new Set([...(places.get(tidy(name)) ?? []), attributes.href])]);
  }
  return [...places].filter(([, all]) => all.length > 1);
}

function idsTwice() {
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  return [...new Set(ids.filter((id, place) => ids.indexOf(id) !== place))];
}

const tidy = (words) => words.replaceAll("\u00ad", "").replace(/\s+/g, " ").trim();

class Reader {
  constructor(root, below) {
    this.below = below;
    this.lines = [];
    this.labels = new Set(this.within(root, FIELDS).map((field) => tidy(field.name)));
    this.box(this.parts(root), 0);
  }

  /** What stands in a box, below each other; what comes after a heading stands below the heading. */
  box(parts, depth) {
    let [first, inset, words] = [undefined, 0, []];
    const endLine = () => {
      const line = tidy(words.join(" "));
      if (line) this.write(depth + inset, `text "${line}"`);
      words = [];
    };
    for (const part of parts) {
      if (WORDS.includes(part.role)) {
        words.push(this.inline(part));
        continue;
      }
      endLine();
      if (part.role === "heading") {
        first ??= Number(part.state.level);
        inset = Math.max(0, Number(part.state.level) - first);
        this.write(depth + inset, this.told(part));
        inset += 1;
      } else if (part !== END) this.one(part, depth + inset);
    }
    endLine();
  }

  write(depth, words) {
    this.lines.push("  ".repeat(depth) + words);
  }

  /** The things in a box; of boxes that are not heard, what is in them, set off where it begins a line of its own. */
  parts(node) {
    return this.below(node).flatMap((child) => {
      if (UNSAID.includes(child.role) || this.isLabelOfField(child)) return [];
      if (!this.isSilent(child)) return [child];
      return FLOWING.includes(child.element) ? this.parts(child) : [END, ...this.parts(child), END];
    });
  }

  isLabelOfField(node) {
    return node.role === "LabelText" && this.labels.has(tidy(this.textOf(node)));
  }

  isSilent({ role }) {
    return SILENT.includes(role) || role === "rowgroup";
  }

  one(node, depth) {
    if (node.role === "row") this.write(depth, this.row(node));
    else if (NAMED.includes(node.role)) this.write(depth, this.told(node));
    else if (node.element === "details") this.fold(node, depth);
    else if (this.isOneLine(node)) this.write(depth, `${this.told(node)}: ${this.inline(node)}`);
    else {
      this.write(depth, this.told(node));
      this.box(this.parts(node), depth + 1);
    }
  }

  /** A group of its own, of which only the title is said; what is in it stands below that. */
  fold(node, depth) {
    const isTitle = ({ role }) => role === "DisclosureTriangle";
    const parts = this.parts(node);
    this.write(depth, this.told(parts.find(isTitle)));
    this.box(parts.filter((part) => !isTitle(part)), depth + 1);
  }

  /** Words and links that are read in one go. */
  isOneLine(node) {
    return !LANDMARKS.includes(node.role) && this.textOf(node).trim() !== "" && this.isWords(node);
  }

  isWords(node) {
    return this.parts(node).every((part) => part === END || part.role === "link" || (WORDS.includes(part.role) && this.isWords(part)));
  }

  inline(node) {
    if (node === END) return "";
    if (node.role === "StaticText") return tidy(node.name);
    if (NAMED.includes(node.role)) return `[${this.told(node)}]`;
    return tidy(this.parts(node).map((part) => this.inline(part)).join(" "));
  }

  row(node) {
    const cells = this.parts(node).filter((cell) => CELLS.includes(cell.role));
    return `row ${cells.map((cell) => (cell.role.endsWith("header") ? `*${this.inline(cell)}*` : this.inline(cell))).join(" | ")}`;
  }

  within(node, roles) {
    return this.below(node).flatMap((child) => [...(roles.includes(child.role) ? [child] : []), ...this.within(child, roles)]);
  }

  textOf(node) {
    return node.role === "StaticText" ? node.name : this.below(node).map((child) => this.textOf(child)).join(" ");
  }

  /** Role, name, state, description: `radio "Ja", checked – "…"`. */
  told(node) {
    const { role, element } = node;
    // A term is called what stands in it, which is read anyway.
    const name = role === "term" ? "" : tidy(node.name);
    const description = tidy(node.description);
    const said = [`${PLAIN[role] ?? role}${name || CALLED.includes(role) ? ` "${name}"` : ""}`, ...states(node)];
    if (role === "combobox") said.push(`${this.within(node, ["option"]).length} to choose from`);
    if (element === "input" && node.attributes.type === "file") said.push("file");
    return said.join(", ") + (description ? ` – "${description}"` : "");
  }
}

function states({ role, state, value, attributes }) {
  const folded = "data-folded" in attributes;
  const spoken = {
    [`level ${state.level}`]: role === "heading",
    [`holds "${tidy(value)}"`]: value !== "" && ["textbox", "combobox"].includes(role),
    ...yesOrNo("checked", state.checked),
    ...yesOrNo("pressed", state.pressed),
    folded: folded || (state.expanded === false && role !== "combobox"),
    "folded out": !folded && state.expanded === true,
    required: state.required,
    invalid: state.invalid !== undefined && state.invalid !== "false",
    disabled: state.disabled,
    "in focus": state.focused,
    [`current ${attributes["aria-current"]}`]: attributes["aria-current"],
    [`in ${attributes.lang}`]: attributes.lang,
  };
  return Object.keys(spoken).filter((words) => spoken[words]);
}

function yesOrNo(words, given) {
  return { [words]: given === "true", [`not ${words}`]: given === "false" };
}
