/** A place in a room where a thing can stand without anyone pointing at it: its back to a wall, clear of doors and neighbours, under height enough for it and for whoever uses it. */

import { ceilingOf, cellsBelow, LOW_MM, roofsOver } from "#geometry/ceilings.js";
import { centreLine } from "#geometry/centreline.js";
import { cornersOf, hangingBlocks, reachOf } from "#geometry/drops.js";
import { footprint, frontWay, reachAlong, turnFacing, widthWay } from "#geometry/footprint.js";
import { isIn } from "#geometry/outline.js";
import { edges } from "#geometry/polygon.js";
import { wholePoint } from "#geometry/snap_point.js";
import { halfAt } from "#geometry/thickness.js";
import { dot, length, minus, moved } from "#geometry/vector.js";
import { openingSpan } from "#geometry/walls.js";
import { zonesOf } from "#model/kinds.js";
import { entities, entity, itemsOf } from "#model/plan.js";

/** @typedef {import("#geometry/vector.js").Vector} Vector */
/** @typedef {import("#geometry/outline.js").Room} Room */
/** @typedef {{at: [number, number], turn_mdeg: number, host: string | null}} Place */
/** @typedef {{ring: Vector[], from_mm: number, to_mm: number}} Block a convex ring of the floor, taken between two heights */

const STEP_MM = 50;
/** Faces that touch do not overlap. */
const SLACK_MM = 2;
/** A free thing this big, a rug or a table, begins in the middle. */
const BIG_MM2 = 500_000;
const SILL_DEPTH_MM = 50;
/** One stands so far before a thing that says nothing of it. */
const STANDING_MM = 600;
/** Agreed signs would cover each other on the plan, whatever their heights, if they stood nearer than this. */
const SIGN_GAP_MM = 150;

/**
 * The place that leaves the most room to use what stands there, or null where nothing fits.
 * @param {import("#model/kinds.js").Kind} kind
 * @param {{document: import("#core/log.js").Document, room: Room, kinds: import("#model/kinds.js").Kinds}} around
 * @returns {Place | null}
 */
export function freePlace(kind, { document, room, kinds }) {
  const neighbours = itemsOf(document, room.level);
  const hanging = hangingBlocks(document).filter(({ level }) => level === room.level).map((block) => hung(document, block));
  const solid = [...neighbours.map(blockOf), ...openingBlocks(document, room.level), ...hanging].filter((block) => isLevelWith(block, kind));
  const signs = kind.sign ? neighbours.filter((item) => kinds.has(item.kind) && kinds.get(item.kind).sign) : [];
  const lower = lowCells(document, room);
  const taken = [...solid, ...signs.map(signBlock), ...(kind.mount === "ceiling" ? [] : lower(kind.elevation + kind.size[2]))];
  const stooping = [...lower(LOW_MM), ...hanging.filter(({ from_mm }) => from_mm < LOW_MM)];
  const used = neighbours.flatMap((item) => (kinds.has(item.kind) ? zoneRings(kinds.get(item.kind), /** @type {any} */ (item)) : []));
  const fits = candidates(kind, room, /** @type {any[]} */ (neighbours))
    .filter((place) => stands(footprint({ ...place, size: kind.size }), room, taken) && canBeUsed(place, kind, stooping));
  const ranked = fits.map((place) => ({ place, cost: costOf(place, kind, taken, used) }));
  return ranked.reduce((best, one) => (one.cost < best.cost ? one : best), ranked[0])?.place ?? null;
}

/** @param {import("#model/kinds.js").Kind} kind @param {Room} room @param {any[]} neighbours @returns {Place[]} */
function candidates(kind, room, neighbours) {
  const along = room.boundary.flatMap(({ wall, points }) =>
    points.slice(1).flatMap((stop, place) => alongStretch(kind, wall, points[place], stop, neighbours)));
  const isCentral = kind.mount === "ceiling" || (kind.snap === "free" && kind.size[0] * kind.size[1] >= BIG_MM2);
  return isCentral ? [{ at: middleOf(room), turn_mdeg: 0, host: null }] : along;
}

