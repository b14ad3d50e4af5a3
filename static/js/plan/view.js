/** What is seen of a part from above and from the front: outlines as path commands in whole mm; twin of rooms/things/view.py. */

import { extentOf } from "#model/extent.js";
import { ELLIPSE } from "#model/forms.js";

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
 * @typedef {import("#model/forms.js").Stretch} Stretch
 * @typedef {(string | number)[]} Command
 * @typedef {Command[]} Way
 */

/** A pillow's sides are drawn in by a twelfth. */
const PINCH = 12;
const AXES = "xyz";

/** `across` and `along` are the axes of the picture, `depth` the one looked along, towards its far end. */
class View {
  /** @param {string} name @param {number} across @param {number} along @param {number} depth @param {boolean} upwards */
  constructor(name, across, along, depth, upwards) {
    this.name = name;
    this.across = across;
    this.along = along;
    this.depth = depth;
    this.upwards = upwards;
  }

  /** How near to the viewer the part reaches, mm. @param {Part} part */
  nearness(part) {
    return extentOf(part)[1][this.depth];
  }

  /** @param {Part} part @returns {[Flat, Flat]} */
  bounds(part) {
    const [least, most] = extentOf(part);
    return [[least[this.across], least[this.along]], [most[this.across], most[this.along]]];
  }

  /** @param {readonly number[]} spot @returns {Flat} */
  flat(spot) {
    return [spot[this.across], spot[this.along]];
  }

  /** @param {Command} command @param {Stretch} by @returns {Command} */
  stretched(command, by) {
    if (by.isPlain) return command;
    const [letter, ...numbers] = /** @type {[string, ...number[]]} */ (command);
    if (letter === "A") {
      const [alongX, alongY, turn, large, sweep, x, y] = numbers;
      return [letter, by.along(this.across, alongX), by.along(this.along, alongY), turn, large, sweep, by.along(this.across, x), by.along(this.along, y)];
    }
    return [letter, ...numbers.map((number, place) => by.along(place % 2 === 0 ? this.across : this.along, number))];
  }

  /** The way in SVG's frame, where y runs down. @param {Way} way @returns {Way} */
  placed(way) {
    return this.upwards ? way.map(downwards) : way;
  }
}

export const TOP = new View("symbol", 0, 1, 2, false);
export const FRONT = new View("front", 0, 2, 1, true);

/** The part's outline and, after it, lines within it, in SVG's frame. @param {Part} part @param {View} view @returns {Way[]} */
export const seen = (part, view) => SEEN[part.form](/** @type {any} */ (part), view).map((way) => view.placed(way));

/** A rectangle, its corners rounded by so much or as far as they go. @param {number} left @param {number} low @param {number} right @param {number} high @param {number} [corner] @returns {Way} */
export function rectangle(left, low, right, high, corner = 0) {
  const r = Math.max(0, Math.min(corner, Math.floor((right - left) / 2), Math.floor((high - low) / 2)));
  if (r === 0) return polygon([[left, low], [right, low], [right, high], [left, high]], true);
  return [
    ["M", left + r, low],
    ["L", right - r, low],
    ["A", r, r, 0, 0, 1, right, low + r],
    ["L", right, high - r],
    ["A", r, r, 0, 0, 1, right - r, high],
    ["L", left + r, high],
    ["A", r, r, 0, 0, 1, left, high - r],
    ["L", left, low + r],
    ["A", r, r, 0, 0, 1, left + r, low],
    ["Z"],
  ];
}

/** An ellipse. @param {number} x @param {number} y @param {number} alongX @param {number} alongY @returns {Way} */
export const ringPath = (x, y, alongX, alongY) => [
  ["M", x - alongX, y],
  ["A", alongX, alongY, 0, 1, 1, x + alongX, y],
  ["A", alongX, alongY, 0, 1, 1, x - alongX, y],
  ["Z"],
];

/** @param {readonly (readonly number[])[]} points @param {boolean} closed @returns {Way} */
export function polygon(points, closed) {
  /** @type {Way} */
  const way = points.map(([x, y], place) => [place === 0 ? "M" : "L", x, y]);
  return closed ? [...way, ["Z"]] : way;
}

/** @param {Command} command @returns {Command} */
function downwards(command) {
  const [letter, ...numbers] = /** @type {[string, ...number[]]} */ (command);
  if (letter === "A") {
    const [alongX, alongY, turn, large, sweep, x, y] = numbers;
    return [letter, alongX, alongY, turn, large, 1 - sweep, x, 0 - y];
  }
  return [letter, ...numbers.map((number, place) => (place % 2 === 1 ? 0 - number : number))];
}

/** @param {Part} part @param {View} view @param {number} corner @returns {Way} */
function bounding(part, view, corner) {
  const [[left, low], [right, high]] = view.bounds(part);
  return rectangle(left, low, right, high, corner);
}

