/** Doors and windows to put into walls. */

import { USUAL } from "#model/actions/skylights.js";
import { slopesOf } from "#model/plan.js";
import { svg } from "#plan/svg.js";
import { el, icon } from "#ui/dom.js";
import { addWindow } from "#ui/inspectors/skylight_inspector.js";
import { openingPicture } from "#ui/opening_picture.js";

/** Usual sizes in mm. A niche is one for a shower's bottles. A room's door is 0.80 m clear between its frame's posts. */
export const OPENINGS = [
  { kind: "door", width: 900, height: 2050, sill: 0 },
  { kind: "double_door", width: 1600, height: 2050, sill: 0 },
  { kind: "sliding_door", width: 900, height: 2050, sill: 0 },
  { kind: "folding_door", width: 800, height: 2050, sill: 0 },
  { kind: "passage", width: 1000, height: 2200, sill: 0 },
  { kind: "window", width: 900, height: 1400, sill: 900 },
  { kind: "double_window", width: 1500, height: 1400, sill: 900 },
  { kind: "french_window", width: 1600, height: 2250, sill: 0 },
  { kind: "niche", width: 300, height: 600, sill: 1000, depth: 100 },
];

/** Into the slope that is selected; else the plan waits for a tap on one. @param {import("#ui/studio/studio.js").Studio} studio */
function roofWindowCard(studio) {
  const take = () => {
    const { current } = studio.selection;
    if (current?.collection === "slopes" && current.id) return addWindow(studio, current.id);
    studio.takeTool({ name: "skylight" });
    if (!slopesOf(studio.store.document, studio.planView.level).length) studio.planView.hint("slopes.hint_window_none");
  };
  return el("li", {}, el("button", { type: "button", class: "card", onclick: take },
    svg("svg", { class: "plan card-picture", viewBox: "0 0 2400 1600", "aria-hidden": "true" },
      svg("rect", { x: 700, y: 300, width: 1000, height: 1000, class: "sky-frame" }),
      svg("path", { d: "M800 400H1600V1200H800ZM800 800H1600", class: "sky-pane" })),
    el("span", { class: "card-name" }, studio.t("slopes.window")),
    el("span", { class: "quiet small" }, studio.format.length(USUAL.width))));
}

/** @param {import("#ui/studio/studio.js").Studio} studio */
export function openingsPanel(studio) {
  const take = (/** @type {typeof OPENINGS[number]} */ opening) => {
    if (studio.placeOpening(opening)) return;
    studio.takeTool({ name: "opening", ...opening });
  };
  return [
    el("h2", {}, studio.t("studio.tool_openings")),
    el("p", { class: "quiet small" }, studio.t("studio.openings_text")),
    el("ul", { class: "cards" }, ...OPENINGS.map((opening) =>
      el("li", {}, el("button", { type: "button", class: "card", onclick: () => take(opening) },
        openingPicture(opening),
        el("span", { class: "card-name" }, studio.t(`plan.kind_${opening.kind}`)),
        el("span", { class: "quiet small" }, studio.format.length(opening.width))))), roofWindowCard(studio)),
    el("p", { class: "quiet small with-icon" }, icon("info"), el("span", {}, studio.t("studio.openings_slide"))),
  ];
}
