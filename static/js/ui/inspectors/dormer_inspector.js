/** A selected dormer: its form, how high its ceiling is, how wide and how deep it goes, where along its slope. */

import { addDormer, addWindowTo, depthOf, FORMS, heightFor, moveDormer, PITCH_MDEG, placeFor, setDormer, setFront, stretchOf } from "#model/actions/dormers.js";
import { reachOf } from "#model/actions/slopes.js";
import { removeEntities } from "#model/actions/remove_entities.js";
import { openingsIn } from "#model/dormer_fronts.js";
import { newId } from "#model/ids.js";
import { entity, levelHeight } from "#model/plan.js";
import { button, el } from "#ui/dom.js";
import { angleField, choiceField, lengthField } from "#ui/fields.js";

/** @typedef {import("#ui/studio/studio.js").Studio} Studio */

const LEAST_MM = 300;
const LEAST_PITCH_MDEG = 1_000;

/** @param {Studio} studio @param {any} _target @param {any} dormer */
export function dormerInspector(studio, _target, dormer) {
  const { t, store } = studio;
  const slope = entity(store.document, "slopes", dormer.slope);
  const remove = button("trash-2", t("slopes.remove_dormer"), () => store.perform(removeEntities([`dormers/${dormer.id}`])));
  if (!slope) return [el("h2", {}, t("slopes.dormer")), el("p", { class: "quiet" }, t("slopes.dormer_lost")), remove];
  const again = placeFor(store.document, slope.id);
  return [
    el("h2", {}, t("slopes.dormer")),
    el("p", { class: "quiet" }, told(studio, dormer, slope)),
    ...fields(studio, dormer, slope),
    el("div", { class: "stack" },
      dormer.front || openingsIn(store.document, dormer).length ? null : button("plus", t("slopes.dormer_window"), () => store.perform(addWindowTo(dormer.id))),
      again ? button("copy", t("slopes.dormer_again"), () => addDormerTo(studio, slope.id, { width: Math.min(dormer.width, again.width), height: dormer.height, form: dormer.form, angle_mdeg: dormer.angle_mdeg })) : null,
      button("house", t("slopes.to_slope"), () => studio.inspect(`slopes/${slope.id}`)),
      remove),
  ];
}

/** @param {Studio} studio @param {any} dormer @param {any} slope */
function told({ t, format, store }, dormer, slope) {
  if (depthOf({ ...dormer, form: "flat" }, slope) <= 0) return t("slopes.dormer_under");
  if (dormer.front) return t("slopes.dormer_front_is", { front: format.length(dormer.front) });
  return t(openingsIn(store.document, dormer).length ? "slopes.dormer_windows" : "slopes.dormer_no_window");
}

/** @param {Studio} studio @param {any} dormer @param {any} slope */
function fields(studio, dormer, slope) {
  const { t, store } = studio;
  const set = (/** @type {any} */ values, /** @type {"typed" | "picked"} */ input = "typed") => store.perform(setDormer(dormer.id, values, input));
  const size = (/** @type {string} */ label, /** @type {number} */ value, /** @type {number} */ least, /** @type {(mm: number) => void} */ change, /** @type {number} */ most) => lengthField({ studio, label: t(label), value, least, most, change });
  const ceiling = levelHeight(store.document, slope.level);
  const [low, high] = stretchOf(store.document, dormer).map(Math.round);
  const reach = Math.round(reachOf(slope, ceiling));
  const deepest = Math.max(reach - dormer.front, LEAST_MM);
  const depth = Math.min(depthOf(dormer, slope), deepest);
  const options = /** @type {[string, string][]} */ (FORMS.map((form) => [form, t(`slopes.form_${form}`)]));
  const steepest = dormer.form === "shed" ? slope.angle_mdeg - LEAST_PITCH_MDEG : 70_000;
  return [
    choiceField({ label: t("slopes.form"), value: dormer.form, options, change: (form) => set({ form, ...(form in PITCH_MDEG ? { angle_mdeg: Math.min(PITCH_MDEG[form], form === "shed" ? Math.max(slope.angle_mdeg - LEAST_PITCH_MDEG, LEAST_PITCH_MDEG) : Infinity) } : {}) }, "picked") }),
    el("div", { class: "pair" },
      size("studio.width", dormer.width, LEAST_MM, (mm) => set({ width: mm }), Math.max(high - dormer.offset, LEAST_MM)),
      size("slopes.dormer_height", dormer.height, slope.knee + 10, (mm) => set({ height: mm }), Math.max(ceiling, slope.knee + 10))),
    dormer.form === "flat" ? null : angleField({ studio, label: t("slopes.dormer_pitch"), value_mdeg: dormer.angle_mdeg, least: LEAST_PITCH_MDEG, most: Math.max(steepest, LEAST_PITCH_MDEG), change: (mdeg) => set({ angle_mdeg: mdeg }) }),
    depth > 0 ? size("slopes.dormer_depth", depth, 100, (mm) => set({ height: heightFor(dormer, slope, mm) }), deepest) : null,
    el("div", { class: "pair" },
      size("slopes.dormer_offset", dormer.offset, low, (mm) => store.perform(moveDormer(dormer.id, { along: mm - dormer.offset })), Math.max(high - dormer.width, low)),
      size("slopes.dormer_front", dormer.front, 0, (mm) => store.perform(setFront(dormer.id, mm)), reach)),
  ];
}

/** Into the widest free stretch of a slope. @param {Studio} studio @param {string} slope @param {Record<string, any>} [like] */
export function addDormerTo(studio, slope, like = {}) {
  const id = newId("dormers");
  const place = placeFor(studio.store.document, slope);
  if (!place) return studio.planView.hint("slopes.hint_no_dormer");
  const middle = place.offset + place.width / 2;
  const width = like.width ?? place.width;
  if (studio.store.perform(addDormer({ ...place, ...like, offset: Math.round(middle - width / 2) }, id))) studio.inspect(`dormers/${id}`);
}
