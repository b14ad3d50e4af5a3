/**
 * A tiled surface spread out flat: a wall's face as one stands before it, x from its left end and y upwards; a floor as on
 * the page; a slope in its own mm, its line at the top. What the server counts in `rooms/tiling/tiled.py`.
 * @typedef {[number, number]} Point
 * @typedef {{isWall: boolean, outline: Point[], holes: Point[][], start: Point, box: [number, number, number, number]}} TileSurface
 *   `start`: where tiles begin by themselves; `box`: left, low, right, high; a ring of `holes` outside the outline is a part apart
 */
import { roofsOver } from "#geometry/ceilings.js";
import { triangles } from "#geometry/cells.js";
import { beside, ceilingWells, floorWells } from "#geometry/stairwells.js";
import { rimsAbout, unfoldedCeiling } from "#geometry/unfolded_ceiling.js";

/**
 * The surfaces on which a finish lies, the widest first.
 * @param {import("#geometry/entities.js").Plan} plan @param {import("#geometry/outline.js").Found} found @param {import("#geometry/surfaces.js").Surfaces} surfaces
 * @param {string} finish @returns {TileSurface[]}
 */
export function surfacesOf(plan, found, surfaces, finish) {
  const walls = surfaces.faces.flatMap((face) => face.bands.filter((band) => band.finish === finish).map((band) => wallSurface(face, band)));
  const planes = surfaces.planes.filter((plane) => plane.finish === finish).flatMap((plane) => planeSurfaces(plan, found.rooms[plane.room], plane.face));
  const niches = surfaces.recesses.filter((one) => one.finish === finish).map((one) => recessSurface(one, surfaces.faces));
  return [...walls, ...niches, ...planes].toSorted((one, other) => extent(other) - extent(one));
}

/** Where a tile's first corner lies on a surface, and its turn counter-clockwise. @param {import("#geometry/tile_pattern.js").Tile} tile @param {TileSurface} on @returns {{origin: Point, turn: number}} */
export const placeOfTile = ({ origin, turn_mdeg }, { start, isWall }) => ({
  origin: [start[0] + (origin?.[0] ?? 0), start[1] + (origin?.[1] ?? 0)],
  turn: ((turn_mdeg ?? 0) / 1000) * (isWall ? -1 : 1),
});

/** A height's stretch of a wall's face. @param {import("#geometry/surfaces.js").Face} face @param {{z_from: number, z_to: number}} band @returns {TileSurface} */
export function wallSurface(face, { z_from, z_to }) {
  const [low, high] = [face.top[0][0], face.top[face.top.length - 1][0]];
  const scale = face.length_mm / (high - low || 1);
  const x = (/** @type {number} */ along) => (face.side === "left" ? high - along : along - low) * scale;
  const edge = face.top;
  const under = edge.map(([along, z]) => /** @type {Point} */ ([x(along), Math.min(z, z_to)]));
  const outline = /** @type {Point[]} */ ([[x(edge[0][0]), z_from], ...under.map(([at, z]) => [at, Math.max(z, z_from)]), [x(edge[edge.length - 1][0]), z_from]]);
  const hidden = face.hidden.map(([from_mm, to_mm, low, high]) => ({ from_mm, to_mm, z_from: low, z_to: high }));
  const holes = [...face.cuts, ...hidden].flatMap((cut) => {
    const [bottom, top] = [Math.max(cut.z_from, z_from), Math.min(cut.z_to, z_to)];
    const [left, right] = [x(cut.from_mm), x(cut.to_mm)].toSorted((one, other) => one - other);
    return bottom < top ? [/** @type {Point[]} */ ([[left, bottom], [right, bottom], [right, top], [left, top]])] : [];
  });
  return { isWall: true, outline, holes, start: [0, z_from], box: boxOf(outline) };
}

/** The wall's face in which a niche is. @param {import("#geometry/recesses.js").Recess} recess @param {readonly import("#geometry/surfaces.js").Face[]} faces */
export const faceAround = ({ room, wall, side, from_mm, to_mm }, faces) =>
  faces.find((face) => face.room === room && face.wall === wall && face.side === side && face.from_mm - 1 <= from_mm && to_mm <= face.to_mm + 1);

/**
 * A part of a niche: a back in the frame of its wall, with whose joints it goes on where it wears the same; the rest alone.
 * @param {import("#geometry/recesses.js").Recess} recess @param {readonly import("#geometry/surfaces.js").Face[]} faces @returns {TileSurface}
 */
export function recessSurface(recess, faces) {
  const { z_from, z_to, width_mm, height_mm, finish } = recess;
  const face = faceAround(recess, faces);
  if (recess.face === "back" && face) {
    const cut = (/** @type {{from_mm: number, to_mm: number, z_from: number, z_to: number}} */ part) => wallSurface({ ...face, cuts: [{ opening: "", ...part }], hidden: [] }, { z_from: 0, z_to: Infinity }).holes[0];
    const outline = cut(recess);
    const band = face.bands.find((one) => one.finish === finish && one.z_from <= z_from);
    const start = /** @type {Point} */ (band ? [0, band.z_from] : outline[0]);
    return { isWall: true, outline, holes: recess.holes.map(cut), start, box: boxOf(outline) };
  }
  const isLevel = recess.face === "sill" || recess.face === "head";
  const [low, high] = isLevel ? [0, height_mm] : [z_from, z_to];
  const outline = /** @type {Point[]} */ ([[0, low], [width_mm, low], [width_mm, high], [0, high]]);
  return { isWall: true, outline, holes: [], start: [0, low], box: boxOf(outline) };
}

/** A floor, a level ceiling, or each part of one under slopes. @param {import("#geometry/entities.js").Plan} plan @param {import("#geometry/outline.js").Room} room @param {string} face @returns {TileSurface[]} */
function planeSurfaces(plan, room, face) {
  const over = face === "ceiling" ? roofsOver(plan, room.level) : [];
  const parts = over.length ? unfoldedCeiling(plan, room, over) : [levelRims(plan, room, face)];
  return parts.filter((rims) => rims.length).map((rims) => {
    const [outline, ...holes] = /** @type {Point[][]} */ (rims);
    const box = boxOf(rims.flat());
    const [left, low] = over.length ? box : boxOf(room.polygon);
    return { isWall: false, outline, holes, start: [left, low], box };
  });
}

/** The rims of a level ground, the largest first, stairwells cut out. @param {import("#geometry/entities.js").Plan} plan @param {import("#geometry/outline.js").Room} room @param {string} face */
function levelRims(plan, room, face) {
  const wells = (face === "floor" ? floorWells : ceilingWells)(plan, room.level);
  return wells.length ? rimsAbout(beside(triangles(room.polygon, room.holes), wells)) : [room.polygon, ...room.holes];
}

/** @param {readonly (readonly [number, number])[]} points @returns {[number, number, number, number]} */
function boxOf(points) {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** @param {TileSurface} surface */
const extent = ({ box: [left, low, right, high] }) => (right - left) * (high - low);

/** A first corner kept where its tile can still reach the surface. @param {Point} origin @param {import("#geometry/tile_pattern.js").Tile} tile @param {TileSurface} on @returns {Point} */
export function within(origin, { size }, { box: [left, low, right, high], start }) {
  const reach = Math.max(...size);
  const kept = (/** @type {number} */ value, /** @type {number} */ least, /** @type {number} */ most) => Math.min(Math.max(Math.round(value), Math.ceil(least)), Math.floor(most));
  return [kept(origin[0], left - start[0] - reach, right - start[0]), kept(origin[1], low - start[1] - reach, high - start[1])];
}
