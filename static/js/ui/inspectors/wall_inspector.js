/** A selected wall: its colour first, then its exact length, height and thickness, and what can be put into it. */

import { coverBand } from "#model/actions/bands.js";
import { changeEntity } from "#model/actions/change_entity.js";
import { paintRoom, paintWall } from "#model/actions/paint.js";
import { addSlope, lineAtWall } from "#model/actions/slopes.js";
import { removeEntities } from "#model/actions/remove_entities.js";
import { splitWall } from "#model/actions/split_wall.js";
import { USUAL_TILES } from "#model/actions/tile.js";
import { newId } from "#model/ids.js";
import { wallHeights } from "#model/plan.js";
import { button, el } from "#ui/dom.js";
import { lengthField } from "#ui/fields.js";
import { bendOf, lengthOf, mendings, placeOf } from "#ui/inspectors/wall_shape.js";
import { bandMeant, bandSection } from "#ui/inspectors/band_section.js";
import { taperOf, thicknessOf } from "#ui/inspectors/wall_taper.js";
import { slopingTop } from "#ui/inspectors/wall_top.js";
import { lockButton } from "#ui/lock_button.js";
import { paintRow } from "#ui/studio/paint_row.js";
import { tileRow } from "#ui/tiles/tile_row.js";
import { seenWalls, wallHeading } from "#ui/wall_names.js";

/** @param {import("#ui/studio/studio.js").Studio} studio @param {any} target @param {any} wall */
export function wallInspector(studio, target, wall) {
  return wall.locked ? lockedWall(studio, target, wall) : freeWall(studio, target, wall);
}

/** What is locked takes colours, and keeps its place and size. @param {import("#ui/studio/studio.js").Studio} studio @param {any} target @param {any} wall */
const lockedWall = (studio, target, wall) => [
  ...covering(studio, target, wall),
  el("p", { class: "quiet" }, studio.t("walls.locked")),
  el("div", { class: "stack" }, lockButton(studio, `walls/${wall.id}`, wall)),
];

/** What covers the side, or the band of it that is meant. @param {import("#ui/studio/studio.js").Studio} studio @param {any} target @param {any} wall */
function covering(studio, target, wall) {
  const { t, store, format, planView: view } = studio;
  const side = target.side ?? view.survey.insideOf(wall.id);
  const at_mm = target.at_mm ?? null;
  const face = view.survey.faceAt(wall.id, side, at_mm ?? 0);
  const where = { wall: wall.id, side, at_mm };
  const band = bandMeant(face, target);
  const cover = (/** @type {import("#model/actions/paint.js").Cover} */ with_) => store.perform(band ? coverBand(where, target.z_mm, with_) : paintWall(wall.id, side, at_mm, with_));
  const paint = (/** @type {string | null} */ code) => cover({ paint: code });
  const everywhere = (/** @type {string} */ code) => store.perform(paintRoom(face?.room ?? -1, { paint: code }));
  return [
    el("h2", {}, wallHeading(studio, (seenWalls(view.survey).get(wall.id) ?? []).filter((seen) => seen.side === side))),
    paintRow(studio, { chosen: studio.paintOfFace(band ? { bands: [band] } : face), paint, everywhere: face ? everywhere : null, label: band && face.bands.length > 1 ? t("walls.band_colour", { from: format.length(band.z_from), to: format.length(band.z_to) }) : t("studio.wall_colour") }),
    face ? roomColoursOf(studio, wall, side, face, band) : null,
    face ? bandSection(studio, { face, target, where }) : null,
    face ? tileRow(studio, { label: "on_wall", finishes: (band ? [band] : face.bands).map((/** @type {any} */ one) => one.finish), lay: () => cover({ paint: null, tile: USUAL_TILES.wall }) }) : null,
  ];
}

/** The side's paints, or the band's, as they read in its room. @param {import("#ui/studio/studio.js").Studio} studio @param {any} wall @param {string} side @param {any} face @param {any} band */
function roomColoursOf(studio, wall, side, face, band) {
  const finishes = (band ? [band] : face.bands).map((/** @type {any} */ one) => one.finish);
  return studio.roomColours?.section({ room: face.room, finishes, of: (one) => one.wall === wall.id && one.side === side }) ?? null;
}

/** @param {import("#ui/studio/studio.js").Studio} studio @param {any} target @param {any} wall */
function freeWall(studio, target, wall) {
  const { t, store, planView: view } = studio;
  const solid = view.survey.solids.get(wall.id);
  const side = target.side ?? view.survey.insideOf(wall.id);
  const at_mm = target.at_mm ?? null;
  const [height] = wallHeights(store.document, wall.id);
  return [
    ...covering(studio, target, wall),
    lengthOf(studio, wall, side),
    el("div", { class: "pair" },
      lengthField({ studio, label: t("studio.height"), value: height, least: 100, most: 10_000, change: (mm) => store.perform(changeEntity(`walls/${wall.id}`, { height: mm }, { action: "set_height", input: "typed" })) }),
      thicknessOf(studio, wall, side)),
    taperOf(studio, wall, side),
    slopingTop(studio, wall, side),
    bendOf(studio, wall, side),
    placeOf(studio, wall, side),
    el("div", { class: "stack" },
      button("door-open", t("studio.add_opening"), () => studio.openPanel("openings")),
      solid ? button("square-split-horizontal", t("studio.split"), () => store.perform(splitWall(wall.id, at_mm ?? solid.line.length_mm / 2))) : null,
      solid ? button("house", t("slopes.add_at_wall"), () => addSlopeAt(studio, wall, side)) : null,
      ...mendings(studio, wall),
      lockButton(studio, `walls/${wall.id}`, wall),
      button("trash-2", t("studio.remove_wall"), () => store.perform(removeEntities([`walls/${wall.id}`])))),
  ];
}

/** @param {import("#ui/studio/studio.js").Studio} studio @param {any} wall @param {"left" | "right"} side */
function addSlopeAt(studio, wall, side) {
  const along = lineAtWall(studio.store.document, wall.id, side);
  const id = newId("slopes");
  if (along && studio.store.perform(addSlope({ level: wall.level, ...along }, id))) studio.inspect(`slopes/${id}`);
}
