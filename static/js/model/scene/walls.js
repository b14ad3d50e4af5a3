/**
 * The walls of a scene: the faces that rooms see, band by band, what no room sees, and the tops.
 * @typedef {import("#geometry/vector.js").Vector} Vector
 * @typedef {import("#geometry/surfaces.js").Face} Face
 * @typedef {import("#geometry/walls.js").Solid} Solid
 * @typedef {import("#geometry/cells.js").Area} Area
 * @typedef {import("#geometry/cells.js").Cell} Cell
 * @typedef {import("#model/scene/site.js").Site} Site
 * @typedef {import("#model/scene/site.js").Surface} Surface
 */
import { ascending, pairs } from "#geometry/heights.js";
import { isNiche, opensOn } from "#geometry/niches.js";
import { edges } from "#geometry/polygon.js";
import { halfAt } from "#geometry/thickness.js";
import { length, minus, moved } from "#geometry/vector.js";
import { piecesOf } from "#geometry/walls.js";
import { cellsOf, clipped, middleOf, triangles } from "#geometry/cells.js";
import { facetsOf, near, SIDES } from "#model/scene/site.js";
import { loweredTop } from "#geometry/slopes.js";

/** A shorter stretch of wall is what rounding leaves between two faces. */
const LEAST_MM = 1;

/**
 * All of a wall but what lies inside its openings; `faces` are the wall's own.
 * @param {Site} site @param {Solid} solid @param {readonly Face[]} faces @returns {Surface[]}
 */
export const wallSurfaces = (site, solid, faces) => [
  ...faces.flatMap((face) => faceSurfaces(site, solid, face)),
  ...SIDES.flatMap((side) => unseen(site, solid, faces, side)),
  ...ends(site, solid, faces),
  ...steps(site, solid),
  ...tops(site, solid),
];

/**
 * One side of a wall: where a place along it lies on the page, and what stands there.
 * @typedef {object} SideOfWall
 * @property {(along: number) => Vector} spot
 * @property {boolean} forward places grow from left to right as one stands before it
 * @property {readonly Vector[]} top
 * @property {readonly Area[]} holes
 * @property {readonly number[]} stops
 * @property {number} elevation
 */

/** One surface for each band of a face that a room sees. @param {Site} site @param {Solid} solid @param {Face} face @returns {Surface[]} */
function faceSurfaces(site, solid, face) {
  const { points, top, bands, room } = face;
  const isLong = (face.side === "left" || face.side === "right") && face.from_mm < face.to_mm && !site.walls.get(solid.wall).round;
  const side = isLong
    ? longSide(site, solid, face.side, face.from_mm, face.to_mm)
    : chainSide(site, points, Math.max(...top.map(([, z]) => z)));
  const rows = bands.slice(1).map(({ z_from }) => z_from);
  const named = { wall: solid.wall, side: face.side, room: site.numberOf(room), label: site.found.rooms[room].label, run: runOf(side) };
  return bands.map(({ finish, z_from, z_to }) =>
    site.surface("face", polygonsOf(side, z_from, z_to, rows), { ...named, ...site.looks("face", finish) }),
  );
}

/**
 * The side between two heights above the floor.
 * @param {SideOfWall} side @param {number} low @param {number} high @param {readonly number[]} rows
 */
const polygonsOf = ({ spot, forward, top, holes, stops, elevation }, low, high, rows = []) =>
  cellsOf({ top, holes }, low, high, stops, rows).map((cell) =>
    (forward ? cell : cell.toReversed()).flatMap(([along, z]) => [...spot(along), z + elevation].map(near)),
  );

/** The foot from left to right as one stands before it: flat x, y. @param {SideOfWall} side */
function runOf({ spot, forward, top, stops }) {
  const [low, high] = [top[0][0], top[top.length - 1][0]];
  const places = [low, ...stops.filter((stop) => low < stop && stop < high), high];
  return (forward ? places : places.reverse()).flatMap((place) => spot(place).map(near));
}

/** @param {SideOfWall} side */
const highest = ({ top }) => Math.max(...top.map(([, z]) => z));

/** @param {Site} site @param {Solid} solid @param {string} side @param {number} low @param {number} high @returns {SideOfWall} */
function longSide(site, solid, side, low, high) {
  const spot = site.face(solid, side);
  return {
    spot,
    forward: side === "right",
    top: site.top(solid, spot, low, high),
    holes: site.holesOf(solid.wall).filter(({ opening }) => opensOn(opening, side)).map(({ area }) => area),
    stops: facetsOf(solid),
    elevation: site.elevation,
  };
}

