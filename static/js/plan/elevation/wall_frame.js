/** What part of a wall's drawing is shown: all of it, with room for its measures, until somebody moves it. */

/** Room for the measures. */
const BESIDE_PX = 46;
const ABOVE_PX = 18;
const BELOW_PX = 40;
/** In a lower drawing the wall has the room of the measures: what lies over the rest of the screen tells them. */
const [LEAST_HIGH_PX, EDGE_PX] = [220, 8];

export class WallFrame {
  #covered_px = 0;
  /** While something is pulled the picture stays as it is under the pointer, though what is selected takes room beside it. */
  #held = { isHeld: false, isWhole: false };

  /** @param {import("#plan/elevation/walls_view.js").WallsView} view @param {HTMLElement} host */
  constructor(view, host) {
    this.view = view;
    new ResizeObserver(([{ contentRect: { width, height } }]) => this.#resize(width, height)).observe(host);
  }

  /** Show the wall whole, with room for the measures around it. */
  fit() {
    const { wall, besideMm, viewport, letterMm } = this.view;
    if (!wall) return;
    const [wide, high] = [wall.width_mm + 2 * besideMm, wall.reach_mm];
    const beside_px = (BESIDE_PX * letterMm) / viewport.mmPerPx;
    const isLow = viewport.size.height < LEAST_HIGH_PX;
    const below_px = this.#covered_px || (isLow ? EDGE_PX : BELOW_PX); // the sheet may cover the measures: it tells them itself
    const above_px = isLow ? EDGE_PX : ABOVE_PX;
    const mm = Math.max(wide / Math.max(viewport.size.width - 2 * beside_px, 80), high / Math.max(viewport.size.height - below_px - 2 * above_px, 80));
    const [x, y] = [beside_px * mm, above_px * mm];
    viewport.fit([-besideMm - x, -high - y, wall.width_mm + besideMm + x, y], 0, below_px);
  }

  /** How much of the drawing's foot something covers. @param {number} px */
  cover(px) {
    if (px === this.#covered_px) return;
    this.#covered_px = px;
    if (this.view.viewport.isWhole && !this.#held.isHeld) this.fit();
  }

  /** Something is being pulled, or let go. @param {boolean} isHeld */
  hold(isHeld) {
    const { isWhole } = this.#held;
    this.#held = { isHeld, isWhole: false };
    if (isWhole && !isHeld) this.fit();
  }

  /** @param {number} width @param {number} height */
  #resize(width, height) {
    if (width < 1) return;
    if (this.#held.isHeld) return this.#stay(width, height);
    const isWhole = this.view.viewport.isWhole || this.view.viewport.size.width <= 1;
    this.view.viewport.resize(width, height);
    if (isWhole) this.fit();
  }

  /** What lies under a pixel stays there. @param {number} width @param {number} height */
  #stay(width, height) {
    const { viewport } = this.view;
    this.#held.isWhole ||= viewport.isWhole;
    const { width: wide, height: high } = viewport.size;
    viewport.pan([0, 0]);
    viewport.resize(width, height);
    viewport.pan([(wide - width) / 2, (high - height) / 2]);
  }
}