/** @param {Pillow} pillow @param {View} view @returns {Way[]} */
function seePillow(pillow, view) {
  const [[left, low], [right, high]] = view.bounds(pillow);
  if (AXES.indexOf(pillow.axis) !== view.depth) return [rectangle(left, low, right, high, Math.floor(Math.min(right - left, high - low) / 2))];
  const [x, y] = [Math.floor((left + right) / 2), Math.floor((low + high) / 2)];
  const [aside, upright] = [Math.floor((right - left) / PINCH), Math.floor((high - low) / PINCH)];
  return [[
    ["M", left, low],
    ["Q", x, low + upright, right, low],
    ["Q", right - aside, y, right, high],
    ["Q", x, high - upright, left, high],
    ["Q", left + aside, y, left, low],
    ["Z"],
  ]];
}

/** @param {Extrusion} extrusion @param {View} view @returns {Way[]} */
const seeExtrusion = (extrusion, view) =>
  AXES.indexOf(extrusion.axis) === view.depth ? [polygon(extrusion.outline, true)] : [bounding(extrusion, view, 0)];

/** @param {Loft} loft @param {View} view @returns {Way[]} */
function seeLoft(loft, view) {
  if (view === FRONT) return [silhouette(loft)];
  const widest = loft.rings.reduce((best, ring) => (ring[2] * ring[3] > best[2] * best[3] ? ring : best));
  const rim = innerRim(loft);
  const ways = [ringFromAbove(widest, loft)];
  if (rim && rim.some((value, place) => value !== widest[place])) ways.push(ringFromAbove(rim, loft));
  return ways;
}

/** @param {Ring} ring @param {Loft} loft @returns {Way} */
function ringFromAbove([x, y, halfWidth, halfDepth, , corner], { outline }) {
  if (outline.length > 0) return polygon(outline.map(([px, py]) => [x + Math.floor((halfWidth * px) / 1000), y + Math.floor((halfDepth * py) / 1000)]), true);
  if (corner === ELLIPSE) return ringPath(x, y, halfWidth, halfDepth);
  return rectangle(x - halfWidth, y - halfDepth, x + halfWidth, y + halfDepth, corner);
}

/** Where the skin turns inwards and down, as at the rim of a bath. @param {Loft} loft */
const innerRim = ({ rings }) => rings.find((ring, place) => place + 1 < rings.length && rings[place + 1][4] < ring[4]) ?? null;

/** The rings' sides up to where the skin turns down into the inside. @param {Loft} loft @returns {Way} */
function silhouette({ rings }) {
  const turn = rings.findIndex((ring, place) => place > 0 && ring[4] < rings[place - 1][4]);
  const rising = turn < 0 ? rings : rings.slice(0, turn);
  const right = rising.map((ring) => [ring[0] + ring[2], ring[4]]);
  const left = rising.map((ring) => [ring[0] - ring[2], ring[4]]).reverse();
  return polygon([...right, ...left], true);
}

/** @param {Rod} rod @param {View} view @returns {Way[]} */
function seeRod({ a, b, radius, radius_b }, view) {
  const [[ax, ay], [bx, by]] = [view.flat(a), view.flat(b)];
  const length = Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));
  const widest = Math.max(radius, radius_b);
  const isEndOn = length <= Math.abs(b[view.depth] - a[view.depth]);
  if (isEndOn && length < widest) return [ringPath(ax, ay, widest, widest)];
  const [asideX, asideY] = [(ay - by) / length, (bx - ax) / length];
  const corners = [
    [ax + asideX * radius, ay + asideY * radius],
    [bx + asideX * radius_b, by + asideY * radius_b],
    [bx - asideX * radius_b, by - asideY * radius_b],
    [ax - asideX * radius, ay - asideY * radius],
  ];
  return [polygon(corners.map(([x, y]) => [nearest(x), nearest(y)]), true)];
}

/** @param {Leaf} leaf @param {View} view @returns {Way[]} */
function seeLeaf({ a, b, width, droop }, view) {
  const [[ax, ay], [bx, by]] = [view.flat(a), view.flat(b)];
  const length = Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));
  if (length === 0) return [polygon([[ax - Math.floor(width / 2), ay], [ax + Math.floor(width / 2), ay]], false)];
  const [x, y] = [(ax + bx) / 2, (ay + by) / 2 - (view === FRONT ? droop : 0)];
  const [asideX, asideY] = [((ay - by) / length) * width, ((bx - ax) / length) * width];
  return [[
    ["M", ax, ay],
    ["Q", nearest(x + asideX), nearest(y + asideY), bx, by],
    ["Q", nearest(x - asideX), nearest(y - asideY), ax, ay],
    ["Z"],
  ]];
}

/** @param {number} value */
const nearest = (value) => Math.floor(value + 0.5) + 0;

const SEEN = {
  box: (/** @type {Box} */ box, /** @type {View} */ view) => [bounding(box, view, view === TOP ? box.round : 0)],
  cushion: (/** @type {Cushion} */ cushion, /** @type {View} */ view) => [bounding(cushion, view, cushion.soft)],
  pillow: seePillow,
  extrusion: seeExtrusion,
  loft: seeLoft,
  rod: seeRod,
  leaf: seeLeaf,
};
