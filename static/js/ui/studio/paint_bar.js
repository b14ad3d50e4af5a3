/** What a tap does while a colour is in hand: the colour, what it goes on, the way back and the end. */

import { button, byId, el } from "#ui/dom.js";

/** @typedef {import("#plan/tools/paint_tool.js").PaintTool} PaintTool */
/** @typedef {"walls" | "rooms"} Onto */

const ONTO = /** @type {Onto[]} */ (["walls", "rooms"]);

export class PaintBar {
  /** @type {Onto} */ #onto = "walls";

  /** @param {import("#ui/studio/studio.js").Studio} studio */
  constructor(studio) {
    this.studio = studio;
    this.view = studio.planView;
    const { t } = studio;
    this.swatch = el("span", { class: "paint-bar-swatch" });
    this.name = el("span", { class: "paint-bar-name" });
    this.said = el("p", { class: "small", role: "status" });
    this.onto = ONTO.map((onto) => el("button", { type: "button", "data-onto": onto, onclick: () => this.#turnTo(onto) }, t(`plan.paint_${onto}`)));
    this.undo = button("undo-2", t("studio.undo"), () => this.#tool?.takeBack());
    this.bar = el("section", { class: "paint-bar", "aria-label": t("plan.paint_bar"), hidden: true },
      el("button", { type: "button", class: "paint-bar-colour", title: t("plan.paint_other"), onclick: () => studio.openPanel("colours") }, this.swatch, this.name, el("span", { class: "only-spoken" }, t("plan.paint_other"))),
      button("check", t("plan.paint_done"), () => this.#leave(), "button-solid"),
      this.said,
      el("div", { class: "paint-bar-onto", role: "group", "aria-label": t("plan.paint_onto") }, ...this.onto),
      this.undo);
    byId("views").append(this.bar);
    this.view.addEventListener("tool", () => this.#toolChanged());
    this.view.addEventListener("paint", (event) => this.#say(/** @type {CustomEvent} */ (event).detail));
  }

  /** @returns {PaintTool | null} */
  get #tool() {
    return this.view.root.dataset.tool === "paint" ? /** @type {any} */ (this.view.tool) : null;
  }

  #toolChanged() {
    const tool = this.#tool;
    const held = this.bar.contains(document.activeElement);
    this.bar.hidden = tool === null;
    byId("studio").toggleAttribute("data-paint-bar", tool !== null);
    if (!tool && held) this.view.root.focus({ preventScroll: true });
    if (!tool) return;
    const paint = this.studio.deck.get(tool.code);
    this.swatch.style.backgroundColor = paint.hex;
    this.name.textContent = paint.name[this.studio.language];
    this.#turnTo(this.#onto);
  }

  /** @param {Onto} onto */
  #turnTo(onto) {
    this.#onto = onto;
    const tool = this.#tool;
    if (tool) tool.onto = onto;
    for (const one of this.onto) one.setAttribute("aria-pressed", String(one.dataset.onto === onto));
    this.#say(`plan.paint_tap_${onto}`);
  }

  /** @param {string} key */
  #say(key) {
    this.said.textContent = this.studio.t(key);
    this.undo.disabled = !this.#tool?.strokes;
  }

  #leave() {
    this.studio.setTool({ name: "select" });
  }
}
