/** What the plan's outlines mean for walking and for the dark of corners: rooms, doorways, walls and things on the page, in metres. */
import { bounceTexture } from "#scene/bounce.js";
import { frameOf, newField, standThing, standWall, textureOf } from "#scene/occlusion.js";
import { contains, radians, rectangle, ringOf } from "#scene/rings.js";
import { skyTexture } from "#scene/grid.js";

/**
 * @typedef {import("#model/scene/scene.js").Scene} Scene
 * @typedef {import("#scene/walker.js").Ground} Ground
 * @typedef {import("#scene/materials.js").Uniforms} Uniforms
 * @typedef {import("#scene/rings.js").Ring} Ring
 * @typedef {import("#scene/grid.js").Grid} Grid
 * @typedef {{key: string, walls: Float32Array, tall: Float32Array}} Darkness how dark it is by the walls that the key tells
 */

const DOOR_REACH_M = 0.35;
const USUAL_HEIGHT_MM = 2600;
const WALKED_MM = 300;
const WINDOWS = ["window", "double_window"];
/** A wall that ends so far below its level's height leaves the ceiling light. */
const SHORT_MM = 300;

/** Where one may walk. @param {Scene} scene @returns {Ground} */
export const groundOf = ({ rooms, openings }) => ({
  rings: rooms.flatMap(({ polygon, holes }) => [polygon, ...holes].map(ringOf)),
  doors: openings.filter(({ kind, sill, rooms: [left, right] }) => sill < WALKED_MM && !WINDOWS.includes(kind) && left !== null && right !== null).map(doorway),
});

/**
 * How high the ceiling is over a place, in metres of the plan's height; Infinity outside.
 * @param {Scene} scene @returns {(x: number, y: number) => number}
 */
export const ceilingOf = ({ surfaces }) => {
  const pieces = surfaces
    .filter(({ of }) => of === "ceiling")
    .flatMap(({ polygons }) => polygons.map((polygon) => ({ ring: ringOf(polygon.filter((_, place) => place % 3 < 2)), heightAt: planeOf(polygon) })));
  return (x, y) => pieces.reduce((least, { ring, heightAt }) => (contains(ring, x, y) ? Math.min(least, heightAt(x, y)) : least), Infinity);
};

/** @param {Scene} scene of rooms, at least one */
export const largestRoom = ({ rooms }) =>
  rooms.reduce((best, room, place) => (room.area_mm2 > rooms[best].area_mm2 ? place : best), 0);

/** The room (index) in which the last of these stands that is in one. @param {Scene} scene @param {readonly import("#scene/picking.js").Choice[]} chosen @returns {number | null} */
export const roomOf = (scene, chosen) => {
  const found = chosen.flatMap((one) => roomsWith(scene, typeof one === "string" ? { id: one } : one));
  return found.at(-1) ?? null;
};

/** @param {Scene} scene @param {{id: string, side?: string | null}} choice @returns {number[]} */
const roomsWith = (scene, { id, side }) => {
  const { rooms, walls, openings, items } = scene;
  const wall = walls.find((one) => one.id === id);
  if (wall) return (side === "left" ? wall.left : side === "right" ? wall.right : [...wall.left, ...wall.right]).slice(0, 1);
  const held = [items, openings].flat().find((one) => one.id === id);
  if (held && "rooms" in held) return held.rooms.filter((room) => room !== null).slice(0, 1);
  if (!held) return rooms.flatMap(({ label }, room) => (label === id ? [room] : []));
  const [x, y] = held.at.map((mm) => mm / 1000);
  return rooms.flatMap((room, place) => (room.level === held.level && roomAt({ rooms: [room] }, x, y) === 0 ? [place] : []));
};

/**
 * The room (index) over which the point of the page lies.
 * @param {{rooms: Scene["rooms"]}} scene @param {number} x metres @param {number} y @returns {number | null}
 */
export const roomAt = (scene, x, y) => {
  const found = scene.rooms.findIndex(({ polygon, holes }) => contains(ringOf(polygon), x, y) && !holes.some((hole) => contains(ringOf(hole), x, y)));
  return found < 0 ? null : found;
};

/** What of a scene of several levels one is among on one of them. @param {Scene} scene @param {string | null} level @returns {Scene} */
export const onLevel = (scene, level) => ({
  ...scene,
  rooms: scene.rooms.filter((room) => room.level === level),
  openings: scene.openings.filter((opening) => opening.level === level),
  surfaces: scene.surfaces.filter((surface) => surface.level === level),
});

/** The level whose floor lies at a height, mm. @param {Scene} scene @param {number} z */
export const levelAt = ({ levels }, z) => levels.find(({ elevation }) => elevation === Math.round(z))?.id ?? null;

/** The walls of the highest level that has any: one looks into a house from above. @param {Scene} scene */
export const wallsOfTop = ({ walls, levels }) => {
  if (levels.length < 2) return walls;
  const [top] = levels.filter(({ id }) => walls.some(({ level }) => level === id)).toSorted((one, other) => other.elevation - one.elevation);
  return walls.filter(({ level }) => level === top?.id);
};

