/** The pictures under the plan: below everything, never in the way of a finger. */

import { sheetCorners } from "#geometry/background.js";
import { backgroundsOf } from "#model/plan.js";
import { svg } from "#plan/svg.js";

/** Keeps each picture's element for as long as it lies there, so that it is not loaded anew with every change. */
export class Backgrounds {
  /** @type {Map<string, SVGElement>} by the entity's id and the picture's */ #held = new Map();

  /** @param {Element} layer @param {(picture: string) => string} addressOf */
  constructor(layer, addressOf) {
    this.layer = layer;
    this.addressOf = addressOf;
  }

  /** @param {import("#core/log.js").Document} document @param {string} level */
  show(document, level) {
    const sheets = shownOn(document, level);
    const held = new Map(sheets.map((sheet) => [`${sheet.id} ${sheet.picture}`, sheet]));
    for (const [key, element] of this.#held) if (!held.has(key)) element.remove(), this.#held.delete(key);
    for (const [key, sheet] of held) this.#put(key, sheet);
  }

  /** @param {string} key @param {any} sheet */
  #put(key, { picture, at, size_px: [width, height], um_per_px, turn_mdeg, opacity_percent }) {
    const found = this.#held.get(key) ?? svg("image", { href: this.addressOf(picture), preserveAspectRatio: "none", class: "background", "aria-hidden": "true" });
    const place = { width, height, opacity: opacity_percent / 100, transform: `translate(${at[0]} ${at[1]}) rotate(${turn_mdeg / 1000}) scale(${um_per_px / 1000})` };
    for (const [name, value] of Object.entries(place)) found.setAttribute(name, String(value));
    if (this.#held.has(key)) return;
    this.#held.set(key, found);
    this.layer.append(found);
  }
}

/** The pictures that are to be seen on a level. @param {import("#core/log.js").Document} document @param {string} level */
export const shownOn = (document, level) => backgroundsOf(document, level).filter(({ hidden }) => !hidden);

/** The box around the pictures seen on a level, or null. @param {import("#core/log.js").Document} document @param {string} level @returns {[number, number, number, number] | null} */
export function boxOfBackgrounds(document, level) {
  const corners = shownOn(document, level).flatMap((sheet) => sheetCorners(sheet));
  if (!corners.length) return null;
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
