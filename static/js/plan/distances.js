/** Distances shown while a thing is moved: from each of its four sides to the wall before it; of an opening to the wall's ends. */

import { footprint } from "#geometry/footprint.js";
import { halfAt } from "#geometry/thickness.js";
import { length, minus } from "#geometry/vector.js";
import { seenLength } from "#geometry/walls.js";
import { entity } from "#model/plan.js";
import { line, svg } from "#plan/svg.js";

/** @typedef {readonly [number, number]} Point */

const FARTHEST_MM = 20_000;
const TOUCHING_MM = 15;

/** @param {import("#plan/plan_view.js").PlanView} view @param {string} id an item's or an opening's @returns {SVGElement[]} */
export function distances(view, id) {
  const { document } = view.tools.store;
  const item = entity(document, "items", id) ?? entity(document, "solids", id);
  if (item) return aroundItem(view, item);
  const opening = entity(document, "openings", id);
  return opening ? besideOpening(view, opening) : [];
}

/** How far a thing is from the walls to the left, right, above and below it on the page, mm; null where there is none. @param {import("#plan/plan_view.js").PlanView} view @param {any} item @returns {(number | null)[]} */
export function freeAround(view, item) {
  const corners = footprint(item);
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [x, y] = item.at;
  return [[-1, 0, x - Math.min(...xs)], [1, 0, Math.max(...xs) - x], [0, -1, y - Math.min(...ys)], [0, 1, Math.max(...ys) - y]].map(([dx, dy, reach]) =>
    freeWay(view, moved(item.at, [dx, dy], reach), [dx, dy], item.id));
}

/** @param {import("#plan/plan_view.js").PlanView} view @param {any} item */
function aroundItem(view, item) {
  const turn = (item.turn_mdeg / 180_000) * Math.PI;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const [w, d] = item.size;
  const sides = [[1, 0, w / 2], [-1, 0, w / 2], [0, 1, d / 2], [0, -1, d / 2]];
  return sides.flatMap(([x, y, reach]) => {
    const way = /** @type {Point} */ ([x * cos - y * sin, x * sin + y * cos]);
    const from = moved(item.at, way, reach);
    const free = freeWay(view, from, way, item.id);
    return free === null || free < TOUCHING_MM ? [] : measure(view, from, moved(from, way, free), free);
  });
}

/** @param {import("#plan/plan_view.js").PlanView} view @param {any} opening */
function besideOpening(view, opening) {
  const solid = view.survey.solids.get(opening.wall);
  const wall = entity(view.tools.store.document, "walls", opening.wall);
  if (!solid || !wall) return [];
  const side = view.survey.insideOf(opening.wall);
  const [first, last] = [solid.line.along(solid[side][0]), solid.line.along(solid[side][solid[side].length - 1])];
  const from = opening.from === "a" ? opening.offset : solid.line.length_mm - opening.offset - opening.width;
  const sign = side === "right" ? 1 : -1;
  const on = (/** @type {number} */ along) => solid.line.at(along, sign * halfAt(/** @type {any} */ (wall), along));
  const share = arcShare(solid.line, (sign * wall.thickness) / 2);
  const seen = seenLength(solid, side);
  return [[first, from], [from + opening.width, last]].flatMap(([begin, end]) =>
    end - begin < TOUCHING_MM || end - begin > seen ? [] : measure(view, on(begin), on(end), solid.line.centre ? share * (end - begin) : length(minus(on(end), on(begin)))),
  );
}

/** What a length on the centre line of an arc is on a parallel of it. @param {import("#geometry/centreline.js").CentreLine} line @param {number} right_mm */
const arcShare = ({ radius_mm, turn }, right_mm) => (radius_mm + turn * right_mm) / radius_mm;

/** How far a ray runs before it meets a wall, mm; null when it meets none. @param {import("#plan/plan_view.js").PlanView} view @param {Point} from @param {Point} way @param {string} own that stands at its beginning */
function freeWay(view, from, way, own) {
  let least = FARTHEST_MM;
  for (const { wall, polygon } of view.survey.solids.values()) {
    if (wall === own) continue;
    polygon.forEach((begin, place) => {
      const hit = along(from, way, begin, polygon[(place + 1) % polygon.length]);
      if (hit !== null && hit < least) least = hit;
    });
  }
  return least < FARTHEST_MM ? least : null;
}

/** @param {Point} from @param {Point} way @param {readonly [number, number]} p @param {readonly [number, number]} q */
function along(from, way, p, q) {
  const edge = [q[0] - p[0], q[1] - p[1]];
  const turn = way[0] * edge[1] - way[1] * edge[0];
  if (Math.abs(turn) < 1e-9) return null;
  const to = [p[0] - from[0], p[1] - from[1]];
  const far = (to[0] * edge[1] - to[1] * edge[0]) / turn;
  const share = (to[0] * way[1] - to[1] * way[0]) / turn;
  return far >= -1 && share >= 0 && share <= 1 ? Math.max(far, 0) : null;
}

/** @param {import("#plan/plan_view.js").PlanView} view @param {Point} from @param {Point} to @param {number} mm */
function measure(view, from, to, mm) {
  const size = 12.5 * view.viewport.mmPerPx;
  const [x, y] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  return [
    svg("path", { d: line([from, to]), class: "measure" }),
    svg("text", { x, y: y - 0.35 * size, "font-size": size, class: "measure-text" }, view.tools.length(mm)),
  ];
}

/** @param {Point} point @param {Point} way @param {number} by @returns {Point} */
const moved = ([x, y], [dx, dy], by) => [x + dx * by, y + dy * by];
