/**
 * An item dragged to a place: its back flush with the face of a wall, turned to it; its sides flush with neighbours,
 * or as far from them as they are from one another, or in the middle of the wall.
 *
 * @typedef {import("#geometry/vector.js").Vector} Vector
 * @typedef {import("#geometry/outline.js").Found} Found
 * @typedef {import("#geometry/footprint.js").Standing} Standing
 * @typedef {[number, number]} Point
 * @typedef {[Vector, Vector]} Guide
 *
 * A straight stretch of wall to stand against: `way` along it, `out` away from the wall.
 * @typedef {{wall: string, start: Vector, length_mm: number, way: Vector, out: Vector, isTangent?: boolean}} Stand
 *
 * Beside an arc the stretch is the tangent at the item's middle, so far off that its back's corners do not enter the wall.
 *
 * A move along a direction that brings an edge of the item to `to`.
 * @typedef {{by: number, to: number}} Pull
 */
import { FULL_TURN_MDEG, frontWay, reachAlong, turnFacing, widthWay } from "#geometry/footprint.js";
import { wholePoint } from "#geometry/snap_point.js";
import { dot, length, minus, moved } from "#geometry/vector.js";

/** Items whose turns differ by less than this stand square to one another. */
const SQUARE_MDEG = 500;

/**
 * @param {Standing} item with `at` where it is dragged to
 * @param {{found: Found, level: string, neighbours?: readonly Standing[], reach_mm: number}} around
 * @returns {{at: Point, turn_mdeg: number, host: string | null, guides: Guide[]}} `host`: the wall it stands against
 */
export function snapItem(item, { found, level, neighbours = [], reach_mm }) {
  const stand = nearestStand(item, [...standsOf(found, level), ...tangentsAt(item, found, level)], reach_mm);
  if (!stand) return besideNeighbours(item, neighbours, reach_mm);
  const foot = dot(minus(item.at, stand.start), stand.way);
  const back = moved(stand.start, stand.way, foot);
  const against = { ...item, turn_mdeg: turnFacing(stand.out), at: moved(back, stand.out, item.size[1] / 2) };
  const pull = stand.isTangent ? null : pullAlong(against, stand, neighbours, reach_mm);
  return {
    at: wholePoint(moved(against.at, stand.way, pull?.by ?? 0)),
    turn_mdeg: against.turn_mdeg,
    host: stand.wall,
    guides: [faceGuide(stand), ...(pull ? [edgeGuide(stand, pull.to, item.size[1])] : [])],
  };
}

/**
 * What rooms see of their walls, and after it the whole sides of all walls.
 * @param {Found} found @param {string} level @returns {Stand[]}
 */
function standsOf(found, level) {
  const known = STANDS.get(found);
  if (known?.level === level) return known.stands;
  const stands = madeStands(found, level);
  STANDS.set(found, { level, stands });
  return stands;
}

/** The stretches of a survey, which stays the same while things are dragged about in it. @type {WeakMap<Found, {level: string, stands: Stand[]}>} */
const STANDS = new WeakMap();

/** @param {Found} found @param {string} level @returns {Stand[]} */
function madeStands(found, level) {
  const solids = found.solids.get(level) ?? new Map();
  const seen = found.rooms.filter((room) => room.level === level).flatMap(({ boundary }) => boundary).filter(({ wall, side }) => side.length === 1 || !solids.get(wall)?.line.centre);
  const sides = [...solids.values()].filter(({ line }) => !line.centre).flatMap(({ wall, left, right }) => [
    { wall, points: right },
    { wall, points: left.toReversed() },
  ]);
  return [...seen, ...sides].flatMap(({ wall, points }) => stretchesOf(wall, points));
}

/**
 * Both sides of every arc, where the item is nearest to it: inside an arc an item's two back corners touch it, outside its middle.
 * @param {Standing} item @param {Found} found @param {string} level @returns {Stand[]}
 */
