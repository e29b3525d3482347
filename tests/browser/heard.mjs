// What a screen reader is told: the browser's own accessibility tree.

/** Boxes that only hold others, and the lines a text breaks into. */
const UNHEARD = ["generic", "none", "InlineTextBox"];

/** Everything a screen reader comes to on the page in sight, from the top: role, name, description. */
export async function heard(page) {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send("Accessibility.enable");
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const main = nodes.find((node) => !node.ignored && node.role.value === "main");
    return below(main, byId).map(told);
  } finally {
    await session.detach();
  }
}

function below(node, byId) {
  return (node.childIds ?? [])
    .map((id) => byId.get(id))
    .filter((child) => child !== undefined)
    .flatMap((child) => [...(isHeard(child) ? [child] : []), ...below(child, byId)]);
}

function isHeard({ ignored, role }) {
  return !ignored && !UNHEARD.includes(role.value);
}

function told({ role, name, description, properties = [] }) {
  const focused = properties.some((property) => property.name === "focused" && property.value.value);
  return { role: role.value, name: name?.value ?? "", description: description?.value ?? "", focused };
}

/**
 * How often these words are said by themselves: each live region that holds them says them once, and so
 * does the element in focus by its name or its description.
 */
export async function timesSaid(page, words) {
  const live = await page
    .locator("[role=alert], [role=status], [aria-live]:not([aria-live=off])")
    .evaluateAll((regions, words) => regions.filter((r) => r.checkVisibility() && r.textContent.includes(words)).length, words);
  const focused = (await heard(page)).filter((node) => node.focused && `${node.name} ${node.description}`.includes(words));
  return { live, focus: focused.length };
}
