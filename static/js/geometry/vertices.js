/**
 * Points that rounding has set apart become one: every point gets the number of its vertex.
 * @typedef {import("#geometry/vector.js").Vector} Vector
 */

/** Points nearer than this in x and in y are one vertex. */
export const SAME_MM = 1e-5;
const CELL_MM = 1e-4;

export class Vertices {
  /** @type {Vector[]} */
  points = [];
  /** @type {Map<number, Map<number, number[]>>} numbers of vertices by column and row */
  #cells = new Map();

  /** The number of the vertex at the point, a new one when none is there. @param {Vector} point */
  number(point) {
    return this.#find(point) ?? this.#add(point);
  }

  /** @param {Vector} point */
  #find([x, y]) {
    for (let column = cell(x - SAME_MM); column <= cell(x + SAME_MM); column += 1) {
      for (let row = cell(y - SAME_MM); row <= cell(y + SAME_MM); row += 1) {
        for (const number of this.#cells.get(column)?.get(row) ?? []) {
          const [atX, atY] = this.points[number];
          if (Math.abs(atX - x) <= SAME_MM && Math.abs(atY - y) <= SAME_MM) return number;
        }
      }
    }
    return null;
  }

  /** @param {Vector} point */
  #add(point) {
    const number = this.points.push(point) - 1;
    const column = getOrSet(this.#cells, cell(point[0]), () => new Map());
    getOrSet(column, cell(point[1]), () => []).push(number);
    return number;
  }
}

/** @param {number} value */
const cell = (value) => Math.floor(value / CELL_MM);

/** @template K, V @param {Map<K, V>} map @param {K} key @param {() => V} make @returns {V} */
function getOrSet(map, key, make) {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}