/** The room's least and most x, y, z, metres of the viewer's frame. @param {Scene} scene @param {number} room */
export const boxOfRoom = ({ rooms, levels }, room) => {
  const { polygon, floor, level } = rooms[room];
  const ring = ringOf(polygon);
  const [xs, ys] = [ring.map((point) => point[0]), ring.map((point) => point[1])];
  const height = levels.find(({ id }) => id === level)?.height ?? USUAL_HEIGHT_MM;
  return [Math.min(...xs), floor / 1000, Math.min(...ys), Math.max(...xs), (floor + height) / 1000, Math.max(...ys)];
};

/** How wide a room is, in metres. @param {Scene} scene @param {number} room */
export const spanOf = (scene, room) => {
  const ring = ringOf(scene.rooms[room].polygon);
  const [xs, ys] = [ring.map((point) => point[0]), ring.map((point) => point[1])];
  return Math.hypot(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
};

/**
 * Draws the map of the corners' dark anew; where the walls stand as before, only what the things do to it.
 * @param {Scene} scene @param {ReadonlySet<string>} cut walls that are cut down @param {Uniforms} uniforms
 * @param {Darkness | null} before what the last call has answered @returns {Darkness}
 */
export const darken = (scene, cut, uniforms, before) => {
  const { id: highest, elevation: floor, height: most } = highestLevel(scene);
  const standing = scene.walls.filter(({ id, level }) => level === highest && !cut.has(id));
  const rings = standing.map(({ ring, height }) => ({ ring, isTall: height > most - SHORT_MM }));
  const [x0, y0, , x1, y1] = scene.box.map((mm) => mm / 1000);
  const key = JSON.stringify([x0, y0, x1, y1, rings]);
  const field = newField([x0, y0, x1, y1]);
  if (before?.key === key) {
    field.walls.set(before.walls);
    field.tall.set(before.tall);
  } else for (const { ring, isTall } of rings) standWall(field, ringOf(ring), isTall);
  for (const item of scene.items) if (item.level === highest) standThing(field, thingOf(item, floor));
  uniforms.nearness.value?.dispose();
  uniforms.nearness.value = textureOf(field);
  uniforms.nearnessFrame.value.set(...frameOf(field));
  uniforms.floorLevel.value = floor / 1000;
  return { key, walls: field.walls, tall: field.tall };
};

/** The level that is seen from above, of those on which walls stand. @param {Scene} scene */
const highestLevel = ({ levels, walls }) => {
  const built = levels.filter(({ id }) => walls.some(({ level }) => level === id));
  return built.toSorted((one, other) => other.elevation - one.elevation)[0] ?? { id: levels[0]?.id ?? "", elevation: 0, height: USUAL_HEIGHT_MM };
};

/** @param {Scene["items"][number]} item @param {number} floor mm */
const thingOf = ({ at: [x, y, z], size: [width, depth, height], turn_mdeg }, floor) => ({
  x: x / 1000,
  y: y / 1000,
  turn: radians(turn_mdeg),
  width: width / 1000,
  depth: depth / 1000,
  height: height / 1000,
  above: Math.max(z - floor, 0) / 1000,
});

/** Takes the light of these grids: of the windows by day, of the lamps in the evening. @param {readonly [Grid, Grid]} grids what comes straight, and what is thrown back @param {Uniforms} uniforms */
export const brighten = (grids, uniforms) => {
  for (const [place, held] of [uniforms.straight, uniforms.thrown].entries()) {
    held.value?.dispose();
    held.value = skyTexture(grids[place]);
  }
  const [grid] = grids;
  uniforms.skyCorner.value.set(...grid.corner);
  const [width, height, depth] = [0, 1, 2].map((axis) => 1 / (grid.size[axis] * grid.cell[axis]));
  uniforms.skyShare.value.set(width, height, depth);
};

/** Takes the colour that faces throw at each other. @param {readonly Grid[]} grids of red and of blue @param {Uniforms} uniforms */
export const colour = (grids, uniforms) => {
  for (const [place, held] of [uniforms.bounceRed, uniforms.bounceBlue].entries()) {
    held.value?.dispose();
    held.value = bounceTexture(grids[place]);
  }
};

/** The floor of a doorway and a step before and behind it. @param {Scene["openings"][number]} opening @returns {Ring} */
const doorway = ({ at: [x, y], turn_mdeg, width, thickness }) =>
  rectangle(x / 1000, y / 1000, radians(turn_mdeg), width / 1000 - 0.24, thickness / 1000 + 2 * DOOR_REACH_M);

/** The plane of a polygon's first three corners: its height over the page. @param {readonly number[]} polygon flat x, y, z mm */
const planeOf = ([ax, ay, az, bx, by, bz, cx, cy, cz]) => {
  const area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay) || 1;
  const alongX = ((bz - az) * (cy - ay) - (cz - az) * (by - ay)) / area;
  const alongY = ((bx - ax) * (cz - az) - (cx - ax) * (bz - az)) / area;
  return (/** @type {number} */ x, /** @type {number} */ y) => az / 1000 + alongX * (x - ax / 1000) + alongY * (y - ay / 1000);
};
