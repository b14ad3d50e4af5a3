/** A picture on its way under the plan: the page, four corners that make it straight, one known length that gives its scale. */

import { micrometresPerPixel, sheetSize } from "#geometry/background.js";
import { button, el } from "#ui/dom.js";
import { readLength } from "#ui/format.js";
import { PointsPicker } from "#ui/points_picker.js";

/** @typedef {[number, number]} Point */
/** @typedef {{id: string, pages: number, width: number, height: number, url: string, original_url: string}} Picture as the server tells of it */

const INSET = 0.06;
/** A bare number up to this is of metres: nobody measures a plan by 30 cm. */
const MOST_METRES = 30;
const MOST_PREVIEWS = 30;

export class Laying {
  #isDone = false;

  /**
   * @param {{picture: Picture, url: string, t: import("#ui/words.js").Translate, format: any,
   *   done: (picture: Picture, um_per_px: number | null) => void}} with_ `url`: of the project's pictures; `done` is
   *   called once, without a scale when the dialog was closed early
   */
  constructor({ picture, url, t, format, done }) {
    this.picture = picture;
    this.url = `${url}/${picture.id}`;
    this.t = t;
    this.format = format;
    this.done = done;
    this.wrong = el("p", { class: "wrong small", role: "alert", hidden: true });
    this.told = el("p", { class: "small", role: "status" });
    this.body = el("div", { class: "dialog-body" });
    this.shown = el("dialog", { class: "dialog laying", "aria-label": t("pictures.title") }, this.body);
    this.shown.addEventListener("close", () => (this.shown.remove(), this.#finish(null)));
    document.body.append(this.shown);
    this.shown.showModal();
  }

  /** From the beginning: the page, the corners, the scale. */
  lay() {
    if (this.picture.pages > 1) this.#choosePage();
    else this.#straighten();
  }

  /** The scale alone, of one that lies there. */
  scale() {
    this.#measure();
  }

  /** @param {number | null} um_per_px */
  #finish(um_per_px) {
    if (this.#isDone) return;
    this.#isDone = true;
    this.shown.close();
    this.done(this.picture, um_per_px);
  }

  /** @param {string} title @param {...(Node | null)} content */
  #step(title, ...content) {
    const heading = el("h2", { tabindex: -1 }, title);
    this.wrong.hidden = true;
    this.body.replaceChildren(heading, ...content.filter((part) => part !== null), this.wrong,
      el("button", { type: "button", class: "button button-plain", onclick: () => this.shown.close() }, this.t("pictures.later")));
    heading.focus({ preventScroll: true });
    this.shown.scrollTop = 0;
  }

  #choosePage() {
    const { t, picture } = this;
    const pages = Array.from({ length: picture.pages }, (_, place) => place);
    const page = (/** @type {number} */ place) =>
      el("li", {}, el("button", { type: "button", class: "card", onclick: () => this.#turnTo(place) },
        place < MOST_PREVIEWS ? el("img", { src: `${this.url}/pages/${place}.jpg`, alt: "", loading: "lazy", class: "preview" }) : null,
        el("span", { class: "card-name" }, t("pictures.page", { n: place + 1 }))));
    this.#step(t("pictures.which_page"), el("ul", { class: "cards" }, ...pages.map(page)));
  }

  /** @param {number} page */
  async #turnTo(page) {
    if (page > 0 && !(await this.#post("page", { page }))) return;
    this.#straighten();
  }

  #straighten() {
    const { t, picture } = this;
    const { width, height } = picture;
    const [left, top] = [width * INSET, height * INSET];
    const picker = new PointsPicker({
      url: picture.original_url,
      size: [width, height],
      points: [[left, top], [width - left, top], [width - left, height - top], [left, height - top]],
      names: ["upper_left", "upper_right", "lower_right", "lower_left"].map((name) => t(`pictures.corner_${name}`)),
      label: t("pictures.original"),
      isRing: true,
      inTurn: false,
    });
    this.#step(t("pictures.straighten"),
      el("p", { class: "quiet" }, t("pictures.straighten_text")), picker.element,
      el("div", { class: "acts" },
        button("check", t("pictures.straighten_done"), async () => (await this.#post("corners", { corners: picker.points })) && this.#measure(), "button-solid"),
        button("", t("pictures.straight"), async () => (await this.#post("corners", { corners: [] })) && this.#measure())));
  }

  #measure() {
    const { t, picture } = this;
    const { width, height } = picture;
    const picker = new PointsPicker({
      url: picture.url,
      size: [width, height],
      points: [[width * 0.3, height / 2], [width * 0.7, height / 2]],
      names: [t("pictures.end_one"), t("pictures.end_other")],
      label: t("pictures.sheet"),
      isRing: false,
      inTurn: true,
    });
    const length = el("input", { id: "known-length", autocomplete: "off", placeholder: t("pictures.length_example"), oninput: () => this.#tellSize(picker, length.value) });
    picker.addEventListener("change", () => this.#tellSize(picker, length.value));
    const form = el("form", { class: "known", novalidate: true, onsubmit: (/** @type {Event} */ event) => this.#scaled(event, picker, length) },
      el("div", { class: "field" }, el("label", { for: "known-length" }, t("pictures.length")), el("div", { class: "box" }, length)),
      el("button", { class: "button button-solid" }, t("pictures.lay")));
    this.#step(t("pictures.measure"), el("p", { class: "quiet" }, t("pictures.measure_text")), picker.element, form, this.told);
  }

  /** @param {PointsPicker} picker @param {string} typed @returns {number | null} µm a pixel */
  #scaleOf({ points: [one, other] }, typed) {
    const mm = knownLength(typed);
    return mm === null ? null : micrometresPerPixel(one, other, mm);
  }

  /** @param {PointsPicker} picker @param {string} typed */
  #tellSize(picker, typed) {
    const um_per_px = this.#scaleOf(picker, typed);
    const { width, height } = this.picture;
    this.told.textContent = "";
    if (um_per_px === null) return;
    const [wide, high] = sheetSize({ size_px: [width, height], um_per_px }).map((mm) => this.format.metres(mm));
    this.told.textContent = this.t("pictures.whole_sheet", { width: wide, height: high });
  }

  /** @param {Event} event @param {PointsPicker} picker @param {HTMLInputElement} length */
  #scaled(event, picker, length) {
    event.preventDefault();
    const um_per_px = this.#scaleOf(picker, length.value);
    if (um_per_px !== null) return this.#finish(um_per_px);
    this.#say(this.t(knownLength(length.value) === null ? "pictures.wrong_length" : "pictures.too_near"));
    length.focus();
  }

  /** @param {string} words */
  #say(words) {
    this.wrong.hidden = false;
    this.wrong.textContent = words;
  }

  /** @param {string} what @param {any} body @returns {Promise<boolean>} false when it did not work, which has been said */
  async #post(what, body) {
    for (const one of this.body.querySelectorAll("button")) one.disabled = true;
    try {
      const response = await fetch(`${this.url}/${what}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
      const answer = await response.json();
      if (response.ok) return (this.picture = answer), true;
      this.#say(answer.error?.text ?? this.t("pictures.not_now"));
    } catch {
      this.#say(this.t("pictures.no_network"));
    }
    for (const one of this.body.querySelectorAll("button")) one.disabled = false;
    return false;
  }
}

/** Millimetres: `4,20 m`, `420`, `4,2`; null for what is no length from 10 cm to 100 m. @param {string} typed */
export function knownLength(typed) {
  const isBare = /^[\s\d.,]*$/.test(typed);
  const number = Number(typed.trim().replace(",", "."));
  const mm = readLength(isBare && number <= MOST_METRES ? `${typed.trim()} m` : typed);
  return mm !== null && mm >= 100 && mm <= 100_000 ? mm : null;
}
