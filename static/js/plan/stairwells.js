/** Openings in a level's floor, over the stairs that come up through them: dashed, with the flight's steps and arrow. */

import { stairwells } from "#geometry/stairwells.js";
import { placedWay } from "#plan/placed_way.js";
import { ring, svg } from "#plan/svg.js";
import { symbolOf } from "#plan/symbol.js";

/** @param {import("#plan/survey.js").Survey} survey @param {import("#model/kinds.js").Kinds} kinds @returns {SVGElement[]} */
export const openStairs = (survey, kinds) =>
  wellsOn(survey).map(({ item, outline }) => {
    const steps = !kinds.has(item.kind) ? [] : symbolOf(kinds.get(item.kind), item.size).filter(({ weight }) => weight !== "outline");
    return svg("g", { class: "stairwell" }, svg("path", { d: ring(outline), class: "stairwell-edge" }),
      ...steps.map(({ d, fill }) => svg("path", { d: placedWay(d, item), class: fill === "ink" ? "stairwell-foot" : "stairwell-step" })));
  });

/** The stairs under openings in a level's floor. @param {import("#plan/survey.js").Survey} survey */
export const wellsOn = ({ document, level }) => stairwells(document).filter(({ above }) => above.includes(level));
