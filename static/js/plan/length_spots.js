/** Where the lengths of faces are written: along each, half-way or as near to it as they lie on nothing that is written already. */

/**
 * @typedef {readonly [number, number]} Point
 *
 * A length to write: on which line, how far to the right of it (negative: left) its middle stands, and how wide it is, mm.
 * @typedef {{points: readonly Point[], length_mm: number, right_mm: number, wide_mm: number}} Wanted
 *
 * The middle of what is written, its unit way, and how wide and high it is, mm.
 * @typedef {{at: Point, way: Point, wide_mm: number, high_mm: number}} Written
 */

/** Tried in this order, as shares of the way to the line's ends that the words leave free. */
const SHARES = [0, -0.35, 0.35, -0.7, 0.7, -1, 1];
/** So much of a letter's height stays between two texts. */
const AIR = 0.25;

/** Texts that have been written, found by where they are. */
class Page {
  /** @type {Map<string, Written[]>} */ #cells = new Map();

  /** @param {number} cell_mm */
  constructor(cell_mm) {
    this.cell_mm = cell_mm;
  }

  /** @param {Written} one */
  isFree(one) {
    return !this.#around(one).some((key) => this.#cells.get(key)?.some((other) => lieOn(one, other)));
  }

  /** @param {Written} one */
  write(one) {
    for (const key of this.#around(one)) {
      const held = this.#cells.get(key);
      if (held) held.push(one);
      else this.#cells.set(key, [one]);
    }
  }

  /** @param {Written} one @returns {string[]} */
  #around({ at: [x, y], wide_mm, high_mm }) {
    const reach = (wide_mm + high_mm) / 2;
    const [left, top, right, bottom] = [x - reach, y - reach, x + reach, y + reach].map((mm) => Math.floor(mm / this.cell_mm));
    const keys = [];
    for (let column = left; column <= right; column += 1) for (let row = top; row <= bottom; row += 1) keys.push(`${column} ${row}`);
    return keys;
  }
}

/**
 * The place of each, in their order; null: there is none that is free.
 * @param {readonly Wanted[]} wanted the first chooses first @param {readonly Written[]} others that stay as they are @param {number} high_mm
 * @returns {(Written | null)[]}
 */
export function lengthSpots(wanted, others, high_mm) {
  const page = new Page(high_mm * 8);
  for (const other of others) page.write(other);
  return wanted.map((one) => {
    const free = (one.length_mm - one.wide_mm) / 2;
    const spots = SHARES.map((share) => spotOn(one, one.length_mm / 2 + share * free, high_mm));
    const found = spots.find((spot) => page.isFree(spot)) ?? null;
    if (found) page.write(found);
    return found;
  });
}

/** @param {Wanted} wanted @param {number} along_mm @param {number} high_mm @returns {Written} */
function spotOn({ points, right_mm, wide_mm }, along_mm, high_mm) {
  const [[x, y], way] = placeOn(points, along_mm);
  return { at: [x - way[1] * right_mm, y + way[0] * right_mm], way, wide_mm, high_mm };
}

/** The point so far along a line of facets, and the unit way of its facet. @param {readonly Point[]} points @param {number} along_mm @returns {[Point, Point]} */
function placeOn(points, along_mm) {
  let left = along_mm;
  for (const [place, [x, y]] of points.slice(1).entries()) {
    const [fromX, fromY] = points[place];
    const long = Math.hypot(x - fromX, y - fromY) || 1;
    const way = /** @type {Point} */ ([(x - fromX) / long, (y - fromY) / long]);
    if (left <= long || place === points.length - 2) return [[fromX + way[0] * left, fromY + way[1] * left], way];
    left -= long;
  }
  return [points[0], [1, 0]];
}

/** Whether two turned boxes, and some air about them, overlap. @param {Written} one @param {Written} other */
function lieOn(one, other) {
  const apart = /** @type {Point} */ ([other.at[0] - one.at[0], other.at[1] - one.at[1]]);
  const axes = [one, other].flatMap(({ way: [x, y] }) => /** @type {Point[]} */ ([[x, y], [-y, x]]));
  return axes.every((axis) => Math.abs(dot(apart, axis)) < reach(one, axis) + reach(other, axis) + AIR * one.high_mm);
}

/** @param {Written} written @param {Point} axis */
const reach = ({ way, wide_mm, high_mm }, axis) => (Math.abs(dot(way, axis)) * wide_mm + Math.abs(dot([-way[1], way[0]], axis)) * high_mm) / 2;

/** @param {Point} one @param {Point} other */
const dot = (one, other) => one[0] * other[0] + one[1] * other[1];