const tangentsAt = ({ at, size: [width] }, found, level) =>
  [...(found.solids.get(level)?.values() ?? [])].filter(({ line }) => line.centre).flatMap((solid) => {
    const { line } = solid;
    const along = Math.min(Math.max(line.along(at), 0), line.length_mm);
    return [1, -1].flatMap((side) => {
      const [first] = side > 0 ? solid.right : solid.left;
      const face = Math.abs(line.right(first));
      const isInside = side * line.turn < 0;
      const radius = line.radius_mm - face;
      if (isInside && radius <= width / 2) return [];
      const off = isInside ? radius - Math.sqrt(radius * radius - (width * width) / 4) : 0;
      const [foot, next] = [line.at(along, side * (face + off)), line.at(along, side * (face + off + 1))];
      const out = /** @type {Vector} */ (minus(next, foot));
      const way = /** @type {Vector} */ ([out[1], -out[0]]);
      return [{ wall: solid.wall, start: moved(foot, way, -width / 2), length_mm: width, way, out, isTangent: true }];
    });
  });

/** @param {string} wall @param {readonly Vector[]} points with the free side on the right hand @returns {Stand[]} */
const stretchesOf = (wall, points) =>
  points.slice(1).flatMap((stop, place) => {
    const start = points[place];
    const length_mm = length(minus(stop, start));
    if (length_mm === 0) return [];
    /** @type {Vector} */
    const way = [(stop[0] - start[0]) / length_mm, (stop[1] - start[1]) / length_mm];
    return [{ wall, start, length_mm, way, out: /** @type {Vector} */ ([-way[1], way[0]]) }];
  });

/**
 * The stretch that the item's back is nearest to: within reach, or however far when its back is in the wall.
 * @param {Standing} item @param {Stand[]} stands @param {number} reach_mm
 */
function nearestStand({ at, size }, stands, reach_mm) {
  const near = stands
    .map((stand) => {
      const apart = minus(at, stand.start);
      const [before, foot] = [dot(apart, stand.out), dot(apart, stand.way)];
      return { stand, before, gap: Math.abs(before - size[1] / 2), past: Math.max(-foot, foot - stand.length_mm) };
    })
    .filter(({ before, gap, past }) => {
      const isInside = before > 0 && before < size[1] / 2;
      return before > -size[1] / 2 && (gap <= reach_mm || isInside) && past <= (isInside ? 0 : reach_mm);
    });
  return near.sort((one, other) => one.gap - other.gap)[0]?.stand ?? null;
}

/**
 * Along the wall, flush with what stands there or with the stretch's end.
 * @param {Standing} item @param {Stand} stand @param {readonly Standing[]} neighbours @param {number} reach_mm
 */
function pullAlong(item, { start, way, out, length_mm }, neighbours, reach_mm) {
  const held = reachAlong(item, start, way);
  const beside = neighbours
    .filter((other) => overlap(reachAlong(other, start, out), [0, item.size[1]], 0))
    .map((other) => reachAlong(other, start, way));
  const pulls = [[length_mm, 0], ...beside].flatMap(([low, high]) => [
    { by: high - held[0], to: high },
    { by: low - held[1], to: low },
  ]);
  const flush = nearestPull(pulls, reach_mm);
  return flush ?? nearestPull(evenly(held, beside, length_mm), reach_mm / 2);
}

/**
 * In the middle of the stretch, in the middle between two neighbours, or as far from one as that is from the next.
 * @param {readonly number[]} held from where to where the item reaches @param {readonly (readonly number[])[]} beside the same of its neighbours
 * @param {number} length_mm @returns {Pull[]}
 */
function evenly([low, high], beside, length_mm) {
  const wide = high - low;
  const row = [...beside].sort((one, other) => one[0] - other[0]);
  const starts = row.slice(1).flatMap((next, place) => {
    const gap = next[0] - row[place][1];
    if (gap <= 0) return [];
    return [row[place][1] + (gap - wide) / 2, next[1] + gap, row[place][0] - gap - wide];
  });
  return [(length_mm - wide) / 2, ...starts].map((start) => ({ by: start - low, to: start + wide / 2 }));
}

