/** The box around a part, whole mm: the twin of rooms/vocabulary/extent.py. */

/**
 * @typedef {import("#model/forms.js").Part} Part
 * @typedef {import("#model/forms.js").Spot} Spot
 * @typedef {[Spot, Spot]} Extent
 */

/** The least and the most corner of the box around the part. @param {Part} part @returns {Extent} */
export const extentOf = (part) => EXTENTS[part.form](/** @type {any} */ (part));

/** @param {import("#model/forms.js").Box | import("#model/forms.js").Cushion | import("#model/forms.js").Pillow} block @returns {Extent} */
const blockExtent = ({ at: [x, y, z], size: [width, depth, height], lean }) => [
  [x, y + Math.min(lean, 0), z],
  [x + width, y + depth + Math.max(lean, 0), z + height],
];

/** @param {import("#model/forms.js").Extrusion} extrusion @returns {Extent} */
function extrusionExtent({ axis, outline, start, length }) {
  const [us, vs] = [outline.map(([u]) => u), outline.map(([, v]) => v)];
  const [least, most] = [[Math.min(...us), Math.min(...vs), start], [Math.max(...us), Math.max(...vs), start + length]];
  const placed = (/** @type {number[]} */ [u, v, w]) => /** @type {Spot} */ (axis === "z" ? [u, v, w] : axis === "y" ? [u, w, v] : [w, u, v]);
  return [placed(least), placed(most)];
}

/** @param {import("#model/forms.js").Loft} loft @returns {Extent} */
const loftExtent = ({ rings }) => [
  [Math.min(...rings.map(([x, , out]) => x - out)), Math.min(...rings.map(([, y, , out]) => y - out)), Math.min(...rings.map((ring) => ring[4]))],
  [Math.max(...rings.map(([x, , out]) => x + out)), Math.max(...rings.map(([, y, , out]) => y + out)), Math.max(...rings.map((ring) => ring[4]))],
];

/** The ends as discs, each reaching out by its radius times the sine of its slant to the axis. @param {import("#model/forms.js").Rod} rod @returns {Extent} */
function rodExtent({ a, b, radius, radius_b }) {
  const along = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  const length = Math.sqrt(along[0] * along[0] + along[1] * along[1] + along[2] * along[2]);
  const slants = along.map((step) => Math.sqrt(Math.max(0, 1 - (step / length) * (step / length))));
  const reaches = [radius, radius_b].map((out) => slants.map((slant) => Math.floor(out * slant + 0.5)));
  const least = a.map((value, axis) => Math.min(value - reaches[0][axis], b[axis] - reaches[1][axis]));
  const most = a.map((value, axis) => Math.max(value + reaches[0][axis], b[axis] + reaches[1][axis]));
  return /** @type {Extent} */ ([least, most]);
}

/** @param {import("#model/forms.js").Leaf} leaf @returns {Extent} */
function leafExtent({ a, b, width, droop }) {
  const [stepX, stepY] = [b[0] - a[0], b[1] - a[1]];
  const length = Math.sqrt(stepX * stepX + stepY * stepY);
  const outX = length > 0 ? nearest((width * Math.abs(stepY)) / length / 2) : Math.floor(width / 2);
  const outY = length > 0 ? nearest((width * Math.abs(stepX)) / length / 2) : 0;
  const [x, y, z] = a.map((value, axis) => Math.floor((value + b[axis]) / 2));
  return [
    [Math.min(a[0], b[0], x - outX), Math.min(a[1], b[1], y - outY), Math.min(a[2], b[2], z - droop)],
    [Math.max(a[0], b[0], x + outX), Math.max(a[1], b[1], y + outY), Math.max(a[2], b[2], z - droop)],
  ];
}

/** @param {number} value */
const nearest = (value) => Math.floor(value + 0.5) + 0;

const EXTENTS = { box: blockExtent, cushion: blockExtent, pillow: blockExtent, extrusion: extrusionExtent, loft: loftExtent, rod: rodExtent, leaf: leafExtent };
