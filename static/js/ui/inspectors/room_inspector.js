/** A selected room: its name and use, its floor, its ceiling, all of its walls at once. */

import { nameRoom } from "#model/actions/name_room.js";
import { paintPlane, paintRoom } from "#model/actions/paint.js";
import { USUAL_TILES } from "#model/actions/tile.js";
import { entity } from "#model/plan.js";
import { el } from "#ui/dom.js";
import { woodworkRows } from "#ui/inspectors/woodwork_rows.js";
import { choiceField, textField } from "#ui/fields.js";
import { floorSentences } from "#ui/floor_parts.js";
import { measureLink } from "#ui/studio/measure_link.js";
import { paintRow } from "#ui/studio/paint_row.js";
import { tileRow } from "#ui/tiles/tile_row.js";

/** How light the walls are until they are painted, and what is painted on: what litres depend on. */
const [BEFORE, GROUNDS] = [["white", "light", "middle", "dark"], ["smooth", "gypsum", "textured"]];
const USES = ["living", "bedroom", "child", "study", "bathroom", "toilet", "kitchen", "dining", "hall", "storage", "garage", "outside"];

/** @param {import("#ui/studio/studio.js").Studio} studio @param {any} target */
export function roomInspector(studio, target) {
  const { t, store, planView: view } = studio;
  const index = view.survey.roomAt(target.at);
  if (index === null) return [];
  const room = view.survey.found.rooms[index];
  const label = room.label ?? null;
  const told = label ? entity(store.document, "rooms", label) : null;
  const place = { level: view.level, label, at: target.at };
  const plane = (/** @type {"floor" | "ceiling"} */ face) =>
    paintRow(studio, { chosen: studio.paintOfPlane(index, face), label: t(`studio.${face}_colour`), paint: (code) => store.perform(paintPlane(place, face, { paint: code })) });
  const floor = view.survey.surfaces.planes.find((one) => one.room === index && one.face === "floor");
  const [wallPaint, ...others] = paintsOnWalls(studio, index);
  const height = view.tools.store.document.levels?.[room.level]?.height ?? 2600;
  return [
    el("h2", {}, studio.roomName(room)),
    el("p", { class: "quiet" }, t("studio.room_sizes", { area: studio.format.area(room.area_mm2), perimeter: studio.format.length(room.perimeter_mm), height: studio.format.length(height) })),
    ...floorSentences(studio, room),
    measureLink(studio, label),
    textField({ label: t("studio.name"), value: room.name, most: 60, change: (name) => store.perform(nameRoom(place, { name })) }),
    choiceField({ label: t("studio.use"), value: room.use, options: [["", t("studio.use_open")], ...USES.map((use) => /** @type {[string, string]} */ ([use, t(`plan.use_${use}`)]))], change: (use) => store.perform(nameRoom(place, { use })) }),
    paintRow(studio, { chosen: others.length ? null : wallPaint ?? null, several: others.length ? [wallPaint, ...others].filter((code) => code !== null) : [], label: t("studio.all_walls"), paint: (code) => store.perform(paintRoom(index, { paint: code })) }),
    choiceField({ label: t("studio.before"), value: told?.before ?? "", options: [["", t("studio.before_unknown")], ...BEFORE.map((one) => /** @type {[string, string]} */ ([one, t(`studio.before_${one}`)]))], change: (before) => store.perform(nameRoom(place, { before })) }),
    choiceField({ label: t("studio.ground"), value: told?.ground ?? "", options: [["", t("studio.ground_unknown")], ...GROUNDS.map((one) => /** @type {[string, string]} */ ([one, t(`studio.ground_${one}`)]))], change: (ground) => store.perform(nameRoom(place, { ground })) }),
    plane("floor"),
    tileRow(studio, { label: "on_floor", finishes: [floor?.finish ?? null], lay: () => store.perform(paintPlane(place, "floor", { paint: null, tile: USUAL_TILES.floor })) }),
    plane("ceiling"),
    ...woodworkRows(studio, index, place),
    roomColoursOf(studio, index),
  ];
}

/** What the room's walls wear, each once; null where some of one is bare. @param {import("#ui/studio/studio.js").Studio} studio @param {number} room @returns {(string | null)[]} */
function paintsOnWalls({ planView, store }, room) {
  const bands = planView.survey.surfaces.faces.filter(({ room: of, side }) => of === room && (side === "left" || side === "right")).flatMap((face) => face.bands);
  return [...new Set(bands.map(({ finish }) => (finish && store.document.finishes[finish]?.paint) || null))];
}

/** All paints of a room as they read there. @param {import("#ui/studio/studio.js").Studio} studio @param {number} room */
function roomColoursOf({ roomColours, planView }, room) {
  const { faces, planes } = planView.survey.surfaces;
  const walls = faces.filter((one) => one.room === room).flatMap(({ bands }) => bands.map(({ finish }) => finish));
  const finishes = [...new Set([...walls, ...planes.filter((one) => one.room === room).map(({ finish }) => finish)])];
  return roomColours?.section({ room, finishes, of: () => true, isWhole: true }) ?? null;
}
