// How tall the page is, for a host that makes the frame as tall. Only what is in the page is measured: nothing of it follows the
// frame's own height (frame.css), so a host that sets another one is told the same again and never more.

/** So long a host may take to follow; longer, and what does not fit is scrolled to. */
const FOLLOWED_MS = 300;

const root = document.documentElement;

/** In whole CSS pixels, and never less than the page takes. */
const measured = () => Math.ceil(document.body.getBoundingClientRect().height - 0.01);

/** Tells the height by `tell`, which says whether anybody was told, whenever it is another one. */
export class Height {
  #tell;
  #told = 0;

  constructor(tell) {
    this.#tell = tell;
    new ResizeObserver(() => this.follow()).observe(document.body);
    addEventListener("resize", () => this.#fit());
  }

  /** Tells the height if it is another one than was told. */
  follow() {
    if (measured() !== this.#told) this.again();
  }

  /** Tells the height, also if it is the one that was told. */
  again() {
    const height = measured();
    if (!this.#tell(height)) return;
    this.#told = height;
    setTimeout(() => this.#settle(), FOLLOWED_MS);
  }

  /** What was measured before a frame was drawn may never have been one: nobody is called back for what was not drawn. */
  #settle() {
    this.follow();
    // Not before: what has just grown gets no scroll bar meanwhile, which would make the page narrower, and taller again.
    this.#fit();
  }

  #fit() {
    root.toggleAttribute("data-fits", innerHeight + 1 >= this.#told && this.#told > 0);
  }
}
