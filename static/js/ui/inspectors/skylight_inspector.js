/** A selected roof window: how high its lower edge lies, where along the slope, its sizes. */

import { removeEntities } from "#model/actions/remove_entities.js";
import { addSkylight, headOf, placeIn, setSkylight } from "#model/actions/skylights.js";
import { newId } from "#model/ids.js";
import { entity } from "#model/plan.js";
import { button, el } from "#ui/dom.js";
import { lengthField } from "#ui/fields.js";

/** @param {import("#ui/studio/studio.js").Studio} studio @param {any} _target @param {any} window */
export function skylightInspector(studio, _target, window) {
  const { t, store, format } = studio;
  const slope = entity(store.document, "slopes", window.slope);
  const field = (/** @type {string} */ name, /** @type {string} */ label, /** @type {number} */ least, /** @type {number} */ most) =>
    lengthField({ studio, label: t(label), value: window[name], least, most, change: (mm) => store.perform(setSkylight(window.id, { [name]: mm })) });
  return [
    el("h2", {}, t("slopes.window")),
    el("p", { class: "quiet" }, slope ? t("slopes.window_head", { head: format.length(headOf(window, slope)) }) : t("slopes.window_lost")),
    field("width", "studio.width", 300, 5000),
    field("height", "slopes.window_height", 300, 5000),
    field("sill", "slopes.window_sill", 0, 6000),
    field("offset", "slopes.window_offset", 0, 50_000),
    el("div", { class: "stack" },
      slope ? button("copy", t("slopes.window_again"), () => addWindow(studio, slope.id, { width: window.width, height: window.height })) : null,
      slope ? button("house", t("slopes.to_slope"), () => studio.inspect(`slopes/${slope.id}`)) : null,
      button("trash-2", t("studio.remove"), () => store.perform(removeEntities([`skylights/${window.id}`])))),
  ];
}

/** Into the middle of a slope, or beside the windows that it has. @param {import("#ui/studio/studio.js").Studio} studio @param {string} slope @param {Record<string, number>} [size] */
export function addWindow(studio, slope, size = {}) {
  const id = newId("skylights");
  const place = placeIn(studio.store.document, slope);
  if (place && studio.store.perform(addSkylight({ ...place, ...size }, id))) studio.inspect(`skylights/${id}`);
}
