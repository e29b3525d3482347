// WebAssembly's binary format, as far as the build reads it itself.

const BEHIND_MAGIC_AND_VERSION = 8;

/** Reads one thing after the other. */
export function cursor(bytes, start = 0) {
  let at = start;
  const take = (size) => bytes.subarray(at, (at += size));
  const leb128 = () => {
    let [value, scale, byte] = [0, 1, 0];
    do {
      byte = bytes[at++];
      value += (byte & 0x7f) * scale;
      scale *= 0x80;
    } while (byte & 0x80);
    return { value, isNegative: (byte & 0x40) !== 0, scale };
  };
  const number = () => leb128().value;
  const signed = () => {
    const { value, isNegative, scale } = leb128();
    return isNegative ? value - scale : value;
  };
  return {
    number,
    signed,
    byte: () => bytes[at++],
    bytes: () => take(number()),
    name: () => new TextDecoder().decode(take(number())),
    skip: (size) => void take(size),
    more: () => at < bytes.length,
    position: () => at,
    /** Where an active segment of the first memory or table begins: `i32.const N`, `end`. */
    activeOffset: () => {
      const opcodes = [number(), bytes[at++]];
      const offset = signed();
      if (opcodes.join() !== "0,65" || bytes[at++] !== 0x0b) throw new Error("a segment is not where it was expected");
      return offset;
    },
  };
}

/** The sections in their order: number, name of a custom one, contents, and where the whole of each begins and ends. */
export function sectionsOf(module) {
  const sections = [];
  const at = cursor(module, BEHIND_MAGIC_AND_VERSION);
  while (at.more()) {
    const start = at.position();
    const id = at.byte();
    const contents = at.bytes();
    sections.push({ id, name: id === 0 ? cursor(contents).name() : "", contents, start, end: at.position() });
  }
  return sections;
}
