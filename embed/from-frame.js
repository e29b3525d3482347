// What the element reads of the frame's messages.

import { ERRORS, STEPS, VERDICTS, fits, like, oneOf } from "./table.js";

/** Taller than this is no page: somebody else writes. */
const TALLEST = 200_000;

/** What each type carries: under which key, and what it may be. */
const CARRIED = {
  ready: ["version", like(/^\d{1,4}(\.\d{1,4}){2}$/)],
  resize: ["height", (height) => Number.isInteger(height) && height > 0 && height <= TALLEST],
  step: ["step", oneOf(STEPS)],
  result: ["verdict", oneOf(VERDICTS)],
  error: ["reason", oneOf(ERRORS)],
};

/** The type of a message to the element `id`, and what it carries; nothing of one that does not fit. */
export function readFromFrame(message, id) {
  for (const [type, [key, holds]] of Object.entries(CARRIED)) {
    if (fits(message, type, { [key]: holds }) && message.id === id) return [type, message[key]];
  }
}
