/** The plan in words: every room, wall, opening and thing as a button. This is also the way of the keyboard and the screen reader. */

import { dormersIn, entities, entity, itemsOf, openingsOf, skylightsIn } from "#model/plan.js";
import { el } from "#ui/dom.js";
import { blockName } from "#plan/block_marks.js";
import { listLink } from "#ui/studio/list_link.js";
import { floorParts } from "#ui/floor_parts.js";
import { levelRows } from "#ui/panels/levels_section.js";
import { placesOnWalls } from "#ui/places_on_walls.js";
import { seenWalls, wallName } from "#ui/wall_names.js";
import { seenLength } from "#geometry/walls.js";

/** @param {import("#ui/studio/studio.js").Studio} studio */
export function listPanel(studio) {
  const { t, planView: view, store } = studio;
  const places = placesOnWalls(studio);
  const walls = wallRows(studio, places);
  const openings = entities(store.document, "openings")
    .filter(({ wall }) => view.survey.walls.has(wall))
    .map((opening) => row(studio, `openings/${opening.id}`, t(`plan.kind_${opening.kind}`), studio.format.length(opening.width), [placeOf(studio, places.get(`openings/${opening.id}`)), paintName(studio, view.survey.surfaces.woodwork.openings.get(opening.id))]));
  const items = itemsOf(store.document, view.level).map((item) =>
    row(studio, `items/${item.id}`, studio.itemName(item), `${studio.format.centimetres(item.size[0])} × ${studio.format.length(item.size[1])}`, [item.product?.name, placeOf(studio, places.get(`items/${item.id}`))]));
  const onLevel = (/** @type {string} */ name) => entities(store.document, name).filter(({ level }) => level === view.level);
  const slopes = onLevel("slopes").map(({ id, knee, angle_mdeg }) => row(studio, `slopes/${id}`, t("slopes.slope"), `${studio.format.length(knee)} · ${studio.format.number(Math.round(angle_mdeg / 100) / 10)}°`));
  const windows = skylightsIn(store.document).filter(({ slope }) => entity(store.document, "slopes", slope)?.level === view.level)
    .map(({ id, width, height, sill }) => row(studio, `skylights/${id}`, t("slopes.window"), `${studio.format.centimetres(width)} × ${studio.format.length(height)} · ${studio.format.length(sill)}`));
  const dormers = dormersIn(store.document).filter(({ slope }) => entity(store.document, "slopes", slope)?.level === view.level)
    .map(({ id, width, height, form }) => row(studio, `dormers/${id}`, t("slopes.dormer"), `${studio.format.centimetres(width)} × ${studio.format.length(height)}`, [t(`slopes.form_${form}`)]));
  const notes = onLevel("notes").map(({ id, text }, place) => row(studio, `notes/${id}`, text, String(place + 1)));
  const dimensions = onLevel("dimensions").map(({ id, a, b }) => row(studio, `dimensions/${id}`, t("remarks.dimension"), studio.format.length(Math.hypot(b[0] - a[0], b[1] - a[1]))));
  const blocks = onLevel("solids").map((block) => row(studio, `solids/${block.id}`, blockName(block, { t, length: studio.format.length }), ""));
  const rooms = view.survey.rooms.map(({ room, index }) =>
    el("li", {}, el("button", { type: "button", class: "row", onclick: () => studio.selectRoom(index) }, el("span", {}, studio.roomName(room), ...floorParts(studio, room), ...skirtingOf(studio, index)), el("span", { class: "quiet number" }, studio.format.area(room.area_mm2)))));
  return [
    el("h2", {}, t("studio.tool_list")),
    listLink(studio),
    studio.paintsToBuy?.section({ open: true }) ?? null,
    studio.levels && Object.keys(store.document.levels).length > 1 ? el("section", {}, el("h3", {}, t("studio.levels")), levelRows(studio, studio.levels)) : null,
    ...[["rooms", rooms], ["walls", walls], ["openings", openings], ["slopes", slopes], ["windows", windows], ["dormers", dormers], ["solids", blocks], ["items", items], ["notes", notes], ["dimensions", dimensions]].flatMap(([name, rows]) =>
      rows.length ? [el("section", {}, el("h3", {}, t(["slopes", "windows", "dormers"].includes(/** @type {string} */ (name)) ? `slopes.${name}` : `studio.list_${name}`)), el("ul", { class: "rows" }, .../** @type {HTMLElement[]} */ (rows)))] : []),
  ];
}