/**
 * A face along a chain of points of the page, from left to right as one stands before it: mostly a wall's end.
 * @param {Site} site @param {readonly Vector[]} points @param {number} height @returns {SideOfWall}
 */
function chainSide({ roofs, elevation }, points, height) {
  const reach = [0];
  for (const [p, q] of pairs(points)) reach.push(reach[reach.length - 1] + length(minus(q, p)));
  /** @type {readonly Vector[]} */
  const flatTop = [[0, height], [reach[reach.length - 1], height]];
  const [wayX, wayY] = minus(points[1], points[0]);
  const top = points.length === 2 ? loweredTop(flatTop, points[0], [wayX / reach[1], wayY / reach[1]], roofs) : flatTop;
  return { spot: (at) => onChain(points, reach, at), forward: true, top, holes: [], stops: reach.slice(1, -1), elevation };
}

/**
 * The point so far along a chain whose corners lie at `reach`.
 * @param {readonly Vector[]} points @param {readonly number[]} reach @param {number} at @returns {Vector}
 */
function onChain(points, reach, at) {
  const last = points.length - 1;
  const found = reach.findIndex((corner, place) => place > 0 && place < last && at <= corner);
  const after = found < 0 ? last : found;
  return moved(points[after - 1], minus(points[after], points[after - 1]), (at - reach[after - 1]) / (reach[after] - reach[after - 1]));
}

/**
 * What no room sees of a side: the outside, and where other walls meet it; of a round column all or nothing.
 * @param {Site} site @param {Solid} solid @param {readonly Face[]} faces @param {string} side @returns {Surface[]}
 */
function unseen(site, solid, faces, side) {
  if (site.walls.get(solid.wall).round) return faces.length ? [] : [unseenHalf(site, solid, side)];
  const feet = sidesOf(solid).flatMap(({ edge, of }) => (of === side ? edge.map((point) => solid.line.along(point)) : []));
  const seen = faces.filter((face) => face.side === side).map(({ from_mm, to_mm }) => /** @type {Vector} */ ([from_mm, to_mm]));
  return between(seen, Math.min(...feet), Math.max(...feet)).map(([low, high]) => {
    const piece = longSide(site, solid, side, low, high);
    return site.surface("outer", polygonsOf(piece, 0, highest(piece)), { wall: solid.wall, side, run: runOf(piece) });
  });
}

/** @param {Site} site @param {Solid} solid @param {string} side */
function unseenHalf(site, solid, side) {
  const points = side === "left" ? solid.left.toReversed() : solid.right;
  const piece = chainSide(site, points, site.height(solid, points[0]));
  return site.surface("outer", polygonsOf(piece, 0, highest(piece)), { wall: solid.wall, side, run: runOf(piece) });
}

/** @param {Vector[]} seen @param {number} low @param {number} high @returns {Vector[]} */
function between(seen, low, high) {
  /** @type {Vector[]} */
  const found = [];
  for (const [start, end] of [...seen.sort((one, other) => one[0] - other[0] || one[1] - other[1]), [high, high]]) {
    if (start - low > LEAST_MM) found.push([low, start]);
    low = Math.max(low, end);
  }
  return found;
}

/**
 * The wall's ends, but for those that stand free in a room; most lie against another wall.
 * @param {Site} site @param {Solid} solid @param {readonly Face[]} faces @returns {Surface[]}
 */
function ends(site, solid, faces) {
  const seen = new Set([...SIDES, ...faces.map(({ side }) => side)]);
  const bare = sidesOf(solid).filter(({ edge: [right, left], of }) => !seen.has(of) && length(minus(right, left)) > LEAST_MM);
  return bare.map(({ edge: [right, left], of }) => {
    const piece = chainSide(site, [left, right], site.height(solid, right));
    return site.surface("outer", polygonsOf(piece, 0, highest(piece)), { wall: solid.wall, side: of });
  });
}

