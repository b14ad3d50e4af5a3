/**
 * The hollows that overlapping rings enclose together: the plane cut along the rings, and the faces that none covers.
 *
 * @typedef {import("#geometry/vector.js").Vector} Vector
 * @typedef {import("#geometry/polygon.js").Ring} Ring
 * @typedef {import("#geometry/cutting.js").Stretch} Stretch
 *
 * A ring of a hollow's rim: its points, the hollow on the right hand of who walks along it; and for the edge from each
 * point to the next the side of the rings (counted through all of them) that made it.
 * @typedef {{points: Vector[], owners: number[]}} Rim
 * @typedef {{outer: Rim, islands: Rim[]}} Hollow
 *
 * One direction of a stretch: the face on its right; `covers` is how many more rings lie there than on its left.
 * @typedef {{from: number, to: number, twin: Half, next: Half, covers: number, owner: number,
 *   cycle: Cycle | null}} Half
 *
 * A way around a face, clockwise about the face's outside (area > 0) or the other way about an island in it;
 * `depth` is how many rings cover the face, once known.
 * @typedef {{halves: Half[], area: number, depth: number | null}} Cycle
 */
import { cutRings } from "#geometry/cutting.js";
import { contains, signedArea } from "#geometry/polygon.js";
import { minus } from "#geometry/vector.js";

/**
 * @param {readonly Ring[]} rings simple and clockwise
 * @returns {Hollow[]}
 */
export function hollowsOf(rings) {
  const { stretches, points } = cutRings(rings);
  const halves = halvesOf(stretches);
  linkAround(halves, points);
  const cycles = cyclesOf(halves, points);
  setDepths(cycles, halves, points);
  const rims = cycles.filter(({ depth }) => depth === 0).flatMap(({ halves: around }) => rimsOf(around, points));
  return nested(rims);
}

/** @param {Stretch[]} stretches @returns {Half[]} each beside its twin */
function halvesOf(stretches) {
  /** @type {Map<string, Half>} */
  const known = new Map();
  for (const { from, to, owner } of stretches) {
    const half = known.get(`${from},${to}`) ?? addPair(known, from, to);
    half.covers += 1;
    half.twin.covers -= 1;
    half.twin.owner = Math.min(half.twin.owner, owner);
  }
  return [...known.values()];
}

/** @param {Map<string, Half>} known @param {number} from @param {number} to @returns {Half} */
function addPair(known, from, to) {
  const half = /** @type {Half} */ ({ from, to, covers: 0, owner: Infinity, cycle: null });
  const twin = /** @type {Half} */ ({ from: to, to: from, twin: half, covers: 0, owner: Infinity, cycle: null });
  half.twin = twin;
  known.set(`${from},${to}`, half);
  known.set(`${to},${from}`, twin);
  return half;
}

/**
 * After each half comes the one that turns most to the right.
 * @param {Half[]} halves @param {readonly Vector[]} points
 */
function linkAround(halves, points) {
  /** @type {Map<number, {half: Half, angle: number}[]>} */
  const leaving = new Map();
  for (const half of halves) {
    const [x, y] = minus(points[half.to], points[half.from]);
    const fan = leaving.get(half.from) ?? [];
    fan.push({ half, angle: Math.atan2(y, x) });
    leaving.set(half.from, fan);
  }
  for (const fan of leaving.values()) {
    fan.sort((one, other) => one.angle - other.angle);
    fan.forEach(({ half }, place) => {
      half.twin.next = fan[(place + fan.length - 1) % fan.length].half;
    });
  }
}

/** @param {Half[]} halves @param {readonly Vector[]} points @returns {Cycle[]} */
function cyclesOf(halves, points) {
  const cycles = [];
  for (const start of halves) {
    if (start.cycle) continue;
    /** @type {Cycle} */
    const cycle = { halves: [], area: 0, depth: null };
    for (let half = start; !half.cycle; half = half.next) {
      half.cycle = cycle;
      cycle.halves.push(half);
    }
    cycle.area = signedArea(cycle.halves.map(({ from }) => points[from]));
    cycles.push(cycle);
  }
  return cycles;
}

/**
 * How many rings cover each face: counted from far outside up to each connected part of the net, then across it.
 * @param {Cycle[]} cycles @param {Half[]} halves @param {readonly Vector[]} points
 */
function setDepths(cycles, halves, points) {
  for (const contour of cycles) {
    if (contour.area >= 0 || contour.depth !== null) continue;
    const part = spread(contour);
    const apart = halves.filter(({ cycle }) => !part.has(/** @type {Cycle} */ (cycle)));
    const outside = depthAt(points[contour.halves[0].from], apart, points);
    for (const cycle of part) cycle.depth = (cycle.depth ?? 0) + outside;
  }
}

/** All cycles of the connected part, their depths told as if nothing else were there. @param {Cycle} contour */
function spread(contour) {
  const part = new Set([contour]);
  contour.depth = 0;
  for (const { halves, depth } of part) {
    for (const { twin, covers } of halves) {
      const beyond = /** @type {Cycle} */ (twin.cycle);
      beyond.depth ??= (depth ?? 0) - covers;
      part.add(beyond);
    }
  }
  return part;
}

/**
 * What the stretches to the right of the point on the page leave open there.
 * @param {Vector} point @param {Half[]} halves @param {readonly Vector[]} points
 */
function depthAt([x, y], halves, points) {
  let depth = 0;
  for (const { from, to, covers } of halves) {
    const [[px, py], [qx, qy]] = [points[from], points[to]];
    if (py <= y && y < qy && x < px + ((qx - px) * (y - py)) / (qy - py)) depth += covers;
  }
  return depth;
}

/**
 * The cycle as rings that pass each vertex once.
 * @param {Half[]} around @param {readonly Vector[]} points @returns {Rim[]}
 */
function rimsOf(around, points) {
  /** @type {Half[][]} */
  const loops = [];
  /** @type {Half[]} */
  const path = [];
  for (const half of around) {
    const before = path.findIndex(({ from }) => from === half.from);
    if (before >= 0) loops.push(path.splice(before));
    path.push(half);
  }
  return [...loops, path].map((loop) => ({
    points: loop.map(({ from }) => points[from]),
    owners: loop.map(({ owner }) => owner),
  }));
}

/** @param {Rim[]} rims @returns {Hollow[]} */
function nested(rims) {
  const sized = rims.map((rim) => ({ rim, area: signedArea(rim.points) }));
  const hollows = sized
    .filter(({ area }) => area > 0)
    .map(({ rim, area }) => ({ outer: rim, area, islands: /** @type {Rim[]} */ ([]) }));
  hollows.sort((one, other) => one.area - other.area);
  for (const { rim } of sized.filter(({ area }) => area < 0)) {
    hollows.find(({ outer }) => contains(outer.points, middleOf(rim)))?.islands.push(rim);
  }
  return hollows;
}

/** A point of the rim that is no corner of another. @param {Rim} rim @returns {Vector} */
const middleOf = ({ points: [p, q] }) => [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2];
