/** The bands of a wall's face, from the top down: which is selected, from which height to which, what covers it. */

import { edgesOf, layBand, moveEdge, removeBand } from "#model/actions/bands.js";
import { USUAL_TILES } from "#model/actions/tile.js";
import { newId } from "#model/ids.js";
import { entity } from "#model/plan.js";
import { coverNames } from "#ui/cover_name.js";
import { button, byId, el } from "#ui/dom.js";
import { lengthField } from "#ui/fields.js";
import { coloursPanel } from "#ui/panels/colours_panel.js";

/**
 * @typedef {import("#ui/studio/studio.js").Studio} Studio
 * @typedef {import("#geometry/surfaces.js").Band} Band
 */

/** How high a new band reaches: half a wall of paint, tiles as high as a door. */
const USUAL_MM = { paint: 1200, tile: 2000 };

/** The stretch of the face at the height that was touched; null where the whole face is meant. @param {any} face @param {any} target @returns {Band | null} */
export function bandMeant(face, { z_mm = null }) {
  if (!face || z_mm === null) return null;
  return face.bands.find((/** @type {Band} */ { z_from, z_to }) => z_from <= z_mm && z_mm < z_to) ?? face.bands.at(-1);
}

/** @param {Studio} studio @param {{face: any, target: any, where: import("#model/actions/bands.js").Where}} of */
export function bandSection(studio, { face, target, where }) {
  const { t, store } = studio;
  const meant = bandMeant(face, target);
  const add = (/** @type {"paint" | "tile"} */ what, /** @type {import("#model/actions/paint.js").Cover} */ cover) => {
    const high = Math.min(USUAL_MM[what], Math.max(...face.top.map((/** @type {any} */ [, z]) => z)));
    if (store.perform(layBand(where, { z_from: 0, z_to: high }, cover, "picked", newId("finishes")))) choose(studio, target, high / 2);
  };
  return el("section", { class: "paint-row bands", "aria-label": t("walls.tools") },
    el("h3", {}, t(isBare(face) ? "walls.tools" : "walls.bands")),
    isBare(face) ? null : el("ul", { class: "rows" }, ...face.bands.toReversed().map((/** @type {Band} */ band) => row(studio, target, band, band === meant))),
    meant && !isBare(face) ? fields(studio, face, meant, where) : null,
    el("div", { class: "stack" },
      button("eye", t("walls.look"), () => (byId("view-walls").click(), studio.lowerPanel()), "to-walls"),
      button("paint-roller", t("walls.add_paint_band"), () => askBandColour(studio, (code) => add("paint", { paint: code }))),
      button("grid-3x3", t("walls.add_tile_band"), () => add("tile", { paint: null, tile: USUAL_TILES.wall }))));
}

/** Which colour a band is to have. @param {Studio} studio @param {(code: string) => void} choose */
export function askBandColour(studio, choose) {
  studio.showPanel(coloursPanel(studio, { title: studio.t("walls.band_which"), choose }), "beside", "colours");
  /** @type {HTMLElement | null} */ (studio.sheet.body.querySelector(".swatch"))?.focus({ preventScroll: true });
}

/** @param {any} face */
const isBare = (face) => face.bands.length === 1 && !face.bands[0].finish;

/** @param {Studio} studio @param {any} target @param {Band} band @param {boolean} isMeant */
function row(studio, target, band, isMeant) {
  const { t, store, format, deck } = studio;
  const finish = band.finish ? entity(store.document, "finishes", band.finish) : null;
  const colour = el("span", { class: "band-colour" });
  colour.style.backgroundColor = (finish?.paint ? deck.get(finish.paint)?.hex : finish?.tile?.tint) ?? "";
  const span = t("walls.span", { from: format.centimetres(band.z_from), to: format.centimetres(band.z_to) });
  return el("li", {}, el("button", { type: "button", class: "row", "aria-pressed": String(isMeant), onclick: () => choose(studio, target, (band.z_from + band.z_to) / 2) },
    el("span", { class: "command-name" }, colour, coverNames(studio)(finish)), el("span", { class: "quiet number" }, span)));
}

/** @param {Studio} studio @param {any} face @param {Band} band @param {import("#model/actions/bands.js").Where} where */
function fields(studio, face, { finish, z_from, z_to }, where) {
  const { t, store } = studio;
  const edges = edgesOf(store.document, face);
  const held = finish ? entity(store.document, "finishes", finish) : null;
  const edge = (/** @type {string} */ label, /** @type {number} */ z, /** @type {number} */ least, /** @type {number} */ most) =>
    edges.includes(z) ? lengthField({ studio, label: t(`walls.${label}`), value: z, least, most, change: (mm) => store.perform(moveEdge(where, z, mm, "typed")) }) : null;
  const top = Math.max(...face.top.map((/** @type {any} */ [, z]) => z));
  return el("div", { class: "stack" },
    el("div", { class: "pair" }, edge("from", z_from, 0, z_to - 10), edge("to", z_to, z_from + 10, top)),
    held && face.bands.length > 1 ? button("maximize", t("walls.everywhere"), () => store.perform(layBand(where, { z_from: 0, z_to: top }, { paint: held.paint, tile: held.tile }))) : null,
    held && (face.bands.length > 1 || held.tile) ? button("x", t("walls.remove_band"), () => store.perform(removeBand(where, (z_from + z_to) / 2))) : null);
}

/** @param {Studio} studio @param {any} target @param {number} z_mm */
const choose = (studio, target, z_mm) => studio.selection.set({ ...target, z_mm });
