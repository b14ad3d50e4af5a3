/** Doors, windows and passages on plan: what cuts the wall, the frame, the leaf and its swing. */

import { isNiche } from "#geometry/niches.js";
import { line, ring, svg } from "#plan/svg.js";

/** @typedef {import("#geometry/walls.js").Solid} Solid */
/** @typedef {import("#geometry/vector.js").Vector} Vector */

const LEAF_MM = 40;
const FRAME_MM = 50;
const WIDE_MM = 1200;
/** A plan is a cut so high above the floor. */
const CUT_MM = 1200;

/**
 * An opening drawn on its wall's solid over the stretch [from, to].
 * `opens` is the side of the wall that leaves swing to; `hinge` the jamb on the left or right hand of somebody who
 * stands on that side and looks at the wall (the handing of EN 12519).
 * @param {any} opening @param {Solid} solid @param {[number, number]} slab what it takes of the wall's thickness (see `slabOf`) @param {[number, number]} span
 */
export function openingMarks(opening, solid, [left, right], span) {
  if (isNiche(opening)) return niche(opening, solid, [left, right], span);
  const [half, middle] = [(right - left) / 2, (left + right) / 2];
  const box = (/** @type {number} */ from, /** @type {number} */ to, /** @type {number} */ reach) =>
    ring([...parallel(solid.line, from, to, middle - reach), ...parallel(solid.line, from, to, middle + reach).reverse()]);
  const hole = svg("path", { d: box(span[0], span[1], half + 1), class: "hole" });
  return [hole, ...(MARKS[opening.kind] ?? MARKS.passage)({ opening, span, half, box, ...jamb(opening, solid, span, [left, right]) })];
}

/** A recess in the wall's face, with the edge of its sill; one that the cut misses is dashed. @param {any} opening @param {Solid} solid @param {[number, number]} slab @param {[number, number]} span */
function niche(opening, { line: centre }, [left, right], [from, to]) {
  const isRight = opening.opens === "right";
  const d = (/** @type {number} */ reach) => ring([...parallel(centre, from, to, isRight ? left : left - reach), ...parallel(centre, from, to, isRight ? right + reach : right).reverse()]);
  const isCut = opening.sill < CUT_MM && CUT_MM < opening.sill + opening.height;
  if (!isCut) return [svg("path", { d: d(0), class: "niche is-beyond" })];
  const bottom = [...parallel(centre, from, to, isRight ? left : right)];
  const jambs = [centre.at(from, isRight ? right : left), ...bottom, centre.at(to, isRight ? right : left)];
  const sill = opening.sill > 0 ? [svg("path", { d: line(parallel(centre, from, to, isRight ? right : left)), class: "niche-edge" })] : [];
  return [svg("path", { d: d(1), class: "hole niche" }), svg("path", { d: line(jambs), class: "niche-edge" }), ...sill];
}

/** A stretch of the line so far to the right of the wall's, an arc's with its facets. @param {import("#geometry/centreline.js").CentreLine} line @param {number} from @param {number} to @param {number} right */
function parallel(line, from, to, right) {
  const inner = line.points.map((point) => line.along(point)).filter((along) => from < along && along < to);
  return [from, ...inner, to].map((along) => line.at(along, right));
}

/**
 * @typedef {object} Place
 * @property {any} opening @property {[number, number]} span @property {number} half
 * @property {(from: number, to: number, reach: number) => string} box
 * @property {number} wide between the jambs on the face that the leaf opens to, as the crow flies
 * @property {(along: number, out: number) => Vector} at `along` from the hinge's jamb, `out` from the line between the jambs there
 */

