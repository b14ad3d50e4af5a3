/** Boxes with their edges broken, as every real board and front has them: the light catches there. */

/** @typedef {{positions: number[], indices: number[], narrow: boolean[]}} Skinned mm of the thing's frame, as of mesh.js; narrow: for each vertex whether its face is the edge of a board */

const BEVEL_MM = 2.5;
/** Thinner things keep their edges. */
const THIN_MM = 10;
/** No thicker than this a box is a board. */
const BOARD_MM = 30;
/**
 * Things as small as a book keep their edges too, but for fronts, whose gaps are dark: so many so thin strips, seen from afar, lie
 * no more where they are once their corners are rounded to parts of a pixel, and shine through what is before them.
 */
const [SMALL_MM, SMALL_THIN_MM] = [350, 40];
const FRONT = "front";
const SIGNS = [-1, 1];

/**
 * The skin of a plain box with broken edges; null for what is no plain box, or too thin.
 * Each corner has three vertices, one of each face, so that the faces stay flat and the edges are rounded by their normals.
 * @param {any} part @returns {Skinned | null}
 */
export const bevelled = ({ form, at, size, round, lean, material }) => {
  if (form !== "box" || round > 0 || lean !== 0 || Math.min(...size) < THIN_MM) return null;
  if (material !== FRONT && Math.max(...size) < SMALL_MM && Math.min(...size) < SMALL_THIN_MM) return null;
  const middle = at.map((/** @type {number} */ low, /** @type {number} */ axis) => low + size[axis] / 2);
  const positions = SIGNS.flatMap((x) => SIGNS.flatMap((y) => SIGNS.flatMap((z) => [0, 1, 2].flatMap((face) => spotOf(middle, size, [x, y, z], face)))));
  const thinnest = size.indexOf(Math.min(...size));
  const narrow = positions.filter((_, place) => place % 3 === 0).map((_, vertex) => size[thinnest] <= BOARD_MM && vertex % 3 !== thinnest);
  return { positions, indices: TRIANGLES, narrow };
};

/** The corner's vertex of the face that looks along an axis. @param {number[]} middle @param {number[]} size @param {number[]} signs @param {number} face */
const spotOf = (middle, size, signs, face) => middle.map((value, axis) => value + signs[axis] * (size[axis] / 2 - (axis === face ? 0 : BEVEL_MM)));

/** @param {number[]} signs @param {number} face */
const vertexOf = ([x, y, z], face) => ((x > 0 ? 4 : 0) + (y > 0 ? 2 : 0) + (z > 0 ? 1 : 0)) * 3 + face;

/** @param {number} axis @param {number} sign @param {number} other @param {number} otherSign @param {number} third */
const signsOf = (axis, sign, other, otherSign, third) => {
  const signs = [0, 0, 0];
  [signs[axis], signs[other], signs[3 - axis - other]] = [sign, otherSign, third];
  return signs;
};

/** Seen from outside counter-clockwise in the thing's left-handed frame. @param {number[][]} corners of a convex polygon, in order @param {number[]} faces each corner's @returns {number[]} */
const fanOf = (corners, faces) => {
  const turn = Math.sign(outwards(corners, faces));
  const vertices = corners.map((corner, place) => vertexOf(corner, faces[place]));
  if (turn > 0) vertices.reverse();
  return vertices.slice(2).flatMap((vertex, place) => [vertices[0], vertices[place + 1], vertex]);
};

/** Above 0 when the polygon turns to the right-handed frame's outside. @param {number[][]} corners @param {number[]} faces */
const outwards = (corners, faces) => {
  const [a, b, c] = [0, 1, 2].map((place) => spotOf([0, 0, 0], [100, 100, 100], corners[place], faces[place]));
  const [u, v] = [b.map((value, axis) => value - a[axis]), c.map((value, axis) => value - a[axis])];
  const cross = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]];
  return cross.reduce((sum, value, axis) => sum + value * (a[axis] + b[axis] + c[axis]), 0);
};

/** Six faces, twelve edges, eight corners. */
const TRIANGLES = [
  ...[0, 1, 2].flatMap((axis) => {
    const other = (axis + 1) % 3;
    return SIGNS.flatMap((sign) => fanOf([[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([one, third]) => signsOf(axis, sign, other, one, third)), [axis, axis, axis, axis]));
  }),
  ...[0, 1, 2].flatMap((axis) => {
    const other = (axis + 1) % 3;
    const edge = (/** @type {number} */ sign, /** @type {number} */ otherSign) =>
      fanOf([-1, 1, 1, -1].map((third) => signsOf(axis, sign, other, otherSign, third)), [axis, axis, other, other]);
    return SIGNS.flatMap((sign) => SIGNS.flatMap((otherSign) => edge(sign, otherSign)));
  }),
  ...SIGNS.flatMap((x) => SIGNS.flatMap((y) => SIGNS.flatMap((z) => fanOf([[x, y, z], [x, y, z], [x, y, z]], [0, 1, 2])))),
];