/** The name of the paint that a finish is. @param {import("#ui/studio/studio.js").Studio} studio @param {string | undefined} finish */
function paintName({ store, deck, language }, finish) {
  const code = (finish && store.document.finishes[finish]?.paint) || null;
  return code ? (deck.get(code)?.name[language] ?? code) : undefined;
}

/** @param {import("#ui/studio/studio.js").Studio} studio @param {number} room */
function skirtingOf(studio, room) {
  const paint = paintName(studio, studio.planView.survey.surfaces.woodwork.skirting.get(room));
  return paint ? [el("br"), el("span", { class: "quiet small" }, studio.t("studio.list_skirting", { paint }))] : [];
}

/** "Wall B, 90 cm from the left", in a flat after its room's name. @param {import("#ui/studio/studio.js").Studio} studio @param {import("#ui/places_on_walls.js").Place | undefined} place */
function placeOf({ t, format, roomName, planView: { survey } }, place) {
  if (!place) return undefined;
  const words = t("walls.placed", { letter: place.letter, left: format.length(place.left_mm) });
  return survey.rooms.length > 1 ? `${roomName(survey.found.rooms[place.room])}, ${words}` : words;
}

/** Room by room in the order of their letters, with what opens in those that one room sees; last those that no room sees. @param {import("#ui/studio/studio.js").Studio} studio @param {Map<string, import("#ui/places_on_walls.js").Place>} places */
function wallRows(studio, places) {
  const { planView: { survey }, format } = studio;
  const seen = seenWalls(survey);
  const order = (/** @type {string} */ id) => seen.get(id)?.[0].order ?? Infinity;
  const walls = [...survey.walls].sort(([one], [other]) => order(one) - order(other) || 0);
  return walls.map(([id, solid]) => {
    const { name, rooms } = wallName(studio, seen.get(id) ?? []);
    return row(studio, `walls/${id}`, name, format.length(seenLength(solid, survey.insideOf(id))), [rooms, ...(seen.get(id)?.length === 1 ? openingsIn(studio, id, places) : []), wallPaints(studio, id)]);
  });
}

/** "door 90 cm from the left", from left to right. @param {import("#ui/studio/studio.js").Studio} studio @param {string} wall @param {Map<string, import("#ui/places_on_walls.js").Place>} places */
const openingsIn = ({ t, format, store: { document } }, wall, places) =>
  openingsOf(document, wall).flatMap(({ id, kind }) => {
    const left_mm = places.get(`openings/${id}`)?.left_mm;
    return left_mm === undefined ? [] : [{ left_mm, words: t("walls.holds", { thing: t(`plan.kind_${kind}`).toLowerCase(), left: format.length(left_mm) }) }];
  }).toSorted((one, other) => one.left_mm - other.left_mm).map(({ words }) => words);

/** The names of the paints on a wall's sides. @param {import("#ui/studio/studio.js").Studio} studio @param {string} wall */
function wallPaints(studio, wall) {
  const bands = studio.planView.survey.faces.filter((face) => face.wall === wall).flatMap((face) => face.bands);
  return [...new Set(bands.map(({ finish }) => paintName(studio, finish ?? undefined)))].filter(Boolean).join(" / ");
}

/** @param {import("#ui/studio/studio.js").Studio} studio @param {string} path @param {string} name @param {string} size @param {(string | undefined)[]} [more] */
const row = (studio, path, name, size, more = []) => {
  const told = more.filter(Boolean).join(" · ");
  return el("li", {}, el("button", { type: "button", class: "row", "data-row": path, onclick: () => studio.inspect(path) },
    el("span", {}, name, told && el("br"), told && el("span", { class: "quiet small" }, told)), el("span", { class: "quiet number" }, size)));
};