/** @type {Record<string, (place: Place) => SVGElement[]>} */
const MARKS = {
  door: (place) => [...posts(place), ...leaf(place, 0, width(place))],
  double_door: (place) => [...posts(place), ...leaf(place, 0, width(place) / 2), ...leaf(place, width(place), -width(place) / 2)],
  sliding_door: (place) => [
    ...lintel(place),
    svg("path", { d: ring([place.at(0, 15), place.at(width(place), 15), place.at(width(place), 15 + LEAF_MM), place.at(0, 15 + LEAF_MM)]), class: "leaf" }),
    svg("path", { d: line([place.at(-width(place) * 0.9, 15 + LEAF_MM / 2), place.at(0, 15 + LEAF_MM / 2)]), class: "swing" }),
  ],
  folding_door: (place) => [...posts(place), svg("path", { d: line(folded(place)), class: "leaf-line" })],
  passage: (place) => lintel(place),
  window: (place) => glazing(place, 1),
  double_window: (place) => glazing(place, 2),
  french_window: (place) => {
    const wide = width(place) >= WIDE_MM;
    return [
      ...glazing(place, wide ? 2 : 1),
      ...leaf(place, 0, wide ? width(place) / 2 : width(place)),
      ...(wide ? leaf(place, width(place), -width(place) / 2) : []),
    ];
  },
};

/** @param {Place} place */
const width = ({ wide }) => wide;

/** A leaf open at a right angle, and the quarter circle that its edge runs along. @param {Place} place @param {number} hinge @param {number} reach signed: which way it closes */
function leaf(place, hinge, reach) {
  const long = Math.abs(reach);
  const thick = Math.sign(reach) * LEAF_MM;
  const corners = [place.at(hinge, 0), place.at(hinge + thick, 0), place.at(hinge + thick, long), place.at(hinge, long)];
  const arc = Array.from({ length: 13 }, (_, step) => {
    const turn = (step / 12) * (Math.PI / 2);
    return place.at(hinge + Math.sin(turn) * reach, Math.cos(turn) * long);
  });
  return [svg("path", { d: line(arc), class: "swing" }), svg("path", { d: ring(corners), class: "leaf" })];
}

/** @param {Place} place */
function folded(place) {
  const half = width(place) / 2;
  return [place.at(0, 0), place.at(half * 0.35, half * 0.94), place.at(half * 0.7, 0)];
}

/** @param {Place} place */
const posts = ({ span, half, box }) => [
  svg("path", { d: box(span[0], span[0] + FRAME_MM, half) + box(span[1] - FRAME_MM, span[1], half), class: "frame" }),
];

/** The wall goes on overhead. @param {Place} place */
const lintel = (place) => [
  svg("path", { d: line([place.at(0, 0), place.at(width(place), 0)]) + line([place.at(0, -2 * place.half), place.at(width(place), -2 * place.half)]), class: "overhead" }),
];

/** @param {Place} place @param {number} sashes */
function glazing({ span, half, box }, sashes) {
  const each = (span[1] - span[0]) / sashes;
  const panes = Array.from({ length: sashes }, (_, sash) => box(span[0] + sash * each, span[0] + (sash + 1) * each, half * 0.45));
  const pane = box(span[0], span[1], 8);
  return [svg("path", { d: box(span[0], span[1], half) + panes.join(""), class: "frame" }), svg("path", { d: pane, class: "pane" })];
}

/** The frame that a leaf hangs in: straight between the jambs, also in an arc. @param {any} opening @param {Solid} solid @param {[number, number]} span @param {[number, number]} slab @returns {Pick<Place, "at" | "wide">} */
function jamb(opening, solid, [from, to], [left, right]) {
  const side = opening.opens === "right" ? 1 : -1;
  // Standing on the right of a→b and looking at the wall, a is at the left hand.
  const isAtFrom = (opening.hinge === "left") === (opening.opens === "right");
  const ends = [from, to].map((along) => solid.line.at(along, side > 0 ? right : left));
  const [[x, y], other] = isAtFrom ? ends : ends.toReversed();
  const wide = Math.hypot(other[0] - x, other[1] - y) || 1;
  const [dx, dy] = [(other[0] - x) / wide, (other[1] - y) / wide];
  const away = isAtFrom ? side : -side;
  return { wide, at: (along, out) => [x + dx * along - dy * away * out, y + dy * along + dx * away * out] };
}
