/** Doors, windows and passages on plan: what cuts the wall, the frame, the leaf and its swing. */

import { isNiche, slabOf } from "#geometry/niches.js";
import { line, ring, svg } from "#plan/svg.js";

/** @typedef {import("#geometry/walls.js").Solid} Solid */
/** @typedef {import("#geometry/vector.js").Vector} Vector */
/** @typedef {import("#geometry/centreline.js").CentreLine} CentreLine */
/** @typedef {(along: number) => import("#geometry/niches.js").Slab} SlabAt */

const LEAF_MM = 40;
const FRAME_MM = 50;
const WIDE_MM = 1200;
/** A plan is a cut so high above the floor. */
const CUT_MM = 1200;

/**
 * An opening drawn on its wall's solid over the stretch [from, to].
 * `opens` is the side of the wall that leaves swing to; `hinge` the jamb on the left or right hand of somebody who
 * stands on that side and looks at the wall (the handing of EN 12519).
 * @param {any} opening @param {Solid} solid @param {SlabAt} slab @param {[number, number]} span
 */
export function openingMarks(opening, solid, slab, span) {
  if (isNiche(opening)) return niche(opening, solid, slab, span);
  /** @type {Place["box"]} */
  const box = (from, to, reach) => across(solid.line, from, to, (along) => {
    const [left, right] = slab(along);
    const [far, middle] = [reach((right - left) / 2), (left + right) / 2];
    return [middle - far, middle + far];
  });
  const hole = svg("path", { d: box(span[0], span[1], (half) => half + 1), class: "hole" });
  const faces = [0, 1].map((end) => edge(solid.line, span[0], span[1], (along) => slab(along)[end]));
  return [hole, ...(MARKS[opening.kind] ?? MARKS.passage)({ opening, span, faces, box, ...jamb(opening, solid, span, slab) })];
}

/** What an opening takes of its wall's thickness where one draws it (see `slabOf`). @param {import("#geometry/entities.js").Wall} wall @param {any} opening @param {readonly any[]} niches the wall's @returns {SlabAt} */
export const slabAlong = (wall, opening, niches) => (along) => slabOf(wall, opening, niches, along);

/** A recess in the wall's face, with the edge of its sill; one that the cut misses is dashed. @param {any} opening @param {Solid} solid @param {SlabAt} slab @param {[number, number]} span */
function niche(opening, { line: centre }, slab, [from, to]) {
  const isRight = opening.opens === "right";
  const mouth = edge(centre, from, to, (along) => slab(along)[isRight ? 1 : 0]);
  const bottom = edge(centre, from, to, (along) => slab(along)[isRight ? 0 : 1]);
  const d = (/** @type {number} */ reach) => across(centre, from, to, (along) => {
    const [left, right] = slab(along);
    return isRight ? [left, right + reach] : [left - reach, right];
  });
  const isCut = opening.sill < CUT_MM && CUT_MM < opening.sill + opening.height;
  if (!isCut) return [svg("path", { d: d(0), class: "niche is-beyond" })];
  const jambs = [mouth[0], ...bottom, mouth[mouth.length - 1]];
  const sill = opening.sill > 0 ? [svg("path", { d: line(mouth), class: "niche-edge" })] : [];
  return [svg("path", { d: d(1), class: "hole niche" }), svg("path", { d: line(jambs), class: "niche-edge" }), ...sill];
}

/** A stretch along the wall, as far to the right of its line as is told at each place, an arc's with its facets. @param {CentreLine} line @param {number} from @param {number} to @param {(along: number) => number} right */
function edge(line, from, to, right) {
  const inner = line.points.map((point) => line.along(point)).filter((along) => from < along && along < to);
  return [from, ...inner, to].map((along) => line.at(along, right(along)));
}

/** The outline of a stretch, as far across the wall as is told at each place. @param {CentreLine} line @param {number} from @param {number} to @param {SlabAt} slab */
const across = (line, from, to, slab) =>
  ring([...edge(line, from, to, (along) => slab(along)[0]), ...edge(line, from, to, (along) => slab(along)[1]).reverse()]);

/**
 * @typedef {object} Place
 * @property {any} opening @property {[number, number]} span @property {Vector[][]} faces the left and the right one
 * @property {(from: number, to: number, reach: (half: number) => number) => string} box so far about the middle of what it takes of the wall
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

/** From face to face. @param {number} half */
const whole = (half) => half;

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
const posts = ({ span, box }) => [
  svg("path", { d: box(span[0], span[0] + FRAME_MM, whole) + box(span[1] - FRAME_MM, span[1], whole), class: "frame" }),
];

/** The wall goes on overhead. @param {Place} place */
const lintel = ({ faces }) => [svg("path", { d: faces.map(line).join(""), class: "overhead" })];

/** @param {Place} place @param {number} sashes */
function glazing({ span, box }, sashes) {
  const each = (span[1] - span[0]) / sashes;
  const panes = Array.from({ length: sashes }, (_, sash) => box(span[0] + sash * each, span[0] + (sash + 1) * each, (half) => half * 0.45));
  const pane = box(span[0], span[1], () => 8);
  return [svg("path", { d: box(span[0], span[1], whole) + panes.join(""), class: "frame" }), svg("path", { d: pane, class: "pane" })];
}

/** The frame that a leaf hangs in: straight between the jambs, also in an arc. @param {any} opening @param {Solid} solid @param {[number, number]} span @param {SlabAt} slab @returns {Pick<Place, "at" | "wide">} */
function jamb(opening, solid, [from, to], slab) {
  const side = opening.opens === "right" ? 1 : -1;
  // Standing on the right of a→b and looking at the wall, a is at the left hand.
  const isAtFrom = (opening.hinge === "left") === (opening.opens === "right");
  const ends = [from, to].map((along) => solid.line.at(along, slab(along)[side > 0 ? 1 : 0]));
  const [[x, y], other] = isAtFrom ? ends : ends.toReversed();
  const wide = Math.hypot(other[0] - x, other[1] - y) || 1;
  const [dx, dy] = [(other[0] - x) / wide, (other[1] - y) / wide];
  const away = isAtFrom ? side : -side;
  return { wide, at: (along, out) => [x + dx * along - dy * away * out, y + dy * along + dx * away * out] };
}
