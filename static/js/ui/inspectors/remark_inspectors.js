/** A selected note, with its words; a selected length. */

import { changeEntity } from "#model/actions/change_entity.js";
import { removeEntities } from "#model/actions/remove_entities.js";
import { button, el } from "#ui/dom.js";
import { plain, wordsField } from "#ui/studio/notes.js";

/** @param {import("#ui/studio/studio.js").Studio} studio @param {any} _target @param {any} note */
export function noteInspector({ t, store }, _target, note) {
  const path = `notes/${note.id}`;
  const field = wordsField(t("remarks.note_words"), note.text);
  field.area.addEventListener("change", () => {
    const text = plain(field.area.value);
    field.area.defaultValue = field.area.value;
    if (text) store.perform(changeEntity(path, { text }, { action: "change_note", input: "typed" }));
  });
  return [
    el("h2", {}, t("remarks.note")),
    field.host,
    button("trash-2", t("studio.remove"), () => store.perform(removeEntities([path]))),
  ];
}

/** @param {import("#ui/studio/studio.js").Studio} studio @param {any} _target @param {any} dimension */
export function dimensionInspector({ t, store, format }, _target, { id, a, b }) {
  return [
    el("h2", {}, t("remarks.dimension")),
    el("p", { class: "measured-length number" }, format.length(Math.hypot(b[0] - a[0], b[1] - a[1]))),
    el("p", { class: "quiet" }, t("remarks.dimension_text")),
    button("trash-2", t("studio.remove"), () => store.perform(removeEntities([`dimensions/${id}`]))),
  ];
}
