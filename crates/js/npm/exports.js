// The public surface: what the command asks, under its names.

export {
  MikrolaanError,
  apr,
  case,
  check,
  evaluate,
  explain,
  link,
  rules,
  screen,
  seek,
  sensitivity,
  simulate,
} from "./calls.js";
