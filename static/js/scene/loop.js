/**
 * Draws only when asked: one frame per request, coarser while things move and frames are slow, one fine frame at rest.
 */

const SLOW_MS = 42;
const FAST_MS = 20;
const COARSEST = 0.5;
const STEP = 0.8;
const REST_MS = 160;

export class Loop {
  #asked = 0;
  #resting = 0;
  #last = 0;
  #scale = 1;
  #drawn = 1;
  #stopped = false;

  /** How many frames have been drawn. */
  frames = 0;

  /** @param {(scale: number) => void} draw draws one frame at a share of the full resolution */
  constructor(draw) {
    this.draw = draw;
  }

  /** One frame soon; `moving` when more are likely to follow. @param {boolean} moving */
  ask(moving = false) {
    if (this.#stopped) return;
    clearTimeout(this.#resting);
    if (moving) this.#resting = setTimeout(() => this.#settle(), REST_MS);
    this.#asked ||= requestAnimationFrame((now) => this.#frame(now, moving));
  }

  /** Draws nothing more until `resume`. */
  stop() {
    this.#stopped = true;
    cancelAnimationFrame(this.#asked);
    clearTimeout(this.#resting);
    this.#asked = 0;
  }

  resume() {
    this.#stopped = false;
    this.ask();
  }

  /** @param {number} now @param {boolean} moving */
  #frame(now, moving) {
    this.#asked = 0;
    if (moving) this.#scale = nextScale(this.#scale, now - this.#last);
    this.#last = now;
    this.#paint(moving ? this.#scale : 1);
  }

  #settle() {
    if (this.#drawn < 1) this.ask();
  }

  /** @param {number} scale */
  #paint(scale) {
    this.#drawn = scale;
    this.frames += 1;
    this.draw(scale);
  }
}

/**
 * The resolution for the next moving frame after one that took so long; long pauses are none.
 * @param {number} scale @param {number} took_ms
 */
export const nextScale = (scale, took_ms) => {
  if (took_ms > SLOW_MS && took_ms < 1000) return Math.max(scale * STEP, COARSEST);
  return took_ms < FAST_MS ? Math.min(scale / STEP, 1) : scale;
};
