/**
 * Draws only when asked: one frame per request, coarser while things move and frames are slow, one fine frame at rest,
 * which on a quick machine a few more make finer still; then nothing is drawn any more.
 */

const SLOW_MS = 42;
const FAST_MS = 20;
const COARSEST = 0.5;
const STEP = 0.8;
const REST_MS = 160;
/** So many frames make the picture at rest finer. */
export const REFINING = 48;

export class Loop {
  #asked = 0;
  #resting = 0;
  #last = 0;
  #scale = 1;
  #drawn = 1;
  #stopped = false;
  #refined = 0;
  #refining = 0;

  /** How many frames have been drawn. */
  frames = 0;

  /**
   * @param {(scale: number) => void} draw draws one frame at a share of the full resolution
   * @param {(step: number) => void} refine draws the step of so many (1 to REFINING) that make the last fine frame finer
   * @param {() => boolean} isDone whether all that was drawn is on the screen
   */
  constructor(draw, refine, isDone) {
    this.draw = draw;
    this.refine = refine;
    this.isDone = isDone;
  }

  /** Whether the last picture at rest has been made as fine as it may be, which only quick machines do. */
  get isQuick() {
    return this.#refined === REFINING;
  }

  /** One frame soon; `moving` when more are likely to follow. @param {boolean} moving */
  ask(moving = false) {
    if (this.#stopped) return;
    clearTimeout(this.#resting);
    cancelAnimationFrame(this.#refining);
    if (moving) this.#resting = setTimeout(() => this.#settle(), REST_MS);
    this.#asked ||= requestAnimationFrame((now) => this.#frame(now, moving));
  }

  /** Draws nothing more until `resume`. */
  stop() {
    this.#stopped = true;
    cancelAnimationFrame(this.#asked);
    cancelAnimationFrame(this.#refining);
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
    this.#refined = 0;
    if (!moving) this.#await(now);
  }

  /** Makes the picture finer when the last frame is on the screen; one that has been slow is the last. @param {number} since when it was begun, ms */
  #await(since) {
    this.#refining = requestAnimationFrame((now) => {
      if (now - since > SLOW_MS) return;
      if (this.isDone()) this.#refine(now);
      else this.#await(since);
    });
  }

  /** @param {number} now */
  #refine(now) {
    this.#refined += 1;
    this.frames += 1;
    this.refine(this.#refined);
    if (this.#refined < REFINING) this.#await(now);
  }

  #settle() {
    if (this.#drawn < 1) this.ask();
    else this.#await(performance.now());
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
