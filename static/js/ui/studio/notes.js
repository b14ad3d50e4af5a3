/** Writing a note: where it belongs is tapped, or is where one is when no pointer is at hand. */

import { addNote } from "#model/actions/remark.js";
import { newId } from "#model/ids.js";
import { entity } from "#model/plan.js";
import { dialog } from "#ui/dialogs.js";
import { el, icon } from "#ui/dom.js";

const MOST_LETTERS = 500;

/** @typedef {import("#ui/studio/studio.js").Studio} Studio */

/** @param {Studio} studio */
export function noteButton(studio) {
  const press = (/** @type {MouseEvent} */ event) => {
    if (event.detail === 0) return write(studio, placeInHand(studio));
    studio.setTool({ name: "note", write: (/** @type {[number, number]} */ at) => write(studio, at) });
    studio.lowerPanel();
  };
  return el("button", { type: "button", class: "button", onclick: press }, icon("sticky-note"), el("span", {}, studio.t("remarks.note_add")));
}

/** @param {Studio} studio @param {[number, number]} at */
function write(studio, at) {
  const { t } = studio;
  const field = wordsField(t("remarks.note_words"), "", t("remarks.note_example"));
  const form = el("form", { method: "dialog", class: "stack", onsubmit: () => keep(studio, at, field.area.value.trim()) },
    field.host, el("button", { class: "button button-solid" }, t("remarks.note_keep")));
  dialog({ title: t("remarks.note_title"), content: [form], close: t("shell.cancel") });
  field.area.focus();
}

/** A field for several lines. @param {string} label @param {string} value @param {string} [example] */
export function wordsField(label, value, example = "") {
  const area = el("textarea", { id: "note-words", rows: 4, maxlength: MOST_LETTERS, required: true, placeholder: example });
  area.value = area.defaultValue = value;
  return { area, host: el("div", { class: "field" }, el("label", { for: "note-words" }, label), el("div", { class: "box" }, area)) };
}

/** @param {Studio} studio @param {[number, number]} at @param {string} text */
function keep(studio, at, text) {
  if (!text) return;
  const id = newId("notes");
  if (studio.store.perform(addNote({ level: studio.planView.level, at, text: plain(text) }, id))) studio.planView.select(`notes/${id}`);
}

/** In one line: a plan's texts hold no line breaks. @param {string} text */
export const plain = (text) => text.replace(/\s+/g, " ").trim();

/** Where the selected thing is, else the middle of the first room. @param {Studio} studio @returns {[number, number]} */
function placeInHand({ selection, store, planView: { survey } }) {
  const target = selection.current;
  const held = target?.id ? entity(store.document, target.collection, target.id) : null;
  const [x, y] = target?.at ?? held?.at ?? held?.a ?? (survey.rooms.length ? survey.middleOf(survey.rooms[0].index) : [0, 0]);
  return [Math.floor(x + 0.5), Math.floor(y + 0.5)];
}
