/** The rooms found on this level, and the ways to draw more of them. */

import { addRoom } from "#model/actions/add_room.js";
import { changeEntity } from "#model/actions/change_entity.js";
import { entity } from "#model/plan.js";
import { button, el } from "#ui/dom.js";
import { lengthField } from "#ui/fields.js";
import { measureLink } from "#ui/measure_link.js";
import { noteButton } from "#ui/notes.js";

/** @param {import("#ui/studio.js").Studio} studio */
export function roomPanel(studio) {
  const { t, planView: view } = studio;
  const rooms = view.survey.rooms;
  const whole = rooms.reduce((sum, { room }) => sum + room.area_mm2, 0);
  return [
    el("h2", {}, t("studio.tool_room")),
    rooms.length ? null : el("p", { class: "quiet" }, t("studio.no_room")),
    el("ul", { class: "rows" }, ...rooms.map(({ room, index }) =>
      el("li", {}, el("button", { type: "button", class: "row", onclick: () => studio.selectRoom(index) },
        el("span", {}, studio.roomName(room)), el("span", { class: "number quiet" }, studio.format.area(room.area_mm2)))))),
    rooms.length > 1 ? el("p", { class: "row total" }, el("span", {}, t("studio.total")), el("span", { class: "number" }, studio.format.area(whole))) : null,
    heightField(studio),
    el("div", { class: "stack" },
      measureLink(studio),
      button("pencil", t("studio.draw_walls"), () => studio.drawWalls()),
      button("ruler", t("remarks.measure"), () => (studio.setTool({ name: "measure" }), studio.lowerPanel())),
      noteButton(studio),
      ...newRoom(studio)),
    studio.backgrounds?.section() ?? null,
  ];
}

/** @param {import("#ui/studio.js").Studio} studio */
function heightField(studio) {
  const level = entity(studio.store.document, "levels", studio.planView.level);
  if (!level) return null;
  const change = (/** @type {number} */ mm) => studio.store.perform(changeEntity(`levels/${level.id}`, { height: mm }, { action: "set_height", input: "typed" }));
  return lengthField({ label: studio.t("studio.room_height"), value: level.height, least: 1500, most: 6000, change, studio });
}

/** Another rectangle, to the right of what stands there. @param {import("#ui/studio.js").Studio} studio */
function newRoom(studio) {
  const size = { width: 3000, length: 3000 };
  const side = (/** @type {"width" | "length"} */ name) =>
    lengthField({ label: studio.t(`start.${name}`), value: size[name], least: 500, most: 50_000, change: (mm) => (size[name] = mm), studio });
  const add = () => {
    const [, top, right] = studio.planView.survey.box() ?? [0, 0, 0, 0];
    studio.store.perform(addRoom({ level: studio.planView.level, corner: [right, top], width_mm: size.width, length_mm: size.length }));
    studio.planView.fit();
  };
  return [
    el("fieldset", { class: "sides" }, el("legend", {}, studio.t("studio.add_room_by_size")), side("width"), side("length"), button("plus", studio.t("studio.add_room"), add)),
  ];
}
