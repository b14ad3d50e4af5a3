/** Skirting boards: along every painted wall that stands on a floor, as pieces of the shell that nobody picks. */
import { boxesPiece } from "#scene/pieces.js";

/**
 * @typedef {import("#model/scene/scene.js").Surface} Surface
 * @typedef {import("#scene/pieces.js").Piece} Piece
 * @typedef {[number, number, number]} Spot
 * @typedef {[number, number, number, number, number]} Foot from x, y to x, y, mm, and the height it stands at
 */

const NAME = "skirting";
/** As `rooms/quantities/skirting.py` counts it. */
const HEIGHT_MM = 80;
/** Its upper edge is set back. */
const [EDGE_MM, SET_BACK_MM] = [9, 5];
/** Ends so near to each other touch, and so small a sine of a bend is none. */
const [TOUCH_MM, STRAIGHT] = [2, 0.002];
/** A little less than a door's casing stands out, which covers its end. */
const DEPTH_MM = 11;
const LOOK = { colour: "#f3f1ed", roughness: 0.5, metalness: 0 };
/** Rooms whose floor is washed to the wall have none. */
const WET = ["bathroom", "toilet"];

/** @param {import("#model/scene/scene.js").Scene} scene @returns {Map<string, Piece>} by the room and a number */
export const skirtingOf = ({ surfaces, rooms }) =>
  new Map(rooms.flatMap(({ use, floor, skirting }, index) => {
    const dry = surfaces.filter(({ of, room, wall, tile, run }) => of === "face" && room === index && wall !== null && run && !tile);
    const feet = WET.includes(use) ? [] : dry.flatMap((surface) => feetOf(surface, floor));
    return joined(feet).map((foot, place) => [`${NAME} ${index} ${place}`, pieceOf(foot, skirting.colour ?? LOOK.colour)]);
  }));

/** @param {string} key of a piece */
export const isSkirting = (key) => key.startsWith(`${NAME} `);

/** Boards that go on in one line are one. @param {readonly Foot[]} feet @returns {Foot[]} */
const joined = (feet) => {
  const left = [...feet];
  /** @type {Foot[]} */
  const found = [];
  for (let foot = left.pop(); foot; foot = left.pop()) {
    const next = left.findIndex((other) => goesOn(/** @type {Foot} */ (foot), other) || goesOn(other, /** @type {Foot} */ (foot)));
    if (next < 0) found.push(foot);
    else {
      const [other] = left.splice(next, 1);
      const [one, two] = goesOn(foot, other) ? [foot, other] : [other, foot];
      left.push([one[0], one[1], two[2], two[3], one[4]]);
    }
  }
  return found;
};

/** Does the other begin where one ends, in the same direction? @param {Foot} one @param {Foot} other */
const goesOn = ([ax, ay, bx, by, floor], [cx, cy, dx, dy, height]) => {
  const [ux, uy, vx, vy] = [bx - ax, by - ay, dx - cx, dy - cy];
  const turn = Math.abs(ux * vy - uy * vx) / (Math.hypot(ux, uy) * Math.hypot(vx, vy));
  return floor === height && Math.hypot(cx - bx, cy - by) < TOUCH_MM && turn < STRAIGHT && ux * vx + uy * vy > 0;
};

/** The edges of a face that lie on the floor, from left to right as one stands before it. @param {Surface} surface @param {number} floor mm @returns {Foot[]} */
const feetOf = ({ polygons, run }, floor) =>
  polygons.flatMap((polygon) => {
    const corners = Array.from({ length: polygon.length / 3 }, (_, place) => polygon.slice(place * 3, place * 3 + 3));
    return corners.flatMap((from, place) => {
      const to = corners[(place + 1) % corners.length];
      const lies = Math.abs(from[2] - floor) < 1 && Math.abs(to[2] - floor) < 1 && Math.hypot(to[0] - from[0], to[1] - from[1]) > 20;
      if (!lies || !run) return [];
      const ahead = (to[0] - from[0]) * (run[run.length - 2] - run[0]) + (to[1] - from[1]) * (run[run.length - 1] - run[1]) >= 0;
      const [left, right] = ahead ? [from, to] : [to, from];
      return [/** @type {Foot} */ ([left[0], left[1], right[0], right[1], floor])];
    });
  });

/** @param {Foot} foot @param {string} colour @returns {Piece} */
const pieceOf = ([ax, ay, bx, by, floor], colour) => {
  const length = Math.hypot(bx - ax, by - ay);
  const [dx, dy] = [(bx - ax) / length, (by - ay) / length];
  const carry = (/** @type {Spot} */ [u, v, w]) => /** @type {Spot} */ ([ax + u * dx - v * dy, ay + u * dy + v * dx, floor + w]);
  const board = (/** @type {number} */ deep, /** @type {number} */ low, /** @type {number} */ high) => ({ material: "front", at: /** @type {Spot} */ ([-deep, 0, low]), size: /** @type {Spot} */ ([length + 2 * deep, deep, high]) });
  return boxesPiece([board(DEPTH_MM, 0, HEIGHT_MM - EDGE_MM), board(DEPTH_MM - SET_BACK_MM, HEIGHT_MM - EDGE_MM, EDGE_MM)], carry, { ...LOOK, colour });
};
