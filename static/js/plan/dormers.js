/** Dormers on the plan: they lie over the cut and are dashed, a gable's ridge too. */

import { roofsOver } from "#geometry/ceilings.js";
import { outlines } from "#geometry/dormers.js";
import { moveDormer } from "#model/actions/dormers.js";
import { roofAt } from "#model/dormer_fronts.js";
import { entity, levelHeight } from "#model/plan.js";
import { ring, svg } from "#plan/svg.js";

/** @typedef {import("#core/log.js").Document} Document */
/** @typedef {import("#plan/survey.js").Survey} Survey */
/** @typedef {import("#plan/plan_view.js").Tools} Tools */
/** @typedef {import("#plan/plan_view.js").PlanView} PlanView */
/** @typedef {import("#plan/pointers.js").Touch} Touch */
/** @typedef {readonly [number, number]} Point */

/** @param {Survey} survey @param {Tools} tools @returns {SVGElement[]} */
export const dormers = ({ document, level }, tools) =>
  [...partsOf(document, level)].map(([id, cells]) => {
    const d = cells.map(ring).join("");
    return svg("g", { class: "dormer", "data-path": `dormers/${id}`, role: "button", tabindex: -1, "aria-label": words(entity(document, "dormers", id), tools) },
      svg("path", { d, class: "dormer-frame" }), svg("path", { d, class: "grab" }));
  });

/** The middle of a dormer on the plan; null where it does not rise over its slope. @param {Document} document @param {string} level @param {string} id @returns {[number, number] | null} */
export function middleOf(document, level, id) {
  const points = (partsOf(document, level).get(id) ?? []).flat();
  if (points.length === 0) return null;
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
}

/** What each dormer takes of the plan, a gable's two halves apart. @param {Document} document @param {string} level @returns {Map<string, (readonly Point[])[]>} */
function partsOf(document, level) {
  /** @type {Map<string, (readonly Point[])[]>} */
  const parts = new Map();
  for (const { lift, cell } of outlines(roofsOver(document, level), levelHeight(document, level))) parts.set(lift.dormer, [...(parts.get(lift.dormer) ?? []), cell]);
  return parts;
}

/** @param {any} dormer @param {Tools} tools */
const words = ({ width, height, form }, { t, length }) => t("slopes.dormer_is", { form: t(`slopes.form_${form}`), width: length(width), height: length(height) });

/** A dormer goes along its slope's line and into the room, and its windows with it. @param {PlanView} view @param {string} id */
export function pullOfDormer(view, id) {
  const { store, selection, length } = view.tools;
  const dormer = entity(store.document, "dormers", id);
  if (!dormer) return null;
  return (/** @type {Touch} */ now, /** @type {Touch} */ from) => {
    const by = wayIn(store.document, dormer.slope, [now.at[0] - from.at[0], now.at[1] - from.at[1]]);
    if (!by) return;
    if (!selection.has(`dormers/${id}`)) selection.set({ collection: "dormers", id });
    store.preview(moveDormer(id, by, "dragged"));
    view.hint("plan.hint_moved_by", { length: length(Math.abs(Math.round(by.along / 10) * 10)) });
  };
}

/** A way on the plan by how far it leads along a slope's line and to its left. @param {Document} document @param {string} slope @param {Point} way */
export function wayIn(document, slope, [x, y]) {
  const roof = roofAt(document, slope);
  return roof && { along: x * roof.way[0] + y * roof.way[1], left: x * roof.way[1] - y * roof.way[0] };
}
