// What the frame reads of its host's messages.

import { COLOUR, EVENTS, LANGUAGE, THEMES, fits, like, oneOf } from "../table.js";

const ID = /^[\w-]{1,64}$/;
const optional = (holds) => (text) => text === "" || holds(text);
const CARRIED = { events: oneOf(EVENTS), lang: optional(like(LANGUAGE)), accent: optional(like(COLOUR)), theme: oneOf(THEMES) };

/** The `hello` of a host, with nothing in it but what belongs there; nothing of another message. */
export function readHello(message) {
  if (!fits(message, "hello", CARRIED) || !like(ID)(message.id)) return;
  const { id, events, lang, accent, theme } = message;
  return { id, events, lang, accent, theme };
}
