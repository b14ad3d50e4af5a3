/** A selected column, shaft or bulkhead: what it is, its sizes, its turn, and the colour or tiles of its sides. */

import { FACES } from "#geometry/drops.js";
import { changeBlock, coverBulkhead, paintBlock, turnBlock } from "#model/actions/place_block.js";
import { removeEntities } from "#model/actions/remove_entities.js";
import { USUAL_TILES } from "#model/actions/tile.js";
import { finishesOf, levelHeight } from "#model/plan.js";
import { button, el } from "#ui/dom.js";
import { angleField, choiceField, lengthField } from "#ui/fields.js";
import { lockButton } from "#ui/lock_button.js";
import { paintRow } from "#ui/studio/paint_row.js";
import { tileRow } from "#ui/tiles/tile_row.js";

const QUARTER_MDEG = 90_000;
const LEAST_MM = 50;
const MOST_MM = 20_000;

/** @param {import("#ui/studio/studio.js").Studio} studio @param {any} _target @param {any} block */
export function blockInspector(studio, _target, block) {
  const { t, store } = studio;
  const set = (/** @type {any} */ fields, /** @type {"typed" | "picked"} */ input = "typed") => store.perform(changeBlock(block.id, fields, input));
  const kinds = /** @type {[string, string][]} */ (["column", "shaft", "bulkhead"].map((kind) => [kind, t(`walls.${kind}`)]));
  if (block.locked) return [el("h2", {}, t(`walls.${block.kind}`)), ...coatsOf(studio, block), el("p", { class: "quiet" }, t("walls.locked")), el("div", { class: "stack" }, lockButton(studio, `solids/${block.id}`, block))];
  return [
    el("h2", {}, t(`walls.${block.kind}`)),
    choiceField({ label: t("studio.kind"), value: block.kind, options: kinds, change: (kind) => set({ kind }, "picked") }),
    block.kind === "bulkhead" ? null : choiceField({ label: t("walls.shape"), value: block.round ? "round" : "square", options: [["square", t("walls.square")], ["round", t("walls.round")]], change: (shape) => set({ round: shape === "round" }, "picked") }),
    ...sizesOf(studio, block, set),
    ...coatsOf(studio, block),
    el("div", { class: "stack" },
      button("rotate-cw", t("studio.turn"), () => store.perform(turnBlock(block.id, QUARTER_MDEG))),
      lockButton(studio, `solids/${block.id}`, block),
      button("trash-2", t("studio.remove"), () => store.perform(removeEntities([`solids/${block.id}`])))),
  ];
}

/** @param {import("#ui/studio/studio.js").Studio} studio @param {any} block @param {(fields: any) => void} set */
function sizesOf(studio, block, set) {
  const { t } = studio;
  const [width, depth] = block.size;
  const ceiling = levelHeight(studio.store.document, block.level);
  const size = (/** @type {string} */ label, /** @type {number} */ value, /** @type {(mm: number) => void} */ change) => lengthField({ studio, label, value, least: LEAST_MM, most: MOST_MM, change });
  const isRound = block.round && block.kind !== "bulkhead";
  const top = block.z_to ?? ceiling;
  return [
    isRound
      ? size(t("walls.diameter"), width, (mm) => set({ size: [mm, mm] }))
      : el("div", { class: "pair" }, size(t("studio.width"), width, (mm) => set({ size: [mm, depth] })), size(t("studio.depth"), depth, (mm) => set({ size: [width, mm] }))),
    block.kind === "bulkhead"
      ? lengthField({ studio, label: t("walls.clear_below"), value: block.z_from, least: 0, most: top - 10, change: (mm) => set({ z_from: mm }) })
      : size(t("studio.height"), top, (mm) => set({ z_to: mm === ceiling ? null : mm })),
    isRound ? null : angleField({ studio, label: t("walls.turn"), value_mdeg: block.turn_mdeg, change: (mdeg) => set({ turn_mdeg: mdeg }) }),
  ];
}

/** @param {import("#ui/studio/studio.js").Studio} studio @param {any} block */
function coatsOf(studio, block) {
  const { t, store } = studio;
  if (block.kind === "bulkhead") return bulkheadCoats(studio, block);
  const faces = studio.planView.survey.faces.filter(({ wall }) => wall === block.id);
  const paints = new Set(faces.map((face) => studio.paintOfFace(face)));
  const paint = (/** @type {string | null} */ code) => store.perform(paintBlock(block.id, { paint: code }));
  return [
    paintRow(studio, { chosen: paints.size === 1 ? [...paints][0] : null, paint, label: t("walls.block_colour") }),
    tileRow(studio, { label: "on_block", finishes: faces.flatMap((/** @type {any} */ face) => face.bands.map((/** @type {any} */ band) => band.finish)), lay: () => store.perform(paintBlock(block.id, { paint: null, tile: USUAL_TILES.wall })) }),
  ];
}

/** @param {import("#ui/studio/studio.js").Studio} studio @param {any} block */
function bulkheadCoats(studio, block) {
  const own = finishesOf(studio.store.document, { wall: block.id });
  return FACES.map((face) => {
    const paint = (/** @type {string | null} */ code) => studio.store.perform(coverBulkhead(block.id, [face], { paint: code }));
    const chosen = own.findLast((finish) => finish.face === face)?.paint ?? null;
    return paintRow(studio, { chosen, paint, label: studio.t(face === "sides" ? "walls.block_colour" : "walls.underside_colour") });
  });
}
