// Which verdict stands on the page, for a host that asks for it.

/** By the last word of the card's class (`appearance` in crates/app-core/src/views/result.rs), the engine's id. */
const IDS = new Map([
  ["met", "in_target_group"],
  ["assess", "needs_assessment"],
  ["undecided", "undecided"],
  ["no", "not_in_target_group"],
]);

/** The id of the verdict on this card; nothing where there is no card. */
export function verdictOf(card) {
  return IDS.get(card?.className.split("--").at(-1));
}
