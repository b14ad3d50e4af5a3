/**
 * The triangles of a part: positions in mm of the thing's frame, indices counter-clockwise seen from outside.
 * The frame (x right, y down the page, z up) is left-handed: show a point as (x, z, y). Facets and sharing of vertices are
 * told in rooms/things/mesh.py, the twin: the same operations in the same order, so the same numbers.
 */

import { ELLIPSE } from "#model/forms.js";
import { cosine } from "#model/shape.js";
import { Skin, triangulated } from "#model/skin.js";

/**
 * @typedef {import("#model/forms.js").Part} Part
 * @typedef {import("#model/forms.js").Box} Box
 * @typedef {import("#model/forms.js").Cushion} Cushion
 * @typedef {import("#model/forms.js").Pillow} Pillow
 * @typedef {import("#model/forms.js").Extrusion} Extrusion
 * @typedef {import("#model/forms.js").Loft} Loft
 * @typedef {import("#model/forms.js").Ring} Ring
 * @typedef {import("#model/forms.js").Rod} Rod
 * @typedef {import("#model/forms.js").Leaf} Leaf
 * @typedef {import("#model/forms.js").Flat} Flat
 * @typedef {import("#model/skin.js").Spot} Spot
 * @typedef {{positions: number[], indices: number[]}} Mesh flat x, y, z of each vertex in mm; three indices for each triangle
 */

const BOX_CORNER_POINTS = 4;
const PILLOW_CELLS = 6;
const LEAF_WIDTHS = [0, 7, 10, 7, 0];
const AXES = { x: [2, 0, 1], y: [0, 2, 1], z: [0, 1, 2] };
const ORDERS = { x: [1, 2, 0], y: [0, 2, 1], z: [0, 1, 2] };
/**
 * How finely things are cut: the facets of what is round, by how many the twin gives it; by how much more often what is soft is;
 * and whether cushions and leaves are shaped as they are looked at from near.
 * @typedef {{round: Record<number, number>, soft: number, isNear: boolean}} Detail
 * @type {Detail}
 */
const AS_TOLD = { round: { 4: 4, 8: 8, 12: 12, 16: 16, 24: 24 }, soft: 1, isNear: false };
/** @type {Detail} */
const FINER = { round: { 4: 8, 8: 12, 12: 20, 16: 32, 24: 48 }, soft: 2, isNear: true };
const NEAR_PILLOW_CELLS = 12;
/** How full a pillow is (1: a cone's flank, less: fuller), and by what share its sides are drawn in. */
const [FULLNESS, DRAWN_IN] = [0.42, 0.07];
const [NEAR_LEAF_STEPS, LEAF_COLUMNS] = [9, [-1, -0.5, 0, 0.5, 1]];
/** A leaf's halves stand up from its middle rib by this share of its width, and its tip hangs by this share of its length. */
const [LEAF_FOLD, TIP_HANGS] = [0.16, 0.1];
const QUARTERS = [[1, 1], [-1, 1], [-1, -1], [1, -1]];

/** The skin of a part, closed, as triangles. @param {Part} part @param {boolean} [fine] rounder than the twin's, to be looked at from near @returns {Mesh} */
export function meshOf(part, fine = false) {
  const skin = new Skin();
  BUILDERS[part.form](/** @type {any} */ (part), skin, fine ? FINER : AS_TOLD);
  return { positions: skin.positions.flat(), indices: skin.triangles.flat() };
}

/** @param {Box} box @param {Skin} skin @param {Detail} detail */
function box({ at: [x, y, z], size: [width, depth, height], round, lean }, skin, detail) {
  const corner = Math.min(round, Math.floor(width / 2), Math.floor(depth / 2));
  const outline = rounded(x + width / 2, y + depth / 2, width / 2, depth / 2, corner, corner > 0 ? detail.round[BOX_CORNER_POINTS] : 1);
  skin.loft([
    outline.map(([px, py]) => [px, py, z]),
    outline.map(([px, py]) => [px, py + lean, z + height]),
  ]);
}

/** @param {Cushion} cushion @param {Skin} skin @param {Detail} detail */
function cushion({ at: [x, y, z], size: [width, depth, height], soft: wanted, lean }, skin, detail) {
  const soft = Math.min(wanted, Math.floor(width / 2), Math.floor(depth / 2), Math.floor(height / 2));
  const steps = (soft <= 90 ? 2 : 4) * detail.soft;
  /** @type {Spot[][]} */
  const rings = [];
  for (const end of [-90, 0]) {
    for (let step = 0; step <= steps; step += 1) {
      const degrees = end + Math.floor((90 * step) / steps);
      const inset = (soft * (1_000_000 - cosine(degrees))) / 1_000_000;
      const level = (soft * cosine(degrees - 90)) / 1_000_000 + (end ? soft : height - soft);
      const leant = (lean * level) / height;
      const outline = rounded(x + width / 2, y + depth / 2, width / 2 - inset, depth / 2 - inset, soft - inset, steps + 1);
      rings.push(outline.map(([px, py]) => [px, py + leant, z + level]));
    }
  }
  skin.loft(rings, { sharp: false, soft: true });
}

