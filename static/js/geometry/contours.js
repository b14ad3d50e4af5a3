/**
 * Lines of a sloping ceiling as a plan shows them: where it is so high, and where slopes meet one another or the level ceiling.
 * @typedef {import("#geometry/slopes.js").Plane} Plane
 * @typedef {import("#geometry/roofs.js").Roof} Roof
 * @typedef {import("#geometry/vector.js").Vector} Vector
 * @typedef {[Vector, Vector]} Stretch
 */
import { heightOf } from "#geometry/slopes.js";

/** Heights that differ by less are one height. */
const SAME_MM = 0.5;

/** Where the ceiling is just so high, one stretch for each sloping piece. @param {readonly Plane[]} ceiling @param {number} height_mm @returns {{roof: Roof, stretch: Stretch}[]} */
export const contour = (ceiling, height_mm) =>
  ceiling.flatMap((plane) => {
    const { roof } = plane;
    const crossed = roof ? crossings(plane, height_mm) : [];
    return roof && crossed.length === 2 ? [{ roof, stretch: /** @type {Stretch} */ (crossed) }] : [];
  });

/** Where a slope ends against the level ceiling or against another slope; dormers are drawn by themselves. @param {readonly Plane[]} ceiling @param {readonly Roof[]} over @returns {Stretch[]} */
export function creases(ceiling, over) {
  const level = Math.max(...ceiling.filter(({ roof }) => !roof).map(({ c }) => c), -Infinity);
  return ceiling.flatMap((plane) => {
    if (!plane.roof || !over.includes(plane.roof)) return [];
    const others = over.slice(over.indexOf(plane.roof) + 1);
    const meets = (/** @type {Vector} */ point, /** @type {Roof | null} */ other) =>
      Math.abs(heightOf(plane, point) - (other ? other.slant(point) : level)) < SAME_MM && (!other || other.left(point) > 0);
    return sides(plane).filter(([p, q]) => [null, ...others].some((other) => meets(p, other) && meets(q, other)));
  });
}

/** @param {Plane} plane @returns {Stretch[]} */
const sides = ({ cell }) => cell.map((point, place) => [point, cell[(place + 1) % cell.length]]);

/** @param {Plane} plane @param {number} height_mm @returns {Vector[]} */
const crossings = (plane, height_mm) =>
  sides(plane).flatMap(([p, q]) => {
    const [from, to] = [heightOf(plane, p) - height_mm, heightOf(plane, q) - height_mm];
    if (from < 0 === to < 0) return [];
    const share = from / (from - to);
    return [/** @type {Vector} */ ([p[0] + (q[0] - p[0]) * share, p[1] + (q[1] - p[1]) * share])];
  });
