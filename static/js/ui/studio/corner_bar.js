/** Lengths typed while walls are drawn: a field at the pointer, on a phone a bar above the keyboard. */

import { button, byId, el, icon } from "#ui/dom.js";
import { readLength } from "#ui/format.js";
import { isPhone } from "#ui/sheet.js";

/** @typedef {import("#plan/tools/wall_tool.js").WallTool} WallTool */

const LEAST_MM = 50;
const MOST_MM = 50_000;
const BESIDE_PX = 18;
/** @type {[string, number][]} */
const WAYS = [["left", 180_000], ["up", 270_000], ["down", 90_000], ["right", 0]];
/** @type {Record<string, number>} */
const ARROWS = { ArrowLeft: 180_000, ArrowUp: 270_000, ArrowDown: 90_000, ArrowRight: 0 };

export class CornerBar {
  /** @param {import("#ui/studio/studio.js").Studio} studio */
  constructor(studio) {
    this.studio = studio;
    this.view = studio.planView;
    const { t } = studio;
    this.length = el("input", { id: "corner-length", inputmode: "decimal", autocomplete: "off", enterkeyhint: "next", "aria-describedby": "corner-wrong", oninput: () => this.#measure(), onkeydown: (/** @type {KeyboardEvent} */ event) => this.#key(event) });
    this.angle = el("input", { id: "corner-angle", inputmode: "decimal", autocomplete: "off", onchange: () => this.#bend(), onkeydown: (/** @type {KeyboardEvent} */ event) => this.#escape(event) });
    this.angleName = el("label", { for: "corner-angle" });
    this.wrong = el("p", { class: "wrong small", id: "corner-wrong", role: "alert", hidden: true });
    this.ways = WAYS.map(([name, mdeg]) => el("button", { type: "button", class: "button way", "data-way": mdeg, "aria-label": t(`corners.way_${name}`), "aria-pressed": "false", onclick: () => this.#tool?.point(mdeg) }, icon(`arrow-${name}`)));
    this.curve = el("button", { type: "button", class: "button corner-arc", "aria-pressed": "false", onclick: () => this.#tool?.curve(!this.#tool.arc.isOn) }, icon("spline"), el("span", {}, t("walls.arc")));
    this.height = el("input", { id: "corner-sagitta", inputmode: "decimal", autocomplete: "off", oninput: () => this.#swell(), onkeydown: (/** @type {KeyboardEvent} */ event) => this.#escape(event) });
    this.heightField = el("div", { class: "field corner-sagitta", hidden: true }, el("label", { for: "corner-sagitta" }, t("walls.sagitta_short")), el("div", { class: "box" }, this.height, el("span", { class: "unit" }, "cm")));
    this.closing = button("square", t("corners.close"), () => this.#tool?.close(), "corner-close");
    this.back = button("undo-2", t("corners.take_back"), () => this.#tool?.takeBack());
    this.bar = el("form", { class: "corner-bar", "aria-label": t("corners.bar"), hidden: true, novalidate: true, onsubmit: (/** @type {Event} */ event) => this.#step(event) },
      el("div", { class: "corner-fields" },
        el("div", { class: "field" }, el("label", { for: "corner-length" }, t("corners.length")), el("div", { class: "box" }, this.length, el("span", { class: "unit" }, "cm"))),
        el("div", { class: "field corner-angle" }, this.angleName, el("div", { class: "box" }, this.angle, el("span", { class: "unit" }, "°"))),
        this.heightField,
        el("button", { class: "button button-solid" }, t("corners.next"))),
      this.wrong,
      el("div", { class: "corner-ways" }, el("div", { class: "ways-row", role: "group", "aria-label": t("corners.way") }, ...this.ways), this.curve),
      el("div", { class: "corner-acts" }, this.back, this.closing, button("check", t("corners.done"), () => this.#leave())));
    for (const one of this.bar.querySelectorAll("button")) one.addEventListener("pointerdown", (event) => this.#keepKeyboard(event));
    byId("views").append(this.bar);
    this.view.addEventListener("tool", () => this.#toolChanged());
    this.view.addEventListener("corner", () => this.#refresh());
    this.view.addEventListener("typing", (event) => this.#open(/** @type {CustomEvent} */ (event).detail.text));
  }

  /** @returns {WallTool | null} */
  get #tool() {
    return this.view.root.dataset.tool === "wall" ? /** @type {any} */ (this.view.tool) : null;
  }

  #toolChanged() {
    const isOn = this.#tool !== null;
    if (!isOn || isPhone()) this.#show(isOn);
    this.#refresh();
  }

  /** @param {boolean} isShown */
  #show(isShown) {
    const held = this.bar.contains(document.activeElement);
    this.bar.hidden = !isShown;
    byId("studio").toggleAttribute("data-corner-bar", isShown);
    if (!isShown && held) this.view.root.focus({ preventScroll: true });
    this.length.value = "";
    this.height.value = "";
    this.#tool?.swell(null);
    this.wrong.hidden = true;
  }

  /** A digit was pressed on the plan: the length begins with it, at the pointer. @param {string} text */
  #open(text) {
    this.#show(true);
    this.length.value = text;
    this.length.focus({ preventScroll: true });
    this.#measure();
  }

  #refresh() {
    const tool = this.#tool;
    if (!tool || this.bar.hidden) return;
    const { t } = this.studio;
    for (const way of this.ways) way.setAttribute("aria-pressed", String(Number(way.dataset.way) === tool.way_mdeg));
    this.curve.setAttribute("aria-pressed", String(tool.arc.isOn));
    this.heightField.hidden = !tool.arc.isOn;
    this.closing.disabled = !tool.canClose;
    this.back.disabled = !tool.isBegun;
    const isFirst = tool.corner_mdeg === null;
    this.angleName.textContent = t(isFirst ? "corners.angle_level" : "corners.angle");
    if (document.activeElement !== this.angle) this.angle.value = String(Math.round((tool.corner_mdeg ?? tool.way_mdeg) / 100) / 10).replace(".", this.studio.language === "pl" ? "," : ".");
    this.#place(tool);
  }

  /** Beside the last corner, within the picture; a phone's stylesheet puts the bar elsewhere. @param {WallTool} tool */
  #place({ at_px }) {
    const host = this.view.root.getBoundingClientRect();
    const area = byId("views").getBoundingClientRect();
    const [x, y] = at_px ?? [host.width / 2, host.height / 2];
    const left = Math.min(Math.max(x + BESIDE_PX, 8), host.width - this.bar.offsetWidth - 8);
    const top = Math.min(Math.max(y + BESIDE_PX, 8), host.height - this.bar.offsetHeight - 8);
    this.bar.style.setProperty("--left", `${host.left - area.left + left}px`);
    this.bar.style.setProperty("--top", `${host.top - area.top + top}px`);
  }

  /** @returns {number | null} */
  #read() {
    const mm = readLength(this.length.value);
    return mm !== null && mm >= LEAST_MM && mm <= MOST_MM ? mm : null;
  }

  #measure() {
    this.wrong.hidden = true;
    this.#tool?.measure(this.#read());
  }

  #bend() {
    const degrees = Number(this.angle.value.replace(",", "."));
    if (Number.isFinite(degrees) && degrees >= 0 && degrees < 360) this.#tool?.bend(Math.round(degrees * 1000));
    this.#refresh();
  }

  #swell() {
    const mm = readLength(this.height.value);
    this.#tool?.swell(mm !== null && mm > 0 ? mm : null);
  }

  /** @param {Event} event */
  #step(event) {
    event.preventDefault();
    const tool = this.#tool;
    if (document.activeElement === this.angle) this.#bend();
    if (!this.length.value.trim() && tool?.close()) return;
    const mm = this.#read();
    const { t, format } = this.studio;
    if (mm === null) return this.#say(t("studio.wrong_length", { least: format.length(LEAST_MM), most: format.length(MOST_MM) }));
    if (!tool?.step(mm)) return this.#say(t("corners.hint_back"));
    this.length.value = "";
    this.length.focus({ preventScroll: true });
  }

  /** @param {string} words */
  #say(words) {
    this.wrong.hidden = false;
    this.wrong.textContent = words;
    this.length.focus({ preventScroll: true });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { key } = event;
    const tool = this.#tool;
    if (!tool || event.ctrlKey || event.metaKey) return;
    if (key in ARROWS) tool.point(ARROWS[key]);
    else if (key === "Backspace" && !this.length.value) tool.takeBack();
    else if (key === "z" || key === "Z") tool.close();
    else return this.#escape(event);
    event.preventDefault();
  }

  /** One step back: what is typed, then the field, then the tool. @param {KeyboardEvent} event */
  #escape(event) {
    if (event.key !== "Escape") return;
    event.preventDefault();
    if (this.length.value) {
      this.length.value = "";
      return this.#measure();
    }
    if (isPhone()) return this.#leave();
    this.#show(false);
  }

  #leave() {
    this.studio.setTool({ name: "select" });
  }

  /** A press of a button leaves the keyboard of a phone where it is. @param {PointerEvent} event */
  #keepKeyboard(event) {
    if (document.activeElement === this.length) event.preventDefault();
  }
}
