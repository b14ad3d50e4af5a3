/**
 * The faces to paint or to tile: stretches of wall, niches, floors and ceilings, and which finish covers what of them.
 *
 * @typedef {import("#geometry/vector.js").Vector} Vector
 * @typedef {import("#geometry/entities.js").Plan} Plan
 * @typedef {import("#geometry/entities.js").Wall} Wall
 * @typedef {import("#geometry/entities.js").Opening} Opening
 * @typedef {import("#geometry/heights.js").Top} Top
 * @typedef {import("#geometry/outline.js").Found} Found
 * @typedef {import("#geometry/outline.js").Loose} Loose
 * @typedef {import("#geometry/outline.js").Room} Room
 * @typedef {import("#geometry/boundary.js").Edge} Edge
 * @typedef {import("#geometry/walls.js").Side} Side
 * @typedef {{id: string, wall: string | null, side: string | null, at: number | null, z_from: number,
 *   z_to: number | null, room: string | null, opening: string | null, face: string | null}} Finish
 *
 * What an opening takes of a face, mm: along the wall from a, and above the floor.
 * @typedef {{opening: string, from_mm: number, to_mm: number, z_from: number, z_to: number}} Cut
 *
 * A level strip of a face with one finish, or bare (null); net is without openings and what is hidden.
 * @typedef {{finish: string | null, z_from: number, z_to: number, gross_mm2: number, net_mm2: number}} Band
 *
 * A stretch of wall that one room sees. `room` is the room's index; wall, side, from and to are as in the room's
 * boundary; `length_mm` and `points` are of the face itself. `top` is its upper edge, on a wall's end in mm along that
 * end. `hidden` lies behind lowered ceilings that stand against it. `bands` cover it from the floor up without overlapping.
 * @typedef {{room: number, wall: string, side: Side, from_mm: number, to_mm: number, length_mm: number,
 *   points: Vector[], top: Top, cuts: Cut[], hidden: import("#geometry/heights.js").Rectangle[], gross_mm2: number, net_mm2: number, bands: Band[]}} Face
 *
 * A room's floor or ceiling without stairwells, and the finish on it; the area is its own: under a slope a ceiling's is larger.
 * @typedef {{room: number, face: "floor" | "ceiling", area_mm2: number, finish: string | null}} Plane
 *
 * All faces in the order of the rooms and their boundaries; `recesses` are the faces inside the niches of those faces,
 * `drops` those of lowered ceilings, `woodwork` is what covers doors, windows and skirting; `loose`: the finishes that lie on none of them.
 * @typedef {{faces: Face[], planes: Plane[], recesses: import("#geometry/recesses.js").Recess[],
 *   drops: import("#geometry/drops.js").Drop[], woodwork: import("#geometry/woodwork.js").Woodwork, loose: Loose[]}} Surfaces
 */
import { bodyOf } from "#geometry/bodies.js";
import { ceilingArea, roofsByRooms, roomHeight } from "#geometry/ceilings.js";
import { dropsOf, FACES, hangingBlocks, hiddenOn } from "#geometry/drops.js";
import { entities, entity, wallHeights } from "#geometry/entities.js";
import { areaBetween, ascending, coveredArea, heightAt, pairs, topOf } from "#geometry/heights.js";
import { roomAt } from "#geometry/outline.js";
import { isNiche, nichesOf, opensOn, takesWall } from "#geometry/niches.js";
import { fine, whole } from "#geometry/polygon.js";
import { recessesOf } from "#geometry/recesses.js";
import { loweredTop } from "#geometry/slopes.js";
import { floorWells, wellMm2 } from "#geometry/stairwells.js";
import { faceLine } from "#geometry/thickness.js";
import { length, minus } from "#geometry/vector.js";
import { openingSpan } from "#geometry/walls.js";
import { isOnWood, woodworkOf } from "#geometry/woodwork.js";

const PLANES = /** @type {const} */ (["floor", "ceiling"]);

/**
 * The faces of all rooms found in the plan, and what covers them.
 * @param {Plan} plan @param {Found} found @returns {Surfaces}
 */
