/** The sections in which walls meet at their corners: seen where the one beside has been cut down. */
import { surfacePiece } from "#scene/pieces.js";

/**
 * @typedef {import("#model/scene/scene.js").Scene} Scene
 * @typedef {import("#model/scene/scene.js").SceneWall} SceneWall
 * @typedef {import("#model/scene/scene.js").Surface} Surface
 * @typedef {import("#scene/pieces.js").Piece} Piece
 */

/** As the section that a cut wall shows from above. */
const SECTION = "#b4b4b3";
/** An edge of the footprint whose middle lies deeper in the wall than this share of its half thickness runs across it. */
const ACROSS = 0.9;
/** Corners of a wall's top lie so near over those of its footprint. */
const OVER_MM = 3;

/** @param {Scene} scene @returns {Map<string, Piece>} by the wall and a number */
export const wallEndsOf = ({ walls, surfaces }) => {
  const tops = surfaces.filter(({ of, opening }) => of === "top" && !opening);
  const straight = walls.filter(({ bulge, left, right }) => bulge === 0 && (left.length > 0 || right.length > 0));
  return new Map(straight.flatMap((wall) => endsOf(wall, tops.filter((top) => top.wall === wall.id))));
};

/** @param {SceneWall} wall @param {Surface[]} tops @returns {[string, Piece][]} */
const endsOf = (wall, tops) => {
  const corners = wall.ring.flatMap((x, place) => (place % 2 ? [] : [[x, wall.ring[place + 1]]]));
  return corners.flatMap((from, place) => {
    const to = corners[(place + 1) % corners.length];
    if (Math.abs(besideOf(wall, (from[0] + to[0]) / 2, (from[1] + to[1]) / 2)) > (ACROSS * wall.thickness) / 2) return [];
    const [high, higher] = [from, to].map(([x, y]) => topAt(wall, tops, x, y));
    const polygon = [...from, wall.base, ...to, wall.base, ...to, higher, ...from, high];
    const section = /** @type {Surface} */ ({ of: "top", tile: null, run: null, origin: null, colour: SECTION, polygons: [polygon, turned(polygon)] });
    return [/** @type {[string, Piece]} */ ([`${wall.id} end${place}`, surfacePiece(section)])];
  });
};

/** How far to the right of its line a place is, mm. @param {SceneWall} wall @param {number} x @param {number} y */
const besideOf = ({ a, b }, x, y) => {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  return (dx * (y - a[1]) - dy * (x - a[0])) / (Math.hypot(dx, dy) || 1);
};

/** @param {SceneWall} wall @param {Surface[]} tops @param {number} x @param {number} y */
const topAt = ({ base, height }, tops, x, y) => {
  const over = tops.flatMap(({ polygons }) => polygons.flatMap((spots) =>
    spots.filter((_, place) => place % 3 === 2 && Math.hypot(spots[place - 2] - x, spots[place - 1] - y) < OVER_MM)));
  return over.length > 0 ? Math.max(...over) : base + height;
};

/** The same seen from behind. @param {readonly number[]} polygon */
const turned = (polygon) => Array.from({ length: polygon.length / 3 }, (_, place) => polygon.slice(place * 3, place * 3 + 3)).toReversed().flat();
