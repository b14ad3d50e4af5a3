/** Digits large enough for a thumb, for a field whose own keyboard would cover half a phone. */

import { el, icon } from "#ui/dom.js";

const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", ",", "0"];

export class NumberPad {
  /** @type {HTMLInputElement | null} */
  #field = null;

  /** @param {(name: string) => string} t */
  constructor(t) {
    const comma = t("survey.pad_comma");
    this.element = el("div", { class: "pad", role: "group", "aria-label": t("survey.pad") },
      ...KEYS.map((key) => this.#key(key === "," ? comma : key)),
      el("button", { type: "button", class: "pad-key", "aria-label": t("survey.pad_erase"), onclick: () => this.#erase() }, icon("delete")));
  }

  /** Whether this device is worked by fingers, so that the pad takes the place of its own keyboard. */
  static isWanted() {
    return matchMedia("(pointer: coarse)").matches;
  }

  /** Write into this field from now on, standing right below it, or at the foot of a form of many. @param {HTMLInputElement} field */
  serve(field) {
    this.#field = field;
    field.inputMode = "none";
    const entry = field.closest(".entry");
    this.element.classList.toggle("is-docked", !entry);
    if (entry) return entry.after(this.element);
    field.form?.append(this.element);
    field.scrollIntoView({ block: "nearest" });
  }

  /** @param {string} key */
  #key(key) {
    return el("button", { type: "button", class: "pad-key number", onclick: () => this.#write(key) }, key);
  }

  /** @param {string} key */
  #write(key) {
    const field = this.#field;
    if (!field) return;
    field.setRangeText(key, ...this.#chosen(field), "end");
    this.#tell(field);
  }

  #erase() {
    const field = this.#field;
    if (!field) return;
    const [start, end] = this.#chosen(field);
    field.setRangeText("", start === end ? Math.max(start - 1, 0) : start, end, "end");
    this.#tell(field);
  }

  /** What is selected, else the end: a finger does not place a caret. @param {HTMLInputElement} field @returns {[number, number]} */
  #chosen(field) {
    const [start, end] = [field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length];
    return start === end ? [field.value.length, field.value.length] : [start, end];
  }

  /** @param {HTMLInputElement} field */
  #tell(field) {
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
