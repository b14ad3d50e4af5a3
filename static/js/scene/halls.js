/** What one sees through a door behind which no room is drawn: a shallow hall in dim white, with the room's own floor carried on. */
import { carrierOf } from "#scene/edges.js";
import { roomAt } from "#scene/grounds.js";
import { surfacePiece } from "#scene/pieces.js";

/**
 * @typedef {import("#model/scene/scene.js").Scene} Scene
 * @typedef {import("#model/scene/scene.js").SceneOpening} SceneOpening
 * @typedef {import("#model/scene/scene.js").Surface} Surface
 * @typedef {import("#scene/pieces.js").Piece} Piece
 * @typedef {[number, number, number]} Spot
 */

const DOORS = ["door", "double_door", "sliding_door", "folding_door", "passage"];
/** As deep as the plan leaves room for. */
const DEPTHS_MM = [1500, 1100, 700];
/** Wider and higher than its door. */
const [ASIDE_MM, ABOVE_MM] = [450, 400];
/** The hall's side of the door's wall stands a hair before it: the wall may end sooner. */
const BEFORE_MM = 2;
/** A wall's white in sixty parts of a hundred of the light. */
const WALL = "#c9c9c8";

/** @param {Scene} scene @returns {Map<string, Piece>} by the opening and a word */
export const hallsOf = (scene) => new Map(scene.openings.flatMap((opening) => hallBehind(scene, opening)));

/** @param {Scene} scene @param {SceneOpening} opening @returns {[string, Piece][]} */
const hallBehind = (scene, opening) => {
  const { id, kind, rooms: [left, right], width, height, thickness } = opening;
  const room = left ?? right;
  if (!DOORS.includes(kind) || room === null || (left !== null && right !== null)) return [];
  const away = left === null ? -1 : 1;
  const carry = carrierOf(opening);
  const face = (away * thickness) / 2;
  const depth = DEPTHS_MM.find((deep) => isFree(scene, carry, width, face, away * deep));
  if (!depth) return [];
  const sides = sidesOf({ width, height, near: face + away * BEFORE_MM, far: face + away * depth, away }).map((side) => side.flatMap((spot) => mmOf(carry(spot))));
  const floor = scene.surfaces.find((surface) => surface.of === "floor" && surface.room === room && !surface.opening);
  const bare = /** @type {Surface} */ ({ ...floor, of: "face", tile: null, run: null, origin: null, colour: WALL, polygons: sides.slice(1) });
  const pieces = [/** @type {[string, Piece]} */ ([`${id} walls`, surfacePiece(bare)])];
  return floor ? [...pieces, [`${id} floor`, surfacePiece({ ...floor, polygons: sides.slice(0, 1) })]] : pieces;
};

/** Is no room there? @param {Scene} scene @param {(spot: Spot) => Spot} carry @param {number} width @param {number} face @param {number} deep */
const isFree = (scene, carry, width, face, deep) =>
  [-0.5, 0, 0.5].every((across) => [0.3, 0.65, 1].every((share) => {
    const [x, y] = carry([across * width, face + deep * share, 0]);
    return roomAt(scene, x / 1000, y / 1000) === null;
  }));

/** Floor, ceiling, end, two sides and what is about the door, all seen from within. @param {{width: number, height: number, near: number, far: number, away: number}} of the door, and where the hall begins and ends @returns {Spot[][]} */
const sidesOf = ({ width, height, near, far, away }) => {
  const [door, half, high] = [width / 2, width / 2 + ASIDE_MM, height + ABOVE_MM];
  /** @type {(left: number, right: number, low: number, top: number) => Spot[]} */
  const about = (left, right, low, top) => [[left, near, low], [right, near, low], [right, near, top], [left, near, top]];
  /** @type {Spot[][]} */
  const sides = [
    [[-half, near, 0], [-half, far, 0], [half, far, 0], [half, near, 0]],
    [[-half, near, high], [half, near, high], [half, far, high], [-half, far, high]],
    [[-half, far, 0], [-half, far, high], [half, far, high], [half, far, 0]],
    [[-half, near, 0], [-half, near, high], [-half, far, high], [-half, far, 0]],
    [[half, near, 0], [half, far, 0], [half, far, high], [half, near, high]],
    about(-half, -door, 0, high), about(door, half, 0, high), about(-door, door, height, high),
  ];
  return away > 0 ? sides : sides.map((side) => side.toReversed());
};

/** @param {Spot} spot */
const mmOf = (spot) => spot.map((value) => Math.floor(value * 10 + 0.5) / 10);
