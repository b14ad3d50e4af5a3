/** The rooms found on this level, and the ways to draw more of them. */

import { addRoom } from "#model/actions/add_room.js";
import { BLOCKS } from "#model/actions/place_block.js";
import { button, el } from "#ui/dom.js";
import { lengthField } from "#ui/fields.js";
import { measureLink } from "#ui/studio/measure_link.js";
import { noteButton } from "#ui/studio/notes.js";
import { floorParts } from "#ui/floor_parts.js";
import { levelsSection } from "#ui/panels/levels_section.js";

/** As high as one leans on. */
const HALF_WALL_MM = 1100;

/** What is drawn on the plan is offered where the plan is. @param {import("#ui/studio/studio.js").Studio} studio @param {boolean} [hasPlan] whether the plan is in sight */
export function roomPanel(studio, hasPlan = studio.views?.hasPlan ?? true) {
  const { t, planView: view } = studio;
  const rooms = view.survey.rooms;
  const whole = rooms.reduce((sum, { room }) => sum + room.area_mm2, 0);
  return [
    el("h2", {}, t("studio.tool_room")),
    rooms.length ? null : el("p", { class: "quiet" }, t("studio.no_room")),
    el("ul", { class: "rows" }, ...rooms.map(({ room, index }) =>
      el("li", {}, el("button", { type: "button", class: "row", onclick: () => studio.selectRoom(index) },
        el("span", {}, studio.roomName(room), ...floorParts(studio, room)), el("span", { class: "number quiet" }, studio.format.area(room.area_mm2)))))),
    rooms.length > 1 ? el("p", { class: "row total" }, el("span", {}, t("studio.total")), el("span", { class: "number" }, studio.format.area(whole))) : null,
    ...(hasPlan ? drawing(studio) : [el("div", { class: "stack" }, el("p", { class: "quiet small" }, t("studio.drawn_on_plan")), button("square", t("walls.to_plan"), () => studio.views?.showPlan()))]),
    levelsSection(studio, studio.levels),
    hasPlan ? (studio.backgrounds?.section() ?? null) : null,
  ];
}

/** @param {import("#ui/studio/studio.js").Studio} studio */
function drawing(studio) {
  const { t } = studio;
  return [
    el("div", { class: "stack" },
      measureLink(studio),
      button("pencil", t("studio.draw_walls"), () => studio.drawWalls()),
      button("spline", t("walls.draw_arc"), () => studio.drawWalls(true)),
      button("house", t("slopes.add"), () => studio.takeTool({ name: "slope" })),
      button("ruler", t("remarks.measure"), () => studio.takeTool({ name: "measure" })),
      noteButton(studio),
      ...newRoom(studio)),
    el("section", {}, el("h3", {}, t("walls.built_in")), el("div", { class: "stack" }, ...builtIn(studio))),
  ];
}

/** What is built in beside the walls: taken in hand, to be put on the plan. @param {import("#ui/studio/studio.js").Studio} studio */
function builtIn(studio) {
  const icons = { column: "square", shaft: "square-dashed", bulkhead: "columns-2" };
  return [
    ...BLOCKS.map((block) => button(icons[block.kind], studio.t(`walls.add_${block.kind}`), () => studio.takeTool({ name: "block", block }))),
    button("minus", studio.t("walls.add_half_wall"), () => studio.takeTool({ name: "wall", height: HALF_WALL_MM })),
  ];
}

/** Another rectangle, to the right of what stands there. @param {import("#ui/studio/studio.js").Studio} studio */
function newRoom(studio) {
  const size = { width: 3000, length: 3000 };
  const side = (/** @type {"width" | "length"} */ name) =>
    lengthField({ label: studio.t(`start.${name}`), value: size[name], least: 500, most: 50_000, change: (mm) => (size[name] = mm), studio });
  const add = () => {
    const before = studio.planView.survey.rooms.length;
    const name = before ? `${studio.t("plan.room")} ${before + 1}` : "";
    studio.store.perform(addRoom({ level: studio.planView.level, width_mm: size.width, length_mm: size.length, name }));
    studio.planView.fit();
  };
  return [
    el("fieldset", { class: "sides" }, el("legend", {}, studio.t("studio.add_room_by_size")), side("width"), side("length"), button("plus", studio.t("studio.add_room"), add)),
  ];
}
