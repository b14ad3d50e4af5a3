/** Skirting boards: along every painted wall that stands on a floor, as pieces of the shell that nobody picks. */
import { boxesPiece } from "#scene/pieces.js";

/**
 * @typedef {import("#model/scene/scene.js").Surface} Surface
 * @typedef {import("#scene/pieces.js").Piece} Piece
 * @typedef {[number, number, number]} Spot
 */

/** As `rooms/quantities/skirting.py` counts it. */
const HEIGHT_MM = 80;
/** A little less than a door's casing stands out, which covers its end. */
const DEPTH_MM = 11;
const LOOK = { colour: "#f3f1ed", roughness: 0.5, metalness: 0 };
/** Rooms whose floor is washed to the wall have none. */
const WET = ["bathroom", "toilet"];

/**
 * @param {import("#model/scene/scene.js").Scene} scene @returns {Map<string, Piece>} by the wall and a number
 */
export const skirtingOf = ({ surfaces, rooms }) => {
  const dry = surfaces.filter(({ of, room, wall, tile, run }) => of === "face" && wall !== null && room !== null && run && !tile && !WET.includes(rooms[room].use));
  const stretches = dry.flatMap((surface) => feetOf(surface, rooms[/** @type {number} */ (surface.room)].floor).map((foot) => ({ wall: surface.wall, foot, colour: rooms[/** @type {number} */ (surface.room)].skirting.colour ?? LOOK.colour })));
  return new Map(stretches.map(({ wall, foot, colour }, place) => [`${wall} ${place}`, pieceOf(foot, colour)]));
};

/** The edges of a face that lie on the floor, from left to right as one stands before it. @param {Surface} surface @param {number} floor mm @returns {[number, number, number, number, number][]} x, y, x, y and the height */
const feetOf = ({ polygons, run }, floor) =>
  polygons.flatMap((polygon) => {
    const corners = Array.from({ length: polygon.length / 3 }, (_, place) => polygon.slice(place * 3, place * 3 + 3));
    return corners.flatMap((from, place) => {
      const to = corners[(place + 1) % corners.length];
      const lies = Math.abs(from[2] - floor) < 1 && Math.abs(to[2] - floor) < 1 && Math.hypot(to[0] - from[0], to[1] - from[1]) > 20;
      if (!lies || !run) return [];
      const ahead = (to[0] - from[0]) * (run[run.length - 2] - run[0]) + (to[1] - from[1]) * (run[run.length - 1] - run[1]) >= 0;
      const [left, right] = ahead ? [from, to] : [to, from];
      return [/** @type {[number, number, number, number, number]} */ ([left[0], left[1], right[0], right[1], floor])];
    });
  });

/** @param {[number, number, number, number, number]} foot @param {string} colour @returns {Piece} */
const pieceOf = ([ax, ay, bx, by, floor], colour) => {
  const length = Math.hypot(bx - ax, by - ay);
  const [dx, dy] = [(bx - ax) / length, (by - ay) / length];
  const carry = (/** @type {Spot} */ [u, v, w]) => /** @type {Spot} */ ([ax + u * dx - v * dy, ay + u * dy + v * dx, floor + w]);
  return boxesPiece([{ material: "front", at: [-DEPTH_MM, 0, 0], size: [length + 2 * DEPTH_MM, DEPTH_MM, HEIGHT_MM] }], carry, { ...LOOK, colour });
};
