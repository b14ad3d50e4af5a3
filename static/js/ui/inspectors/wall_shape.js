/** The exact shape and place of a selected wall: its bend, its angle, and where it goes parallel to itself. */

import { length, minus } from "#geometry/vector.js";
import { bendWall, bendWallTo, measuresOf } from "#model/actions/bend_wall.js";
import { joinable, joinWalls } from "#model/actions/join_walls.js";
import { offsetWall, shiftWall } from "#model/actions/offset_wall.js";
import { setWallLength } from "#model/actions/set_wall_length.js";
import { angleOf, turnWall } from "#model/actions/turn_wall.js";
import { button, el } from "#ui/dom.js";
import { angleField, lengthField } from "#ui/fields.js";

/** @typedef {import("#ui/studio/studio.js").Studio} Studio */
/** @typedef {"left" | "right"} Side */

const USUAL_APART_MM = 1000;
/** @type {Record<Side, Side>} */
const OTHER = { left: "right", right: "left" };

/** Its length as measured on a face: of a straight wall the corner moves, of an arc the bend changes. @param {Studio} studio @param {any} wall @param {Side} side */
export function lengthOf(studio, wall, side) {
  const { t, store, planView: view } = studio;
  const solid = view.survey.solids.get(wall.id);
  if (!solid) return null;
  const value = measuresOf(solid, side, wall.thickness).length;
  if (!wall.bulge) return lengthField({ studio, label: t("studio.inner_length"), value, least: 100, most: 50_000, change: (mm) => store.perform(setWallLength(wall.id, side, mm)) });
  const chord = length(minus(solid[side][solid[side].length - 1], solid[side][0]));
  return lengthField({ studio, label: t("walls.arc_inside"), value, least: Math.ceil(chord) + 1, most: Math.floor((chord * Math.PI) / 2), change: (mm) => store.perform(bendWallTo(wall.id, side, "length", mm)) });
}

/** How high the arc is, and its radius, both as measured on the face. @param {Studio} studio @param {any} wall @param {Side} side */
export function bendOf(studio, wall, side) {
  const { t, store, planView: view } = studio;
  const solid = view.survey.solids.get(wall.id);
  if (!solid) return null;
  const { sagitta, radius } = measuresOf(solid, side, wall.thickness);
  const chord = length(minus(solid[side][solid[side].length - 1], solid[side][0]));
  const set = (/** @type {"sagitta" | "radius"} */ name, /** @type {number} */ mm) => store.perform(name === "sagitta" && mm === 0 ? bendWall(wall.id, 0, "typed") : bendWallTo(wall.id, side, name, mm));
  const high = lengthField({ studio, label: t("walls.sagitta"), value: sagitta, least: 0, most: Math.floor(chord / 2), change: (mm) => set("sagitta", mm) });
  if (!wall.bulge) return high;
  return el("div", { class: "pair" }, high,
    lengthField({ studio, label: t("walls.radius"), value: radius, least: Math.ceil(chord / 2), most: 100_000, change: (mm) => set("radius", mm) }));
}

/** The angle, and moves and copies by a typed distance, folded away: few need them. @param {Studio} studio @param {any} wall @param {Side} side */
export function placeOf(studio, wall, side) {
  const { t, store } = studio;
  let apart_mm = USUAL_APART_MM;
  const shift = (/** @type {Side} */ way) => store.perform(shiftWall(wall.id, way, apart_mm));
  return el("details", { class: "more-fields" }, el("summary", {}, t("walls.place")),
    angleField({ studio, label: t("walls.angle"), value_mdeg: angleOf(wall), change: (mdeg) => store.perform(turnWall(wall.id, mdeg)) }),
    lengthField({ studio, label: t("walls.apart"), value: apart_mm, least: 1, most: 50_000, change: (mm) => (apart_mm = mm) }),
    el("div", { class: "stack" },
      button("arrow-down", t("walls.shift_in"), () => shift(side)),
      button("arrow-up", t("walls.shift_out"), () => shift(OTHER[side])),
      button("copy-plus", t("walls.offset"), () => store.perform(offsetWall(wall.id, side, apart_mm)))));
}

/** What makes one wall of two, and a straight one of an arc, where either can be. @param {Studio} studio @param {any} wall @returns {(Node | null)[]} */
export const mendings = ({ t, store }, wall) => [
  joinable(store.document, wall.id) ? button("group", t("walls.join"), () => store.perform(joinWalls(wall.id))) : null,
  wall.bulge ? button("minus", t("walls.straighten"), () => store.perform(bendWall(wall.id, 0, "typed"))) : null,
];
