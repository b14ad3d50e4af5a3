/**
 * Which stretch of which wall bounds a room: the room's rims told wall by wall.
 *
 * @typedef {import("#geometry/vector.js").Vector} Vector
 * @typedef {import("#geometry/walls.js").Solid} Solid
 * @typedef {import("#geometry/walls.js").Side} Side
 * @typedef {import("#geometry/hollows.js").Rim} Rim
 *
 * A stretch of one wall's side about a room, `points` in the order of the room's ring. `side` is left or right, or the
 * end a or b of a wall that ends in the room. `from_mm` <= `to_mm` are the feet of the stretch along the wall's centre
 * line from a; the outer face of a corner reaches beyond the centre line's ends.
 * @typedef {{wall: string, side: Side, from_mm: number, to_mm: number, points: Vector[]}} Edge
 *
 * What a side of the rings is: of which wall, and which of its sides.
 * @typedef {{solid: Solid, side: Side}} Owner
 */
import { bends, cleaned, fine, finePoint, startingAt, topmost } from "#geometry/polygon.js";
import { piecesOf } from "#geometry/walls.js";

/** The owners of all sides of the solids' pieces, in order. @param {Iterable<Solid>} standing @returns {Owner[]} */
export const ownersOf = (standing) =>
  [...standing].flatMap((solid) => piecesOf(solid).flatMap(({ sides }) => sides.map((side) => ({ solid, side }))));

/** The rim cleaned of what rounding leaves, from its topmost corner. @param {Rim} rim @returns {Rim} */
export function tidied(rim) {
  const { points, owners } = cleaned(rim.points, rim.owners);
  const start = topmost(points);
  return { points: startingAt(points, start), owners: startingAt(owners, start) };
}

/**
 * The stretches of wall along the rim, one for each run along one side of a wall.
 * @param {Rim} rim @param {readonly Owner[]} owners @returns {Edge[]}
 */
export function stretches(rim, owners) {
  const ring = rim.points.map((point, place) => ({ point, ...owners[rim.owners[place]] }));
  return runsOf(ring).map((run) => edge([...run.map(({ point }) => point), after(ring, run).point], run[0]));
}

/**
 * @typedef {Owner & {point: Vector}} Step @param {Step[]} ring
 * @returns {Step[][]} the steps along one side of a wall each
 */
function runsOf(ring) {
  /** @type {Step[][]} */
  const runs = [];
  for (const step of ring) {
    const run = runs[runs.length - 1];
    if (run && isSameSide(run[0], step)) run.push(step);
    else runs.push([step]);
  }
  const [first, last] = [runs[0], runs[runs.length - 1]];
  return first !== last && isSameSide(first[0], last[0]) ? [[...last, ...first], ...runs.slice(1, -1)] : runs;
}

/** @param {Step} one @param {Step} other */
const isSameSide = (one, other) => one.solid === other.solid && one.side === other.side;

/** The step that follows the run. @param {Step[]} ring @param {Step[]} run */
const after = (ring, run) => ring[(ring.indexOf(run[run.length - 1]) + 1) % ring.length];

/** @param {Vector[]} points @param {Owner} owner @returns {Edge} */
function edge(points, { solid, side }) {
  const feet = [solid.line.along(points[0]), solid.line.along(points[points.length - 1])];
  return {
    wall: solid.wall,
    side,
    from_mm: fine(Math.min(...feet)),
    to_mm: fine(Math.max(...feet)),
    points: bends(points).map(finePoint),
  };
}
