/**
 * A plan as a scene: surfaces, doors and windows, things, light and a place to look from, made once as plain JSON.
 *
 * Frame: x right, y down the page, z up with the levels' elevations counted in, mm with at most one decimal. It is
 * left-handed: a viewer shows a point as (x, z, y).
 * @typedef {import("#geometry/vector.js").Vector} Vector
 * @typedef {import("#geometry/entities.js").Plan} Plan
 * @typedef {import("#geometry/surfaces.js").Face} Face
 * @typedef {import("#geometry/walls.js").Solid} Solid
 * @typedef {import("#model/scene/site.js").Surface} Surface
 * @typedef {import("#model/scene/site.js").HoleInWall} HoleInWall
 * @typedef {import("#model/scene/site.js").PaintOf} PaintOf
 * @typedef {import("#model/scene/site.js").Coat} Coat
 * @typedef {import("#model/scene/joinery.js").Box} Box
 * @typedef {import("#model/scene/joinery.js").Leaf} Leaf
 * @typedef {[number, number, number]} Spot
 *
 * @typedef {{label: string | null, level: string, name: string, use: string, area_mm2: number, floor: number, skirting: Coat,
 *   polygon: number[], holes: number[][]}} SceneRoom outlines are flat x, y
 *
 * `left` and `right` are the rooms (their places) on the two sides; `ring` is what the wall stands on, flat x, y.
 * @typedef {{id: string, level: string, a: [number, number], b: [number, number], bulge: number, thickness: number, thickness_b?: number,
 *   base: number, height: number, left: number[], right: number[], ring: number[]}} SceneWall
 *
 * `rooms` are those to the left and right of the wall; `inside` is 1 when the room lies to its right, else -1.
 * A roof window is in no wall and leans back by `lean_mdeg`.
 * @typedef {{id: string, wall: string | null, level: string, kind: string, at: Spot, turn_mdeg: number, lean_mdeg?: number, width: number,
 *   height: number, thickness: number, sill: number, inside: 1 | -1, rooms: [number | null, number | null],
 *   boxes: Box[], leaves: Leaf[]} & Coat} SceneOpening its paint is on its wood
 *
 * `hung` is the wall that a thing above the floor hangs on.
 * @typedef {{id: string, level: string, kind: string, size: Spot, tint: string | null, at: Spot, turn_mdeg: number,
 *   mirrored: boolean, hung: string | null}} SceneItem
 *
 * @typedef {{opening: string, room: number, at: Spot, towards_mdeg: number, width: number, height: number,
 *   area_mm2: number, lean_mdeg?: number}} SceneLight
 *
 * @typedef {object} Scene
 * @property {number} version
 * @property {number[]} box the least and the most x, y, z
 * @property {{id: string, elevation: number, height: number}[]} levels
 * @property {SceneRoom[]} rooms
 * @property {SceneWall[]} walls
 * @property {Surface[]} surfaces
 * @property {SceneOpening[]} openings
 * @property {SceneItem[]} items
 * @property {SceneLight[]} lights
 * @property {{target: number[], azimuth_mdeg: number, elevation_mdeg: number}} camera
 */
import { hanging } from "#geometry/bodies.js";
import { entities, wallHeights } from "#geometry/entities.js";
import { isNiche } from "#geometry/niches.js";
import { findRooms } from "#geometry/outline.js";
import { findSurfaces } from "#geometry/surfaces.js";
import { halfAt, isTapered } from "#geometry/thickness.js";
import { length, minus } from "#geometry/vector.js";
import { dropSurfaces } from "#model/scene/drops.js";
import { joinery } from "#model/scene/joinery.js";
import { openingSurfaces, roomSurfaces } from "#model/scene/planes.js";
import { Site, near } from "#model/scene/site.js";
import { skylightOpenings, skylightSurfaces } from "#model/scene/skylights.js";
import { wallSurfaces } from "#model/scene/walls.js";

const VERSION = 1;
const WINDOWS = ["window", "double_window", "french_window", "roof_window"];
/** Azimuths (mdeg) and their worth in percent: rather from the foot of the page, as one reads it, than from its head. */
const VIEWS = [[30_000, 100], [-30_000, 100], [150_000, 60], [-150_000, 60]];
/** How steeply one looks into one room, and into several whose inner walls stand. */
const [ROOM_VIEW_MDEG, FLAT_VIEW_MDEG] = [38_000, 52_000];
/** A thing whose back is so near to a wall's face hangs on it. */
const HUNG_MM = 60;

