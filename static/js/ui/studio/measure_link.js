/** The way from the studio to the walk round a room with a tape. */

import { el, icon } from "#ui/dom.js";
import { goWhenSent } from "#ui/studio/list_link.js";

/** Nothing for whoever may not measure in the project. @param {import("#ui/studio/studio.js").Studio} studio @param {string | null} [label] of the room */
export function measureLink({ measureUrl, store, t }, label) {
  if (!measureUrl) return null;
  const url = label ? `${measureUrl}?room=${encodeURIComponent(label)}` : measureUrl;
  return el("a", { class: "button", href: url, onclick: (/** @type {Event} */ event) => goWhenSent(event, store, url) },
    icon("ruler"), el("span", {}, t("hand_over.dimensions")));
}
