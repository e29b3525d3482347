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

/**
 * Hands the tree of the page in sight to `read`: its root, and what stands below a node, boxes that are not heard
 * included (role `none`). A node has role, name, description, value, its state by name, and its element with attributes.
 */
export async function withTree(page, read) {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send("Accessibility.enable");
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    const { root } = await session.send("DOM.getDocument", { depth: -1 });
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const elements = elementsOf(root);
    const named = (node) => withElement(node, elements.get(node.backendDOMNodeId));
    const childrenOf = ({ childIds = [] }) => childIds.map((id) => byId.get(id)).filter(Boolean).map(named);
    return read(named(nodes[0]), childrenOf);
  } finally {
    await session.detach();
  }
}

function withElement({ ignored, role, name, description, value, properties = [], childIds }, element) {
  const state = Object.fromEntries(properties.map((property) => [property.name, property.value.value]));
  const words = { name: name?.value ?? "", description: description?.value ?? "", value: `${value?.value ?? ""}` };
  return { role: ignored ? "none" : role.value, ...words, state, childIds, ...(element ?? { element: "", attributes: {} }) };
}

/** Every element's name and attributes, by the number the tree knows it by. */
function elementsOf(node, found = new Map()) {
  const { nodeName, attributes = [], backendNodeId, children = [] } = node;
  const pairs = attributes.flatMap((name, place) => (place % 2 === 0 ? [[name, attributes[place + 1]]] : []));
  found.set(backendNodeId, { element: nodeName.toLowerCase(), attributes: Object.fromEntries(pairs) });
  for (const child of children) elementsOf(child, found);
  return found;
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
