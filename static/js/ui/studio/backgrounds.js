/** The pictures under this level: laid, dimmed, hidden, moved, turned, scaled anew, removed. */

import { changeEntity } from "#model/actions/change_entity.js";
import { layBackground, setBackground } from "#model/actions/lay_background.js";
import { removeEntities } from "#model/actions/remove_entities.js";
import { backgroundsOf } from "#model/plan.js";
import { button, el } from "#ui/dom.js";
import { fileField } from "#ui/file_field.js";
import { dialog } from "#ui/dialogs.js";
import { Laying } from "#ui/studio/laying.js";
import { toast } from "#ui/toasts.js";
import { Upload } from "#ui/upload.js";

/** Without a known length, the sheet's longer side is as long as this. */
const GUESS_MM = 10_000;

export class Backgrounds {
  /** @param {import("#ui/studio/studio.js").Studio} studio @param {string} url of the project's pictures */
  constructor(studio, url) {
    this.studio = studio;
    this.url = url;
  }

  /** A section of the room's panel. */
  section() {
    const { t, store, planView } = this.studio;
    const sheets = backgroundsOf(store.document, planView.level);
    return el("section", { class: "backgrounds" },
      sheets.length ? el("h3", {}, t("pictures.under")) : null,
      ...sheets.map((sheet, place) => this.#row(sheet, place)),
      button("file-up", t("pictures.add"), () => this.#ask()));
  }

  /** Lay a picture that the project has. @param {string} id @param {() => void} laid when it lies there */
  async lay(id, laid) {
    const { t } = this.studio;
    const answer = await fetch(`${this.url}/`).then((response) => (response.ok ? response.json() : null)).catch(() => null);
    const picture = answer?.pictures.find((/** @type {any} */ one) => one.id === id);
    if (picture) this.#lay(picture, laid);
    else toast(t("pictures.not_now"));
  }

  #ask() {
    const { t } = this.studio;
    const form = el("form", { action: `${this.url}/`, class: "stack" },
      el("p", { class: "quiet" }, t("pictures.door_text")),
      el("div", { class: "field" }, el("label", { for: "picture-file" }, t("pictures.file")), el("div", { class: "box" }, el("input", { id: "picture-file", name: "file", type: "file", accept: "image/*,application/pdf", required: true }))));
    fileField(/** @type {HTMLInputElement} */ (form.querySelector("input")), t);
    const shown = dialog({ title: t("pictures.add"), content: [form], close: t("shell.cancel") });
    new Upload(form, { t, done: (picture) => (shown.close(), this.#lay(picture)) });
  }

  /** @param {import("#ui/studio/laying.js").Picture} picture @param {() => void} [laid] */
  #lay(picture, laid = () => {}) {
    const { store, planView, t, format } = this.studio;
    const done = (/** @type {import("#ui/studio/laying.js").Picture} */ { id, width, height }, /** @type {number | null} */ measured) => {
      const [x0, y0, x1, y1] = planView.survey.box() ?? [0, 0, 0, 0];
      const um_per_px = measured ?? Math.round((GUESS_MM * 1000) / Math.max(width, height));
      const hadWalls = planView.survey.solids.size > 0;
      store.perform(layBackground({ level: planView.level, picture: id, size_px: [width, height], um_per_px, middle: [(x0 + x1) / 2, (y0 + y1) / 2] }));
      planView.fit();
      laid();
      if (!hadWalls) this.studio.drawWalls();
    };
    new Laying({ picture, url: this.url, t, format, done }).lay();
  }

  /** @param {any} sheet */
  #scale({ id, picture, size_px: [width, height] }) {
    const { store, t, format } = this.studio;
    const url = `${this.url}/${picture}.jpg`;
    const done = (/** @type {unknown} */ _, /** @type {number | null} */ um_per_px) => void (um_per_px && store.perform(setBackground(id, { um_per_px })));
    new Laying({ picture: { id: picture, pages: 1, width, height, url, original_url: url }, url: this.url, t, format, done }).scale();
  }

  /** @param {any} sheet @param {number} place */
  #row(sheet, place) {
    const { t, store } = this.studio;
    const path = `backgrounds/${sheet.id}`;
    const change = (/** @type {any} */ fields) => store.perform(changeEntity(path, fields, { action: "change_background" }));
    const move = () => {
      this.studio.setTool({ name: "background", id: sheet.id });
      this.studio.lowerPanel();
      this.studio.planView.root.focus({ preventScroll: true });
    };
    return el("fieldset", { class: "background-row" },
      el("legend", {}, t("pictures.number", { n: place + 1 })),
      this.#opacity(sheet, place, change),
      this.#turn(sheet, place),
      el("div", { class: "acts" },
        button("eye", t(sheet.hidden ? "pictures.show" : "pictures.hide"), () => change({ hidden: !sheet.hidden })),
        button("move", t("pictures.move"), move),
        button("ruler", t("pictures.rescale"), () => this.#scale(sheet)),
        button("trash-2", t("pictures.remove"), () => store.perform(removeEntities([path])))));
  }

  /** @param {any} sheet @param {number} place @param {(fields: any) => void} change */
  #opacity({ id, opacity_percent }, place, change) {
    const { t, store } = this.studio;
    const slider = el("input", { id: `opacity-${place}`, type: "range", min: 10, max: 100, step: 5, value: opacity_percent,
      oninput: () => store.preview(changeEntity(`backgrounds/${id}`, { opacity_percent: Number(slider.value) })),
      onchange: () => (store.cancel(), change({ opacity_percent: Number(slider.value) })) });
    return el("div", { class: "field" }, el("label", { for: `opacity-${place}` }, t("pictures.opacity")), slider);
  }

  /** @param {any} sheet @param {number} place */
  #turn({ id, turn_mdeg }, place) {
    const { t, store, language } = this.studio;
    const shown = String(turn_mdeg / 1000).replace(".", language === "pl" ? "," : ".");
    const take = () => {
      const degrees = Number(field.value.replace(",", "."));
      if (Number.isFinite(degrees)) store.perform(setBackground(id, { turn_mdeg: Math.round(degrees * 1000) }));
      else field.value = shown;
    };
    const field = el("input", { id: `turn-${place}`, inputmode: "decimal", autocomplete: "off", value: shown, onchange: take });
    return el("div", { class: "field" }, el("label", { for: `turn-${place}` }, t("pictures.turn")), el("div", { class: "box" }, field, el("span", { class: "unit" }, "°")));
  }
}
