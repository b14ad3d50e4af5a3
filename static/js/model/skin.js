/** Skins of triangles: rings joined into lofts, grids into sheets, outlines cut into triangles; twin of rooms/things/skin.py. */

/**
 * @typedef {[number, number, number]} Spot
 * @typedef {[number, number, number]} Triangle
 * @typedef {[number, number]} Column for a point, the column where the side before it ends and the one where the next begins
 */

/** An edge looks round while the squared cosine of its bend is above this: up to 50 degrees. */
const ROUND = 0.4;

/** Vertices and triangles being gathered; triangles are counter-clockwise seen from outside. */
export class Skin {
  /** @type {Spot[]} */
  positions = [];
  /** @type {Triangle[]} */
  triangles = [];

  /**
   * Join rings of equally many points, each running from x towards y as its axis runs towards z.
   * `profile` tells where the rings bend (a half size and a height each); `caps` how the ends are cut, a fan otherwise;
   * without `sharp` the side is round, and when `soft` the ends are round with it.
   * @param {Spot[][]} rings
   * @param {{profile?: [number, number][] | null, caps?: Triangle[] | null, closed?: boolean, sharp?: boolean, soft?: boolean}} [how]
   */
  loft(rings, { profile = null, caps = null, closed = false, sharp = true, soft = false } = {}) {
    const columns = sharp ? columnsOf(widest(rings)) : rings[0].map((_, place) => /** @type {Column} */ ([place, place]));
    const bands = closed ? rings.length : rings.length - 1;
    const first = this.#row(rings[0], columns);
    let above = first;
    for (let band = 0; band < bands; band += 1) {
      const below = above;
      const upper = rings[(band + 1) % rings.length];
      above = this.#row(upper, columns);
      this.#band(below, above, columns);
      if (band + 1 < bands && profile && !isRound(profile, band)) above = this.#row(upper, columns);
    }
    if (closed) return;
    this.#cap(soft ? first : this.#plain(rings[0]), caps, false);
    this.#cap(soft ? above : this.#plain(rings[rings.length - 1]), caps, true);
  }

  /** A grid of quads, facing down (towards -z for rows along y) unless turned over. @param {Spot[][]} grid @param {boolean} turnedOver */
  sheet(grid, turnedOver) {
    const start = this.positions.length;
    const across = grid[0].length;
    for (const line of grid) this.positions.push(...line);
    for (let row = 0; row < grid.length - 1; row += 1) {
      for (let column = 0; column < across - 1; column += 1) {
        const a = start + row * across + column;
        if (turnedOver) this.#quad(a + across, a + 1 + across, a + 1, a);
        else this.#quad(a, a + 1, a + 1 + across, a + across);
      }
    }
  }

  /** The ring's vertices, two at a sharp point. @param {Spot[]} ring @param {Column[]} columns */
  #row(ring, columns) {
    const start = this.positions.length;
    columns.forEach(([arriving, leaving], place) => {
      for (let copy = arriving; copy <= leaving; copy += 1) this.positions.push(ring[place]);
    });
    return range(start, this.positions.length);
  }

  /** @param {number[]} below @param {number[]} above @param {Column[]} columns */
  #band(below, above, columns) {
    columns.forEach(([, leaving], place) => {
      const [arriving] = columns[(place + 1) % columns.length];
      this.#quad(below[arriving], below[leaving], above[leaving], above[arriving]);
    });
  }

  /** @param {Spot[]} ring */
  #plain(ring) {
    const start = this.positions.length;
    this.positions.push(...ring);
    return range(start, this.positions.length);
  }

  /** @param {number[]} row @param {Triangle[] | null} caps @param {boolean} up */
  #cap(row, caps, up) {
    const fan = () => row.slice(2).map((_, place) => /** @type {Triangle} */ ([0, place + 1, place + 2]));
    for (const [a, b, c] of caps ?? fan()) this.#triangle(row[a], row[up ? c : b], row[up ? b : c]);
  }

  /** @param {number} a @param {number} b @param {number} c @param {number} d */
  #quad(a, b, c, d) {
    this.#triangle(a, b, c);
    this.#triangle(a, c, d);
  }

  /** @param {number} a @param {number} b @param {number} c */
  #triangle(a, b, c) {
    const [first, second, third] = [this.positions[a], this.positions[b], this.positions[c]];
    if (!areSame(first, second) && !areSame(first, third) && !areSame(second, third)) this.triangles.push([a, b, c]);
  }
}

/** An outline without crossings that runs from its first axis towards its second, cut into triangles by its ears. @param {readonly [number, number][]} outline @returns {Triangle[]} */
export function triangulated(outline) {
  const left = range(0, outline.length);
  /** @type {Triangle[]} */
  const found = [];
  while (left.length > 3) {
    const ear = Math.max(0, left.findIndex((_, place) => isEar(outline, left, place)));
    found.push([left[(ear + left.length - 1) % left.length], left[ear], left[(ear + 1) % left.length]]);
    left.splice(ear, 1);
  }
  return [...found, [left[0], left[1], left[2]]];
}

/** @param {readonly [number, number][]} outline @param {number[]} left @param {number} place */
function isEar(outline, left, place) {
  const [before, tip, after] = [-1, 0, 1].map((step) => outline[left[(place + step + left.length) % left.length]]);
  if (bend(before, tip, after) <= 0) return false;
  return !left.some((one) => {
    const other = outline[one];
    if ([before, tip, after].some(([x, y]) => x === other[0] && y === other[1])) return false;
    return bend(before, tip, other) >= 0 && bend(tip, after, other) >= 0 && bend(after, before, other) >= 0;
  });
}

/** @param {[number, number]} a @param {[number, number]} b @param {[number, number]} c */
const bend = (a, b, c) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

/** @param {Spot[][]} rings */
const widest = (rings) => rings.reduce((best, ring) => (extent(ring) > extent(best) ? ring : best));

/** @param {Spot[]} ring */
function extent(ring) {
  const [x, y, z] = [0, 1, 2].map((axis) => Math.max(...ring.map((spot) => spot[axis])) - Math.min(...ring.map((spot) => spot[axis])));
  return x + y + z;
}

/** @param {Spot[]} ring @returns {Column[]} */
function columnsOf(ring) {
  let following = 0;
  return ring.map((spot, place) => {
    const before = ring[(place + ring.length - 1) % ring.length];
    const after = ring[(place + 1) % ring.length];
    const isGentle = bendsGently(spot.map((value, axis) => value - before[axis]), after.map((value, axis) => value - spot[axis]));
    /** @type {Column} */
    const column = [following, following + (isGentle ? 0 : 1)];
    following = column[1] + 1;
    return column;
  });
}

/** @param {[number, number][]} profile @param {number} band */
function isRound(profile, band) {
  const [before, at, after] = [profile[band], profile[band + 1], profile[(band + 2) % profile.length]];
  return bendsGently([at[0] - before[0], at[1] - before[1]], [after[0] - at[0], after[1] - at[1]]);
}

/** @param {number[]} arriving @param {number[]} leaving */
function bendsGently(arriving, leaving) {
  const along = dot(arriving, leaving);
  return along > 0 && along * along > ROUND * dot(arriving, arriving) * dot(leaving, leaving);
}

/** @param {number[]} a @param {number[]} b */
const dot = (a, b) => a.reduce((sum, one, place) => sum + one * b[place], 0);

/** @param {Spot} one @param {Spot} other */
const areSame = (one, other) => one[0] === other[0] && one[1] === other[1] && one[2] === other[2];

/** @param {number} start @param {number} end */
const range = (start, end) => Array.from({ length: end - start }, (_, place) => start + place);
