// The table of messages, as both sides know it (docs/embedding.md). A message is an object of `ml`, `id`, `type` and the keys
// named here, and nothing else.

/** The number in `ml`: the version of the messages. */
export const MESSAGES = 1;

/** How much a host is told: nothing of what a person does, which step it is, or the verdict as well. */
export const EVENTS = ["none", "steps", "result"];
export const THEMES = ["auto", "light", "dark"];
export const STEPS = ["start", "questions", "answers", "result", "money", "months", "compare", "other"];
export const VERDICTS = ["not_in_target_group", "undecided", "needs_assessment", "in_target_group"];
export const ERRORS = ["unavailable", "stopped"];

/** A colour as both sides write it: three or six hexadecimal digits. */
export const COLOUR = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i;
/** A language, by its code. */
export const LANGUAGE = /^[a-z]{2,3}$/;

/** Is this one object of these keys, which belongs to the table? `keys` says of each besides `ml`, `id` and `type` what it may hold. */
export function fits(message, type, keys) {
  if (typeof message !== "object" || message === null || message.ml !== MESSAGES || message.type !== type) return false;
  const rest = Object.entries(keys);
  return Object.keys(message).length === rest.length + 3 && rest.every(([key, holds]) => Object.hasOwn(message, key) && holds(message[key]));
}

export const oneOf = (words) => (word) => words.includes(word);
export const like = (pattern) => (text) => typeof text === "string" && pattern.test(text);
