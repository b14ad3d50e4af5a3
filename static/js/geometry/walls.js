/**
 * Walls as solids: mitred corners, tees, caps; their sides, and the stretch of wall that an opening takes.
 *
 * @typedef {import("#geometry/vector.js").Vector} Vector
 * @typedef {import("#geometry/polygon.js").Ring} Ring
 * @typedef {import("#geometry/entities.js").Plan} Plan
 * @typedef {import("#geometry/entities.js").Wall} Wall
 * @typedef {import("#geometry/entities.js").Opening} Opening
 * @typedef {import("#geometry/centreline.js").CentreLine} CentreLine
 * @typedef {import("#geometry/ends.js").End} End
 * @typedef {import("#geometry/ends.js").Body} Body
 * @typedef {import("#geometry/ends.js").Corner} Corner
 * @typedef {import("#geometry/ends.js").Joint} Joint
 * @typedef {"left" | "right" | "a" | "b"} Side
 *
 * What a wall stands on: a polygon clockwise on the page, and for each of its edges what it is of the wall:
 * `sides[n]` (left, right, or the end a or b) belongs to the edge from `polygon[n]` to the next corner. `left` and
 * `right` are the lines one sees of the two sides, from a to b: between mitres, from face to face of the walls that
 * it runs into. `line` turns plan points into mm along the wall and back. An arc so long that its ends lie on one
 * another `overlaps` itself.
 * @typedef {{wall: string, line: CentreLine, polygon: Ring, sides: Side[], left: Vector[], right: Vector[],
 *   overlaps: boolean}} Solid
 */
import { halfCircle, standingBlocks } from "#geometry/bodies.js";
import { centreLine } from "#geometry/centreline.js";
import { capped, squareCorner } from "#geometry/ends.js";
import { entities } from "#geometry/entities.js";
import { joints } from "#geometry/joints.js";
import { edges, signedArea } from "#geometry/polygon.js";
import { faceLine, halfAt } from "#geometry/thickness.js";
import { across, length, minus } from "#geometry/vector.js";

/** An opening may pass its wall's end by this much: the lengths of slanting walls are not whole millimetres. */
const FIT_MM = 1;

/**
 * The solids of a level's walls and, after them, of its columns and shafts by id, in the document's order; walls of no
 * length have none.
 * @param {Plan} plan @param {string} levelId @returns {Map<string, Solid>}
 */
export const solids = (plan, levelId) => {
  const isHere = (/** @type {{level: string}} */ { level }) => level === levelId;
  const alone = standingBlocks(plan).filter(isHere).flatMap(standingAlone);
  return new Map([...solidsOf(entities(plan, "walls").filter(isHere)), ...alone]);
};

/** The polygons (mm, clockwise on the page) of a level's walls by id. @param {Plan} plan @param {string} levelId */
export const wallSolids = (plan, levelId) =>
  new Map([...solids(plan, levelId)].map(([id, solid]) => /** @type {[string, Ring]} */ ([id, solid.polygon])));

/**
 * Simple polygons and their sides that make up the wall: itself, or facet by facet when it overlaps itself.
 * @param {Solid} solid @returns {{ring: Ring, sides: Side[]}[]}
 */
export function piecesOf({ polygon, sides, overlaps }) {
  if (!overlaps) return [{ ring: polygon, sides }];
  const last = polygon.length - 1;
  return polygon.slice(1, polygon.length / 2).map((q, place) => ({
    ring: [polygon[place], q, polygon[last - place - 1], polygon[last - place]],
    sides: ["left", "b", "right", "a"],
  }));
}

/**
 * The face line of the wall taken alone, from a to b, as if no other wall met it; empty when of no length.
 * @param {Wall} wall @param {"left" | "right"} side @returns {Vector[]}
 */
export function sideLine(wall, side) {
  const line = centreLine(wall);
  return line ? faceLine(wall, line, side) : [];
}

/**
 * How long the side is to somebody who stands before it, mm: between mitres, from face to face of crossing walls.
 * @param {Solid} solid @param {"left" | "right"} side
 */
export const seenLength = (solid, side) =>
  solid[side].slice(1).reduce((sum, point, place) => sum + length(minus(point, solid[side][place])), 0);

/** The length of the centre line, mm. @param {Wall} wall */
export const wallLength = (wall) => centreLine(wall)?.length_mm ?? 0;

/**
 * The stretch [from, to] mm from a that the opening takes of its wall, cut at the ends; null when beyond them.
 * @param {Wall} wall @param {Opening} opening @returns {[number, number] | null}
 */
export function openingSpan(wall, opening) {
  const [from, to] = wantedSpan(wall, opening);
  const low = Math.max(from, 0);
  const high = Math.min(to, wallLength(wall));
  return low < high ? [low, high] : null;
}

/** @param {Wall} wall @param {Opening} opening */
export function openingFits(wall, opening) {
  const [low, high] = wantedSpan(wall, opening);
  return low >= -FIT_MM && high <= wallLength(wall) + FIT_MM;
}

/** @param {Wall} wall @param {Opening} opening @returns {[number, number]} */
function wantedSpan(wall, { from, offset, width }) {
  const near = from === "b" ? wallLength(wall) - offset - width : offset;
  return [near, near + width];
}

/** @param {Wall[]} walls @returns {Map<string, Solid>} */
function solidsOf(walls) {
  const drawn = walls.flatMap((wall) => {
    const line = centreLine(wall);
    return line ? [{ wall, line }] : [];
  });
  const ends = drawn.flatMap(({ wall, line }, place) => endsOf(place, wall, line));
  const joined = joints(ends, drawn.map(({ wall, line }) => bodyOf(wall, line)));
  const both = (/** @type {any[]} */ all, /** @type {number} */ place) => all.slice(2 * place, 2 * place + 2);
  return new Map(
    drawn.map(({ wall, line }, n) => [wall.id, solidOf(wall, line, both(ends, n), both(joined, n))]),
  );
}