/** @param {Pillow} pillow @param {Skin} skin @param {Detail} detail */
function pillow(pillow, skin, { isNear }) {
  const places = isNear
    ? steps(NEAR_PILLOW_CELLS).map((step) => Math.sin((Math.PI * step) / NEAR_PILLOW_CELLS - Math.PI / 2))
    : steps(PILLOW_CELLS).map((step) => (2 * step) / PILLOW_CELLS - 1);
  for (const side of [1, -1]) {
    const grid = places.map((v) => places.map((u) => (isNear ? plumpSpot(pillow, side, u, v) : pillowSpot(pillow, side, u, v, (1 - u * u * u * u) * (1 - v * v * v * v)))));
    skin.sheet(grid, (side === 1) === (pillow.axis !== "y"));
  }
}

/** Of a pillow that is filled: its belly is round, and its sides are drawn in between the corners. @param {Pillow} pillow @param {number} side @param {number} u @param {number} v */
function plumpSpot(pillow, side, u, v) {
  const swell = Math.max(0, (1 - u * u) * (1 - v * v)) ** FULLNESS;
  return pillowSpot(pillow, side, u * (1 - DRAWN_IN * (1 - v * v)), v * (1 - DRAWN_IN * (1 - u * u)), swell);
}

/** @param {Pillow} pillow @param {number} side @param {number} u from -1 to 1 @param {number} v @param {number} swell share of the thickness @returns {Spot} */
function pillowSpot({ axis, at, size, lean }, side, u, v, swell) {
  const [first, second, across] = AXES[axis];
  /** @type {Spot} */
  const place = [0, 0, 0];
  place[first] = at[first] + (size[first] * (u + 1)) / 2;
  place[second] = at[second] + (size[second] * (v + 1)) / 2;
  place[across] = at[across] + (size[across] * (1 + side * swell)) / 2;
  const leant = (lean * (place[2] - at[2])) / size[2];
  return [place[0], place[1] + leant, place[2]];
}

/** @param {Extrusion} extrusion @param {Skin} skin */
function extrusion({ axis, outline: points, start, length }, skin) {
  const outline = axis === "y" ? [...points].reverse() : points;
  const [first, second, third] = ORDERS[axis];
  const rings = [start, start + length].map((level) =>
    outline.map(([u, v]) => {
      /** @type {Spot} */
      const place = [0, 0, 0];
      place[first] = u;
      place[second] = v;
      place[third] = level;
      return place;
    }),
  );
  skin.loft(rings, { caps: triangulated(outline) });
}

/** @param {Loft} loft @param {Skin} skin @param {Detail} detail */
function loft({ rings, outline, closed }, skin, detail) {
  const widest = Math.max(...rings.map((ring) => Math.max(ring[2], ring[3])));
  const count = detail.round[widest <= 12 ? 8 : widest <= 80 ? 16 : 24];
  skin.loft(
    rings.map((ring) => ringPoints(ring, outline, count).map(([x, y]) => /** @type {Spot} */ ([x, y, ring[4]]))),
    { profile: rings.map((ring) => [ring[2] + ring[3], 2 * ring[4]]), caps: outline.length > 0 ? triangulated(outline) : null, closed },
  );
}

/** @param {Ring} ring @param {Flat[]} outline @param {number} count @returns {Flat[]} */
function ringPoints([x, y, halfWidth, halfDepth, , corner], outline, count) {
  if (outline.length > 0) return outline.map(([px, py]) => [x + (halfWidth * px) / 1000, y + (halfDepth * py) / 1000]);
  if (corner !== ELLIPSE) return rounded(x, y, halfWidth, halfDepth, Math.min(corner, halfWidth, halfDepth), Math.floor(count / 4));
  return Array.from({ length: count }, (_, step) => roundThe(x, y, halfWidth, halfDepth, Math.floor((360 * step) / count)));
}