/**
 * Flush beside items that stand square to it, or in line with their edges.
 * @param {Standing} item @param {readonly Standing[]} neighbours @param {number} reach_mm
 */
function besideNeighbours(item, neighbours, reach_mm) {
  const square = neighbours.filter((other) => isSquare(other.turn_mdeg, item.turn_mdeg) && isNear(item, other, reach_mm));
  const [wide, deep] = [widthWay(item.turn_mdeg), frontWay(item.turn_mdeg)];
  const sideways = pullBeside(item, square, wide, deep, reach_mm);
  const forwards = pullBeside(item, square, deep, wide, reach_mm);
  const at = moved(moved(item.at, wide, sideways?.by ?? 0), deep, forwards?.by ?? 0);
  return {
    at: wholePoint(at),
    turn_mdeg: item.turn_mdeg,
    host: null,
    guides: [
      ...acrossGuide(at, sideways, wide, deep, item.size[1]),
      ...acrossGuide(at, forwards, deep, wide, item.size[0]),
    ],
  };
}

/**
 * @param {Standing} item @param {readonly Standing[]} others @param {Vector} way @param {Vector} beside
 * @param {number} reach_mm
 */
function pullBeside(item, others, way, beside, reach_mm) {
  const [low, high] = reachAlong(item, [0, 0], way);
  const width = reachAlong(item, [0, 0], beside);
  const pulls = others
    .filter((other) => overlap(reachAlong(other, [0, 0], beside), width, reach_mm))
    .map((other) => reachAlong(other, [0, 0], way))
    .flatMap(([start, stop]) => [[stop, low], [start, high], [start, low], [stop, high]])
    .map(([to, edge]) => ({ by: to - edge, to }));
  return nearestPull(pulls, reach_mm);
}

/** @param {Pull[]} pulls @param {number} reach_mm @returns {Pull | null} */
function nearestPull(pulls, reach_mm) {
  const inReach = pulls.filter(({ by }) => Math.abs(by) <= reach_mm);
  return inReach.sort((one, other) => Math.abs(one.by) - Math.abs(other.by))[0] ?? null;
}

/** Whether edges of the two may lie within reach of one another, judged by their longest ways across. @param {Standing} one @param {Standing} other @param {number} reach_mm */
function isNear({ at: [x, y], size: [w, d] }, { at, size }, reach_mm) {
  const reach = (w + d + size[0] + size[1]) / 2 + reach_mm;
  return Math.abs(at[0] - x) <= reach && Math.abs(at[1] - y) <= reach;
}

/** @param {number} one @param {number} other */
function isSquare(one, other) {
  const apart = (one - other + FULL_TURN_MDEG) % 90_000;
  return Math.min(apart, 90_000 - apart) < SQUARE_MDEG;
}

/** @param {readonly number[]} one @param {readonly number[]} other @param {number} slack_mm */
const overlap = (one, other, slack_mm) => one[0] < other[1] + slack_mm && other[0] < one[1] + slack_mm;

/** @param {Stand} stand @returns {Guide} */
const faceGuide = ({ start, way, length_mm }) => [start, moved(start, way, length_mm)];

/** @param {Stand} stand @param {number} along @param {number} depth @returns {Guide} */
function edgeGuide({ start, way, out }, along, depth) {
  const foot = moved(start, way, along);
  return [foot, moved(foot, out, depth)];
}

/**
 * @param {Vector} at @param {Pull | null} pull @param {Vector} way @param {Vector} beside @param {number} size
 * @returns {Guide[]}
 */
function acrossGuide(at, pull, way, beside, size) {
  if (!pull) return [];
  const on = moved(at, way, pull.to - dot(at, way));
  return [[moved(on, beside, -size), moved(on, beside, size)]];
}
