// Several calculators on one page share the tab's storage: each after the first keeps its answers under names of its own.

/** The name the element gives its frame, with the number of the calculator on the page. */
const NAMED = /^mikrolaan-(\d+)$/;

/** From now on everything the page keeps in the tab stands under names that end in the frame's number. */
export function keepApart() {
  const number = self.name.match(NAMED)?.[1] ?? "1";
  if (number === "1") return;
  for (const method of ["getItem", "setItem", "removeItem"]) {
    const shared = Storage.prototype[method];
    Storage.prototype[method] = function (key, ...value) {
      return shared.call(this, this === tab() ? `${key} ${number}` : key, ...value);
    };
  }
}

/** The tab's storage; nothing where the browser refuses it. */
export function tab() {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}
