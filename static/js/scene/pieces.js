/**
 * Pieces: triangles of one colour and finish that belong to one entity, as plain arrays in metres of the viewer's frame.
 *
 * The plan's frame is left-handed; (x, y, z) mm of it is (x, z, y) metres here, in which all triangles are
 * counter-clockwise seen from outside.
 * @typedef {{positions: number[], normals: number[], places: number[], indices: number[]}} Triangles
 * @typedef {{colour: string, roughness: number, metalness: number, shade: number, stuff: number, tile: readonly number[]}} Look
 *   shade: how much of the corners' dark it takes, 0 to 1; stuff: a number of stuff.js
 * @typedef {Triangles & {look: Look}} Piece
 * @typedef {import("#model/scene/scene.js").Surface} Surface
 * @typedef {import("#model/scene/scene.js").Box} Box
 * @typedef {[number, number, number]} Spot
 */
import { PATTERNS, turned } from "#geometry/tile_pattern.js";
import { STUFF, stuffOfTile } from "#scene/stuff.js";

/** Floors and ceilings stand a hair into their walls, so that no light shows in the joints. @type {Record<string, number>} */
const LIFTS_M = { floor: 0.0015, ceiling: -0.0015 };
const WIDER_M = 0.0008;
const END_M = 0.001;
const NO_TILE = [0, 0, 0, 0];
/** Of tiles and boards, by their stuff. @type {Record<number, number>} */
const ROUGHNESS = { [STUFF.wood]: 0.48, [STUFF.stone]: 0.32, [STUFF.glaze]: 0.13 };

/** A surface of the shell; places run along its foot and up, or over the page, from the first tile on. @param {Surface} surface @returns {Piece} */
export const surfacePiece = (surface) => {
  const onSurface = surface.run ? alongRun(surface.run, footOf(surface)) : overPage(surface.origin ?? [0, 0]);
  const fromFirst = surface.tile ? fromFirstTile(surface.tile, surface.run !== null) : null;
  const measure = fromFirst ? (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ z) => fromFirst(onSurface(x, y, z)) : onSurface;
  const found = emptyTriangles();
  for (const polygon of surface.polygons) addPolygon(found, polygon, measure);
  const lift = LIFTS_M[surface.of] ?? 0;
  for (let height = 1; height < found.positions.length; height += 3) found.positions[height] += lift;
  if (surface.of === "face" && surface.run) widen(found.positions, surface.run);
  return { ...found, look: surfaceLook(surface) };
};

/** @param {Surface} surface @returns {Look} */
export const surfaceLook = ({ of, side, colour, tile }) => ({
  colour,
  roughness: tile ? ROUGHNESS[stuffOfTile(tile)] : of === "floor" ? 0.7 : 0.92,
  metalness: 0,
  stuff: tile ? stuffOfTile(tile) : STUFF.plaster,
  shade: of === "top" || side === "a" || side === "b" ? 0 : 1,
  tile: tile ? [tile.size[0] / 1000, tile.size[1] / 1000, tile.joint / 1000, PATTERNS.indexOf(tile.pattern) + 1] : NO_TILE,
});

/**
 * Boxes of one material, each corner carried to its place by `carry`.
 * @param {Box[]} boxes @param {(spot: Spot) => Spot} carry
 * @param {{colour: string, roughness: number, metalness: number}} look @returns {Piece}
 */
export const boxesPiece = (boxes, carry, look) => polygonsPiece(boxes.flatMap((box) => sidesOf(box).map((side) => side.flatMap(carry))), look);

/**
 * Flat convex polygons that are no surface of the plan.
 * @param {readonly number[][]} polygons flat x, y, z mm, counter-clockwise seen from outside
 * @param {{colour: string, roughness: number, metalness: number}} look @returns {Piece}
 */
export const polygonsPiece = (polygons, look) => {
  const found = emptyTriangles();
  for (const polygon of polygons) addPolygon(found, polygon, () => [0, 0]);
  return { ...found, look: { ...look, shade: 1, stuff: STUFF.plain, tile: NO_TILE } };
};

/** Faces reach a hair past their ends, so that where two meet no light shows between them. @param {number[]} positions @param {readonly number[]} run */
const widen = (positions, run) => {
  const [dx, dy] = [run[run.length - 2] - run[0], run[run.length - 1] - run[1]];
  const length = Math.hypot(dx, dy) || 1;
  const along = (/** @type {number} */ at) => (positions[at] * dx + positions[at + 2] * dy) / length;
  const places = positions.filter((_, place) => place % 3 === 0).map((_, vertex) => along(vertex * 3));
  const [least, most] = places.reduce(([low, high], place) => [Math.min(low, place), Math.max(high, place)], [Infinity, -Infinity]);
  places.forEach((place, vertex) => {
    const out = place - least < END_M ? -WIDER_M : most - place < END_M ? WIDER_M : 0;
    positions[vertex * 3] += (out * dx) / length;
    positions[vertex * 3 + 2] += (out * dy) / length;
  });
};

/** @returns {Triangles} */
const emptyTriangles = () => ({ positions: [], normals: [], places: [], indices: [] });

/**
 * A convex polygon of the plan as a fan.
 * @param {Triangles} into @param {readonly number[]} polygon flat x, y, z mm @param {(x: number, y: number, z: number) => [number, number]} measure
 */
