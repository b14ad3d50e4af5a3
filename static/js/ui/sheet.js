/** The panel beside the tools; on a phone it is a sheet at the thumb with three heights. */

import { byId } from "#ui/dom.js";

const HEIGHTS = ["low", "half", "full"];
const PULL_PX = 40;

/** Fires "close" and "open". */
export class Sheet extends EventTarget {
  /** @param {HTMLElement} panel */
  constructor(panel) {
    super();
    this.panel = panel;
    this.body = byId("panel-body");
    this.#watchGrip(byId("grip"));
  }

  get isOpen() {
    return !this.panel.hidden;
  }

  /** @param {(Node | string | null | false)[]} content @param {string} [height] of the sheet on a phone */
  show(content, height = "half") {
    this.body.replaceChildren(...content.filter((part) => part !== null && part !== false).map((part) => /** @type {Node} */ (part)));
    if (this.panel.hidden) this.panel.dataset.height = height;
    this.panel.hidden = false;
    this.body.scrollTop = 0;
    this.dispatchEvent(new Event("open"));
  }

  close() {
    if (this.panel.hidden) return;
    this.panel.hidden = true;
    this.dispatchEvent(new Event("close"));
  }

  /** Out of the way of the picture, on a phone. */
  lower() {
    if (isPhone()) this.close();
  }

  /** @param {HTMLElement} grip */
  #watchGrip(grip) {
    let from = 0;
    grip.addEventListener("pointerdown", (event) => {
      from = event.clientY;
      grip.setPointerCapture(event.pointerId);
    });
    grip.addEventListener("pointerup", (event) => this.#pulled(event.clientY - from));
    grip.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") this.#step(this.panel.dataset.height === "full" ? -1 : 1);
    });
  }

  /** @param {number} down_px a tap goes to the next height, a pull up or down one step */
  #pulled(down_px) {
    if (Math.abs(down_px) < PULL_PX) return this.#step(this.panel.dataset.height === "full" ? -1 : 1);
    this.#step(down_px < 0 ? 1 : -1);
  }

  /** @param {number} by */
  #step(by) {
    const place = HEIGHTS.indexOf(this.panel.dataset.height ?? "half") + by;
    if (place < 0) return this.close();
    this.panel.dataset.height = HEIGHTS[Math.min(place, HEIGHTS.length - 1)];
  }
}

/** @returns {boolean} */
export const isPhone = () => matchMedia("(max-width: 767px)").matches;
