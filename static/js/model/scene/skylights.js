/**
 * Roof windows of a scene: the shaft through the roof, and the window that leans in it.
 * @typedef {import("#geometry/roof_windows.js").Skylight} Skylight
 * @typedef {import("#model/scene/site.js").Site} Site
 * @typedef {import("#model/scene/site.js").Surface} Surface
 * @typedef {[number, number, number]} Spot
 */
import { entity } from "#geometry/entities.js";
import { roomAt } from "#geometry/outline.js";
import { heightIn, middleOf, placeIn, skylightsOf } from "#geometry/roof_windows.js";
import { joinery } from "#model/scene/joinery.js";
import { near } from "#model/scene/site.js";

/** How thick a roof is taken to be, from the ceiling's face to the tiles. */
const ROOF_MM = 250;
const KIND = "roof_window";

/** The level's roof windows that lie over a room, with the room's place in the scene. @param {Site} site @returns {{one: Skylight, room: number}[]} */
const skylightsIn = (site) =>
  skylightsOf(site.plan, site.roofs).flatMap((one) => {
    const room = roomAt(site.found, site.level, middleOf(one));
    return room === null ? [] : [{ one, room: site.numberOf(room) }];
  });

/** The four sides of each shaft, square to the slope. @param {Site} site @returns {Surface[]} */
export const skylightSurfaces = (site) =>
  skylightsIn(site).map(({ one }) => {
    const [inner, outer] = [rim(site, one, 0), rim(site, one, ROOF_MM)];
    const sides = inner.map((_, place) => [inner[(place + 1) % 4], inner[place], outer[place], outer[(place + 1) % 4]]);
    return site.surface("reveal", sides.map((side) => side.flatMap((spot) => spot.map(near))), { opening: one.window.id });
  });

/** Each window as the openings of walls are, leaning back by `lean_mdeg`; its room is to its left. @param {Site} site @returns {import("#model/scene/scene.js").SceneOpening[]} */
export const skylightOpenings = (site) =>
  skylightsIn(site).map(({ one, room }) => {
    const { id, slope, width, height } = one.window;
    const { boxes, leaves } = joinery({ kind: KIND, width, height, thickness: ROOF_MM, hinge: "left", towards: -1, inside: -1 });
    const [wayX, wayY] = one.roof.way;
    const turn = Math.floor((Math.atan2(wayY, wayX) * 180_000) / Math.PI + 0.5);
    return {
      id, wall: null, level: site.level, kind: KIND,
      at: /** @type {Spot} */ (spotOf(site, one, (one.from_mm + one.to_mm) / 2, one.low_mm, ROOF_MM / 2).map(near)),
      turn_mdeg: turn < 0 ? turn + 360_000 : turn,
      lean_mdeg: 90_000 - entity(site.plan, "slopes", slope).angle_mdeg,
      width, height, thickness: ROOF_MM,
      sill: near(heightIn(one.roof, one.low_mm)),
      inside: -1, rooms: [room, null], boxes, leaves, ...site.coat(undefined),
    };
  });

/** The window's corners so far outwards of the ceiling's face. @param {Site} site @param {Skylight} one @param {number} out_mm @returns {Spot[]} */
const rim = (site, one, out_mm) =>
  [[one.from_mm, one.low_mm], [one.to_mm, one.low_mm], [one.to_mm, one.high_mm], [one.from_mm, one.high_mm]].map(([along, left]) => spotOf(site, one, along, left, out_mm));

/** A place of the slope, so far outwards along its normal. @param {Site} site @param {Skylight} one @param {number} along @param {number} left @param {number} out_mm @returns {Spot} */
function spotOf(site, { roof }, along, left, out_mm) {
  const steep = Math.sqrt(1 + roof.rise * roof.rise);
  const [aside, up] = [(out_mm * roof.rise) / steep, out_mm / steep];
  const [x, y] = placeIn(roof, along, left - aside);
  return [x, y, heightIn(roof, left) + up + site.elevation];
}
