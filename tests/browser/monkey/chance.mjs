// Chance that can be repeated: everything follows from a seed.

/** Numbers of the generator mulberry32. */
export class Chance {
  #state;

  constructor(seed) {
    // Seeds beside each other must not begin alike.
    this.#state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  }

  /** From 0 up to 1. */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 up to `end`. */
  below(end) {
    return Math.floor(this.next() * end);
  }

  /** One of a list. */
  of(list) {
    return list[this.below(list.length)];
  }

  /** Does it happen, so many times of a hundred? */
  percent(share) {
    return this.next() * 100 < share;
  }

  /** One of a list, by its `weight`. */
  weighted(list) {
    let left = this.next() * list.reduce((sum, { weight }) => sum + weight, 0);
    return list.find(({ weight }) => (left -= weight) < 0) ?? list[0];
  }
}
