/** A kind of furniture as its plan symbol, for panels; a card's when it comes near to what is seen. */

import { svg } from "#plan/svg.js";
import { symbolOf } from "#plan/symbol.js";

const FILLS = /** @type {Record<string, string>} */ ({ paper: "#ffffff", shade: "#ececec", ink: "#161616" });

/** A few of these stand in a short list, all in sight: they are drawn at once. */
const IN_ROW = "row-picture";

/** @type {WeakMap<Element, any>} */
const waiting = new WeakMap();
const near = new IntersectionObserver((entries) => entries.filter((entry) => entry.isIntersecting).forEach(({ target }) => draw(target)), { rootMargin: "200px" });

/** @param {any} kind @param {string} [look] a card's picture, or a small one in a row */
export function kindPicture(kind, look = "card-picture") {
  const [w, d] = kind.size;
  const wide = Math.max(w, d) * 1.16;
  const picture = svg("svg", { class: `plan ${look}`, viewBox: `${-wide / 2} ${-wide / 2} ${wide} ${wide}`, "aria-hidden": "true" });
  waiting.set(picture, kind);
  if (look === IN_ROW) draw(picture);
  else near.observe(picture);
  return picture;
}

/** @param {Element} picture */
function draw(picture) {
  near.unobserve(picture);
  const kind = waiting.get(picture);
  picture.append(...symbolOf(kind, kind.size).map((/** @type {any} */ stroke) =>
    svg("path", { d: stroke.d, class: `stroke ${stroke.weight}`, fill: (stroke.fill && FILLS[stroke.fill]) || "none" })));
}
