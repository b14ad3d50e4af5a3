/**
 * Where the ends of walls meet: mitres between ends at one place, tees onto another wall, caps on free ends.
 * @typedef {import("#geometry/vector.js").Vector} Vector
 * @typedef {import("#geometry/ends.js").End} End
 * @typedef {import("#geometry/ends.js").Body} Body
 * @typedef {import("#geometry/ends.js").Corner} Corner
 * @typedef {import("#geometry/ends.js").Joint} Joint
 */
import { fullTurn } from "#geometry/centreline.js";
import { capped, crossing, squareCorner } from "#geometry/ends.js";
import { runInto } from "#geometry/tee.js";
import { across, dot, length, minus } from "#geometry/vector.js";

/** Ends nearer to each other than this are one corner: as much as rounding to whole millimetres leaves. */
export const MEET_MM = 2;
/** A mitre or a tee runs at most so many half thicknesses past the end; a sharper corner is bevelled. */
const MITRE_LIMIT = 4;
/** Ends that leave a corner within this angle (radians) lie on one another and make no mitre together. */
const SAME_WAY = 1e-3;

/**
 * One joint for each end.
 * @param {readonly End[]} ends @param {readonly Body[]} bodies @returns {Joint[]}
 */
export function joints(ends, bodies) {
  const nodes = nodesOf(ends);
  return ends.map((end, place) => mitred(end, nodes[place]) ?? runInto(end, bodies) ?? capped(end));
}

/**
 * The place where an end meets others: where its first end is, with all that end there.
 * @typedef {{at: Vector, ends: End[]}} Node
 * @param {readonly End[]} ends @returns {Node[]} the node of each end
 */
function nodesOf(ends) {
  /** @type {Map<string, Node[]>} */
  const cells = new Map();
  /** @type {Node[]} */
  const nodes = [];
  return ends.map((end) => {
    const near = AROUND.flatMap(([x, y]) => cells.get(cellOf(end.at, x, y)) ?? []);
    const meeting = near.filter(({ at }) => length(minus(at, end.at)) < MEET_MM);
    const node = meeting.length > 1 ? nodes.find((known) => meeting.includes(known)) : meeting[0];
    if (node) {
      node.ends.push(end);
      return node;
    }
    const started = { at: end.at, ends: [end] };
    const cell = cellOf(end.at, 0, 0);
    cells.set(cell, [...(cells.get(cell) ?? []), started]);
    nodes.push(started);
    return started;
  });
}

const AROUND = [-1, 0, 1].flatMap((x) => [-1, 0, 1].map((y) => [x, y]));

/** @param {Vector} point @param {number} x @param {number} y */
const cellOf = (point, x, y) => `${Math.floor(point[0] / MEET_MM) + x},${Math.floor(point[1] / MEET_MM) + y}`;

/**
 * The mitres of an end with the ends next to it; null when it has the place for itself. Two ends meet from corner to
 * corner, which on walls that taper or bend is not quite through where they end.
 * @param {End} end @param {Node} node @returns {Joint | null}
 */
function mitred(end, node) {
  const beside = besideOf(end, node.ends);
  if (!beside) return null;
  const { before, after, reflex } = beside;
  const withBefore = mitre(before, end);
  const withAfter = mitre(end, after);
  return {
    left: withBefore?.[1] ?? squareCorner(end.left),
    right: withAfter?.[0] ?? squareCorner(end.right),
    between: before === after && withBefore && withAfter ? [] : reflex && !withAfter ? [after.left[0], node.at] : [node.at],
  };
}

/**
 * The ends next before and next after this one, turning clockwise, and whether the next leaves a reflex angle; of
 * ends that go the same way the thickest counts.
 * @typedef {{before: End, after: End, reflex: boolean}} Beside
 * @param {End} end @param {readonly End[]} partners @returns {Beside | null}
 */
function besideOf(end, partners) {
  const turns = partners
    .filter(({ wall }) => wall !== end.wall)
    .map((other) => ({ other, turn: clockwise(end.into, other.into) }))
    .filter(({ turn }) => SAME_WAY < turn && turn < 2 * Math.PI - SAME_WAY)
    .sort((one, next) => next.other.half - one.other.half);
  if (turns.length === 0) return null;
  const widest = Math.max(...turns.map(({ turn }) => turn));
  const least = Math.min(...turns.map(({ turn }) => turn));
  const before = turns.find(({ turn }) => turn > widest - SAME_WAY) ?? turns[0];
  const after = turns.find(({ turn }) => turn < least + SAME_WAY) ?? turns[0];
  return { before: before.other, after: after.other, reflex: least > Math.PI };
}

/** @param {Vector} one @param {Vector} other */
const clockwise = (one, other) => fullTurn(Math.atan2(across(one, other), dot(one, other)));

/**
 * The mitre of the right side of one end and the left side of the next: where they meet, each run on by at most the
 * limit before its start; null when they do not.
 * @param {End} one @param {End} after @returns {[Corner, Corner] | null}
 */
function mitre(one, after) {
  const reach = MITRE_LIMIT * Math.max(one.half, after.half);
  for (let facet = 0; facet < one.right.length - 1; facet += 1) {
    for (let other = 0; other < after.left.length - 1; other += 1) {
      const hit = crossing(one.right[facet], one.right[facet + 1], after.left[other], after.left[other + 1]);
      if (hit && isOn(one.right, facet, hit.share, reach) && isOn(after.left, other, hit.otherShare, reach)) {
        const { point } = hit;
        return [
          { point, place: facet + hit.share, seen: point },
          { point, place: other + hit.otherShare, seen: point },
        ];
      }
    }
  }
  return null;
}

/** @param {readonly Vector[]} line @param {number} facet @param {number} share @param {number} reach_mm */
function isOn(line, facet, share, reach_mm) {
  const least = facet ? 0 : -reach_mm / length(minus(line[1], line[0]));
  return least <= share && share <= 1;
}
