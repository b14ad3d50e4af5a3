/** The level below, faint under the plan, so that walls come to stand on walls. */

import { levelBelow } from "#model/levels.js";
import { ring, svg } from "#plan/svg.js";

/** @param {import("#plan/survey.js").Survey} survey @returns {SVGElement[]} */
export function below(survey) {
  const level = levelBelow(survey.document, survey.level);
  const solids = level ? survey.found.solids.get(level.id) : null;
  return [...(solids?.values() ?? [])].map(({ polygon }) => svg("path", { d: ring(polygon), class: "below" }));
}
