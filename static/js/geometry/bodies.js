/**
 * All that stands in the way of a room: the walls, and columns and shafts as walls that nothing joins.
 * @typedef {import("#geometry/vector.js").Vector} Vector
 * @typedef {import("#geometry/entities.js").Plan} Plan
 * @typedef {import("#geometry/entities.js").Wall & {round?: boolean}} Body `round`: of a round column a to b is the diameter
 * @typedef {{id: string, level: string, kind: "column" | "shaft" | "bulkhead", at: [number, number], size: [number, number],
 *   turn_mdeg: number, round: boolean, z_from: number, z_to: number | null}} Block
 */
import { facetCount } from "#geometry/centreline.js";
import { entities, levelHeight } from "#geometry/entities.js";
import description from "#rooms/plan.json" with { type: "json" };

/** No kind of furniture: what is of it is drawn as a plain box. */
const PLAIN = "dropped_ceiling";

/** Whether it is a column's, shaft's or bulkhead's: they are among a room's and a scene's walls, and among its things. @param {string | null} id */
export const isBlock = (id) => id?.[0] === description.collections.solids.letter;

/** @param {Block} block */
export const stands = ({ kind }) => kind !== "bulkhead";

/** The columns and shafts that stand in the plan, as walls. @param {Plan} plan @returns {Body[]} */
export const standingBlocks = (plan) => entities(plan, "solids").filter(stands).map(asWall);

/** The walls, and after them columns and shafts as walls of their own. @param {Plan} plan @returns {Body[]} */
export const bodies = (plan) => [...entities(plan, "walls"), ...standingBlocks(plan)];

/** A wall, or a column or shaft as one; null when there is neither. @param {Plan} plan @param {string} id @returns {Body | null} */
export const bodyOf = (plan, id) => bodies({ walls: only(plan.walls, id), solids: only(plan.solids, id) })[0] ?? null;

/** @param {Record<string, any> | undefined} held @param {string} id */
const only = (held, id) => (held && Object.hasOwn(held, id) ? { [id]: held[id] } : {});

/** Its ends are to the whole millimetre. @param {Block} block @returns {Body} */
export function asWall({ id, level, at, size, turn_mdeg, round, z_to }) {
  const turn = (turn_mdeg * Math.PI) / 180_000;
  const end = (/** @type {number} */ way) =>
    /** @type {[number, number]} */ ([Math.floor(at[0] + way * (size[0] / 2) * Math.cos(turn) + 0.5), Math.floor(at[1] + way * (size[0] / 2) * Math.sin(turn) + 0.5)]);
  return { id, level, a: end(-1), b: end(1), thickness: round ? size[0] : size[1], height: z_to, height_b: null, bulge: 0, round };
}

/** The bulkheads as things: plain boxes from their lower edge to the ceiling. @param {Plan} plan @returns {any[]} */
export const hanging = (plan) =>
  entities(plan, "solids").filter((block) => !stands(block)).map(({ id, level, at, size, turn_mdeg, z_from, z_to }) => {
    const top = z_to ?? levelHeight(plan, level);
    const low = Math.min(z_from, top - 1);
    return { id, level, kind: PLAIN, at, turn_mdeg, mirrored: false, size: [...size, top - low], elevation: low, name: "", tint: null, host: null, product: null };
  });

/**
 * The half of a circle about a line that lies to its left (-1) or right (1), from a to b.
 * @param {import("#geometry/centreline.js").CentreLine} line @param {-1 | 1} side @returns {Vector[]}
 */
export function halfCircle(line, side) {
  const radius = line.length_mm / 2;
  const facets = facetCount(radius, Math.PI);
  const inner = Array.from({ length: facets - 1 }, (_, place) => {
    const turn = (Math.PI * (place + 1)) / facets;
    return line.at(radius - radius * Math.cos(turn), side * radius * Math.sin(turn));
  });
  return [line.points[0], ...inner, line.points[line.points.length - 1]];
}
