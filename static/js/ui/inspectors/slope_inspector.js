/** A selected slope: how high its knee is, how steep it rises, how far it goes, and the windows in it. */

import { roomHeight } from "#geometry/ceilings.js";
import { addOpposite, angleTo, before, depthIn, lengthened, LEAST_MDEG, MOST_MDEG, reachOf, setSlope } from "#model/actions/slopes.js";
import { removeEntities } from "#model/actions/remove_entities.js";
import { newId } from "#model/ids.js";
import { levelHeight } from "#model/plan.js";
import { button, el } from "#ui/dom.js";
import { addDormerTo } from "#ui/inspectors/dormer_inspector.js";
import { addWindow } from "#ui/inspectors/skylight_inspector.js";
import { angleField, lengthField } from "#ui/fields.js";

/** @param {import("#ui/studio/studio.js").Studio} studio @param {any} _target @param {any} slope */
export function slopeInspector(studio, _target, slope) {
  const { t, store, format, planView: { survey } } = studio;
  const set = (/** @type {any} */ fields) => store.perform(setSlope(slope.id, fields));
  const index = survey.roomAt(before(slope));
  const room = index === null ? null : survey.found.rooms[index];
  const height = room ? roomHeight(store.document, room) : levelHeight(store.document, slope.level);
  const depth = room ? depthIn(slope, room.polygon) : 0;
  const long = Math.hypot(slope.b[0] - slope.a[0], slope.b[1] - slope.a[1]);
  const reach = reachOf(slope, height);
  return [
    el("h2", {}, t("slopes.slope")),
    el("div", { class: "pair" },
      lengthField({ studio, label: t("slopes.knee"), value: slope.knee, least: 0, most: 6000, change: (mm) => set({ knee: mm }) }),
      angleField({ studio, label: t("slopes.angle"), value_mdeg: slope.angle_mdeg, least: LEAST_MDEG, most: MOST_MDEG, change: (mdeg) => set({ angle_mdeg: mdeg }) })),
    el("p", { class: "quiet small" }, slope.knee < height ? t("slopes.reach", { reach: format.length(reach), height: format.length(height) }) : t("slopes.reach_none", { height: format.length(height) })),
    depth > 0 ? lengthField({ studio, label: t("slopes.other_side", { depth: format.length(depth) }), value: slope.knee + depth * Math.tan((slope.angle_mdeg / 180_000) * Math.PI), least: slope.knee + 10, most: 20_000, change: (mm) => set({ angle_mdeg: angleTo(slope, mm, depth) }) }) : null,
    lengthField({ studio, label: t("slopes.length"), value: long, least: 300, most: 50_000, change: (mm) => set(lengthened(slope, mm)) }),
    el("div", { class: "stack" },
      button("plus", t("slopes.add_window"), () => addWindow(studio, slope.id)),
      button("plus", t("slopes.add_dormer"), () => addDormerTo(studio, slope.id)),
      depth > 0 ? button("copy-plus", t("slopes.add_opposite"), () => addAcross(studio, slope, depth)) : null,
      button("flip-horizontal-2", t("slopes.flip"), () => set({ a: slope.b, b: slope.a })),
      button("trash-2", t("slopes.remove"), () => store.perform(removeEntities([`slopes/${slope.id}`])))),
  ];
}

/** @param {import("#ui/studio/studio.js").Studio} studio @param {any} slope @param {number} depth */
function addAcross(studio, slope, depth) {
  const id = newId("slopes");
  if (studio.store.perform(addOpposite(slope, depth, id))) studio.inspect(`slopes/${id}`);
}
