/**
 * The walls, openings, items and all else of a plan that have lost their level or their wall.
 * @typedef {import("#geometry/entities.js").Plan} Plan
 * @typedef {import("#geometry/outline.js").Loose} Loose
 */
import { entities, entity } from "#geometry/entities.js";
import { isNiche, isTooDeep, nichesOf } from "#geometry/niches.js";
import { openingFits } from "#geometry/walls.js";

/** @param {Plan} plan @returns {Loose[]} */
export function looseEntities(plan) {
  return [
    ...listed(plan, "walls", ({ level }) => withoutLevel(plan, level)),
    ...listed(plan, "openings", (opening) => openingReason(plan, opening)),
    ...listed(plan, "items", ({ level, host }) => withoutLevel(plan, level) ?? withoutHost(plan, host)),
    ...["skylights", "dormers"].flatMap((name) => listed(plan, name, ({ slope }) => (plan.slopes?.[slope] ? null : "no_slope"))),
    ...["slopes", "backgrounds", "notes", "dimensions", "solids"].flatMap((name) => listed(plan, name, ({ level }) => withoutLevel(plan, level))),
  ];
}

/** @param {Plan} plan @param {string} collection @param {(entity: any) => string | null} reasonOf @returns {Loose[]} */
const listed = (plan, collection, reasonOf) =>
  entities(plan, collection).flatMap((held) => {
    const reason = reasonOf(held);
    return reason ? [{ collection, id: held.id, reason }] : [];
  });

/** @param {Plan} plan @param {string} level */
const withoutLevel = (plan, level) => (plan.levels?.[level] ? null : "no_level");

/** @param {Plan} plan @param {string | null} host */
const withoutHost = (plan, host) => (host === null || plan.walls?.[host] ? null : "no_wall");

/** @param {Plan} plan @param {import("#geometry/entities.js").Opening} opening */
function openingReason(plan, opening) {
  const wall = entity(plan, "walls", opening.wall);
  if (!wall) return "no_wall";
  if (!openingFits(wall, opening)) return "beyond_wall";
  return isNiche(opening) && isTooDeep(wall, opening, nichesOf(plan, wall.id)) ? "too_deep" : null;
}