const addPolygon = (into, polygon, measure) => {
  const start = into.positions.length / 3;
  const normal = normalOf(polygon);
  for (let corner = 0; corner < polygon.length; corner += 3) {
    const [x, y, z] = [polygon[corner], polygon[corner + 1], polygon[corner + 2]];
    into.positions.push(x / 1000, z / 1000, y / 1000);
    into.normals.push(...normal);
    into.places.push(...measure(x, y, z));
  }
  for (let corner = 1; corner < polygon.length / 3 - 1; corner += 1) into.indices.push(start, start + corner, start + corner + 1);
};

/** The outward normal in the viewer's frame, by Newell's sum. @param {readonly number[]} polygon @returns {Spot} */
export const normalOf = (polygon) => {
  const sum = [0, 0, 0];
  for (let corner = 0; corner < polygon.length; corner += 3) {
    const next = (corner + 3) % polygon.length;
    const [ax, ay, az] = [polygon[corner], polygon[corner + 2], polygon[corner + 1]];
    const [bx, by, bz] = [polygon[next], polygon[next + 2], polygon[next + 1]];
    sum[0] += (ay - by) * (az + bz);
    sum[1] += (az - bz) * (ax + bx);
    sum[2] += (ax - bx) * (ay + by);
  }
  const length = Math.sqrt(sum[0] * sum[0] + sum[1] * sum[1] + sum[2] * sum[2]) || 1;
  return [sum[0] / length, sum[1] / length, sum[2] / length];
};

/**
 * From metres on a surface to metres in the frame of the shader's rules, whose joints have their middles at 0, 0 or whose
 * hexagons have theirs there; the tile begins half a joint further on.
 * @param {import("#geometry/tile_pattern.js").Tile} tile @param {boolean} isWall @returns {(at: [number, number]) => [number, number]}
 */
const fromFirstTile = ({ size: [width], joint, pattern, origin, turn_mdeg }, isWall) => {
  const [x0, y0] = origin ?? [0, 0];
  const turn = ((turn_mdeg ?? 0) / 1000) * (isWall ? -1 : 1);
  const half = joint / 2;
  const [dx, dy] = pattern === "hexagon" ? [-width / 2, -width / Math.sqrt(3)] : pattern === "diagonal" ? turned([half, half], 45) : [half, half];
  return ([x, y]) => {
    const [along, up] = turned([x * 1000 - x0, y * 1000 - y0], -turn);
    return [(along + dx) / 1000, (up + dy) / 1000];
  };
};

/** The lowest z of a surface, where its first row of tiles begins. @param {Surface} surface */
const footOf = ({ polygons }) => Math.min(...polygons.map((polygon) => Math.min(...polygon.filter((_, place) => place % 3 === 2))));

/** Metres along a wall's foot (the nearest stretch counts) and above a height. @param {readonly number[]} run @param {number} foot */
const alongRun = (run, foot) => {
  const stretches = stretchesOf(run);
  return (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ z) =>
    /** @type {[number, number]} */ ([nearest(stretches, x, y) / 1000, (z - foot) / 1000]);
};

/** @param {readonly [number, number]} origin */
const overPage =
  ([x0, y0]) =>
  (/** @type {number} */ x, /** @type {number} */ y) =>
    /** @type {[number, number]} */ ([(x - x0) / 1000, (y - y0) / 1000]);

/** @param {readonly number[]} run */
const stretchesOf = (run) => {
  const found = [];
  let before = 0;
  for (let place = 0; place + 3 < run.length; place += 2) {
    const [x, y, dx, dy] = [run[place], run[place + 1], run[place + 2] - run[place], run[place + 3] - run[place + 1]];
    const length = Math.sqrt(dx * dx + dy * dy) || 1;
    found.push({ x, y, dx: dx / length, dy: dy / length, length, before });
    before += length;
  }
  return found;
};

/** @param {ReturnType<typeof stretchesOf>} stretches @param {number} x @param {number} y */
const nearest = (stretches, x, y) => {
  let [best, found] = [Infinity, 0];
  for (const one of stretches) {
    const along = (x - one.x) * one.dx + (y - one.y) * one.dy;
    const foot = Math.min(Math.max(along, 0), one.length);
    const [offX, offY] = [x - one.x - one.dx * foot, y - one.y - one.dy * foot];
    const apart = offX * offX + offY * offY;
    if (apart < best - 1e-6) [best, found] = [apart, one.before + along];
  }
  return found;
};

/** The six sides of a box, each counter-clockwise seen from outside. @param {Box} box @returns {Spot[][]} */
const sidesOf = ({ at: [x, y, z], size: [width, depth, height] }) => {
  const [X, Y, Z] = [x + width, y + depth, z + height];
  return [
    [[x, Y, z], [X, Y, z], [X, Y, Z], [x, Y, Z]],
    [[X, y, z], [x, y, z], [x, y, Z], [X, y, Z]],
    [[X, Y, z], [X, y, z], [X, y, Z], [X, Y, Z]],
    [[x, y, z], [x, Y, z], [x, Y, Z], [x, y, Z]],
    [[x, Y, Z], [X, Y, Z], [X, y, Z], [x, y, Z]],
    [[x, y, z], [X, y, z], [X, Y, z], [x, Y, z]],
  ];
};
