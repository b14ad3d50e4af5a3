/** Skirting boards: along every painted wall that stands on a floor, as pieces of the shell that nobody picks. */
import { polygonsPiece } from "#scene/pieces.js";

/**
 * @typedef {import("#model/scene/scene.js").Surface} Surface
 * @typedef {import("#scene/pieces.js").Piece} Piece
 * @typedef {[number, number, number]} Spot
 * @typedef {[number, number, number, number, number]} Foot from x, y to x, y, mm, and the height it stands at
 */

const NAME = "skirting";
/** As `rooms/quantities/skirting.py` counts it. */
const HEIGHT_MM = 80;
/** Its upper edge is lit as if it were rounded: it leans forwards so much more than up. A flat one is a dotted line from afar. */
const LEANS = [0.9, 0.43];
/** Ends so near to each other touch, and so small a sine of a bend is none. */
const [TOUCH_MM, STRAIGHT] = [2, 0.002];
/** A little less than a door's casing stands out, which covers its end. */
const DEPTH_MM = 11;
/** No mitre is longer than so many depths. */
const LONG = 3;
const LOOK = { colour: "#f3f1ed", roughness: 0.5, metalness: 0 };
/** Rooms whose floor is washed to the wall have none. */
const WET = ["bathroom", "toilet"];

/** @param {import("#model/scene/scene.js").Scene} scene @returns {Map<string, Piece>} by the room and a number */
export const skirtingOf = ({ surfaces, rooms }) =>
  new Map(rooms.flatMap(({ use, floor, skirting }, index) => {
    const dry = surfaces.filter(({ of, room, wall, tile, run }) => of === "face" && room === index && wall !== null && run && !tile);
    const feet = WET.includes(use) ? [] : dry.flatMap((surface) => feetOf(surface, floor));
    const boards = joined(feet);
    return boards.map((foot, place) => [`${NAME} ${index} ${place}`, pieceOf(foot, boards, skirting.colour ?? LOOK.colour)]);
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

/** A board between the corners of its wall: mitred where another meets it, square where it ends alone. @param {Foot} foot @param {readonly Foot[]} boards of the room @param {string} colour @returns {Piece} */
const pieceOf = (foot, boards, colour) => {
  const [ax, ay, bx, by, floor] = foot;
  const [dx, dy] = wayOf(foot);
  const spot = (/** @type {number} */ along, /** @type {number} */ out, /** @type {number} */ up) => [ax + along * dx - out * dy, ay + along * dy + out * dx, floor + up];
  const [before, after] = [boards.find((other) => meets(other, foot)), boards.find((other) => meets(foot, other))];
  const length = Math.hypot(bx - ax, by - ay);
  const [left, right] = [before ? mitreOf(before, foot) : 0, length - (after ? mitreOf(foot, after) : 0)];
  const front = [spot(left, DEPTH_MM, 0), spot(right, DEPTH_MM, 0), spot(right, DEPTH_MM, HEIGHT_MM), spot(left, DEPTH_MM, HEIGHT_MM)];
  const back = [spot(0, 0, 0), spot(length, 0, 0), spot(length, 0, HEIGHT_MM), spot(0, 0, HEIGHT_MM)];
  const top = [front[3], front[2], back[2], back[3]];
  const ends = [...(before ? [] : [[back[0], front[0], front[3], back[3]]]), ...(after ? [] : [[front[1], back[1], back[2], front[2]]])];
  const piece = polygonsPiece([front, top, ...ends].map((side) => side.flat()), { ...LOOK, colour });
  const [out, up] = LEANS;
  return { ...piece, normals: piece.normals.map((value, at) => (at < 12 || at >= 24 ? value : [-dy * out, up, dx * out][at % 3])) };
};

/** @param {Foot} foot @returns {[number, number]} */
const wayOf = ([ax, ay, bx, by]) => {
  const length = Math.hypot(bx - ax, by - ay);
  return [(bx - ax) / length, (by - ay) / length];
};

/** Does the other begin where one ends? @param {Foot} one @param {Foot} other */
const meets = (one, other) => one !== other && one[4] === other[4] && Math.hypot(other[0] - one[2], other[1] - one[3]) < TOUCH_MM;

/** How much shorter a board's front is than its back where the two meet; below 0 at a corner that stands out. @param {Foot} one @param {Foot} other */
const mitreOf = (one, other) => {
  const [[ux, uy], [vx, vy]] = [wayOf(one), wayOf(other)];
  const half = Math.atan2(ux * vy - uy * vx, ux * vx + uy * vy) / 2;
  return DEPTH_MM * Math.max(-LONG, Math.min(Math.tan(half), LONG));
};
