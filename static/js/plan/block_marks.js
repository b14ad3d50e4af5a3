/** Columns and shafts cut through, and bulkheads dashed overhead, each its own target. */

import { footprint } from "#geometry/footprint.js";
import { isBlock } from "#geometry/bodies.js";
import { entities } from "#model/plan.js";
import { line, ring, svg } from "#plan/svg.js";

/** @typedef {import("#plan/survey.js").Survey} Survey */
/** @typedef {import("#plan/plan_view.js").Tools} Tools */

/** @param {Survey} survey @param {Tools} tools @returns {SVGElement[]} */
export const blocks = (survey, tools) =>
  entities(survey.document, "solids").filter(({ level }) => level === survey.level).map((block) =>
    svg("g", { class: "block", "data-path": `solids/${block.id}`, role: "button", tabindex: -1, "aria-label": blockName(block, tools) }, ...marksOf(block, survey)),
  );

/** @param {any} block @param {{t: Tools["t"], length: Tools["length"]}} tools */
export const blockName = ({ kind, round, size: [width, depth] }, { t, length }) =>
  t("walls.block_is", { name: t(`walls.${round && kind === "column" ? "round_column" : kind}`), size: round ? length(width) : `${length(width)} × ${length(depth)}` });

/** @param {any} block @param {Survey} survey */
function marksOf(block, survey) {
  const solid = survey.solids.get(block.id);
  if (solid) {
    const cross = block.kind === "shaft" && !block.round ? [svg("path", { d: line([solid.polygon[0], solid.polygon[2]]), class: "shaft-line" })] : [];
    return [svg("path", { d: ring(solid.polygon), class: "wall" }), ...cross];
  }
  const corners = footprint({ ...block, size: [...block.size, 0] });
  return [svg("path", { d: ring(corners), class: "bulkhead" }), svg("path", { d: line([corners[0], corners[2]]) + line([corners[1], corners[3]]), class: "bulkhead" })];
}

/** What a block can be put against: the walls alone. @param {import("#geometry/outline.js").Found} found @returns {import("#geometry/outline.js").Found} */
export function wallsAlone(found) {
  const solids = new Map([...found.solids].map(([level, held]) => [level, new Map([...held].filter(([id]) => !isBlock(id)))]));
  return { ...found, solids, rooms: found.rooms.map((room) => ({ ...room, boundary: room.boundary.filter(({ wall }) => !isBlock(wall)) })) };
}
