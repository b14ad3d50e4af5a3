/**
 * Laying patterns: where the tiles of each lie, as one small group that two steps repeat over the plane.
 *
 * The frame has x to the right and y upwards; the lower left corner of the first tile lies at 0, 0. The server's twin is
 * `rooms/tiling/patterns.py`; both are held to `tests/cases/tiling/patterns.json`.
 * @typedef {[number, number]} Point
 * @typedef {{size: Point, joint: number, tint: string, pattern: string, product?: any, origin?: Point | null, turn_mdeg?: number | null,
 *   per_pack?: number | null, pack_cm2?: number | null, sold_by?: string | null,
 *   reuse?: string | null, spare_percent?: number | null}} Tile as a plan keeps it
 * @typedef {{blank: Point[], cell: Point[], spots: [number, number, number][], u: Point, v: Point}} Lattice
 *   `cell`: the tile with half a joint around it; `spots`: degrees counter-clockwise, x, y
 */

export const PATTERNS = ["straight", "half", "third", "diagonal", "herringbone", "hexagon"];
const NEAR = 1e-6;
/** More joints would only turn the picture grey. */
const MOST_SHOWN = 4000;

/** @param {Tile} tile @returns {Lattice} */
export const latticeOf = ({ size: [width, height], joint, pattern }) => SHAPES[pattern](width, height, joint);

/** @type {Record<string, (width: number, height: number, joint: number) => Lattice>} */
const SHAPES = {
  straight: (width, height, joint) => bonded(width, height, joint, 0),
  half: (width, height, joint) => bonded(width, height, joint, 1 / 2),
  third: (width, height, joint) => bonded(width, height, joint, 1 / 3),
  diagonal: (width, height, joint) => ({
    ...oblong(width, height, joint),
    spots: [[45, 0, 0]],
    u: turned([width + joint, 0], 45),
    v: turned([0, height + joint], 45),
  }),
  herringbone: (width, height, joint) => {
    const [long, short] = [Math.max(width, height) + joint, Math.min(width, height) + joint];
    const quarter = width < height ? 90 : 0;
    const lying = /** @type {[number, number, number]} */ ([quarter, quarter ? long - joint : 0, 0]);
    const standing = /** @type {[number, number, number]} */ ([90 - quarter, quarter ? 0 : short - joint, short]);
    return { ...oblong(width, height, joint), spots: [lying, standing], u: [short, short], v: [long, -long] };
  },
  hexagon: (width, _height, joint) => {
    const [step, middle] = [width + joint, /** @type {Point} */ ([width / 2, width / Math.sqrt(3)])];
    return { blank: hexagon(width, middle), cell: hexagon(step, middle), spots: [[0, 0, 0]], u: [step, 0], v: [step / 2, (step * Math.sqrt(3)) / 2] };
  },
};

/** @param {number} width @param {number} height @param {number} joint @param {number} shift @returns {Lattice} */
const bonded = (width, height, joint, shift) => ({ ...oblong(width, height, joint), spots: [[0, 0, 0]], u: [width + joint, 0], v: [shift * (width + joint), height + joint] });

/** @param {number} width @param {number} height @param {number} joint */
const oblong = (width, height, joint) => ({ blank: box(0, 0, width, height), cell: box(-joint / 2, -joint / 2, width + joint / 2, height + joint / 2) });

/** @param {number} left @param {number} low @param {number} right @param {number} high @returns {Point[]} */
const box = (left, low, right, high) => [[left, low], [right, low], [right, high], [left, high]];

/** @param {number} across @param {Point} middle @returns {Point[]} */
const hexagon = (across, [x, y]) => {
  const [side, half] = [across / Math.sqrt(3), across / 2];
  return [[x, y - side], [x + half, y - side / 2], [x + half, y + side / 2], [x, y + side], [x - half, y + side / 2], [x - half, y - side / 2]];
};

/** About 0, 0, counter-clockwise where y runs upwards. @param {Point} point @param {number} degrees @returns {Point} */
export const turned = ([x, y], degrees) => {
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return [x * c - y * s, x * s + y * c];
};

