// Who may have the calculator in a frame and speak with it: what the site's configuration says.

/** The origins that are named; nothing where nobody is, and everybody may. */
async function named() {
  try {
    const response = await fetch("./konfiguration.json");
    const { allowed_parents: parents } = response.ok ? await response.json() : {};
    return Array.isArray(parents) && parents.length > 0 ? parents.map(originOf) : undefined;
  } catch {
    return undefined;
  }
}

/** What cannot be read is nobody's origin, and not everybody's. */
function originOf(address) {
  return URL.canParse(address) ? new URL(address).origin : "";
}

const asked = named();

export async function isAllowed(origin) {
  return (await asked)?.includes(origin) ?? true;
}
