/** What of the studio is counted: tools chosen, panels opened, edits refused, and how long it stayed open. */

import { pageTally } from "#core/tally.js";

const TOOLS = ["wall", "opening", "item", "paint"];
const PANELS = ["room", "openings", "furnishing", "colours", "list", "checks"];
const REASONS = ["too_large", "not_your_variant", "no_variant", "too_many"];
const MINUTE_MS = 60_000;

/** @param {string} slug the store's @param {import("#ui/studio/studio.js").Studio} studio */
export function countStudio(slug, studio) {
  const tally = pageTally(slug, "studio");
  const began = Date.now();
  studio.planView.addEventListener("tool", (event) => {
    const { name } = /** @type {CustomEvent} */ (event).detail;
    if (name !== "select") tally.count("tool", oneOf(TOOLS, name)); // every other tool falls back to it by itself
  });
  studio.sheet.addEventListener("open", () => tally.count("panel", oneOf(PANELS, studio.open)));
  studio.store.addEventListener("saved", (event) => {
    const { state, reason } = /** @type {CustomEvent} */ (event).detail;
    if (state === "refused") tally.count("refused", oneOf(REASONS, reason));
  });
  window.addEventListener("pagehide", () => {
    tally.count("left", stayed(Date.now() - began));
    tally.flush();
  });
}

/** @param {string[]} known @param {string | undefined} name */
const oneOf = (known, name) => (name && known.includes(name) ? name : "other");

/** @param {number} ms */
const stayed = (ms) => (ms < MINUTE_MS ? "under_a_minute" : ms < 10 * MINUTE_MS ? "under_ten_minutes" : "longer");
