/** A selected door, window or niche: its kind, sizes, which way it opens, and what a niche wears. */

import { isNiche } from "#geometry/niches.js";
import { coverOpening } from "#model/actions/cover_opening.js";
import { holdsNiche, LEAST_DEPTH_MM, roomFor, setOpening } from "#model/actions/niches.js";
import { refusalOf } from "#model/actions/place_opening.js";
import { removeEntities } from "#model/actions/remove_entities.js";
import { USUAL_TILES } from "#model/actions/tile.js";
import { entity, finishesOf } from "#model/plan.js";
import { button, el } from "#ui/dom.js";
import { choiceField, lengthField } from "#ui/fields.js";
import { wallPlace } from "#ui/inspectors/wall_place.js";
import { paintedRow } from "#ui/inspectors/woodwork_rows.js";
import { paintRow } from "#ui/studio/paint_row.js";
import { OPENINGS } from "#ui/panels/openings_panel.js";
import { tileRow } from "#ui/tiles/tile_row.js";
import { toast } from "#ui/toasts.js";

const OTHER = /** @type {Record<string, string>} */ ({ left: "right", right: "left" });

/** @param {import("#ui/studio/studio.js").Studio} studio @param {any} _target @param {any} opening */
export function openingInspector(studio, _target, opening) {
  const { t, store } = studio;
  const path = `openings/${opening.id}`;
  const set = (/** @type {any} */ fields, /** @type {"typed" | "picked"} */ input = "picked") => {
    const make = setOpening(opening.id, fields, input);
    if (!store.perform(make) && !make(store.document)) refuse(studio, { ...opening, ...fields });
  };
  const size = (/** @type {string} */ name, /** @type {number} */ least, /** @type {number} */ most) =>
    lengthField({ studio, label: t(`studio.${name}`), value: opening[name], least, most, change: (mm) => set({ [name]: mm }, "typed") });
  if (isNiche(opening)) return nicheInspector(studio, opening, set, size);
  const swings = opening.kind.endsWith("door") || opening.kind === "french_window";
  return [
    el("h2", {}, t(`plan.kind_${opening.kind}`)),
    kindField(studio, opening, set),
    el("div", { class: "pair" }, size("width", 300, 6000), size("height", 300, 5000)),
    size("sill", 0, 3000),
    size("offset", 0, 50_000),
    wallPlace(studio, opening.id),
    paintedRow(studio, opening),
    swings ? el("div", { class: "stack" },
      button("flip-horizontal-2", t("studio.other_hinge"), () => set({ hinge: OTHER[opening.hinge] })),
      button("rotate-cw", t("studio.other_way"), () => set({ opens: OTHER[opening.opens] }))) : null,
    button("trash-2", t("studio.remove"), () => store.perform(removeEntities([path]))),
  ];
}

/** Says why it stays as it was, and shows it so. @param {import("#ui/studio/studio.js").Studio} studio @param {any} wanted */
function refuse(studio, wanted) {
  toast(studio.t(refusalOf(studio.store.document, wanted)));
  studio.renewInspector();
}

/** @param {import("#ui/studio/studio.js").Studio} studio @param {any} opening @param {(fields: any, input?: "typed" | "picked") => void} set */
function kindField({ t, store }, opening, set) {
  const kinds = OPENINGS.filter(({ kind }) => kind !== "niche" || (entity(store.document, "walls", opening.wall) && holdsNiche(store.document, opening.wall)));
  const change = (/** @type {string} */ kind) => set({ kind });
  return choiceField({ label: t("studio.kind"), value: opening.kind, options: kinds.map(({ kind }) => [kind, t(`plan.kind_${kind}`)]), change });
}

/** @param {import("#ui/studio/studio.js").Studio} studio @param {any} opening @param {(fields: any, input?: "typed" | "picked") => void} set @param {(name: string, least: number, most: number) => Node} size */
function nicheInspector(studio, opening, set, size) {
  const { t, store, format } = studio;
  const { most_mm, isBehind } = entity(store.document, "walls", opening.wall) ? roomFor(store.document, opening) : { most_mm: 0, isBehind: false };
  const most = Math.max(most_mm, LEAST_DEPTH_MM);
  const own = finishesOf(store.document).findLast((finish) => finish.opening === opening.id);
  const cover = (/** @type {import("#model/actions/paint.js").Cover} */ with_) => store.perform(coverOpening(opening.id, with_));
  return [
    el("h2", {}, t("plan.kind_niche")),
    kindField(studio, opening, set),
    el("div", { class: "pair" }, size("width", 100, 6000), size("height", 100, 5000)),
    el("div", { class: "pair" }, size("depth", LEAST_DEPTH_MM, most),
      lengthField({ studio, label: t("niches.lower_edge"), value: opening.sill, least: 0, most: 5000, change: (mm) => set({ sill: mm }, "typed") })),
    el("p", { class: "small quiet" }, t(isBehind ? "niches.depth_most_behind" : "niches.depth_most", { most: format.length(most) })),
    size("offset", 0, 50_000),
    wallPlace(studio, opening.id),
    paintRow(studio, { chosen: own?.paint ?? null, paint: (code) => cover({ paint: code }), label: t("niches.colour") }),
    tileRow(studio, { label: "on_niche", finishes: [own?.id ?? null], lay: () => cover({ paint: null, tile: USUAL_TILES.wall }) }),
    own ? null : el("p", { class: "small quiet" }, t("niches.as_wall")),
    el("div", { class: "stack" },
      button("flip-horizontal-2", t("niches.other_side"), () => set({ opens: OTHER[opening.opens] })),
      own?.tile ? button("x", t("tiling.remove"), () => cover({ paint: null })) : null,
      button("trash-2", t("studio.remove"), () => store.perform(removeEntities([`openings/${opening.id}`])))),
  ];
}