export function findSurfaces(plan, found) {
  const finishes = entities(plan, "finishes");
  const onWall = byWall(finishes);
  const openings = byWall(entities(plan, "openings").filter((opening) => isThere(plan, opening)));
  const over = new Map([...new Set(entities(plan, "slopes").map(({ level }) => level))].map((level) => [level, roofsByRooms(plan, found, level)]));
  const stretches = found.rooms.flatMap((room, place) =>
    room.boundary.map((edge) => ({ place, edge, over: over.get(room.level) ?? [], covering: coveringOf(room, edge, onWall.get(edge.wall) ?? []) })),
  );
  const lying = lyingIn(plan, found, finishes);
  const faces = stretches.map(({ place, edge, over, covering }) =>
    faceOf(plan, found, place, edge, openings.get(edge.wall) ?? [], covering, over),
  );
  const planes = found.rooms.flatMap((room, place) => planesOf(plan, room, place, over.get(room.level) ?? [], finishes, lying));
  const recesses = recessesIn(plan, found, faces, planes, finishes);
  const drops = dropsOf(plan, found.rooms, (room) => roomHeight(plan, room));
  const used = new Set([...stretches.flatMap(({ covering }) => covering.map(({ id }) => id)), ...[...recesses, ...drops].map(({ finish }) => finish)]);
  return { faces, planes, recesses, drops, woodwork: woodworkOf(plan, finishes, lying), loose: finishes.flatMap((finish) => looseFinish(plan, finish, used, lying)) };
}

/** @param {Plan} plan @param {any} opening */
function isThere(plan, opening) {
  const wall = entity(plan, "walls", opening.wall);
  return wall !== null && (!isNiche(opening) || takesWall(wall, opening, nichesOf(plan, wall.id)));
}

/**
 * The faces inside the niches of the faces.
 * @param {Plan} plan @param {Found} found @param {Face[]} faces @param {Plane[]} planes @param {Finish[]} finishes
 */
function recessesIn(plan, found, faces, planes, finishes) {
  const niches = new Set(entities(plan, "openings").filter(isNiche).map(({ id }) => id));
  if (niches.size === 0) return [];
  const own = finishes.filter(({ opening }) => opening !== null);
  const lying = (/** @type {number} */ room, /** @type {string} */ face) => planes.find((plane) => plane.room === room && plane.face === face)?.finish ?? null;
  return faces.flatMap((face) => {
    if (!face.cuts.some(({ opening }) => niches.has(opening))) return [];
    const wall = /** @type {any} */ (bodyOf(plan, face.wall));
    const isCeiled = Math.min(...wallHeights(plan, wall)) >= roomHeight(plan, found.rooms[face.room]);
    const around = { own, floor: lying(face.room, "floor"), ceiling: lying(face.room, "ceiling"), isCeiled };
    return recessesOf(plan, lineOf(found, wall), face, around);
  });
}

/** @template {{wall: string | null}} T @param {T[]} held @returns {Map<string, T[]>} */
function byWall(held) {
  const groups = new Map();
  for (const one of held) {
    if (one.wall !== null) groups.set(one.wall, [...(groups.get(one.wall) ?? []), one]);
  }
  return groups;
}

/** @param {Edge} edge */
const isSide = ({ side }) => side === "left" || side === "right";

/**
 * The finishes of the stretch, in the document's order; a wall's end wears what the side before it wears.
 * @param {Room} room @param {Edge} edge @param {Finish[]} finishes @returns {Finish[]}
 */
function coveringOf(room, edge, finishes) {
  if (finishes.length === 0) return [];
  const { side, from_mm, to_mm } = isSide(edge) ? edge : sideBeside(room, edge);
  const holds = (/** @type {number | null} */ at) => at === null || (from_mm <= at && at <= to_mm);
  return finishes.filter((finish) => finish.side === side && holds(finish.at));
}

/**
 * The side of the same wall that leads up to the end, or else the one that leads away from it.
 * @param {Room} room @param {Edge} end
 */
function sideBeside(room, end) {
  const sides = room.boundary.filter((edge) => edge.wall === end.wall && isSide(edge));
  const [first, last] = [end.points[0], end.points[end.points.length - 1]];
  const before = sides.find(({ points }) => isSame(points[points.length - 1], first));
  return before ?? sides.find(({ points }) => isSame(points[0], last)) ?? end;
}