/** The scene of one level, or of all. @param {Plan} plan @param {string | null} level @param {PaintOf} paintOf @returns {Scene} */
export function describe(plan, level, paintOf) {
  const levels = entities(plan, "levels").filter(({ id }) => level === null || id === level);
  const shown = new Set(levels.map(({ id }) => id));
  const found = findRooms(plan);
  const surfaces = findSurfaces(plan, found);
  const chosen = found.rooms.flatMap((room, place) => (shown.has(room.level) ? [place] : []));
  const places = new Map(chosen.map((place, number) => [place, number]));
  const sites = levels.map(({ id }) => new Site(plan, found, surfaces, id, paintOf, places));
  const siteOf = new Map(sites.map((site) => [site.level, site]));
  const walls = sites.flatMap(wallsOf);
  const openings = sites.flatMap((site) => [...openingsOf(site), ...skylightOpenings(site)]);
  const items = [...entities(plan, "items"), ...hanging(plan)].filter((item) => shown.has(item.level)).map((item) => itemOf(levels, item, walls));
  const box = boxOf(walls, items);
  return {
    version: VERSION,
    box,
    levels: levels.map(({ id, elevation, height }) => ({ id, elevation, height })),
    rooms: chosen.map((place) => roomOf(/** @type {Site} */ (siteOf.get(found.rooms[place].level)), place)),
    walls,
    surfaces: sites.flatMap(surfacesOf).filter(({ polygons }) => polygons.length > 0),
    openings,
    items,
    lights: openings.flatMap(lightsOf),
    camera: cameraOf(box, openings, items, chosen.length),
  };
}

/** @param {Site} site @returns {Surface[]} */
const surfacesOf = (site) => [
  ...[...site.solids.values()].flatMap((solid) => {
    const faces = facesOf(site, solid.wall);
    return [...wallSurfaces(site, solid, faces), ...openingSurfaces(site, solid, faces)];
  }),
  ...skylightSurfaces(site),
  ...site.rooms.flatMap(({ place, room }) => roomSurfaces(site, place, room)),
  ...dropSurfaces(site),
];

/** @param {Site} site @param {string} wall */
const facesOf = (site, wall) => site.surfaces.faces.filter((face) => face.wall === wall);

/** @param {Site} site @param {number} place @returns {SceneRoom} */
function roomOf(site, place) {
  const { label, level, name, use, area_mm2, polygon, holes } = site.found.rooms[place];
  const skirting = site.coat(site.surfaces.woodwork.skirting.get(place));
  return { label, level, name, use, area_mm2, floor: site.elevation, skirting, polygon: flat(polygon), holes: holes.map(flat) };
}

/** @param {any[]} levels @param {string} level @returns {number} */
const elevationOf = (levels, level) => levels.find(({ id }) => id === level).elevation;

/** @param {readonly Vector[]} points */
const flat = (points) => points.flatMap((point) => point.map(near));

/** @param {Site} site @returns {SceneWall[]} */
const wallsOf = (site) =>
  [...site.solids.values()].map((solid) => {
    const body = site.walls.get(solid.wall);
    const { id, level, a, b, bulge, thickness, thickness_b, ...wall } = body;
    const faces = facesOf(site, id);
    const height = Math.max(...wallHeights(site.plan, { level, ...wall }));
    const [left, right] = [besides(site, faces, "left"), besides(site, faces, "right")];
    const tapered = isTapered(body) ? { thickness_b } : {};
    return { id, level, a, b, bulge, thickness, base: site.elevation, height, left, right, ring: flat(solid.polygon), ...tapered };
  });

/** @param {Site} site @param {Face[]} faces @param {string} side @returns {number[]} */
const besides = (site, faces, side) =>
  [...new Set(faces.filter((face) => face.side === side).map(({ room }) => site.numberOf(room)))].sort((one, other) => one - other);

/** @param {Site} site @returns {SceneOpening[]} */
const openingsOf = (site) =>
  [...site.holes].flatMap(([id, holes]) =>
    holes.map((hole) => openingOf(site, /** @type {Solid} */ (site.solids.get(id)), hole)),
  );

/**
 * The opening where it lies in the wall, on an arc on its chord, as deep as where the wall is thicker. A niche has a room
 * on its own side alone, and its depth for its thickness.
 * @param {Site} site @param {Solid} solid @param {HoleInWall} hole @returns {SceneOpening}
 */
