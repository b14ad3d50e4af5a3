/** The panel beside the tools; on a phone it is a sheet at the thumb, as tall as it was last pulled. */

import { byId } from "#ui/dom.js";

/** Where a tap or the keyboard stops, in percent of the picture's height. */
const STOPS = [32, 50, 82, 100];
/** How tall the sheet opens until it is pulled: the picture stays in sight. */
const FIRST = { choose: 62, change: 56, beside: 50 };
/** Up to so tall a sheet beside the picture leaves all of it in sight, smaller; a taller one lies over it. */
const MOST_BESIDE = 64;
const LEAST = 20;
const TREMBLE_PX = 8;

/** @typedef {"choose" | "change" | "beside"} Use */

/** Fires "close" and "open". */
export class Sheet extends EventTarget {
  /** @type {Use} */ #use = "choose";
  #height = FIRST.choose;

  /** @param {HTMLElement} panel */
  constructor(panel) {
    super();
    this.panel = panel;
    this.body = byId("panel-body");
    this.#watchGrip(byId("grip"));
    byId("panel-close").addEventListener("click", () => this.close());
  }

  get isOpen() {
    return !this.panel.hidden;
  }

  /** @param {(Node | string | null | false)[]} content @param {Use} [use] whether one chooses from it, changes what is in the picture, or looks at the picture meanwhile */
  show(content, use = "choose") {
    this.body.replaceChildren(...content.filter((part) => part !== null && part !== false).map((part) => /** @type {Node} */ (part)));
    if (this.panel.hidden || this.#use !== use) this.#stand(kept(use));
    this.#use = use;
    this.panel.hidden = false;
    this.#makeRoom();
    this.body.scrollTop = 0;
    if (isLong()) this.panel.scrollIntoView();
    this.dispatchEvent(new Event("open"));
  }

  close() {
    if (this.panel.hidden) return;
    this.panel.hidden = true;
    this.#makeRoom();
    if (isLong()) byId("views").scrollIntoView();
    this.dispatchEvent(new Event("close"));
  }

  /** Out of the way of the picture, on a phone. */
  lower() {
    if (isPhone()) this.close();
  }

  /** @param {number} percent */
  #stand(percent) {
    this.#height = percent;
    this.panel.style.setProperty("--sheet-height", `${percent}%`);
  }

  /** The picture is as much smaller as the sheet would cover of it. */
  #makeRoom() {
    const isBeside = this.isOpen && this.#height <= MOST_BESIDE;
    byId("studio").style.setProperty("--beside", isBeside ? `${this.#height}%` : "0%");
    if (isBeside) byId("studio").dataset.beside = this.#use;
    else delete byId("studio").dataset.beside;
  }

  /** A tap steps when the browser calls it a click: any sooner, the grip would move away and the click fall on what lies below. @param {HTMLElement} grip */
  #watchGrip(grip) {
    let from = { y: 0, height: 0, isPulled: false };
    const pulled = (/** @type {PointerEvent} */ { clientY }) => from.y - clientY;
    grip.addEventListener("pointerdown", (event) => {
      from = { y: event.clientY, height: this.#height, isPulled: false };
      grip.setPointerCapture(event.pointerId);
    });
    grip.addEventListener("pointermove", (event) => {
      from.isPulled ||= grip.hasPointerCapture(event.pointerId) && Math.abs(pulled(event)) > TREMBLE_PX;
      if (from.isPulled) this.#stand(this.#within(from.height, pulled(event)));
    });
    grip.addEventListener("pointerup", () => from.isPulled && this.#settle());
    grip.addEventListener("click", ({ detail }) => {
      if (!from.isPulled || detail === 0) this.#step();
    });
    grip.addEventListener("keydown", (event) => {
      const way = { ArrowUp: 1, ArrowDown: -1 }[event.key];
      if (way === undefined) return;
      event.preventDefault();
      this.#step(way);
    });
  }

  /** @param {number} height in percent @param {number} up_px */
  #within(height, up_px) {
    const percent = height + (100 * up_px) / (this.panel.parentElement?.querySelector("#views")?.clientHeight || 1);
    return Math.min(Math.max(percent, 0), 100);
  }

  /** Where it is let go it stays, and opens so the next time; pulled all the way down it closes. */
  #settle() {
    if (this.#height >= LEAST) {
      this.#makeRoom();
      return keep(this.#use, this.#height);
    }
    this.close();
    this.#stand(kept(this.#use));
  }

  /** @param {number} [way] up, down, or 0: up and from the top down again */
  #step(way = 0) {
    const up = STOPS.find((stop) => stop > this.#height + 1);
    const down = STOPS.findLast((stop) => stop < this.#height - 1);
    const next = way < 0 ? down : (up ?? (way === 0 ? STOPS[1] : 100));
    if (next === undefined) return this.close();
    this.#stand(next);
    this.#makeRoom();
    keep(this.#use, next);
  }
}

/** @returns {boolean} */
export const isPhone = () => matchMedia("(max-width: 47.99em)").matches;

/** Letters are so large that the studio is one long page (studio_large.css). */
const isLong = () => matchMedia("(max-width: 15.99em)").matches;

/** @param {Use} use @returns {number} */
function kept(use) {
  try {
    return Number(localStorage.getItem(`sheet ${use}`)) || FIRST[use];
  } catch {
    return FIRST[use]; // the browser forbids storage
  }
}

/** @param {Use} use @param {number} percent */
function keep(use, percent) {
  try {
    localStorage.setItem(`sheet ${use}`, String(Math.round(percent)));
  } catch {
    // the browser forbids storage: the height holds until the page is left
  }
}