/** @param {Vector} p @param {Vector} q */
const isSame = (p, q) => p[0] === q[0] && p[1] === q[1];

/**
 * @param {Plan} plan @param {Found} found @param {number} place @param {Edge} edge @param {Opening[]} openings
 * @param {Finish[]} finishes @param {readonly import("#geometry/roofs.js").Roof[]} over @returns {Face}
 */
function faceOf(plan, found, place, edge, openings, finishes, over) {
  const { points, from_mm, to_mm } = edge;
  const wall = /** @type {any} */ (bodyOf(plan, edge.wall));
  const length_mm = pairs(points).reduce((sum, [p, q]) => sum + length(minus(q, p)), 0);
  const line = lineOf(found, wall);
  const along = topOf(plan, wall, line, from_mm, to_mm);
  /** @type {Top} */
  const own = hasLength(edge) && !wall.round ? along : [[0, along[0][1]], [length_mm, along[0][1]]];
  const top = underSlopes(own, wall, line, edge, over);
  const cuts = isSide(edge) ? cutsOf(wall, edge, top, openings) : [];
  const highest = Math.max(...top.map(([, z]) => z));
  const hidden = hiddenOf(plan, wall, line, edge, top);
  const area = areasOf(top, length_mm / (top[top.length - 1][0] - top[0][0]), cuts, hidden);
  const bands = bandsOf(finishes, highest).map((band) => ({ ...band, ...area(band.z_from, band.z_to) }));
  return { ...edge, room: place, length_mm: fine(length_mm), top, cuts, hidden, ...area(0, highest), bands };
}

/**
 * The upper edge as the slopes cut it, in its own along; an arc's is left as it is.
 * @param {Top} top @param {Wall} wall @param {import("#geometry/centreline.js").CentreLine} line @param {Edge} edge
 * @param {readonly import("#geometry/roofs.js").Roof[]} over @returns {Top}
 */
function underSlopes(top, wall, line, edge, over) {
  if (over.length === 0 || line.centre) return top;
  const { start, way } = alongOf(wall, line, edge);
  return /** @type {Top} */ (loweredTop(top, start, way, over));
}

/**
 * What lowered ceilings hide of the face of a straight wall, in its own along.
 * @param {Plan} plan @param {any} wall @param {import("#geometry/centreline.js").CentreLine} line @param {Edge} edge @param {Top} top
 */
const hiddenOf = (plan, wall, line, edge, top) =>
  line.centre || wall.round ? [] : hiddenOn(plan, wall.level, alongOf(wall, line, edge), edge.side !== "left", [top[0][0], top[top.length - 1][0]]);

/** @param {Edge} edge */
const hasLength = (edge) => isSide(edge) && edge.from_mm < edge.to_mm;

/**
 * Where the along of a straight wall's face begins, and its way a millimetre along the wall.
 * @param {Wall} wall @param {import("#geometry/centreline.js").CentreLine} line @param {Edge} edge @returns {{start: Vector, way: Vector}}
 */
function alongOf(wall, line, edge) {
  if (hasLength(edge)) {
    const [start, end] = faceLine(wall, line, edge.side === "right" ? "right" : "left");
    const way = minus(end, start);
    return { start, way: [way[0] / line.length_mm, way[1] / line.length_mm] };
  }
  const way = minus(edge.points[edge.points.length - 1], edge.points[0]);
  const reach = length(way) || 1;
  return { start: edge.points[0], way: [way[0] / reach, way[1] / reach] };
}

/** @param {Found} found @param {Wall} wall */
function lineOf(found, wall) {
  const solid = found.solids.get(wall.level)?.get(wall.id);
  if (!solid) throw new Error(`the wall ${wall.id} is not among the rooms found`);
  return solid.line;
}

/**
 * Areas on a face between two heights: `scale` turns mm along the wall's centre line into mm on the face.
 * @param {Top} top @param {number} scale @param {Cut[]} cuts @param {import("#geometry/heights.js").Rectangle[]} hidden
 */