function openingOf(site, solid, { opening, area: [low, high] }) {
  const { id, kind, height, sill, hinge } = opening;
  const { id: wall, level } = site.walls.get(solid.wall);
  const [left, right] = site.slab(wall, opening, (low + high) / 2);
  const deep = [low, high].map((along) => site.slab(wall, opening, along)).map((ends) => ends[1] - ends[0]);
  const [thickness, across] = [Math.floor(Math.max(...deep) + 0.5), (left + right) / 2];
  const rooms = /** @type {[number | null, number | null]} */ (["left", "right"].map((side) =>
    isNiche(opening) && side !== opening.opens ? null : roomBeside(site, wall, side, (low + high) / 2)));
  const towards = opening.opens === "right" ? 1 : -1;
  const inside = (rooms[0] === null) === (rooms[1] === null) ? towards : rooms[0] === null ? 1 : -1;
  const [start, end] = [solid.line.at(low, across), solid.line.at(high, across)];
  const chord = minus(end, start);
  const width = Math.floor(length(chord) + 0.5);
  const at = /** @type {Spot} */ ([near((start[0] + end[0]) / 2), near((start[1] + end[1]) / 2), sill + site.elevation]);
  const { boxes, leaves } = joinery({ kind, width, height, thickness, hinge, towards, inside });
  return { id, wall, level, kind, at, turn_mdeg: mdegOf(chord), width, height, thickness, sill, inside, rooms, boxes, leaves, ...site.coat(site.surfaces.woodwork.openings.get(id)) };
}

/** @param {Site} site @param {string} wall @param {string} side @param {number} along @returns {number | null} */
function roomBeside(site, wall, side, along) {
  const face = facesOf(site, wall).find((one) => one.side === side && one.from_mm <= along && along <= one.to_mm);
  return face ? site.numberOf(face.room) : null;
}

/** The direction of a way in thousandths of a degree clockwise from the page's right, from 0 on. @param {Vector} way */
const mdegOf = ([x, y]) => modulo(Math.floor((Math.atan2(y, x) * 180_000) / Math.PI + 0.5), 360_000);

/** @param {number} value @param {number} by */
const modulo = (value, by) => value - by * Math.floor(value / by);

/** @param {any[]} levels @param {any} item @param {SceneWall[]} walls @returns {SceneItem} */
function itemOf(levels, item, walls) {
  const { id, level, kind, size, tint, at, turn_mdeg, mirrored } = item;
  const elevation = item.elevation + elevationOf(levels, level);
  const hung = item.elevation > 0 ? hungOn(item, walls) : null;
  return { id, level, kind, size, tint, at: [at[0], at[1], elevation], turn_mdeg, mirrored, hung };
}

/**
 * The wall that a thing above the floor hangs on: its host, or the one at its back.
 * @param {any} item @param {SceneWall[]} walls @returns {string | null}
 */
function hungOn({ host, level, at, size, turn_mdeg }, walls) {
  if (host !== null) return host;
  const radians = (turn_mdeg * Math.PI) / 180_000;
  /** @type {Vector} */
  const back = [at[0] + (Math.sin(radians) * size[1]) / 2, at[1] - (Math.cos(radians) * size[1]) / 2];
  const beside = walls.filter((wall) => wall.level === level).map((wall) => ({ id: wall.id, apart: apart(wall, back) }));
  const [nearest] = beside.sort((one, other) => one.apart - other.apart || (one.id < other.id ? -1 : 1));
  return nearest && nearest.apart <= HUNG_MM ? nearest.id : null;
}

/** How far the point is from the wall's chord, without half its thickness. @param {SceneWall} wall @param {Vector} point */
function apart(wall, point) {
  const way = minus(wall.b, wall.a);
  const fromA = minus(point, wall.a);
  const along = (fromA[0] * way[0] + fromA[1] * way[1]) / (way[0] * way[0] + way[1] * way[1]);
  const share = Math.min(Math.max(along, 0), 1);
  return length(minus(fromA, [way[0] * share, way[1] * share])) - halfAt(wall, share * length(way));
}

/**
 * The least and the most x, y, z of what stands there; a metre about the page's zero when nothing does.
 * @param {SceneWall[]} walls @param {SceneItem[]} items @returns {number[]}
 */