/** What shows of the wall's section where its top steps: at a slope's end, and where a dormer lifts it. @param {Site} site @param {Solid} solid @returns {Surface[]} */
function steps(site, solid) {
  if (site.roofs.length === 0 || solid.line.centre) return [];
  const wall = site.walls.get(solid.wall);
  return pairs(site.top(solid, (along) => solid.line.at(along), 0, solid.line.length_mm)).flatMap(([[along, z], [next, nextZ]]) => {
    if (next > along || Math.abs(nextZ - z) <= LEAST_MM) return [];
    const [low, high] = [Math.min(z, nextZ) + site.elevation, Math.max(z, nextZ) + site.elevation];
    const half = halfAt(wall, along);
    const [to, from] = [half, -half].map((right) => solid.line.at(along, z < nextZ ? right : -right));
    return [site.surface("outer", [[...from, low, ...to, low, ...to, high, ...from, high].map(near)], { wall: solid.wall, side: z < nextZ ? "a" : "b" })];
  });
}

/** @param {Solid} solid */
const sidesOf = ({ polygon, sides }) => edges(polygon).map((edge, place) => ({ edge, of: sides[place] }));

/**
 * The wall's upper face, apart where an opening lies below it, so that a wall cut low shows its gaps.
 * @param {Site} site @param {Solid} solid @returns {Surface[]}
 */
function tops(site, solid) {
  const pieces = piecesOf(solid).flatMap(({ ring }) => triangles(ring));
  const gaps = solid.line.centre ? [] : site.holesOf(solid.wall);
  const places = ascending([...bends(site, solid), ...gaps.flatMap(({ area }) => area.slice(0, 2))]);
  return pairs([-Infinity, ...places, Infinity]).flatMap(([low, high]) => {
    const below = gaps.filter(({ area }) => area[0] <= low && high <= area[1]);
    const strip = pieces.map((piece) => stripOf(solid, piece, low, high)).filter((part) => part.length > 0);
    return shared(site, solid, below, strip).flatMap(({ over, parts }) => {
      if (over && isOpenAbove(site, solid, over, (low + high) / 2)) return [];
      const polygons = parts.map((part) => flat(site, solid, part));
      return [site.surface("top", polygons, { wall: solid.wall, opening: over?.opening.id ?? null })];
    });
  });
}

/**
 * The strip over what goes through the wall, or else over each niche and what stands between niches.
 * @param {Site} site @param {Solid} solid @param {import("#model/scene/site.js").HoleInWall[]} below @param {Cell[]} strip
 */
function shared(site, solid, below, strip) {
  const through = below.find(({ opening }) => !isNiche(opening)) ?? null;
  let rest = strip;
  const niches = (through ? [] : below).map((over) => {
    const [end, way] = over.opening.opens === "right" ? [0, 1] : [1, -1];
    const bottom = (/** @type {number} */ along) => site.slab(solid.wall, over.opening, along)[end];
    const parts = beside(solid, rest, bottom, way);
    rest = beside(solid, rest, bottom, -way);
    return { over, parts };
  });
  return [...niches, { over: through, parts: rest }];
}

/**
 * The parts of the cells on one side of a line along the wall: to its right (1) or its left (-1).
 * @param {Solid} solid @param {Cell[]} cells @param {(along: number) => number} right how far to the right of the centre line that line lies @param {number} way
 */
export const beside = ({ line }, cells, right, way) =>
  cells.map((cell) => clipped(cell, (point) => way * (line.right(point) - right(line.along(point))))).filter((cell) => cell.length > 0);

/** Where along a straight wall slopes bend its upper edge. @param {Site} site @param {Solid} solid @returns {number[]} */
const bends = (site, solid) =>
  site.roofs.length === 0 || solid.line.centre ? [] : site.top(solid, (along) => solid.line.at(along), 0, solid.line.length_mm).map(([along]) => along);

/**
 * The part of a convex piece of the wall's footprint between two places along it.
 * @param {Solid} solid @param {Cell} piece @param {number} low @param {number} high @returns {Cell}
 */
export function stripOf({ line }, piece, low, high) {
  const from = low > -Infinity ? clipped(piece, (point) => line.along(point) - low) : piece;
  return from.length > 0 && high < Infinity ? clipped(from, (point) => high - line.along(point)) : from;
}

/** @param {Site} site @param {Solid} solid @param {import("#model/scene/site.js").HoleInWall} hole @param {number} along */
const isOpenAbove = (site, solid, { area }, along) => area[3] >= site.height(solid, solid.line.at(along));

/** A piece of the upper face, counter-clockwise on the page. @param {Site} site @param {Solid} solid @param {Cell} part */
const flat = (site, solid, part) => {
  const inside = middleOf(part);
  return part.toReversed().flatMap((point) => [...point, site.height(solid, point, inside) + site.elevation].map(near));
};