/** Every few centimetres from end to end, and flush beside what stands there. @param {import("#model/kinds.js").Kind} kind @param {string} wall @param {Vector} start @param {Vector} stop @param {any[]} neighbours @returns {Place[]} */
function alongStretch(kind, wall, start, stop, neighbours) {
  const long = length(minus(stop, start));
  const [wide, deep] = kind.size;
  if (long < wide) return [];
  const way = /** @type {Vector} */ ([(stop[0] - start[0]) / long, (stop[1] - start[1]) / long]);
  const out = /** @type {Vector} */ ([-way[1], way[0]]);
  const last = long - wide;
  const steps = Array.from({ length: Math.ceil(last / STEP_MM) }, (_, place) => place * STEP_MM);
  const flush = neighbours.flatMap((other) => {
    const [low, high] = reachAlong(other, start, way);
    return [high, low - wide];
  });
  const host = kind.snap === "free" ? null : wall;
  const offsets = kind.snap === "corner" ? [0, last] : [...flush.filter((offset) => offset >= 0 && offset <= last), ...steps, last];
  return offsets.map((offset) => ({
    at: /** @type {[number, number]} */ (wholePoint(moved(moved(start, way, offset + wide / 2), out, deep / 2))),
    turn_mdeg: turnFacing(out),
    host,
  }));
}

/** Where the room is lower than a height, as what stands in the way of what reaches it. @param {import("#core/log.js").Document} document @param {Room} room @returns {(height_mm: number) => Block[]} */
function lowCells(document, room) {
  const over = roofsOver(/** @type {any} */ (document), room.level);
  const ceiling = over.length ? ceilingOf(/** @type {any} */ (document), room, over) : [];
  return (height_mm) => cellsBelow(ceiling, height_mm).map((cell) => ({ ring: /** @type {Vector[]} */ (cell), from_mm: 0, to_mm: height_mm }));
}

/** A lowered ceiling. @param {import("#core/log.js").Document} document @param {import("#geometry/bodies.js").Block} block @returns {Block} */
function hung(document, block) {
  const [from_mm, to_mm] = reachOf(/** @type {any} */ (document), block);
  return { ring: cornersOf(block), from_mm, to_mm };
}

/** Whether one can stand upright somewhere where it is used from. @param {Place} place @param {import("#model/kinds.js").Kind} kind @param {Block[]} stooping */
function canBeUsed(place, kind, stooping) {
  if (!stooping.length || kind.mount === "ceiling") return true;
  const standing = { ...place, size: kind.size };
  const zones = zoneRings(kind, standing);
  return (zones.length ? zones : [before(standing)]).some((zone) => !stooping.some(({ ring }) => overlaps(ring, zone)));
}

/** Where one stands before a thing. @param {{at: Vector, size: readonly number[], turn_mdeg: number}} standing @returns {Vector[]} */
const before = ({ at, size: [w, d], turn_mdeg }) =>
  footprint({ at: /** @type {any} */ (moved(at, frontWay(turn_mdeg), (d + STANDING_MM) / 2)), size: [w, STANDING_MM, 0], turn_mdeg });

/** How many places to use things would be in the way of one another. @param {Place} place @param {import("#model/kinds.js").Kind} kind @param {Block[]} taken @param {Vector[][]} used */
function costOf(place, kind, taken, used) {
  const standing = { ...place, size: kind.size };
  const own = zoneRings(kind, standing);
  const ring = footprint(standing);
  return used.filter((zone) => overlaps(zone, ring)).length + own.flatMap((zone) => taken.filter((block) => overlaps(zone, block.ring))).length;
}

/** Inside the room, and on nothing that is taken. @param {Vector[]} ring @param {Room} room @param {Block[]} taken */
function stands(ring, room, taken) {
  const middle = /** @type {Vector} */ ([(ring[0][0] + ring[2][0]) / 2, (ring[0][1] + ring[2][1]) / 2]);
  const inner = ring.map((corner) => drawnIn(corner, middle));
  const walls = [room.polygon, ...room.holes].flatMap((rim) => edges(rim));
  return inner.every((corner) => isIn(room, corner)) && !walls.some((edge) => overlaps(edge, inner)) && !taken.some((block) => overlaps(block.ring, ring));
}

