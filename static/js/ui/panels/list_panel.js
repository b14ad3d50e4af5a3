/** The plan in words: every room, wall, opening and thing as a button. This is also the way of the keyboard and the screen reader. */

import { dormersIn, entities, entity, itemsOf, skylightsIn } from "#model/plan.js";
import { el } from "#ui/dom.js";
import { blockName } from "#plan/block_marks.js";
import { listLink } from "#ui/studio/list_link.js";
import { floorParts } from "#ui/floor_parts.js";
import { levelRows } from "#ui/panels/levels_section.js";
import { seenWalls, wallName } from "#ui/wall_names.js";
import { seenLength } from "#geometry/walls.js";

/** @param {import("#ui/studio/studio.js").Studio} studio */
export function listPanel(studio) {
  const { t, planView: view, store } = studio;
  const walls = wallRows(studio);
  const openings = entities(store.document, "openings")
    .filter(({ wall }) => view.survey.walls.has(wall))
    .map((opening) => row(studio, `openings/${opening.id}`, t(`plan.kind_${opening.kind}`), studio.format.length(opening.width), paintName(studio, view.survey.surfaces.woodwork.openings.get(opening.id))));
  const items = itemsOf(store.document, view.level).map((item) =>
    row(studio, `items/${item.id}`, studio.itemName(item), `${studio.format.centimetres(item.size[0])} × ${studio.format.length(item.size[1])}`, item.product?.name));
  const onLevel = (/** @type {string} */ name) => entities(store.document, name).filter(({ level }) => level === view.level);
  const slopes = onLevel("slopes").map(({ id, knee, angle_mdeg }) => row(studio, `slopes/${id}`, t("slopes.slope"), `${studio.format.length(knee)} · ${studio.format.number(Math.round(angle_mdeg / 100) / 10)}°`));
  const windows = skylightsIn(store.document).filter(({ slope }) => entity(store.document, "slopes", slope)?.level === view.level)
    .map(({ id, width, height, sill }) => row(studio, `skylights/${id}`, t("slopes.window"), `${studio.format.centimetres(width)} × ${studio.format.length(height)} · ${studio.format.length(sill)}`));
  const dormers = dormersIn(store.document).filter(({ slope }) => entity(store.document, "slopes", slope)?.level === view.level)
    .map(({ id, width, height, form }) => row(studio, `dormers/${id}`, t("slopes.dormer"), `${studio.format.centimetres(width)} × ${studio.format.length(height)}`, t(`slopes.form_${form}`)));
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

/** Room by room in the order of their letters; last those that no room sees. @param {import("#ui/studio/studio.js").Studio} studio */
function wallRows(studio) {
  const { planView: { survey }, format } = studio;
  const seen = seenWalls(survey);
  const order = (/** @type {string} */ id) => seen.get(id)?.[0].order ?? Infinity;
  const walls = [...survey.walls].sort(([one], [other]) => order(one) - order(other) || 0);
  return walls.map(([id, solid]) => {
    const { name, rooms } = wallName(studio, seen.get(id) ?? []);
    const more = [rooms, wallPaints(studio, id)].filter(Boolean).join(" · ");
    return row(studio, `walls/${id}`, name, format.length(seenLength(solid, survey.insideOf(id))), more);
  });
}

/** The names of the paints on a wall's sides. @param {import("#ui/studio/studio.js").Studio} studio @param {string} wall */
function wallPaints(studio, wall) {
  const bands = studio.planView.survey.faces.filter((face) => face.wall === wall).flatMap((face) => face.bands);
  return [...new Set(bands.map(({ finish }) => paintName(studio, finish ?? undefined)))].filter(Boolean).join(" / ");
}

/** @param {import("#ui/studio/studio.js").Studio} studio @param {string} path @param {string} name @param {string} size @param {string} [more] */
const row = (studio, path, name, size, more) =>
  el("li", {}, el("button", { type: "button", class: "row", "data-row": path, onclick: () => studio.inspect(path) },
    el("span", {}, name, more && el("br"), more && el("span", { class: "quiet small" }, more)), el("span", { class: "quiet number" }, size)));