function boxOf(walls, items) {
  const corners = [
    ...walls.flatMap(({ ring, base, height }) => pairsOf(ring).flatMap(([x, y]) => [[x, y, base], [x, y, base + height]])),
    ...items.flatMap((item) => {
      const { at: [x, y, z], size: [, , height] } = item;
      const [wide, deep] = spreadOf(item);
      return [[x - wide, y - deep, z], [x + wide, y + deep, z + height]];
    }),
  ];
  const held = corners.length > 0 ? corners : [[-1000, -1000, 0], [1000, 1000, 1000]];
  const bound = (/** @type {(one: number, other: number) => number} */ pick) =>
    [0, 1, 2].map((axis) => near(held.map((corner) => corner[axis]).reduce((one, other) => pick(one, other))));
  return [...bound(Math.min), ...bound(Math.max)];
}

/** Half of how wide and how deep a turned thing lies on the page. @param {SceneItem} item @returns {Vector} */
function spreadOf({ size: [width, depth], turn_mdeg }) {
  const radians = (turn_mdeg * Math.PI) / 180_000;
  const [c, s] = [Math.abs(Math.cos(radians)), Math.abs(Math.sin(radians))];
  return [(width * c + depth * s) / 2, (width * s + depth * c) / 2];
}

/** @param {number[]} flatPoints @returns {[number, number][]} */
const pairsOf = (flatPoints) => flatPoints.flatMap((x, place) => (place % 2 ? [] : [[x, flatPoints[place + 1]]]));

/**
 * The light that a room gets through a window: its middle, its area, and where it comes from.
 * @param {SceneOpening} opening @returns {SceneLight[]}
 */
function lightsOf(opening) {
  const { id, kind, rooms, width, height, turn_mdeg, lean_mdeg } = opening;
  if (!WINDOWS.includes(kind) || !rooms.includes(null)) return [];
  return rooms.flatMap((room, side) => {
    if (room === null) return [];
    const towards_mdeg = modulo(turn_mdeg + (side === 0 ? -90_000 : 90_000), 360_000);
    const light = { opening: id, room, at: middleOf(opening), towards_mdeg, width, height, area_mm2: width * height };
    return [lean_mdeg ? { ...light, lean_mdeg } : light];
  });
}

/** Of the pane; one that leans goes back over the room as it rises. @param {SceneOpening} opening @returns {Spot} */
function middleOf({ at: [x, y, z], height, turn_mdeg, lean_mdeg }) {
  const half = height / 2;
  if (!lean_mdeg) return [x, y, near(z + half)];
  const [turn, lean] = [(turn_mdeg * Math.PI) / 180_000, (lean_mdeg * Math.PI) / 180_000];
  const back = half * Math.sin(lean);
  return [near(x + back * Math.sin(turn)), near(y - back * Math.cos(turn)), near(z + half * Math.cos(lean))];
}

/**
 * Where to look from: what stands against walls and the windows should be seen from their fronts.
 * @param {number[]} box @param {SceneOpening[]} openings @param {SceneItem[]} items @param {number} rooms
 */
function cameraOf(box, openings, items, rooms) {
  const worth = VIEWS.map(([azimuth, percent]) => Math.floor((worthOf(azimuth, openings, items) * percent) / 100 + 0.5));
  return {
    target: [0, 1, 2].map((axis) => near((box[axis] + box[axis + 3]) / 2)),
    azimuth_mdeg: VIEWS[worth.indexOf(Math.max(...worth))][0],
    elevation_mdeg: rooms > 1 ? FLAT_VIEW_MDEG : ROOM_VIEW_MDEG,
  };
}

/**
 * How much of the fronts is seen from there, in cm².
 * @param {number} azimuth_mdeg @param {SceneOpening[]} openings @param {SceneItem[]} items
 */
function worthOf(azimuth_mdeg, openings, items) {
  const windows = openings.filter(({ kind }) => WINDOWS.includes(kind));
  const fronts = [
    ...items.map(({ turn_mdeg, size }) => ({ turn: turn_mdeg, area: size[0] * size[2] })),
    ...windows.map(({ turn_mdeg, inside, width, height }) => ({ turn: turn_mdeg + (inside > 0 ? 0 : 180_000), area: width * height })),
  ];
  const azimuth = (azimuth_mdeg * Math.PI) / 180_000;
  return fronts.reduce((sum, { turn, area }) => sum + (area / 100) * Math.cos((turn * Math.PI) / 180_000 + azimuth), 0);
}