/**
 * The corners of the first tile. @param {Tile} tile @param {Point} origin @param {number} turn degrees counter-clockwise
 * @returns {Point[]}
 */
export const firstTile = (tile, origin, turn) => {
  const { blank, spots } = latticeOf(tile);
  return blank.map((point) => placed(point, spots[0], [0, 0], origin, turn));
};

/**
 * The middles of the joints over a box, which the caller cuts to the surface: of any two sides that meet one is given.
 * @param {[number, number, number, number]} over left, low, right, high @param {Tile} tile @param {Point} origin @param {number} turn
 * @returns {[Point, Point][]} none when they are too many to show
 */
export const seamsOver = (over, tile, origin, turn) => {
  const lattice = latticeOf(tile);
  const moves = movesOver(over, lattice, origin, turn);
  return moves.flatMap((move) => lattice.spots.flatMap((spot) => {
    const corners = lattice.cell.map((point) => placed(point, spot, move, [0, 0], 0));
    return corners.flatMap((from, place) => {
      const to = corners[(place + 1) % corners.length];
      const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
      const isOne = dy < -NEAR || (Math.abs(dy) <= NEAR && dx > 0);
      return isOne ? [/** @type {[Point, Point]} */ ([from, to].map((point) => moved(turned(point, turn), origin)))] : [];
    });
  }));
};

/** By how much each group that may reach the box is moved. @param {[number, number, number, number]} over @param {Lattice} lattice @param {Point} origin @param {number} turn @returns {Point[]} */
const movesOver = ([left, low, right, high], { u, v, cell, spots }, origin, turn) => {
  const corners = box(left, low, right, high).map(([x, y]) => turned([x - origin[0], y - origin[1]], -turn));
  const reach = 2 * Math.max(...[u, v, ...cell].flat().map(Math.abs));
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const ends = box(Math.min(...xs) - reach, Math.min(...ys) - reach, Math.max(...xs) + reach, Math.max(...ys) + reach);
  const area = u[0] * v[1] - u[1] * v[0];
  if (((right - left) * (high - low) * spots.length) / Math.abs(area) > MOST_SHOWN) return [];
  const counts = ends.map(([x, y]) => [(x * v[1] - y * v[0]) / area, (y * u[0] - x * u[1]) / area]);
  const range = (/** @type {0 | 1} */ axis) => {
    const values = counts.map((count) => count[axis]);
    const first = Math.floor(Math.min(...values));
    return Array.from({ length: Math.ceil(Math.max(...values)) - first + 1 }, (_, place) => first + place);
  };
  const [[x0, y0], , [x1, y1]] = ends;
  const moves = range(0).flatMap((i) => range(1).map((j) => /** @type {Point} */ ([i * u[0] + j * v[0], i * u[1] + j * v[1]])));
  return moves.filter(([x, y]) => x >= x0 && x <= x1 && y >= y0 && y <= y1);
};

/** @param {Point} point @param {[number, number, number]} spot @param {Point} move @param {Point} origin @param {number} turn @returns {Point} */
const placed = (point, [angle, x, y], move, origin, turn) => moved(turned(moved(moved(turned(point, angle), [x, y]), move), turn), origin);

/** @param {Point} point @param {Point} by @returns {Point} */
const moved = ([x, y], by) => [x + by[0], y + by[1]];

/**
 * Where along a length the first tile begins so that both ends are alike, with the wider cuts there can be.
 * @param {number} length_mm @param {number} size_mm of the tile @param {number} joint
 */
export const centred = (length_mm, size_mm, joint) => {
  const pitch = size_mm + joint;
  const onTile = (length_mm - size_mm) / 2;
  const onJoint = (length_mm + joint) / 2;
  const cut = (/** @type {number} */ begin) => (((begin % pitch) + pitch) % pitch - joint + pitch) % pitch || size_mm;
  return Math.round(cut(onTile) >= cut(onJoint) ? onTile : onJoint);
};