/** @param {number} place @param {Wall} wall @param {CentreLine} line @returns {End[]} */
function endsOf(place, wall, line) {
  const [left, right] = [faceLine(wall, line, "left"), faceLine(wall, line, "right")];
  const last = line.points.length - 1;
  const [outA, outB] = [line.normals[0], line.normals[last]];
  const [atA, atB] = halvesOf(wall, line);
  const end = { wall: place, length: line.length_mm };
  return [
    { ...end, half: atA, at: line.points[0], into: [outA[1], -outA[0]], left, right },
    { ...end, half: atB, at: line.points[last], into: [-outB[1], outB[0]], left: right.toReversed(), right: left.toReversed() },
  ];
}

/** @param {Wall} wall @param {CentreLine} line @returns {Body} */
function bodyOf(wall, line) {
  const { points } = line;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const box = /** @type {Body["box"]} */ ([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
  return { points, halves: halvesOf(wall, line), box };
}

/** @param {Wall} wall @param {CentreLine} line @returns {[number, number]} */
const halvesOf = (wall, line) => [halfAt(wall, 0), halfAt(wall, line.length_mm)];

/** A column or shaft: nothing joins it, and its ends are square, or it is round in facets like an arc's. @param {import("#geometry/bodies.js").Body} block @returns {[string, Solid][]} */
function standingAlone(block) {
  const line = centreLine(block);
  if (!line) return [];
  const { id: wall, thickness, round } = block;
  const [left, right] = round ? [halfCircle(line, -1), halfCircle(line, 1)] : [line.side(-thickness / 2), line.side(thickness / 2)];
  const polygon = round ? [...left, ...right.slice(1, -1).reverse()] : [...left, ...right.toReversed()];
  const half = (/** @type {Side} */ side) => /** @type {Side[]} */ (Array(left.length - 1).fill(side));
  const sides = /** @type {Side[]} */ (round ? [...half("left"), ...half("right")] : ["left", "b", "right", "a"]);
  return [[wall, { wall, line, polygon, sides, left, right, overlaps: false }]];
}

/** @param {Wall} wall @param {CentreLine} line @param {End[]} ends @param {Joint[]} joined @returns {Solid} */
function solidOf(wall, line, ends, joined) {
  const solid = assembled(wall, line, ends, joined);
  const plain = wall.bulge === 0 && joined[0].between.length < 2 && joined[1].between.length < 2;
  if (plain || isSimple(solid.polygon)) return solid;
  const alone = assembled(wall, line, ends, [capped(ends[0]), capped(ends[1])]);
  return { ...alone, overlaps: !isSimple(alone.polygon) };
}

/** @param {Wall} wall @param {CentreLine} line @param {End[]} ends @param {Joint[]} joined @returns {Solid} */
function assembled(wall, line, ends, [a, b]) {
  const left = sideBetween(ends[0].left, a.left, b.right);
  const right = sideBetween(ends[0].right, a.right, b.left);
  const atB = bent(left.whole[left.whole.length - 1], b.between, right.whole[right.whole.length - 1]);
  const atA = bent(right.whole[0], a.between, left.whole[0]);
  return {
    wall: wall.id,
    line,
    polygon: [...left.whole, ...atB, ...right.whole.toReversed(), ...atA],
    sides: [
      ...Array(left.whole.length - 1).fill("left"),
      ...Array(atB.length + 1).fill("b"),
      ...Array(right.whole.length - 1).fill("right"),
      ...Array(atA.length + 1).fill("a"),
    ],
    left: left.seen,
    right: right.seen,
    overlaps: false,
  };
}

/**
 * A side between its corners, whole and as seen; where the corners pass one another both are left square.
 * @param {readonly Vector[]} line @param {Corner} atA @param {Corner} atB
 */
function sideBetween(line, atA, atB) {
  const facets = line.length - 1;
  if (atA.place + atB.place >= facets) return sideBetween(line, squareCorner(line), squareCorner(line.toReversed()));
  const inner = line.slice(Math.max(Math.trunc(atA.place) + 1, 1), facets - Math.max(Math.trunc(atB.place), 0));
  return { whole: [atA.point, ...inner, atB.point], seen: [atA.seen, ...inner, atB.seen] };
}

/**
 * The points between a side's corner and the other's, unless they lie straight between them.
 * @param {Vector} first @param {Vector[]} between @param {Vector} last
 */
function bent(first, between, last) {
  const way = minus(last, first);
  const straight = between.every((point) => Math.abs(across(minus(point, first), way)) <= 1e-6 * length(way));
  return straight ? [] : between;
}

/**
 * Only bevels and tight arcs can cross themselves: mitres alone keep both sides and the ends in order.
 * @param {Ring} ring
 */
function isSimple(ring) {
  const sides = edges(ring);
  return (
    signedArea(ring) > 0 &&
    !sides.some(([p, pTo], one) => sides.some(([q, qTo], other) => other > one + 1 && cross(p, pTo, q, qTo)))
  );
}

/** @param {Vector} p @param {Vector} pTo @param {Vector} q @param {Vector} qTo */
function cross(p, pTo, q, qTo) {
  const one = minus(pTo, p);
  const other = minus(qTo, q);
  return (
    across(one, minus(q, p)) * across(one, minus(qTo, p)) < 0 &&
    across(other, minus(p, q)) * across(other, minus(pTo, q)) < 0
  );
}
