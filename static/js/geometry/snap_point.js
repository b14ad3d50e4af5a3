/**
 * A corner that is drawn or dragged: onto a corner there is, or where rulers cross: levels with corners, tidy angles
 * from where the wall begins, centre lines of walls, straight or arcs; or onto one of them, or onto the grid.
 *
 * @typedef {import("#geometry/vector.js").Vector} Vector
 * @typedef {[number, number]} Point
 * @typedef {[Vector, Vector]} Guide
 *
 * A line to keep to: through a point, a unit way along it, and how far off it the pointer is.
 * @typedef {{through: Vector, way: Vector, off: number}} Ruler
 */
import { crossingsOf, footOn } from "#geometry/arc.js";
import { crossing } from "#geometry/ends.js";
import { across, dot, length, minus, moved, turned } from "#geometry/vector.js";

/**
 * @param {Vector} point
 * @param {{corners?: readonly Vector[], levelled?: readonly Vector[], lines?: readonly Guide[], arcs?: readonly import("#geometry/centreline.js").CentreLine[],
 *   from?: Vector | null, reach_mm: number, grid_mm?: number, angle_mdeg?: number}} around `levelled`: corners to be level with, those there are unless told; `lines` and `arcs`: walls' centre lines,
 *   `angle_mdeg`: the step of tidy angles
 * @returns {{at: Point, kind: "corner" | "crossing" | "arc" | "ruler" | "grid", guides: Guide[]}}
 */
export function snapPoint(point, around) {
  const { corners = [], levelled = corners, lines = [], arcs = [], from = null, reach_mm, grid_mm = 10, angle_mdeg = 15_000 } = around;
  const corner = nearest(point, corners, reach_mm);
  if (corner) return { at: wholePoint(corner), kind: "corner", guides: [] };
  const all = [
    ...levels(point, levelled),
    ...angles(point, from, angle_mdeg),
    ...lines.flatMap((line) => along(point, line)),
  ];
  const rulers = all
    .filter(({ off }) => off <= reach_mm)
    .sort((one, other) => one.off - other.off);
  const onArc = snapArc(point, arcs, rulers, reach_mm);
  if (onArc) return onArc;
  if (rulers.length === 0) return { at: onGrid(point, grid_mm), kind: "grid", guides: [] };
  return crossed(point, rulers, reach_mm) ?? ruled(point, rulers[0], grid_mm);
}

/** The nearest whole millimetres. @param {Vector} point @returns {Point} */
export const wholePoint = ([x, y]) => [Math.floor(x + 0.5), Math.floor(y + 0.5)];

/** @param {Vector} point @param {readonly Vector[]} others @param {number} reach_mm @returns {Vector | null} */
function nearest(point, others, reach_mm) {
  const far = (/** @type {Vector} */ other) => length(minus(other, point));
  const near = others.filter((other) => far(other) <= reach_mm);
  return near.sort((one, other) => far(one) - far(other))[0] ?? null;
}

/**
 * Level with the corner that is nearest to being level, and the same upright.
 * @param {Vector} point @param {readonly Vector[]} corners @returns {Ruler[]}
 */
function levels(point, corners) {
  /** @type {Vector[]} */
  const ways = [[1, 0], [0, 1]];
  return ways.flatMap((way) => {
    const rulers = corners.map((corner) => ruler(point, corner, way));
    return rulers.sort((one, other) => one.off - other.off).slice(0, 1);
  });
}

/**
 * The tidy angle from the start that is nearest.
 * @param {Vector} point @param {Vector | null} from @param {number} angle_mdeg @returns {Ruler[]}
 */
function angles(point, from, angle_mdeg) {
  if (!from) return [];
  const [x, y] = minus(point, from);
  const step = (angle_mdeg * Math.PI) / 180_000;
  return [ruler(point, from, turned([1, 0], Math.floor(Math.atan2(y, x) / step + 0.5) * step))];
}

/** @param {Vector} point @param {Guide} line @returns {Ruler[]} */
function along(point, [start, stop]) {
  const long = length(minus(stop, start));
  if (long === 0) return [];
  const found = ruler(point, start, [(stop[0] - start[0]) / long, (stop[1] - start[1]) / long]);
  const foot = dot(minus(point, start), found.way);
  return 0 <= foot && foot <= long ? [found] : [];
}

/** @param {Vector} point @param {Vector} through @param {Vector} way @returns {Ruler} */
const ruler = (point, through, way) => ({ through, way, off: Math.abs(across(way, minus(point, through))) });

/**
 * On an arc: where a ruler crosses it, else where it is nearest.
 * @param {Vector} point @param {readonly import("#geometry/centreline.js").CentreLine[]} arcs @param {Ruler[]} rulers @param {number} reach_mm
 */
function snapArc(point, arcs, rulers, reach_mm) {
  const feet = arcs.map((arc) => footOn(arc, point)).filter((foot) => foot !== null);
  const foot = nearest(point, feet, reach_mm);
  if (!foot) return null;
  const hits = rulers.flatMap((one) => arcs.flatMap((arc) => crossingsOf(arc, one.through, one.way).map((at) => ({ at, through: one.through }))));
  const at = nearest(point, hits.map((hit) => hit.at), reach_mm);
  const through = hits.find((hit) => hit.at === at)?.through;
  const guides = at && through ? [/** @type {Guide} */ ([through, at])] : [];
  return { at: wholePoint(at ?? foot), kind: /** @type {const} */ ("arc"), guides };
}

/** The nearest crossing of two rulers. @param {Vector} point @param {Ruler[]} rulers @param {number} reach_mm */
function crossed(point, rulers, reach_mm) {
  const found = rulers.flatMap((one, place) =>
    rulers.slice(place + 1).flatMap((other) => {
      const [oneTo, otherTo] = [one, other].map(({ through, way }) => moved(through, way, 1));
      const hit = crossing(one.through, oneTo, other.through, otherTo);
      return hit ? [{ at: hit.point, one, other }] : [];
    }),
  );
  const at = nearest(point, found.map((hit) => hit.at), reach_mm);
  const hit = found.find((each) => each.at === at);
  if (!at || !hit) return null;
  /** @type {Guide[]} */
  const guides = [[hit.one.through, at], [hit.other.through, at]];
  return { at: wholePoint(at), kind: /** @type {const} */ ("crossing"), guides };
}

/**
 * On a ruler, a round distance from the point that it goes through.
 * @param {Vector} point @param {Ruler} first @param {number} grid_mm
 */
function ruled(point, { through, way }, grid_mm) {
  const foot = Math.floor(dot(minus(point, through), way) / grid_mm + 0.5) * grid_mm;
  const at = moved(through, way, foot);
  return { at: wholePoint(at), kind: /** @type {const} */ ("ruler"), guides: [/** @type {Guide} */ ([through, at])] };
}

/** @param {Vector} point @param {number} grid_mm @returns {Point} */
const onGrid = ([x, y], grid_mm) => [Math.floor(x / grid_mm + 0.5) * grid_mm, Math.floor(y / grid_mm + 0.5) * grid_mm];