/** @param {Rod} rod @param {Skin} skin @param {Detail} detail */
function rod({ a, b, radius, radius_b }, skin, detail) {
  const widest = Math.max(radius, radius_b);
  const count = detail.round[widest <= 20 ? 8 : widest <= 60 ? 12 : 24];
  const along = unit([b[0] - a[0], b[1] - a[1], b[2] - a[2]]);
  const sizes = along.map(Math.abs);
  const least = sizes.indexOf(Math.min(...sizes));
  const first = unit(cross(along, [0, 1, 2].map((axis) => (axis === least ? 1 : 0))));
  const second = cross(along, first);
  const rings = /** @type {[Spot, number][]} */ ([[a, radius], [b, radius_b]]).map(([middle, reach]) =>
    Array.from({ length: count }, (_, step) => {
      const degrees = Math.floor((360 * step) / count);
      const right = (reach * cosine(degrees)) / 1_000_000;
      const up = (reach * cosine(degrees - 90)) / 1_000_000;
      return /** @type {Spot} */ (middle.map((value, axis) => value + (first[axis] * right + second[axis] * up)));
    }),
  );
  skin.loft(rings, { sharp: false });
}

/** @param {Leaf} leaf @param {Skin} skin @param {Detail} detail */
function leaf(leaf, skin, { isNear }) {
  const grid = isNear ? curvedLeaf(leaf) : flatLeaf(leaf);
  skin.sheet(grid, true);
  skin.sheet(grid, false);
}

/** @param {Leaf} leaf @returns {Spot[][]} its two edges */
function flatLeaf({ a, b, width, droop }) {
  const aside = asideOf(b[0] - a[0], b[1] - a[1]);
  /** @type {Spot[]} */
  const left = [];
  /** @type {Spot[]} */
  const right = [];
  LEAF_WIDTHS.forEach((tenths, step) => {
    const share = step / 4;
    const half = (width * tenths) / 20;
    const [x, y, height] = a.map((start, axis) => start + (b[axis] - start) * share);
    const z = height - droop * 4 * share * (1 - share);
    left.push([x - aside[0] * half, y - aside[1] * half, z]);
    right.push([x + aside[0] * half, y + aside[1] * half, z]);
  });
  return [left, right];
}

/** A leaf that is folded along its rib and whose tip hangs. @param {Leaf} leaf @returns {Spot[][]} its columns, from edge to edge */
function curvedLeaf({ a, b, width, droop }) {
  const aside = asideOf(b[0] - a[0], b[1] - a[1]);
  const length = Math.hypot(b[0] - a[0], b[1] - a[1], b[2] - a[2]);
  return LEAF_COLUMNS.map((column) =>
    steps(NEAR_LEAF_STEPS).map((step) => {
      const share = step / NEAR_LEAF_STEPS;
      const half = (width / 2) * Math.sin(Math.PI * share ** 0.85) ** 0.8;
      const [x, y, height] = a.map((start, axis) => start + (b[axis] - start) * share);
      const z = height - droop * 4 * share * (1 - share) - TIP_HANGS * length * share ** 4 + LEAF_FOLD * 2 * half * Math.abs(column);
      return /** @type {Spot} */ ([x + aside[0] * half * column, y + aside[1] * half * column, z]);
    }));
}

/** @param {number} x @param {number} y @returns {Flat} */
function asideOf(x, y) {
  const length = Math.sqrt(x * x + y * y);
  return length > 0 ? [-y / length, x / length] : [1, 0];
}

/** A rectangle with so many points at each rounded corner, from +x towards +y; one point is a plain corner. @param {number} x @param {number} y @param {number} halfWidth @param {number} halfDepth @param {number} corner @param {number} points @returns {Flat[]} */
function rounded(x, y, halfWidth, halfDepth, corner, points) {
  return QUARTERS.flatMap(([right, down], quarter) =>
    Array.from({ length: points }, (_, point) => {
      if (points === 1) return /** @type {Flat} */ ([x + right * halfWidth, y + down * halfDepth]);
      const degrees = 90 * quarter + Math.floor((90 * point) / (points - 1));
      return roundThe(x + right * (halfWidth - corner), y + down * (halfDepth - corner), corner, corner, degrees);
    }),
  );
}

/** @param {number} x @param {number} y @param {number} alongX @param {number} alongY @param {number} degrees @returns {Flat} */
const roundThe = (x, y, alongX, alongY, degrees) => [x + (alongX * cosine(degrees)) / 1_000_000, y + (alongY * cosine(degrees - 90)) / 1_000_000];

/** @param {number[]} vector */
function unit([x, y, z]) {
  const length = Math.sqrt(x * x + y * y + z * z);
  return [x / length, y / length, z / length];
}

/** @param {number[]} a @param {number[]} b */
const cross = (a, b) => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];

/** @param {number} cells */
const steps = (cells) => Array.from({ length: cells + 1 }, (_, step) => step);

const BUILDERS = { box, cushion, pillow, extrusion, loft, rod, leaf };
