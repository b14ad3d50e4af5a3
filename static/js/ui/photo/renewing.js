/** Parts of the panel drawn anew: only when they show something else, and without taking the keyboard's place away. */

import { el } from "#ui/dom.js";

/** What a part shows from now on. @param {HTMLElement} part @param {(Node | null)[]} nodes */
export function renew(part, nodes) {
  const drawn = el("div", {}, ...nodes);
  if (drawn.innerHTML === part.innerHTML) return;
  const held = part.contains(document.activeElement) ? nameOf(/** @type {HTMLElement} */ (document.activeElement)) : null;
  part.replaceChildren(...drawn.childNodes);
  if (held) thingsOf(part).find((thing) => nameOf(thing) === held)?.focus({ preventScroll: true });
}

/** By what a thing is known again. @param {HTMLElement} thing */
const nameOf = (thing) => thing.dataset.key ?? thing.getAttribute("aria-label") ?? thing.textContent;

/** @param {HTMLElement} part @returns {HTMLElement[]} */
const thingsOf = (part) => [...part.querySelectorAll("button, a")].map((thing) => /** @type {HTMLElement} */ (thing));