function areasOf(top, scale, cuts, hidden) {
  /** @type {import("#geometry/heights.js").Rectangle[]} */
  const rectangles = [...cuts.map(({ from_mm, to_mm, z_from, z_to }) => /** @type {import("#geometry/heights.js").Rectangle} */ ([from_mm, to_mm, z_from, z_to])), ...hidden];
  return (/** @type {number} */ low, /** @type {number} */ high) => {
    const gross = areaBetween(top, low, high);
    const cut = coveredArea(top, rectangles, low, high);
    return { gross_mm2: whole(scale * gross), net_mm2: whole(scale * (gross - cut)) };
  };
}

/**
 * The openings' rectangles as far as they lie on the stretch.
 * @param {Wall} wall @param {Edge} edge @param {Top} top @param {Opening[]} openings @returns {Cut[]}
 */
function cutsOf(wall, edge, top, openings) {
  return openings.flatMap((opening) => {
    const span = openingSpan(wall, opening) ?? [0, 0];
    const [low, high] = [Math.max(span[0], edge.from_mm), Math.min(span[1], edge.to_mm)];
    const reach = Math.max(heightAt(top, low), heightAt(top, high));
    if (low >= high || opening.sill >= reach || !opensOn(opening, edge.side)) return [];
    const z_to = Math.min(opening.sill + opening.height, reach);
    return [{ opening: opening.id, from_mm: fine(low), to_mm: fine(high), z_from: opening.sill, z_to }];
  });
}

/**
 * The finish of each height from the floor up: of those that cover it the last in the document.
 * @param {Finish[]} finishes @param {number} highest @returns {{finish: string | null, z_from: number, z_to: number}[]}
 */
function bandsOf(finishes, highest) {
  const reaching = finishes.map(({ id, z_from, z_to }) => ({ id, z_from, z_to: z_to ?? highest }));
  const inner = reaching.flatMap(({ z_from, z_to }) => [z_from, z_to]).filter((z) => 0 < z && z < highest);
  /** @type {{finish: string | null, z_from: number, z_to: number}[]} */
  const bands = [];
  for (const [low, high] of pairs([0, ...ascending(inner), highest])) {
    const finish = reaching.findLast(({ z_from, z_to }) => z_from <= low && high <= z_to)?.id ?? null;
    const below = bands[bands.length - 1];
    if (below?.finish === finish) below.z_to = high;
    else bands.push({ finish, z_from: low, z_to: high });
  }
  return bands;
}

/**
 * For each finish of no wall the index of the room in which the label lies that it names, or null.
 * @param {Plan} plan @param {Found} found @param {Finish[]} finishes @returns {Map<string, number | null>}
 */
function lyingIn(plan, found, finishes) {
  return new Map(
    finishes
      .filter(({ wall, opening }) => wall === null && opening === null)
      .map(({ id, room }) => {
        const label = room === null ? null : entity(plan, "rooms", room);
        return [id, label && roomAt(found, label.level, label.at)];
      }),
  );
}

/**
 * @param {Plan} plan @param {Room} room @param {number} place @param {readonly import("#geometry/roofs.js").Roof[]} over
 * @param {Finish[]} finishes @param {Map<string, number | null>} lying @returns {Plane[]}
 */
const planesOf = (plan, room, place, over, finishes, lying) =>
  PLANES.map((face) => {
    const last = finishes.findLast((finish) => finish.face === face && lying.get(finish.id) === place);
    return { room: place, face, area_mm2: face === "ceiling" ? ceilingArea(plan, room, over) : room.area_mm2 - wellMm2(room, floorWells(plan, room.level)), finish: last?.id ?? null };
  });

/**
 * @param {Plan} plan @param {Finish} finish @param {Set<string | null>} used @param {Map<string, number | null>} lying
 * @returns {Loose[]}
 */
function looseFinish(plan, { id, wall, opening, face }, used, lying) {
  const loose = (/** @type {string} */ reason) => [{ collection: "finishes", id, reason }];
  if (wall === null && opening === null) return lying.get(id) === null ? loose("no_room") : [];
  const isOnBulkhead = FACES.some((one) => one === face) && hangingBlocks(plan).some((block) => block.id === wall);
  if (wall !== null && !bodyOf(plan, wall) && !isOnBulkhead) return loose("no_wall");
  if (opening !== null && !plan.openings?.[opening]) return loose("no_opening");
  return used.has(id) || isOnWood(plan, { opening }) ? [] : loose("no_face");
}
