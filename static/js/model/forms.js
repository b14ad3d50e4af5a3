/**
 * The seven forms that every part of a thing has, in plain millimetres of the thing's own frame: the twin of rooms/vocabulary/forms.py,
 * which tells what each number means.
 */

/**
 * @typedef {[number, number]} Flat
 * @typedef {[number, number, number]} Spot
 * @typedef {[number, number, number]} Size
 * @typedef {"x" | "y" | "z"} Axis
 * @typedef {[number, number, number, number, number, number]} Ring
 * @typedef {{material: string, colour: string}} Look
 * @typedef {Look & {form: "box", at: Spot, size: Size, round: number, lean: number}} Box
 * @typedef {Look & {form: "cushion", at: Spot, size: Size, soft: number, lean: number}} Cushion
 * @typedef {Look & {form: "pillow", axis: Axis, at: Spot, size: Size, lean: number}} Pillow
 * @typedef {Look & {form: "extrusion", axis: Axis, outline: Flat[], start: number, length: number}} Extrusion
 * @typedef {Look & {form: "loft", rings: Ring[], outline: Flat[], closed: boolean}} Loft
 * @typedef {Look & {form: "rod", a: Spot, b: Spot, radius: number, radius_b: number}} Rod
 * @typedef {Look & {form: "leaf", a: Spot, b: Spot, width: number, droop: number}} Leaf
 * @typedef {Box | Cushion | Pillow | Extrusion | Loft | Rod | Leaf} Part
 */

export const ELLIPSE = -1;
const ALONG = { x: 0, y: 1, z: 2 };
const ACROSS = { x: [1, 2], y: [0, 2], z: [0, 1] };

/** From the size a thing was built at to the size it is wanted at, axis by axis; halves go up. */
export class Stretch {
  /** @param {Size} built @param {Size} wanted */
  constructor(built, wanted) {
    this.built = built;
    this.wanted = wanted;
    this.isPlain = built.every((side, axis) => side === wanted[axis]);
  }

  /** @param {number} axis @param {number} value */
  along(axis, value) {
    return Math.floor((2 * value * this.wanted[axis] + this.built[axis]) / (2 * this.built[axis])) + 0;
  }

  /** @param {Spot} at @returns {Spot} */
  spot(at) {
    return [this.along(0, at[0]), this.along(1, at[1]), this.along(2, at[2])];
  }

  /** A radius, which follows the axis that shrinks most. @param {number} value */
  least(value) {
    return Math.min(this.along(0, value), this.along(1, value), this.along(2, value));
  }
}

/** @param {Part} part @param {Stretch} by @returns {Part} */
export function stretched(part, by) {
  switch (part.form) {
    case "box":
      return { ...part, at: by.spot(part.at), size: by.spot(part.size), round: by.least(part.round), lean: by.along(1, part.lean) };
    case "cushion":
      return { ...part, at: by.spot(part.at), size: by.spot(part.size), soft: by.least(part.soft), lean: by.along(1, part.lean) };
    case "pillow":
      return { ...part, at: by.spot(part.at), size: by.spot(part.size), lean: by.along(1, part.lean) };
    case "extrusion":
      return stretchedExtrusion(part, by);
    case "loft":
      return { ...part, rings: part.rings.map((ring) => stretchedRing(ring, by)) };
    case "rod":
      return { ...part, a: by.spot(part.a), b: by.spot(part.b), radius: by.least(part.radius), radius_b: by.least(part.radius_b) };
    case "leaf":
      return { ...part, a: by.spot(part.a), b: by.spot(part.b), width: by.least(part.width), droop: by.along(2, part.droop) };
  }
}

/** Has it any volume left? What a small size leaves no room for vanishes. @param {Part} part */
export function isSolid(part) {
  switch (part.form) {
    case "extrusion":
      return part.length > 0 && doubleArea(part.outline) !== 0;
    case "loft":
      return part.rings.length > 1 && Math.max(...part.rings.map((ring) => Math.min(ring[2], ring[3]))) > 0;
    case "rod":
      return isLong(part) && part.radius >= 0 && part.radius_b >= 0 && part.radius + part.radius_b > 0;
    case "leaf":
      return isLong(part) && part.width > 0;
    default:
      return Math.min(...part.size) > 0;
  }
}

/** Twice the signed area in mm²; above zero when the outline runs from its first axis towards its second. @param {readonly Flat[]} outline */
export const doubleArea = (outline) =>
  outline.reduce((sum, [x, y], place) => {
    const [nextX, nextY] = outline[(place + 1) % outline.length];
    return sum + x * nextY - nextX * y;
  }, 0);

/** The outline without points that equal the one before them. @param {readonly Flat[]} points @returns {Flat[]} */
export function withoutRepeats(points) {
  /** @type {Flat[]} */
  const kept = [];
  for (const point of points) if (kept.length === 0 || !areSame(point, kept[kept.length - 1])) kept.push(point);
  while (kept.length > 1 && areSame(kept[0], kept[kept.length - 1])) kept.pop();
  return kept;
}

/** @param {Flat} one @param {Flat} other */
const areSame = (one, other) => one[0] === other[0] && one[1] === other[1];

/** @param {Rod | Leaf} part */
const isLong = ({ a, b }) => a.some((value, axis) => value !== b[axis]);

/** @param {Extrusion} part @param {Stretch} by @returns {Extrusion} */
function stretchedExtrusion(part, by) {
  const [first, second] = ACROSS[part.axis];
  return {
    ...part,
    outline: withoutRepeats(part.outline.map(([u, v]) => [by.along(first, u), by.along(second, v)])),
    start: by.along(ALONG[part.axis], part.start),
    length: by.along(ALONG[part.axis], part.length),
  };
}

/** @param {Ring} ring @param {Stretch} by @returns {Ring} */
function stretchedRing([x, y, halfWidth, halfDepth, z, corner], by) {
  const round = corner === ELLIPSE ? ELLIPSE : Math.min(by.along(0, corner), by.along(1, corner));
  return [by.along(0, x), by.along(1, y), by.along(0, halfWidth), by.along(1, halfDepth), by.along(2, z), round];
}
