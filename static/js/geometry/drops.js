/**
 * The faces of lowered ceilings: sides and undersides, as far as a room sees them, what covers and what they hide.
 *
 * A finish that names a bulkhead as its `wall` and has `sides` or `underside` for its `face` lies on it. A side that
 * stands against a wall is not seen, and neither is that much of the wall.
 * @typedef {import("#geometry/vector.js").Vector} Vector
 * @typedef {import("#geometry/entities.js").Plan} Plan
 * @typedef {import("#geometry/outline.js").Room} Room
 * @typedef {import("#geometry/bodies.js").Block} Block
 * @typedef {import("#geometry/cells.js").Cell} Cell
 * @typedef {{room: number, block: string, face: "sides" | "underside", area_mm2: number, finish: string | null}} Drop
 */
import { stands } from "#geometry/bodies.js";
import { clipped, triangles } from "#geometry/cells.js";
import { entities, levelHeight } from "#geometry/entities.js";
import { fine, signedArea, whole } from "#geometry/polygon.js";
import { across, dot, length, minus, moved } from "#geometry/vector.js";

export const FACES = /** @type {const} */ (["sides", "underside"]);
/** A side that is so near to a wall stands against it. */
const FLUSH_MM = 5;
const LEAST_MM = 1;

/** @param {Plan} plan @returns {Block[]} */
export const hangingBlocks = (plan) => entities(plan, "solids").filter((block) => !stands(block));

/**
 * Of each room, in the order of the bulkheads; `heightOf` tells a room's height.
 * @param {Plan} plan @param {readonly Room[]} rooms @param {(room: Room) => number} heightOf @returns {Drop[]}
 */
export function dropsOf(plan, rooms, heightOf) {
  const hanging = hangingBlocks(plan);
  return hanging.length === 0 ? [] : rooms.flatMap((room, place) => {
    const [cells, height] = [triangles(room.polygon, room.holes), heightOf(room)];
    return hanging.flatMap((block) => {
      const [low, high] = reachOf(plan, block);
      const under = block.level === room.level ? underOf(cells, block) : 0;
      if (!(under > 0 && low < height)) return [];
      const beside = sidesOf(block).reduce((sum, side) => sum + lengthIn(cells, side), 0) * (Math.min(high, height) - low);
      return FACES.map((face) => ({ room: place, block: block.id, face, area_mm2: whole(face === "sides" ? beside : under), finish: worn(plan, block.id, face) }));
    });
  });
}

/** How much of a level ceiling at that height lies behind bulkheads that reach it. @param {Plan} plan @param {Room} room @param {number} height */
export function covered(plan, room, height) {
  const reaching = hangingBlocks(plan).filter((block) => block.level === room.level && reachOf(plan, block)[1] >= height);
  const cells = reaching.length ? triangles(room.polygon, room.holes) : [];
  return reaching.reduce((sum, block) => sum + underOf(cells, block), 0);
}

/**
 * What bulkheads hide of a straight face, mm along it and above the floor. `isRight`: whether the room lies to the right of `way`.
 * @param {Plan} plan @param {string} level @param {{start: Vector, way: Vector}} face where its along begins, and its unit way
 * @param {boolean} isRight @param {[number, number]} reach from where to where along it goes @returns {import("#geometry/heights.js").Rectangle[]}
 */
export function hiddenOn(plan, level, { start, way }, isRight, [from, to]) {
  const blocks = hangingBlocks(plan).filter((block) => block.level === level);
  const at = moved(start, [-way[1], way[0]], isRight ? FLUSH_MM : -FLUSH_MM);
  return blocks.flatMap((block) => {
    const begin = moved(at, way, from);
    const [low, high] = within(cornersOf(block), begin, minus(moved(at, way, to), begin));
    return low < high ? [[fine(from + low * (to - from)), fine(from + high * (to - from)), ...reachOf(plan, block)]] : [];
  });
}

/** From which height to which it hangs above its level's floor, mm. @param {Plan} plan @param {Block} block @returns {[number, number]} */
export function reachOf(plan, { level, z_from, z_to }) {
  const top = z_to ?? levelHeight(plan, level);
  return [Math.min(z_from, top - LEAST_MM), top];
}

/** The last finish on that face of the bulkhead. @param {Plan} plan @param {string} block @param {string} face @returns {string | null} */
export const worn = (plan, block, face) => entities(plan, "finishes").findLast((one) => one.wall === block && one.face === face)?.id ?? null;

/** Its corners on the page, clockwise from its back left one, all so far outside of it. @param {Block} block @param {number} [out_mm] @returns {Vector[]} */
export function cornersOf(block, out_mm = 0) {
  const [along, deep] = frameOf(block);
  const [wide, far] = [block.size[0] / 2 + out_mm, block.size[1] / 2 + out_mm];
  return [[-wide, -far], [wide, -far], [wide, far], [-wide, far]].map(([x, y]) => moved(moved(block.at, along, x), deep, y));
}

/** @param {Block} block @returns {[Vector, Vector]} */
function frameOf({ turn_mdeg }) {
  const turn = (turn_mdeg * Math.PI) / 180_000;
  return [[Math.cos(turn), Math.sin(turn)], [-Math.sin(turn), Math.cos(turn)]];
}

/** How much of the cells lies under it. @param {readonly Cell[]} cells @param {Block} block */
function underOf(cells, block) {
  const [along, deep] = frameOf(block);
  const sides = /** @type {[Vector, number][]} */ ([[along, block.size[0] / 2], [deep, block.size[1] / 2]]).flatMap(([axis, half]) =>
    [1, -1].map((way) => (/** @type {Vector} */ point) => half - way * dot(minus(point, block.at), axis)));
  return cells.reduce((sum, cell) => sum + Math.abs(signedArea(sides.reduce((rest, side) => clipped(rest, side), cell))), 0);
}

/** Its four edges, each as far outside of it as it may stand from a wall that hides it. @param {Block} block @returns {[Vector, Vector][]} */
function sidesOf(block) {
  const [along, deep] = frameOf(block);
  const [a, b, c, d] = cornersOf(block);
  const out = /** @type {[Vector, Vector, Vector, number][]} */ ([[a, b, deep, -1], [b, c, along, 1], [c, d, deep, 1], [d, a, along, -1]]);
  return out.map(([p, q, axis, way]) => [moved(p, axis, way * FLUSH_MM), moved(q, axis, way * FLUSH_MM)]);
}

/** How much of a stretch lies in convex cells, clockwise on the page. @param {readonly Cell[]} cells @param {[Vector, Vector]} side */
function lengthIn(cells, [start, end]) {
  const way = minus(end, start);
  const share = cells.reduce((sum, cell) => {
    const [low, high] = within(cell, start, way);
    return sum + Math.max(high - low, 0);
  }, 0);
  return share * length(way);
}

/**
 * From which to which share of its length a stretch lies in a convex cell, clockwise on the page; else the same.
 * @param {readonly Vector[]} cell @param {Vector} start @param {Vector} way @returns {[number, number]}
 */
function within(cell, start, way) {
  let [low, high] = [0, 1];
  cell.forEach((corner, place) => {
    const before = cell[(place || cell.length) - 1];
    const edge = minus(corner, before);
    const [depth, rise] = [across(edge, minus(start, before)), across(edge, way)];
    if (rise > 0) low = Math.max(low, -depth / rise);
    else if (rise < 0) high = Math.min(high, -depth / rise);
    else if (depth < 0) high = low;
  });
  return [low, Math.max(low, high)];
}