/** @param {any} item @returns {Block} */
const blockOf = (item) => ({ ring: footprint(item), from_mm: item.elevation, to_mm: item.elevation + item.size[2] });

/** @param {any} item @returns {Block} */
const signBlock = (item) => blockOf({ ...item, size: [item.size[0] + 2 * SIGN_GAP_MM, item.size[1], item.size[2]] });

/** Before and behind a door as much as its leaf needs; at a window, what would cover it. @param {import("#core/log.js").Document} document @param {string} level @returns {Block[]} */
function openingBlocks(document, level) {
  return entities(document, "openings").flatMap((opening) => {
    const wall = entity(document, "walls", opening.wall);
    const line = wall?.level === level ? centreLine(/** @type {any} */ (wall)) : null;
    const span = line && openingSpan(/** @type {any} */ (wall), /** @type {any} */ (opening));
    if (!wall || !line || !span) return [];
    const [a, b] = [line.at(span[0]), line.at(span[1])];
    const long = length(minus(b, a)) || 1;
    const out = /** @type {Vector} */ ([-(b[1] - a[1]) / long, (b[0] - a[0]) / long]);
    const reach = Math.max(...span.map((along) => halfAt(/** @type {any} */ (wall), along))) + (opening.sill > 0 ? SILL_DEPTH_MM : opening.width);
    const ring = [moved(a, out, -reach), moved(b, out, -reach), moved(b, out, reach), moved(a, out, reach)];
    return [{ ring, from_mm: opening.sill, to_mm: opening.sill + opening.height }];
  });
}

/** @param {Block} block @param {import("#model/kinds.js").Kind} kind */
const isLevelWith = ({ from_mm, to_mm }, { elevation, size }) => from_mm < elevation + size[2] && elevation < to_mm;

/** The floor from which a thing is used. @param {import("#model/kinds.js").Kind} kind @param {{at: Vector, size: readonly number[], turn_mdeg: number}} standing @returns {Vector[][]} */
function zoneRings(kind, { at, size, turn_mdeg }) {
  const [wide, front] = [widthWay(turn_mdeg), frontWay(turn_mdeg)];
  return zonesOf(kind, /** @type {any} */ (size)).map(({ at: [x, y], size: [w, d] }) =>
    [[x, y], [x + w, y], [x + w, y + d], [x, y + d]].map(([right, forward]) => moved(moved(at, wide, right), front, forward)));
}

/** Whether two convex shapes share more than an edge: no line parts them. @param {readonly Vector[]} one @param {readonly Vector[]} other */
function overlaps(one, other) {
  const normals = [...edges(one), ...edges(other)].map(([p, q]) => /** @type {Vector} */ ([p[1] - q[1], q[0] - p[0]]));
  return normals.every((normal) => {
    const long = length(normal) || 1;
    const [low, high] = span(one, normal);
    const [least, most] = span(other, normal);
    return low < most - SLACK_MM * long && least < high - SLACK_MM * long;
  });
}

/** @param {readonly Vector[]} ring @param {Vector} normal */
function span(ring, normal) {
  const feet = ring.map((point) => dot(point, normal));
  return [Math.min(...feet), Math.max(...feet)];
}

/** @param {Vector} corner @param {Vector} middle @returns {Vector} */
const drawnIn = ([x, y], [mx, my]) => [x + Math.sign(mx - x) * SLACK_MM, y + Math.sign(my - y) * SLACK_MM];

/** @param {Room} room @returns {[number, number]} */
function middleOf({ polygon }) {
  const [xs, ys] = [polygon.map(([x]) => x), polygon.map(([, y]) => y)];
  return /** @type {[number, number]} */ (wholePoint([(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2]));
}
