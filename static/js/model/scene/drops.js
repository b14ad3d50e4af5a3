/**
 * What covers the lowered ceilings of a scene: a skin a hair outside the plain boxes that they are drawn as.
 * @typedef {import("#geometry/bodies.js").Block} Block
 * @typedef {import("#model/scene/site.js").Site} Site
 * @typedef {import("#model/scene/site.js").Surface} Surface
 */
import { cornersOf, hangingBlocks, reachOf } from "#geometry/drops.js";
import { pairs } from "#geometry/heights.js";
import { near } from "#model/scene/site.js";

const OUT_MM = 1;

/** Of each bulkhead its painted sides and its painted underside, each one surface. @param {Site} site @returns {Surface[]} */
export function dropSurfaces(site) {
  const blocks = new Map(hangingBlocks(site.plan).filter(({ level }) => level === site.level).map((block) => [block.id, block]));
  const painted = site.surfaces.drops.filter(({ finish, block }) => finish !== null && blocks.has(block));
  const first = painted.filter((one, place) => painted.findIndex(({ block, face }) => block === one.block && face === one.face) === place);
  return first.map(({ block: id, face, finish, room }) => {
    const block = /** @type {Block} */ (blocks.get(id));
    const polygons = face === "sides" ? sidesOf(site, block) : [undersideOf(site, block)];
    const named = { wall: id, room: site.numberOf(room), label: site.found.rooms[room].label };
    return site.surface("bulkhead", polygons, { ...named, ...site.looks("bulkhead", finish) });
  });
}

/** @param {Site} site @param {Block} block */
function sidesOf({ plan, elevation }, block) {
  const [low, high] = reachOf(plan, block).map((z) => z + elevation);
  const corners = cornersOf(block, OUT_MM);
  return pairs([...corners, corners[0]]).map(([p, q]) => [...q, low, ...p, low, ...p, high, ...q, high].map(near));
}

/** @param {Site} site @param {Block} block */
function undersideOf({ plan, elevation }, block) {
  const low = reachOf(plan, block)[0] + elevation - OUT_MM;
  return cornersOf(block, OUT_MM).flatMap((corner) => [...corner, low].map(near));
}
